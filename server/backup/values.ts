// Stored values as JSON and back: what JSON has no form for is written as an object, which no stored value is.
import type { z } from 'zod';
import type { BackupProperties } from '../schema/backup.ts';
import type { Value } from '../store/port.ts';

export type Written = z.output<typeof BackupProperties>;
type WrittenValue = Written[string];

function written(value: unknown): WrittenValue {
  if (typeof value === 'bigint') return { integer: String(value) };
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0)))
    return { float: (Object.is(value, -0) ? '-0' : String(value)) as 'NaN' };
  if (Array.isArray(value)) return value.map(written) as WrittenValue;
  return value as WrittenValue;
}

/** In order of their names, so that equal databases make equal lines. */
export function writtenProperties(properties: Readonly<Record<string, unknown>>): Written {
  const entries = Object.entries(properties).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => [name, written(value)]),
  );
}

function read(value: WrittenValue): Value {
  if (Array.isArray(value)) return value.map(read);
  if (typeof value !== 'object') return value;
  return 'integer' in value ? BigInt(value.integer) : Number(value.float);
}

export const storedProperties = (properties: Written): Record<string, Value> =>
  Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, read(value)]));
