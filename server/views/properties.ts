// Makes stored values into JSON that is the same on both engines.
import type { Properties } from '../schema/view.ts';
import { compare } from './order.ts';

type Scalar = string | number | boolean;

function scalar(value: unknown): Scalar | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  // Temporal and spatial values have a text of their own; anything else is shown as JSON.
  const own = String(value);
  return own.startsWith('[object ')
    ? JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? String(part) : part))
    : own;
}

/** Properties by name, absent values left out; `hidden` names are left out too. */
export function toProperties(stored: Readonly<Record<string, unknown>>, hidden: readonly string[] = []): Properties {
  const properties: Properties = {};
  for (const name of Object.keys(stored).sort(compare)) {
    const value = stored[name];
    if (value === null || value === undefined || hidden.includes(name)) continue;
    properties[name] = Array.isArray(value) ? value.map((item) => scalar(item) ?? '') : scalar(value);
  }
  return properties;
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

export function numberOf(value: unknown): number | null {
  return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : null;
}
