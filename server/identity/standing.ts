// The merges and splits that stand, and which of them rest on which: a later one that uses an earlier's result comes off first.
import { Conflict, NotFound } from '../errors.ts';
import type { Operation } from '../evidence/operations.ts';
import { operationOf, redirects } from '../evidence/operations.ts';
import { compare } from '../schema/lists.ts';
import type { Rows } from '../schema/statements.ts';
import type { Reader } from '../store/port.ts';

export type Row = Rows<'read/identity/operations'>[number];

export interface Standing {
  rows: Row[];
  operations: Operation[];
}

export async function standingOf(reader: Reader): Promise<Standing> {
  const rows = await reader.read('read/identity/operations', {});
  rows.sort((a, b) => a.position - b.position || compare(a.key, b.key));
  return { rows, operations: rows.map(operationOf) };
}

/** "Ada merged Jon Smith into John Smith" or "Ada split Jon Smith off John Smith". */
export const inWords = ({ kind, by, fromName, intoName }: Row): string =>
  kind === 'merge' ? `${by} merged "${fromName}" into "${intoName}"` : `${by} split "${intoName}" off "${fromName}"`;

/** Throws Conflict where the entity was merged into another, with who did it and where it is now. */
export function checkNotMerged(key: string, { rows, operations }: Standing): void {
  const now = redirects(operations).get(key);
  const row = rows.find(({ kind, from }) => kind === 'merge' && from === key);
  if (now === undefined || row === undefined) return;
  throw new Conflict(`"${key}" is no entity of its own any more: ${inWords(row)}.`, {
    detail: `It is found at "${now}" now. Name that, or take the merge "${row.key}" back first.`,
    nearest: [{ key: now, name: row.intoName }],
  });
}

/** Later ones that have to be taken back before this one. */
export function restingOn(row: Row, rows: readonly Row[]): Row[] {
  const ends = new Set(row.tied ?? []);
  const uses = (later: Row): boolean => {
    // The keys of the assertions that it chose are those of a time when this one stood.
    if ((later.assertions ?? []).length > 0) return true;
    if (row.kind === 'split') return [later.from, later.into].includes(row.into) || later.from === row.from;
    return later.from === row.into || (later.kind === 'merge' && ends.has(later.from));
  };
  return rows.filter((later) => later.position > row.position && uses(later));
}

/** Throws NotFound, naming those that stand. */
export function rowOf(key: string, rows: readonly Row[]): Row {
  const row = rows.find((one) => one.key === key);
  if (row !== undefined) return row;
  throw new NotFound(`There is no merge or split "${key.slice(0, 300)}".`, {
    detail: 'Somebody may have taken it back; /api/merges lists all that stand.',
    nearest: rows.slice(-5).map((one) => ({ key: one.key, name: inWords(one) })),
  });
}
