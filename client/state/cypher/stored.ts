// Reads what this browser, a file or a link kept: anything may stand there, and only what makes sense comes through.
import { type Field, type Fields, parameterTypes } from './parameters.ts';

/** The value as an object; an empty one where it is none. */
export const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/** The fields of a statement's parameters; what is no field is left out. */
export function asFields(value: unknown): Fields {
  const fields: Record<string, Field> = {};
  for (const [name, field] of Object.entries(asRecord(value))) {
    const { type, text } = asRecord(field);
    const known = parameterTypes.find((one) => one === type);
    if (known && typeof text === 'string') fields[name] = { type: known, text };
  }
  return fields;
}
