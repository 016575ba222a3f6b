// Finds entities that an export brings and that go by a name of another in the database: both are kept, and it is told.

import { operationsOf, redirects } from '../evidence/operations.ts';
import type { Entity } from '../schema/entity.ts';
import type { ExchangeReport } from '../schema/exchange.ts';
import { fold, namesIn } from '../schema/fold.ts';
import { compare, inBatches } from '../schema/lists.ts';
import type { Reader } from '../store/port.ts';
import type { ParsedExport } from './parse.ts';

function* entitiesOf({ articles, entities, standing }: ParsedExport): Generator<Entity> {
  yield* standing.entities;
  for (const { document } of entities) yield* document.entities;
  for (const { parsed } of articles) yield* parsed.document.entities;
}

/** The keys that the database has not; to be asked before anything is written. */
export async function newEntities(tx: Reader, read: ParsedExport): Promise<Set<string>> {
  const keys = new Set([...entitiesOf(read)].map(({ key }) => key));
  for (const { key } of await inBatches(keys, (batch) => tx.read('read/filter/known', { keys: batch })))
    keys.delete(key);
  for (const key of redirects(await operationsOf(tx)).keys()) keys.delete(key);
  return keys;
}

const typeOf = (key: string): string => key.slice(0, key.indexOf(':'));

/** New entities with others of their type that go by the same name and are none of the export's. */
export async function alikeIn(
  tx: Reader,
  read: ParsedExport,
  isNew: ReadonlySet<string>,
): Promise<ExchangeReport['alike']> {
  const own = new Set([...entitiesOf(read)].map(({ key }) => key));
  const names = new Map<string, Map<string, string>>();
  for (const { key, name, aliases = [] } of entitiesOf(read)) {
    if (!isNew.has(key)) continue;
    for (const one of [name, ...aliases]) {
      const folded = fold(one);
      if (folded !== '') names.set(folded, (names.get(folded) ?? new Map<string, string>()).set(key, name));
    }
  }
  const marked = [...names.keys()].map((folded) => `| ${folded} |`);
  const rows = await inBatches(marked, (batch) => tx.read('write/find/names', { names: batch }));
  const found = new Map<string, ExchangeReport['alike'][number]>();
  for (const { key: other, nameIndex } of rows.filter(({ key }) => !own.has(key))) {
    for (const folded of namesIn(nameIndex)) {
      for (const [key, name] of names.get(folded) ?? [])
        if (typeOf(key) === typeOf(other)) found.set(`${key} ${other}`, { key, name, other });
    }
  }
  return [...found.values()].sort((a, b) => compare(a.key, b.key) || compare(a.other, b.other));
}
