// Merges and splits that stand, in the order in which they were made, and under which key an entity is found because of them.
import { fold } from '../schema/fold.ts';
import { compare } from '../schema/lists.ts';
import type { Rows } from '../schema/statements.ts';
import type { Reader } from '../store/port.ts';

/** What an operation does to a document. */
export interface Operation {
  readonly key: string;
  readonly kind: 'merge' | 'split';
  /** The entity that is merged into another, or of which a part is split off. */
  readonly from: string;
  /** The entity that it becomes, or that is split off. */
  readonly into: string;
  /** Of a merge: names that only the entity merged went by. */
  readonly names: readonly string[];
  /** Of a split: articles in which all that is said of the one is of the other. */
  readonly articles: ReadonlySet<string>;
  /** Of a split: keys of assertions that are about the other, as they were before it. */
  readonly assertions: ReadonlySet<string>;
  readonly position: number;
}

export function operationOf(row: Rows<'read/identity/operations'>[number]): Operation {
  const { key, kind, from, into, position } = row;
  const [articles, assertions] = [new Set(row.articles ?? []), new Set(row.assertions ?? [])];
  return { key, kind, from, into, names: row.names ?? [], articles, assertions, position };
}

/** Those that stand, the earliest first. */
export async function operationsOf(reader: Reader): Promise<Operation[]> {
  const rows = await reader.read('read/identity/operations', {});
  return rows.map(operationOf).sort((a, b) => a.position - b.position || compare(a.key, b.key));
}

/** Where each key that was merged is found now: through A → B and B → C, A is at C. */
export function redirects(operations: readonly Operation[]): Map<string, string> {
  const next = new Map(operations.flatMap(({ kind, from, into }) => (kind === 'merge' ? [[from, into] as const] : [])));
  return new Map(
    [...next.keys()].map((key) => {
      let at = key;
      for (let to = next.get(at), left = next.size; to !== undefined && left > 0; to = next.get(at), left--) at = to;
      return [key, at];
    }),
  );
}

/**
 * Whom a name meant before any merge: the key of the one that alone went by it, where the entity of the given key has
 * it from there; else that key.
 */
export function bearerOf(key: string, name: string, operations: readonly Operation[]): string {
  const folded = fold(name);
  const giver = operations.find(
    ({ kind, into, names }) => kind === 'merge' && into === key && names.some((one) => fold(one) === folded),
  );
  return giver === undefined ? key : bearerOf(giver.from, name, operations);
}

/** That an entity which somebody asks for under its key is a part of another now. */
export interface MergedAway {
  key: string;
  name: string;
  into: { key: string; name: string };
  by: string;
}

/** Of the keys those that were merged into others, each with what it is found under now. */
export async function mergedAway(reader: Reader, keys: readonly string[]): Promise<MergedAway[]> {
  const rows = await reader.read('read/identity/operations', {});
  const now = redirects(rows.map(operationOf));
  return keys.flatMap((key) => {
    const [row, into] = [rows.find((one) => one.kind === 'merge' && one.from === key), now.get(key)];
    if (row === undefined || into === undefined) return [];
    const last = rows.find((one) => one.kind === 'merge' && one.into === into);
    return [{ key, name: row.fromName, into: { key: into, name: last?.intoName ?? into }, by: row.by }];
  });
}
