// Turns the checked parameters of a typed statement into what the Neo4j driver sends.
import neo4j from 'neo4j-driver';
import type { TypedValue } from '../schema/cypher.ts';
import type { TypedParameters } from './port.ts';

/** The parts of a text by a pattern that it is known to match. */
function parts(pattern: RegExp, text: string): (string | undefined)[] {
  const match = pattern.exec(text);
  if (!match) throw new TypeError(`"${text}" went through the check of parameters and is of another form.`);
  return match.slice(1);
}

const whole = (digits: string | undefined): bigint => BigInt(digits ?? '0');
/** "556" of a second is 556,000,000 nanoseconds. */
const nanoseconds = (fraction: string | undefined): bigint => BigInt((fraction ?? '').padEnd(9, '0'));

function seconds(offset: string | undefined): bigint | undefined {
  if (offset === undefined) return undefined;
  if (offset === 'Z') return 0n;
  const [sign, hours, minutes, rest] = parts(/^([+-])(\d\d):(\d\d)(?::(\d\d))?$/, offset);
  const total = whole(hours) * 3600n + whole(minutes) * 60n + whole(rest);
  return sign === '-' ? -total : total;
}

type Day = [year: bigint, month: bigint, day: bigint];
type Clock = [hour: bigint, minute: bigint, second: bigint, nanosecond: bigint];

function dayOf(text: string): Day {
  const [year, month, day] = parts(/^([+-]?\d+)-(\d\d)-(\d\d)$/, text);
  return [whole(year?.replace('+', '')), whole(month), whole(day)];
}
function clockOf(text: string): Clock {
  const [hour, minute, second, fraction] = parts(/^(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?$/, text);
  return [whole(hour), whole(minute), whole(second), nanoseconds(fraction)];
}

function timeOf(text: string): unknown {
  const [clock = '', offset] = parts(/^([\d:.]+)(Z|[+-][\d:]+)$/, text);
  return new neo4j.types.Time(...clockOf(clock), seconds(offset) ?? 0n);
}

function dateTimeOf(text: string): unknown {
  const [day = '', clock = '', offset, zone] = parts(/^(.+)T([\d:.]+)(Z|[+-][\d:]+)?(?:\[(.+)\])?$/, text);
  if (offset === undefined && zone === undefined)
    return new neo4j.types.LocalDateTime(...dayOf(day), ...clockOf(clock));
  return new neo4j.types.DateTime(...dayOf(day), ...clockOf(clock), seconds(offset), zone);
}

function durationOf(text: string): unknown {
  const [minus, years, months, weeks, days, hours, minutes, sign, rest, fraction] = parts(
    /^(-)?P(?:(-?\d+)Y)?(?:(-?\d+)M)?(?:(-?\d+)W)?(?:(-?\d+)D)?(?:T(?:(-?\d+)H)?(?:(-?\d+)M)?(?:(-)?(\d+)(?:\.(\d+))?S)?)?$/,
    text,
  );
  const all = minus === undefined ? 1n : -1n;
  const own = (sign === undefined ? 1n : -1n) * all;
  const inSeconds = (whole(hours) * 3600n + whole(minutes) * 60n) * all + whole(rest) * own;
  const inDays = (whole(weeks) * 7n + whole(days)) * all;
  return new neo4j.types.Duration(
    (whole(years) * 12n + whole(months)) * all,
    inDays,
    inSeconds,
    nanoseconds(fraction) * own,
  );
}

function pointOf(text: string): unknown {
  const [srid, numbers = ''] = parts(/^SRID=(\d+);\s*POINT(?: Z)? ?\((.*)\)$/, text);
  const [x = 0, y = 0, z] = numbers.split(' ').map(Number);
  return new neo4j.types.Point(whole(srid), x, y, z);
}

function floatOf(text: string): number {
  return text === '-NaN' ? Number.NaN : Number(text);
}

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  Integer: BigInt,
  Float: floatOf,
  Base64: (text) => new Int8Array(Buffer.from(text, 'base64')),
  Date: (text) => new neo4j.types.Date(...dayOf(text)),
  LocalTime: (text) => new neo4j.types.LocalTime(...clockOf(text)),
  Time: timeOf,
  LocalDateTime: dateTimeOf,
  OffsetDateTime: dateTimeOf,
  ZonedDateTime: dateTimeOf,
  Duration: durationOf,
  Point: pointOf,
};

function toDriver({ $type, _value }: TypedValue): unknown {
  if ($type === 'List') return (_value as TypedValue[]).map(toDriver);
  if ($type === 'Map') return driverParameters(_value as TypedParameters);
  return readers[$type]?.(String(_value)) ?? _value;
}

/** By name. Whole numbers go as integers of 64 bits, all other numbers as floats. */
export function driverParameters(parameters: TypedParameters): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, toDriver(value)]));
}
