// Canonical JSON and hashes: the same content always has the same hash, however its keys were ordered.
import { createHash } from 'node:crypto';

/** JSON with the keys of every object in code-unit order and without blanks; undefined members are left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    let text = '';
    for (let at = 0; at < value.length; at++) text += `${at === 0 ? '' : ','}${canonicalJson(value[at] ?? null)}`;
    return `[${text}]`;
  }
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = value as Record<string, unknown>;
  let text = '';
  for (const name of Object.keys(members).sort()) {
    const member = members[name];
    if (member === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

/** sha256 of a text in UTF-8, as 64 hex digits. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The first 20 hex digits of the hash of a list of parts: enough to name a claim or an assertion. */
export const shortHash = (parts: readonly unknown[]): string => sha256(canonicalJson(parts)).slice(0, 20);
