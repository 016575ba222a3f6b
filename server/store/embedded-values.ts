// The size of a row as it crosses to the parent, roughly.
import type { Value } from './port.ts';

/** About how many bytes a value takes. */
export function weightOf(value: Value): number {
  if (typeof value === 'string') return 16 + value.length;
  if (value === null || typeof value !== 'object') return 8;
  let weight = 16;
  if (Array.isArray(value)) for (const item of value) weight += weightOf(item);
  else for (const key in value) weight += key.length + weightOf(value[key] ?? null);
  return weight;
}
