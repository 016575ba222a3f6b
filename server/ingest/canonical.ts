// Canonical JSON and hashes: the same content always has the same hash, however its keys were ordered.
import { createHash } from 'node:crypto';

/** JSON with the keys of every object in code-unit order and without blanks; undefined members are left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** sha256 of a text in UTF-8, as 64 hex digits. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The first 20 hex digits of the hash of a list of parts: enough to name a claim or an assertion. */
export const shortHash = (parts: readonly unknown[]): string => sha256(canonicalJson(parts)).slice(0, 20);
