// Reads the parameters of a typed statement: plain JSON or values with their type, each checked and given its type.
import { InvalidRequest } from '../errors.ts';
import type { TypedValue } from '../schema/cypher.ts';
import { isDeeper } from '../schema/json.ts';
import type { Capabilities, TypedParameters } from '../store/port.ts';
import { impossible } from './temporal.ts';

type Engine = Capabilities['engine'];

const time = String.raw`\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?`;
const date = String.raw`[+-]?\d{4,9}-\d{2}-\d{2}`;
const offset = String.raw`(Z|[+-]\d{2}:\d{2}(:\d{2})?)`;
const number = String.raw`-?\d+(\.\d+)?([eE][+-]?\d+)?`;
const whole = (source: string): RegExp => new RegExp(`^(?:${source})$`);

/** How the text of each type must look, with an example. */
const texts: Readonly<Record<string, readonly [form: RegExp, example: string]>> = {
  Integer: [whole(String.raw`-?\d{1,19}`), '"42"'],
  Float: [whole(`-?(NaN|Infinity)|${number}`), '"1.5"'],
  Base64: [whole(String.raw`(?:[\w+/-]{4})*(?:[\w+/-]{2}==|[\w+/-]{3}=)?`), '"aGk="'],
  Date: [whole(date), '"2024-10-23"'],
  LocalTime: [whole(time), '"12:50:35.556"'],
  Time: [whole(time + offset), '"12:50:35.556+01:00"'],
  LocalDateTime: [whole(`${date}T${time}`), '"2024-10-23T12:50:35"'],
  OffsetDateTime: [whole(`${date}T${time}${offset}`), '"2024-10-23T12:50:35+01:00"'],
  ZonedDateTime: [
    whole(String.raw`${date}T${time}${offset}?\[[\w+/:-]+\]`),
    '"2024-10-23T12:50:35+02:00[Europe/Berlin]"',
  ],
  Duration: [
    whole(String.raw`-?P(?=.)(-?\d+Y)?(-?\d+M)?(-?\d+W)?(-?\d+D)?(T(?=.)(-?\d+H)?(-?\d+M)?(-?\d+(\.\d{1,9})?S)?)?`),
    '"P14DT16H12M"',
  ],
  Point: [whole(String.raw`SRID=\d+;\s*POINT(?: Z)? ?\(${number}( ${number}){1,2}\)`), '"SRID=4326;POINT (12.5 55.7)"'],
};
const onNeo4jOnly = new Set(Object.keys(texts).filter((type) => type !== 'Integer' && type !== 'Float'));
const others = ['Null', 'Boolean', 'String', 'List', 'Map'];

const refuse = (pointer: string, reason: string): never => {
  throw new InvalidRequest(`${pointer}: ${reason}.`, { errors: [{ pointer, reason }] });
};
const under = (pointer: string, name: string): string =>
  `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Exactly $type and _value: any other object is a map, whatever its keys. */
const isTyped = (value: Record<string, unknown>): boolean =>
  Object.keys(value).length === 2 && '$type' in value && '_value' in value;

const named = (type: string): string => `${/^[AEIOU]/.test(type) ? 'an' : 'a'} ${type}`;

const least = -(2n ** 63n);
const most = 2n ** 63n - 1n;

function checkText(type: string, value: unknown, pointer: string, engine: Engine): TypedValue {
  const [form, example] = texts[type] as readonly [RegExp, string];
  if (engine === 'embedded' && onNeo4jOnly.has(type)) {
    refuse(
      pointer,
      `is ${named(type)}, which the embedded database does not keep: give it as text, such as 2024-10-23`,
    );
  }
  if (typeof value !== 'string' || !form.test(value))
    refuse(pointer, `must be the text of ${named(type)}, such as ${example}`);
  if (engine === 'embedded' && type === 'Float' && Number.isSafeInteger(Number(value))) {
    refuse(
      pointer,
      'is a Float without a fraction, which the embedded database takes for an Integer: give the Integer and write toFloat($…)',
    );
  }
  if (type === 'Integer' && (BigInt(value as string) < least || BigInt(value as string) > most)) {
    refuse(pointer, 'must be an Integer of 64 bits, from -9223372036854775808 to 9223372036854775807');
  }
  const fault = impossible(type, value as string);
  if (fault !== undefined) refuse(pointer, fault);
  return { $type: type, _value: value };
}

function typed(type: unknown, value: unknown, pointer: string, engine: Engine): TypedValue {
  if (typeof type === 'string' && Object.hasOwn(texts, type)) return checkText(type, value, pointer, engine);
  if (type === 'Null' && value === null) return { $type: type, _value: value };
  if (type === 'Boolean' && typeof value === 'boolean') return { $type: type, _value: value };
  if (type === 'String' && typeof value === 'string') return { $type: type, _value: value };
  if (type === 'List' && Array.isArray(value)) return list(value, pointer, engine);
  if (type === 'Map' && isObject(value)) return map(value, pointer, engine);
  if (others.includes(String(type))) return refuse(pointer, `does not hold a ${String(type)} in "_value"`);
  if (type === 'Node' || type === 'Relationship' || type === 'Path') {
    return refuse(pointer, `is a ${type}, which cannot be a parameter: give its key, or properties of it`);
  }
  return refuse(pointer, `has a "$type" that is none of ${[...others, ...Object.keys(texts)].join(', ')}`);
}

function list(items: readonly unknown[], pointer: string, engine: Engine): TypedValue {
  return { $type: 'List', _value: items.map((item, at) => typedValue(item, under(pointer, String(at)), engine)) };
}

function map(entries: Readonly<Record<string, unknown>>, pointer: string, engine: Engine): TypedValue {
  const has = (...names: string[]): boolean => names.every((name) => Object.hasOwn(entries, name));
  if (engine === 'embedded' && (has('_id', '_labels') || has('_id', '_source', '_type'))) {
    refuse(pointer, 'has _id among its keys as a node or relation has, which the embedded database would take it for');
  }
  const values = Object.entries(entries).map(([key, item]) => [key, typedValue(item, under(pointer, key), engine)]);
  return { $type: 'Map', _value: Object.fromEntries(values) };
}

function numeric(value: number, pointer: string): TypedValue {
  if (Number.isSafeInteger(value)) return { $type: 'Integer', _value: String(value) };
  // From here to 64 bits, JSON as JavaScript reads it has lost the last digits; what is larger can only be a float.
  if (Number.isInteger(value) && Math.abs(value) < 2 ** 64) {
    refuse(pointer, 'is a whole number beyond ±2^53: give it as {"$type": "Integer", "_value": "its digits"}');
  }
  return { $type: 'Float', _value: String(value) };
}

function typedValue(value: unknown, pointer: string, engine: Engine): TypedValue {
  if (value === null) return { $type: 'Null', _value: null };
  if (typeof value === 'boolean') return { $type: 'Boolean', _value: value };
  if (typeof value === 'string') return { $type: 'String', _value: value };
  if (typeof value === 'number') return numeric(value, pointer);
  if (Array.isArray(value)) return list(value, pointer, engine);
  const object = value as Record<string, unknown>;
  return isTyped(object) ? typed(object.$type, object._value, pointer, engine) : map(object, pointer, engine);
}

/**
 * Refuses a body whose parameters hold a key named __proto__, however deep: what reads JSON here would drop it without
 * a word. Asked of the body as it came, before anything has read it. Errors: InvalidRequest.
 */
export function checkKeys(body: unknown): void {
  const given = isObject(body) ? body.parameters : undefined;
  const waiting: unknown[] = [given];
  // Without recursion: how deep they may nest is checked later.
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    if (Object.hasOwn(value, '__proto__')) refuse('/parameters', 'must not have the key __proto__: take another name');
    for (const item of Object.values(value)) if (item !== undefined) waiting.push(item);
  }
}

/** What reads JSON here goes into it by calls within calls; how deep it may nest is the gate's to say, far above. */
const mostDepth = 1000;

/** Refuses parameters that nest too deep to be read at all. Asked of the body as it came. Errors: InvalidRequest. */
export function checkDepth(body: unknown): void {
  const given = isObject(body) ? body.parameters : undefined;
  if (isDeeper(given, mostDepth)) refuse('/parameters', `nest more than ${mostDepth} deep: make them flatter`);
}

/**
 * The parameters with their types. A plain whole number is an Integer, any other number a Float.
 * Errors: InvalidRequest with a JSON pointer into the request's body. How deep they nest is the gate's to check, before.
 */
export function typedParameters(given: Readonly<Record<string, unknown>>, engine: Engine): TypedParameters {
  const values = Object.entries(given).map(([name, value]) => [
    name,
    typedValue(value, under('/parameters', name), engine),
  ]);
  return Object.fromEntries(values);
}
