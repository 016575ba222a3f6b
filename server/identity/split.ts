// Splits an entity: what some articles or assertions say of it is of another, which nothing knew yet.
import { refused, subjectOf, subjectsOf } from '../curation/subject.ts';
import { Conflict } from '../errors.ts';
import type { Operation } from '../evidence/operations.ts';
import { entityProperties } from '../ingest/contributions.ts';
import { relationsOf } from '../ingest/owned.ts';
import { writeNodes } from '../ingest/write.ts';
import type { CurationReport } from '../schema/curation.ts';
import type { SplitBody } from '../schema/identity.ts';
import { batches, distinct, inBatches } from '../schema/lists.ts';
import type { Store, Transaction } from '../store/port.ts';
import { carryOut } from './change.ts';
import { articlesNaming } from './naming.ts';
import { addNames, entityNode, standingNames, valuesOf } from './one-entity.ts';
import { checkNotMerged, standingOf } from './standing.ts';
import { difference } from './three-ways.ts';
import { nothingToUndo } from './undoing.ts';

const entityKinds = ['Actor', 'Outlet', 'Plan', 'Event'] as const;
const typeOf = (key: string): string => key.slice(0, key.indexOf(':'));

/** The articles that the assertions stand in; a reconstructed one in those that show it. */
async function articlesOf(tx: Transaction, assertions: readonly string[]): Promise<string[]> {
  for (const keys of batches(assertions)) await subjectsOf(tx, keys, ['Assertion'], '/assertions');
  const shown = await relationsOf(tx, 'outgoing', assertions, ['KNOWN_FROM']);
  const stand = distinct([...assertions, ...shown.map(({ target }) => target)]);
  const contained = await relationsOf(tx, 'incoming', stand, ['CONTAINS']);
  const found = await inBatches(distinct(contained.map(({ source }) => source)), (keys) =>
    tx.read('write/find/articles', { keys }),
  );
  return found.flatMap(({ key, held }) => (held ? [key] : []));
}

/** Throws where what is chosen says nothing of the entity. */
async function chosenArticles(tx: Transaction, { entity, articles, assertions }: SplitBody): Promise<string[]> {
  if (articles.length + assertions.length === 0)
    throw refused('/articles', 'name at least one article or assertion that is about the other');
  for (const keys of batches(articles)) await subjectsOf(tx, keys, ['Article'], '/articles');
  const naming = new Set(await articlesNaming(tx, entity));
  const silent = articles.find((key) => !naming.has(key));
  if (silent !== undefined) throw refused('/articles', `"${silent}" is not held, or says nothing of "${entity}"`);
  const of = await articlesOf(tx, assertions);
  const other = of.find((key) => !naming.has(key));
  if (other !== undefined) throw refused('/assertions', `"${other}", in which one stands, says nothing of "${entity}"`);
  return distinct([...articles, ...of]);
}

export interface SplitOptions {
  on?: string | undefined;
}

/** In a transaction under the write lock. */
export async function splitIn(tx: Transaction, body: SplitBody, { on }: SplitOptions = {}): Promise<CurationReport> {
  const { entity: from, into, name, by, why } = body;
  const standing = await standingOf(tx);
  checkNotMerged(from, standing);
  await subjectOf(tx, from, entityKinds, '/entity');
  if (typeOf(from) !== typeOf(into)) throw refused('/into', `is of another type than "${from}"`);
  const taken = [into, ...standing.operations.map((one) => one.from)].includes(into)
    ? (await tx.read('read/filter/known', { keys: [into] })).length > 0 ||
      standing.operations.some((one) => one.kind === 'merge' && one.from === into)
    : false;
  if (taken)
    throw new Conflict(`There is an entity "${into}" already.`, { detail: 'Give the other a key of its own.' });
  const articles = await chosenArticles(tx, body);
  const before = await entityNode(tx, from);
  if (before === null) throw new Error('An entity was there, and is not.');
  const key = `split:${into}`;
  const position = (standing.rows.at(-1)?.position ?? 0) + 1;
  const operation: Operation = {
    ...{ key, kind: 'split', from, into, names: [], position },
    articles: new Set(body.articles),
    assertions: new Set(body.assertions),
  };
  const kept = await standingNames(tx, before);
  const undoing = nothingToUndo();
  const changed = await carryOut(tx, {
    articles,
    before: standing.operations,
    after: [...standing.operations, operation],
    renamed: new Map(),
    entities: [from, into],
    outlets: [from, into].filter((end) => end.startsWith('outlet:')),
    decisions: { grades: [], hypotheses: [] },
    async prepare() {
      // Until it is taken back it stays, as an entity does that a document of shared entities defines.
      await writeNodes(tx, [
        { key: into, label: before.label, properties: entityProperties({ name, curated: true }, [], []) },
      ]);
    },
    async finish() {
      await addNames(tx, from, kept);
      const after = await entityNode(tx, from);
      if (after === null) {
        throw refused('/articles', `leaves nothing of "${from}"; choose some of what is said of it, not all`);
      }
      undoing.values = difference(valuesOf(before), valuesOf(after));
    },
  });
  if ((await articlesNaming(tx, into)).length === 0)
    throw refused('/assertions', `none of them is about "${from}", so nothing would be of "${into}"`);
  undoing.touches = changed.touches;
  undoing.moves = changed.moves;
  const said = { by, ...(why === undefined ? {} : { why }), on: on ?? new Date().toISOString() };
  const lists = { articles: distinct(body.articles), assertions: distinct(body.assertions) };
  const properties = {
    ...{ key, kind: 'split', from, into, fromName: String(before.properties.name), intoName: name, position },
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)),
    ...said,
    undoing: JSON.stringify(undoing),
  };
  await tx.write('write/identity/split', { key, properties });
  return { key, outcome: 'created', edges: changed.edges };
}

/**
 * Splits a new entity off. Throws NotFound with the nearest names, InvalidRequest where what is chosen is not about the
 * entity or is all there is of it, and Conflict where the new key is taken.
 */
export function splitEntity(store: Pick<Store, 'transaction'>, body: SplitBody): Promise<CurationReport> {
  return store.transaction(async (tx) => {
    await tx.write('write/lock', {});
    return splitIn(tx, body);
  });
}
