// The parameters of a statement: found in its text, written into typed fields, and made into values to send.
import type { SavedQuery } from '../../../server/schema/cypher.ts';

export type ParameterType = SavedQuery['parameters'][number]['type'];
export const parameterTypes: readonly ParameterType[] = ['text', 'number', 'boolean', 'date', 'list', 'json', 'key'];

/** What stands in a parameter's field: `text` as it was typed; of a list, one item a line. */
export interface Field {
  readonly type: ParameterType;
  readonly text: string;
}
export type Fields = Readonly<Record<string, Field>>;

// What may hold a dollar sign that begins no parameter comes first: strings, names in backticks, comments.
const pieces =
  /'(?:\\.|[^\\'])*'|"(?:\\.|[^\\"])*"|\/\/[^\n]*|\/\*.*?\*\/|\$(?:`((?:``|[^`])*)`|([\p{L}\p{N}_][\p{L}\p{N}\p{M}_$]*))|`(?:``|[^`])*`/gsu;

/** The names of the parameters in a statement, in the order of their first places. */
export function parametersIn(statement: string): string[] {
  const names = new Set<string>();
  for (const [, quoted, plain] of statement.matchAll(pieces)) {
    const name = quoted?.replaceAll('``', '`') ?? plain;
    if (name !== undefined) names.add(name);
  }
  return [...names];
}

const placeOf = (name: string): string => `\\$${name.replace(/[$\\^.*+?()[\]{}|/-]/g, '\\$&')}(?![\\p{L}\\p{N}_])`;

/** Whether the statement counts rows by it, which nothing but a number can do. */
export const countsRows = (statement: string, name: string): boolean =>
  new RegExp(`\\b(?:LIMIT|SKIP|OFFSET)\\s+${placeOf(name)}`, 'iu').test(statement);

/** The type that a parameter nobody has spoken of is likely to have. */
export function likelyType(statement: string, name: string): ParameterType {
  if (countsRows(statement, name)) return 'number';
  if (new RegExp(`\\b(?:IN|UNWIND)\\s+${placeOf(name)}`, 'iu').test(statement)) return 'list';
  return /key$/i.test(name) ? 'key' : 'text';
}

/** A field for every parameter of the statement: those there are, the others empty with their likely type. */
export function fieldsFor(statement: string, known: Fields): Record<string, Field> {
  const fields: Record<string, Field> = {};
  for (const name of parametersIn(statement))
    fields[name] = (Object.hasOwn(known, name) && known[name]) || { type: likelyType(statement, name), text: '' };
  return fields;
}

const whole = /^[-+]?\d+$/;
const decimal = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

export type ReadField = { value: unknown } | { fault: string };

function numberOf(text: string): ReadField {
  if (text === '') return { value: null };
  if (!decimal.test(text)) return { fault: 'Write a number, such as 12 or 0.5.' };
  const value = Number(text);
  if (!Number.isFinite(value) && !whole.test(text))
    return { fault: 'No number is as large as this: the limit is 1.8e308.' };
  // JSON has one kind of number: what it would lose or change goes with its type.
  if (whole.test(text)) return { value: Number.isSafeInteger(value) ? value : { $type: 'Integer', _value: text } };
  return { value: Number.isInteger(value) ? { $type: 'Float', _value: text } : value };
}

/** A year, month or day, such as "2024-10". */
const dateForm = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

function dateOf(text: string): ReadField {
  if (text === '') return { value: null };
  const [, year, month = '01', day = '01'] = dateForm.exec(text) ?? [];
  if (year === undefined) return { fault: 'Write a year, a month or a day, such as 2024, 2024-10 or 2024-10-24.' };
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  // A 31st of February would become a 2nd of March.
  const there = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
  return there ? { value: text } : { fault: `The calendar has no ${text}.` };
}

/** The value to send for a field, or what is wrong with what stands there. An empty field is null, but for text. */
export function readField({ type, text }: Field): ReadField {
  const trimmed = text.trim();
  switch (type) {
    case 'text':
      return { value: text };
    case 'number':
      return numberOf(trimmed);
    case 'date':
      return dateOf(trimmed);
    case 'boolean':
      return { value: trimmed === '' ? null : trimmed === 'true' };
    case 'list':
      return {
        value: text
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => line.trim()),
      };
    case 'json':
      if (trimmed === '') return { value: null };
      try {
        return { value: JSON.parse(trimmed) };
      } catch (error) {
        return { fault: `This is no JSON: ${error instanceof Error ? error.message : error}` };
      }
    default:
      return { value: trimmed === '' ? null : trimmed };
  }
}

/** What is sent for a field in which nothing stands, in words; undefined where something does. */
export function emptiness(statement: string, name: string, field: Field): string | undefined {
  if (field.type === 'text' ? field.text !== '' : field.text.trim() !== '') return undefined;
  if (countsRows(statement, name)) return `$${name} has no value`;
  const read = readField(field);
  return 'value' in read ? `$${name} is empty (sent as ${JSON.stringify(read.value)})` : undefined;
}

/** All values to send, or for each faulty field what is wrong with it. */
export function readFields(
  statement: string,
  fields: Fields,
): {
  values: Record<string, unknown>;
  faults: Record<string, string>;
} {
  const values: Record<string, unknown> = {};
  const faults: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields)) {
    const read = readField(field);
    if ('fault' in read) faults[name] = read.fault;
    else if (read.value === null && countsRows(statement, name))
      faults[name] = `$${name} has no value: LIMIT and SKIP need a whole number.`;
    else values[name] = read.value;
  }
  return { values, faults };
}

/** What to write into a field for a value, such as the default of a statement in the library. */
export function fieldOf(type: ParameterType, value: unknown): Field {
  if (value === null || value === undefined) return { type, text: '' };
  if (type === 'list' && Array.isArray(value)) {
    const flat = value.every((item) => typeof item === 'string' && item.trim() === item && !/[\n]|^$/.test(item));
    return flat ? { type, text: value.join('\n') } : { type: 'json', text: JSON.stringify(value) };
  }
  return { type, text: type === 'json' || typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value) };
}

/** The type of field that shows a proposed value best. */
function typeFor(statement: string, name: string, value: unknown): ParameterType {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object' && value !== null) return 'json';
  const likely = likelyType(statement, name);
  if (typeof value !== 'string') return likely;
  return likely === 'key' && /^\w+:./.test(value) ? 'key' : 'text';
}

/** A field for every parameter of the statement, filled with the values that there are. */
export function fieldsWith(statement: string, values: Readonly<Record<string, unknown>>): Record<string, Field> {
  const filled = Object.entries(values).map(([name, value]) => [name, fieldOf(typeFor(statement, name, value), value)]);
  return fieldsFor(statement, Object.fromEntries(filled));
}
