// Takes what one held article's document stated out of the graph, and leaves what others state as they alone would have it.

import { articleLinks } from '../schema/curation.ts';
import { entityTypes } from '../schema/key.ts';
import type { AssertedRelation } from '../schema/kinds.ts';
import { batches, distinct, groupBy, inBatches } from '../schema/lists.ts';
import type { Transaction } from '../store/port.ts';
import {
  entityParts,
  entityProperties,
  gradeOf,
  keepGiven,
  namesGiven,
  stubParts,
  stubProperties,
} from './contributions.ts';
import { sameProperties } from './merge.ts';
import { forgetGiven } from './merged/given.ts';
import { findOwned, type Owned, relationsOf } from './owned.ts';
import { type NodeRow, type Properties, type RelationRow, withoutArticle } from './rows.ts';
import { writeNodes, writeRelations } from './write.ts';

const pointers = {
  claims: ['ABOUT', 'INCLUDES', 'DISPUTES'],
  utterances: ['RENDERS'],
  sources: ['ATTRIBUTED_TO', 'SPOKEN_BY', 'MEMBER_OF'],
  articles: ['RELAYS', 'MENTIONS', 'DISPUTES', ...articleLinks],
} as const satisfies Record<string, readonly AssertedRelation[]>;

async function deleteRecords(tx: Transaction, keys: readonly string[]): Promise<number> {
  for (const batch of batches(keys)) await tx.write('write/delete-records', { keys: batch });
  return keys.length;
}

async function deleteLinks(tx: Transaction, links: readonly RelationRow[]): Promise<void> {
  for (const batch of batches(links)) {
    const rows = batch.map(({ type, source, target, properties }) => ({
      type,
      source,
      target,
      title: type === 'HOLDS_OFFICE' ? String(properties.title ?? '') : '',
    }));
    await tx.write('write/delete-links', { rows });
  }
}

/** Those of the keys at which none of the relations ends. */
async function unreferenced(
  tx: Transaction,
  keys: readonly string[],
  types: readonly AssertedRelation[],
): Promise<string[]> {
  const rows = await inBatches(keys, (batch) => tx.read('write/find/pointed-at', { keys: batch, types: [...types] }));
  const kept = new Set(rows.map(({ key }) => key));
  return keys.filter((key) => !kept.has(key));
}

/** Deletes those that nothing refers to any more, then those that only these referred to, and so on. */
async function deleteOrphans(
  tx: Transaction,
  keys: readonly string[],
  types: readonly AssertedRelation[],
): Promise<number> {
  let left = [...keys];
  let removed = 0;
  for (;;) {
    const orphans = await unreferenced(tx, left, types);
    if (orphans.length === 0) return removed;
    removed += await deleteRecords(tx, orphans);
    left = left.filter((key) => !orphans.includes(key));
  }
}

/** Takes the article out of the relations it shares with others. */
async function withdraw(
  tx: Transaction,
  stated: readonly RelationRow[],
  article: string,
  gone: ReadonlySet<string>,
): Promise<void> {
  const there = stated.filter(({ source, target }) => !gone.has(source) && !gone.has(target));
  const rest = there.map((row) => ({ row, properties: withoutArticle(row.properties, article) }));
  await deleteLinks(
    tx,
    rest.filter(({ properties }) => properties === null).map(({ row }) => row),
  );
  await writeRelations(
    tx,
    rest.flatMap(({ row, properties }) => (properties === null ? [] : [{ ...row, properties }])),
  );
}

/** What documents still say of each of the keys, in the order of the articles' keys. */
async function contributions(tx: Transaction, keys: readonly string[]): Promise<Map<string, Properties[]>> {
  const rows = await relationsOf(tx, 'incoming', keys, ['MENTIONS']);
  rows.sort((a, b) => (a.source < b.source ? -1 : 1));
  return new Map(
    [...groupBy(rows, ({ target }) => target)].map(([key, group]) => [key, group.map(({ properties }) => properties)]),
  );
}

/** The articles that these are decided to print, correct or retract: such a one may be there for that alone. */
async function linkedFrom(tx: Transaction, keys: readonly string[]): Promise<string[]> {
  return (await relationsOf(tx, 'outgoing', keys, articleLinks)).map(({ target }) => target);
}

/** Leaves each stub as the documents describe it that still do, and takes those out that nothing points to; says how many. */
export async function settleStubs(tx: Transaction, keys: readonly string[]): Promise<number> {
  const found = await inBatches(keys, (batch) => tx.read('write/find/articles', { keys: batch }));
  const stubs = found.flatMap(({ key, stub }) => (stub === null ? [] : [{ key, stub }]));
  const orphans = await unreferenced(
    tx,
    stubs.map(({ key }) => key),
    pointers.articles,
  );
  const linked = await linkedFrom(tx, orphans);
  const removed = await deleteRecords(tx, orphans);
  const kept = stubs.filter(({ key }) => !orphans.includes(key));
  const said = await contributions(
    tx,
    kept.map(({ key }) => key),
  );
  await writeNodes(
    tx,
    kept.flatMap(({ key, stub }): NodeRow[] => {
      const { key: _, ...before } = stub;
      const properties = stubProperties(keepGiven(stubParts(before), said.get(key) ?? []));
      return sameProperties(before, properties) ? [] : [{ key, label: 'Article', properties }];
    }),
  );
  return linked.length === 0 ? removed : removed + (await settleStubs(tx, linked));
}

/**
 * Leaves each entity as the documents describe it that still do, and takes those out that nothing names; says how many.
 * A value that it has stays while a document gives it.
 */
export async function settleEntities(tx: Transaction, keys: readonly string[]): Promise<number> {
  const nodes = await inBatches(keys, (batch) => tx.read('write/find/records', { keys: batch }));
  const attached = new Set(
    (await inBatches(keys, (batch) => tx.read('write/find/attached', { keys: batch }))).map(({ key }) => key),
  );
  const orphans = nodes
    .filter(({ key, properties }) => properties.curated !== true && !attached.has(key))
    .map(({ key }) => key);
  const said = await contributions(tx, keys);
  const rows = nodes.flatMap(({ key, labels, properties }): NodeRow[] => {
    const label = entityTypes.find((type) => labels.includes(type));
    if (label === undefined || orphans.includes(key)) return [];
    const { key: _, ...before } = properties;
    const { scalars, curatedAliases } = entityParts(before);
    // A mention without a name is of a document that only points to the entity.
    const given = (said.get(key) ?? []).filter(({ name }) => name !== undefined);
    const kept =
      scalars.curated === true || given.length === 0 ? scalars : { ...keepGiven(scalars, given), ...gradeOf(scalars) };
    const after = entityProperties(kept, curatedAliases, given.flatMap(namesGiven));
    return sameProperties(before, after) ? [] : [{ key, label, properties: after }];
  });
  await writeNodes(tx, rows);
  return deleteRecords(tx, orphans);
}

/** A case collects held articles. */
async function leaveCases(tx: Transaction, article: string): Promise<void> {
  const rows = await tx.read('write/find/incoming', { keys: [article], types: ['COLLECTS'] });
  const links = rows.map(({ type, source, target }) => ({ type, source, target, title: '' }));
  await tx.write('write/delete-links', { rows: links });
}

/** Deletes the article, or leaves it as a stub where others relay or mention it; its later text then revises its earlier. */
async function leaveArticle(tx: Transaction, article: string): Promise<number> {
  const later = await relationsOf(tx, 'incoming', [article], ['REVISION_OF']);
  const earlier = await relationsOf(tx, 'outgoing', [article], ['REVISION_OF']);
  const bridged = later.flatMap(({ source }) =>
    earlier.map(({ target }): RelationRow => ({ type: 'REVISION_OF', source, target, properties: {} })),
  );
  if ((await unreferenced(tx, [article], pointers.articles)).length > 0) await deleteRecords(tx, [article]);
  else {
    await deleteLinks(tx, [...later, ...earlier]);
    await leaveCases(tx, article);
    const said = (await contributions(tx, [article])).get(article) ?? [];
    await writeNodes(tx, [{ key: article, label: 'Article', properties: stubProperties(keepGiven({}, said)) }]);
    await writeRelations(tx, bridged);
    return 0;
  }
  await writeRelations(tx, bridged);
  return 1;
}

async function takeOutAssertions(tx: Transaction, owned: Owned): Promise<string[]> {
  const { assertions, reconstructed } = owned;
  await deleteRecords(tx, assertions);
  const shown = new Set((await relationsOf(tx, 'outgoing', reconstructed, ['KNOWN_FROM'])).map(({ source }) => source));
  const unknown = reconstructed.filter((key) => !shown.has(key));
  await deleteRecords(tx, unknown);
  return [...assertions, ...unknown];
}

/**
 * Takes out everything that the document of a held article stated. With `keepArticle` its own node and its place among
 * its revisions stay, for a document that takes this one's place; without `settle` so do the entities and stubs that it
 * names, as they are, for whoever settles them. `owned` may be given when it was just found. Returns
 * how many nodes went.
 */
export async function takeOut(
  tx: Transaction,
  article: string,
  { keepArticle = false, settle = true, owned: found }: { keepArticle?: boolean; settle?: boolean; owned?: Owned } = {},
): Promise<number> {
  const owned = found ?? (await findOwned(tx, article));
  const gone = new Set([...(await takeOutAssertions(tx, owned)), ...owned.quotes]);
  await deleteRecords(tx, owned.quotes);
  await withdraw(tx, owned.stated, article, gone);
  await deleteLinks(tx, await relationsOf(tx, 'outgoing', [article], ['MENTIONS']));
  let removed = gone.size;
  removed += await deleteOrphans(tx, owned.claims, pointers.claims);
  removed += await deleteOrphans(tx, owned.utterances, pointers.utterances);
  removed += await deleteOrphans(tx, owned.sources, pointers.sources);
  const linked = await linkedFrom(tx, [article]);
  if (!settle) return removed;
  if (!keepArticle) {
    removed += await leaveArticle(tx, article);
    await forgetGiven(tx, [article]);
  }
  removed += await settleStubs(tx, distinct([...owned.stubs, ...linked]));
  removed += await settleEntities(tx, owned.entities);
  return removed;
}
