// Reads records as they are stored, whatever they are, with what their captions are made of.
import { compare } from '../schema/lists.ts';
import type { Reader } from '../store/port.ts';

/** The records that exist among the keys, in no order. */
export async function readNodes(reader: Reader, keys: readonly string[]) {
  const rows = await reader.read('read/nodes', { keys: [...keys] });
  // An assertion or an article may have two of what it should have one of.
  const first = (texts: readonly string[]): string | null => [...texts].sort(compare)[0] ?? null;
  return rows.map(({ outlets, claims, ...row }) => ({ ...row, outlet: first(outlets), claim: first(claims) }));
}
