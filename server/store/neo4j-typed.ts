// Writes what the Neo4j driver gives as JSON text, as Neo4j's own Query API would.
import neo4j, { type Node, type Path, type Relationship } from 'neo4j-driver';
import { floatText, keyText, type ValueText } from './value-text.ts';

const two = (value: unknown): string => String(value).padStart(2, '0');

/** A fraction of a second without the zeros at its end, or nothing. */
const fraction = (nanosecond: unknown): string =>
  String(nanosecond) === '0' ? '' : `.${String(nanosecond).padStart(9, '0').replace(/0+$/, '')}`;

interface Day {
  year: unknown;
  month: unknown;
  day: unknown;
}
interface Clock {
  hour: unknown;
  minute: unknown;
  second: unknown;
  nanosecond: unknown;
}

/** ISO 8601: four digits for a year, a sign before more than four. */
function dayText({ year, month, day }: Day): string {
  const number = Number(year);
  const digits = String(Math.abs(number)).padStart(4, '0');
  const sign = number < 0 ? '-' : number > 9999 ? '+' : '';
  return `${sign}${digits}-${two(month)}-${two(day)}`;
}

const clockText = ({ hour, minute, second, nanosecond }: Clock): string =>
  `${two(hour)}:${two(minute)}:${two(second)}${fraction(nanosecond)}`;

function offsetText(offset: unknown): string {
  const seconds = Number(offset);
  if (seconds === 0) return 'Z';
  const size = Math.abs(seconds);
  const rest = size % 60 === 0 ? '' : `:${two(size % 60)}`;
  return `${seconds < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}${rest}`;
}

/** Each part with its own sign, none that is zero; the clock's parts together have one sign. */
function durationText(months: bigint, days: bigint, nanoseconds: bigint): string {
  const part = (value: bigint, unit: string): string => (value === 0n ? '' : `${value}${unit}`);
  const second = 1_000_000_000n;
  const rest = nanoseconds % (60n * second);
  const size = rest < 0n ? -rest : rest;
  const seconds = size === 0n ? '' : `${rest < 0n ? '-' : ''}${size / second}${fraction(size % second)}S`;
  const date = part(months / 12n, 'Y') + part(months % 12n, 'M') + part(days, 'D');
  const clock = part(nanoseconds / (3600n * second), 'H') + part((nanoseconds / (60n * second)) % 60n, 'M') + seconds;
  if (date === '' && clock === '') return 'PT0S';
  return `P${date}${clock === '' ? '' : 'T'}${clock}`;
}

function pointText({ srid, x, y, z }: { srid: unknown; x: number; y: number; z?: number | undefined }): string {
  const flat = `${floatText(x)} ${floatText(y)}`;
  return z == null ? `SRID=${srid};POINT (${flat})` : `SRID=${srid};POINT Z (${flat} ${floatText(z)})`;
}

const large = (value: unknown): bigint => BigInt(String(value));

/** The driver must give whole numbers as bigint. */
export class Neo4jText {
  readonly #text: ValueText;

  constructor(text: ValueText) {
    this.#text = text;
  }

  value(value: unknown): string {
    if (typeof value === 'string') return this.#text.string(value);
    if (typeof value === 'bigint') return this.#text.integer(value);
    if (typeof value === 'number') return this.#text.float(value);
    if (typeof value === 'boolean') return this.#text.boolean(value);
    if (value === null || value === undefined) return this.#text.nothing;
    if (Array.isArray(value)) return this.#text.list(this.row(value));
    return this.#object(value);
  }

  /** The values of a row or list, with commas between. */
  row(values: readonly unknown[]): string {
    let text = '';
    for (let at = 0; at < values.length; at++) text += at === 0 ? this.value(values[at]) : `,${this.value(values[at])}`;
    return text;
  }

  #entries(map: object): string {
    let text = '';
    for (const [key, value] of Object.entries(map)) {
      text += `${text === '' ? '' : ','}${keyText(key)}${this.value(value)}`;
    }
    return text;
  }

  #node({ elementId, labels, properties }: Node): string {
    return this.#text.node(elementId, labels, this.#entries(properties));
  }

  #relationship(relationship: Relationship): string {
    const { elementId, startNodeElementId, endNodeElementId, type, properties } = relationship;
    return this.#text.relationship(elementId, startNodeElementId, endNodeElementId, type, this.#entries(properties));
  }

  #path({ start, segments }: Path): string {
    let text = this.#node(start);
    for (const { relationship, end } of segments) text += `,${this.#relationship(relationship)},${this.#node(end)}`;
    return this.#text.path(text);
  }

  #object(value: object): string {
    if (neo4j.isNode(value)) return this.#node(value);
    if (neo4j.isRelationship(value)) return this.#relationship(value);
    if (neo4j.isPath(value)) return this.#path(value);
    const prototype = Object.getPrototypeOf(value);
    if (prototype === Object.prototype || prototype === null) return this.#text.map(this.#entries(value));
    return this.#special(value);
  }

  #special(value: object): string {
    const { text } = this.#text;
    if (neo4j.isDate(value)) return text('Date', dayText(value));
    if (neo4j.isLocalTime(value)) return text('LocalTime', clockText(value));
    if (neo4j.isTime(value)) return text('Time', clockText(value) + offsetText(value.timeZoneOffsetSeconds));
    if (neo4j.isLocalDateTime(value)) return text('LocalDateTime', `${dayText(value)}T${clockText(value)}`);
    if (neo4j.isDateTime(value)) {
      const { timeZoneId: zone, timeZoneOffsetSeconds: offset } = value;
      const moment = `${dayText(value)}T${clockText(value)}${offset == null ? '' : offsetText(offset)}`;
      return zone == null ? text('OffsetDateTime', moment) : text('ZonedDateTime', `${moment}[${zone}]`);
    }
    if (neo4j.isDuration(value)) {
      const { months, days, seconds, nanoseconds } = value;
      const clock = large(seconds) * 1_000_000_000n + large(nanoseconds);
      return text('Duration', durationText(large(months), large(days), clock));
    }
    if (neo4j.isPoint(value)) return text('Point', pointText(value));
    if (ArrayBuffer.isView(value)) {
      return text('Base64', Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64'));
    }
    return text('Unsupported', String(value));
  }
}
