// Finds which entities of the database a document means: by key, else by a name that exactly one of them goes by.

import type { z } from 'zod';
import { bearerOf, type Operation, redirects } from '../evidence/operations.ts';
import type { Entity } from '../schema/entity.ts';
import { fold } from '../schema/fold.ts';
import { inBatches } from '../schema/lists.ts';
import { nearest } from '../schema/nearest.ts';
import type { ImportReport } from '../schema/view.ts';
import type { Reader } from '../store/port.ts';
import { Issues } from './issues.ts';
import { entityReferences } from './references.ts';

export interface Resolution {
  /**
   * The key for each of the document's that stands for an entity under another one: that of before any merge, so that
   * taking a merge back parts them again.
   */
  keys: ReadonlyMap<string, string>;
  /** Entities of the document that the database had already, under its key; `given` is the document's key or name. */
  matched: z.infer<typeof ImportReport>['matched'];
}

const prefixOf = (key: string): string => key.slice(0, key.indexOf(':') + 1);
/** A name as it stands between the marks of nameIndex; null where nothing of it is left. */
const indexed = (name: string): string | null => {
  const folded = fold(name);
  return folded === '' ? null : `| ${folded} |`;
};
/** The names of an entity as they stand in the index of names. */
export const namesOf = (entity: Entity): string[] =>
  [entity.name, ...(entity.aliases ?? [])].flatMap((name) => indexed(name) ?? []);

/** An entity that was found: by its key before any merge, and by that which it has now. */
interface Named {
  key: string;
  name: string;
  now: string;
}

/** The key that an entity new to the database stands for there, or why that cannot be told. */
async function byName(
  tx: Reader,
  unknown: readonly { entity: Entity; at: number }[],
  own: ReadonlySet<string>,
  operations: readonly Operation[],
  issues: Issues,
) {
  const names = [...new Set(unknown.flatMap(({ entity }) => namesOf(entity)))];
  const rows = await inBatches(names, (batch) => tx.read('write/find/names', { names: batch }));
  const keys = new Map<string, Named>();
  const taken = new Map<string, string>();
  for (const { entity, at } of unknown) {
    const candidates = new Map<string, Named>();
    for (const { key, name, nameIndex } of rows) {
      if (prefixOf(key) !== prefixOf(entity.key)) continue;
      const going = namesOf(entity).find((folded) => nameIndex.includes(folded));
      if (going === undefined) continue;
      const bearer = bearerOf(key, going, operations);
      // A document that names both keys tells them apart itself.
      if (!own.has(bearer)) candidates.set(bearer, { key: bearer, name, now: key });
    }
    const [only, ...others] = [...candidates.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    if (only === undefined) continue;
    if (others.length > 0) {
      const list = [only, ...others].map(({ key, name }) => `${key} (${name})`).join(', ');
      issues.add(
        ['entities', at, 'key'],
        `"${entity.key}" goes by a name of several entities: ${list}; use the key of the one meant, or leave out the alias that they share`,
      );
      continue;
    }
    const before = taken.get(only.key);
    if (before !== undefined)
      issues.add(
        ['entities', at, 'key'],
        `"${entity.key}" and "${before}" both go by a name of ${only.key}; use that key for the one meant`,
      );
    taken.set(only.key, entity.key);
    keys.set(entity.key, only);
  }
  return keys;
}

async function addDangling(
  tx: Reader,
  dangling: ReturnType<typeof entityReferences>,
  own: ReadonlySet<string>,
  issues: Issues,
) {
  const known = new Map<string, Map<string, string>>();
  for (const { key, path } of dangling) {
    const prefix = prefixOf(key);
    if (!known.has(prefix)) {
      const rows = await tx.read('write/find/keys', { prefix });
      known.set(
        prefix,
        new Map([
          ...rows.map(({ key: other, name }) => [other, name] as const),
          ...[...own].map((other) => [other, ''] as const),
        ]),
      );
    }
    const names = known.get(prefix) ?? new Map<string, string>();
    const close = nearest(
      key,
      [...names.keys()].filter((other) => other.startsWith(prefix)),
      3,
    );
    const hints = close.map((other) => (names.get(other) ? `${other} (${names.get(other)})` : other)).join(', ');
    const way = 'define it in entities, or import the entities document that does';
    issues.add(
      path,
      `"${key}" is neither in this document nor in the database; ${hints === '' ? way : `nearest: ${hints}; or ${way}`}`,
    );
  }
}

/**
 * Throws InvalidDocument for a key that is nowhere defined, for a key of another type, and for a name that more than
 * one entity goes by. An entities document is the authority on keys: pass `byKeyOnly` for it. The key of an entity that was
 * merged into another (`operations`) means that one.
 */
export async function resolveEntities(
  tx: Reader,
  document: { entities: readonly Entity[] },
  {
    file,
    byKeyOnly = false,
    operations = [],
  }: { file?: string | undefined; byKeyOnly?: boolean; operations?: readonly Operation[] } = {},
): Promise<Resolution> {
  const issues = new Issues(file);
  const merged = redirects(operations);
  const references = entityReferences(document);
  const own = new Set(document.entities.map(({ key }) => key));
  const all = [...new Set(references.map(({ key }) => key))];
  const rows = await inBatches(all, (keys) => tx.read('write/find/records', { keys }));
  const existing = new Map(rows.map((row) => [row.key, row]));

  const matched: Resolution['matched'] = [];
  const unknown: { entity: Entity; at: number }[] = [];
  document.entities.forEach((entity, at) => {
    const found = existing.get(entity.key);
    const now = merged.get(entity.key);
    if (now !== undefined) matched.push({ key: now, given: entity.key, by: 'key' });
    else if (found === undefined) unknown.push({ entity, at });
    else if (found.labels.includes(entity.type)) matched.push({ key: entity.key, given: entity.key, by: 'key' });
    else
      issues.add(
        ['entities', at, 'type'],
        `"${entity.key}" is a ${found.labels.join(', ')} in the database, not a ${entity.type}`,
      );
  });
  const mentioned = new Set(all);
  const renamed =
    byKeyOnly || unknown.length === 0
      ? new Map<string, Named>()
      : await byName(tx, unknown, mentioned, operations, issues);
  for (const [given, { now }] of renamed) matched.push({ key: now, given, by: 'alias' });
  await addDangling(
    tx,
    references.filter(({ key }) => !own.has(key) && !existing.has(key) && !merged.has(key)),
    own,
    issues,
  );
  issues.stop();
  return { keys: new Map([...renamed].map(([given, { key }]) => [given, key])), matched };
}
