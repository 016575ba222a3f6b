// What stands beside the documents of an export: shared entities as documents, and what else is there as it stands.

import { sharedAsGiven } from '../identity/as-given.ts';
import { namesGiven, stubParts } from '../ingest/contributions.ts';
import type { Properties, RelationRow } from '../ingest/rows.ts';
import { EntitiesDocument, Entity } from '../schema/entity.ts';
import { type HearsayExport, StandingArticle } from '../schema/exchange.ts';
import { entityRelations } from '../schema/kinds.ts';
import { batches, compare, inBatches } from '../schema/lists.ts';
import type { Reader } from '../store/port.ts';
import { entityMembers, relationMembers, typeOf } from './background-parts.ts';
import { listed, type Plain, pick } from './values.ts';

/** The most aliases of an entity, entities and relations in one document. */
const [mostAliases, mostEntities, mostRelations] = [100, 5000, 20_000];

const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const known = (properties: Readonly<Record<string, unknown>>): Properties =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null)) as Properties;

/** An entity once, or several times where it has more aliases than a document takes. */
function entityParts(key: string, properties: Properties, aliases: readonly string[]): Plain[] {
  const entity = { type: typeOf(key), key, ...pick(properties, entityMembers) };
  const parts = batches(aliases, mostAliases);
  return parts.length === 0 ? [entity] : parts.map((some) => ({ ...entity, ...listed('aliases', some) }));
}

/** Documents in none of which an entity, given in parts, stands twice; relations follow when all entities are there. */
export function documentsOf(entities: readonly Plain[][], relations: readonly Plain[]): EntitiesDocument[] {
  const rounds = entities.reduce((most, parts) => Math.max(most, parts.length), 0);
  const lists = Array.from({ length: rounds }, (_, at) => entities.flatMap((parts) => parts.slice(at, at + 1)));
  const documents: { entities: Plain[]; relations: Plain[] }[] = lists
    .flatMap((list) => batches(list, mostEntities))
    .map((list) => ({ entities: list, relations: [] }));
  batches(relations, mostRelations).forEach((list, at) => {
    const last = at === 0 ? documents.at(-1) : undefined;
    if (last === undefined) documents.push({ entities: [], relations: list });
    else last.relations = list;
  });
  return documents.map((document) => EntitiesDocument.parse({ format: 'hearsay-entities/1', ...document }));
}

export type Shared = Pick<HearsayExport, 'entities' | 'standing'>;

/**
 * The shared parts of an export. `within` tells which records it is about, null for all. An entity of which documents
 * say different things stands here as it is in the database, since the first word said is kept; so does one of which
 * the document that defined it is gone.
 */
export async function readShared(reader: Reader, within: ReadonlySet<string> | null): Promise<Shared> {
  const rows = await reader.read('read/graph/entities', {});
  const stated = await reader.read('read/export/curated-relations', { types: [...entityRelations] });
  const { nodes: all, relations: curatedRelations } = await sharedAsGiven(reader, {
    nodes: rows.map(({ key, properties }) => ({ key, properties: known(properties) })),
    relations: stated
      .filter(({ source }) => !source.startsWith('source:'))
      // Of these types alone was asked.
      .map((row) => ({ ...row, properties: known(row.properties) }) as RelationRow),
  });
  // An outlet names its country.
  const countries = new Set(
    all.flatMap(({ key, properties }) => (within?.has(key) === true ? (properties.country ?? []) : [])),
  );
  const isWithin = (key: string): boolean => within === null || within.has(key) || countries.has(key);
  const nodes = all.filter(({ key }) => isWithin(key)).sort((a, b) => compare(a.key, b.key));
  const curated = nodes.filter(({ properties }) => properties.curated === true);
  const standing = nodes.filter(({ properties }) => properties.curated !== true);

  const relations = curatedRelations
    .filter(({ source, target }) => isWithin(source) && isWithin(target))
    .sort(
      (a, b) =>
        compare(a.source, b.source) ||
        compare(a.type, b.type) ||
        compare(a.target, b.target) ||
        compare(String(a.properties.title ?? ''), String(b.properties.title ?? '')),
    )
    .map(({ source, type, target, properties }) => ({
      type,
      start: source,
      end: target,
      ...pick(properties, relationMembers),
    }));
  const stubs = (await reader.read('read/export/stubs', {})).filter(({ key }) => isWithin(key));
  const given = await namesFromDocuments(
    reader,
    standing.map(({ key }) => key),
  );
  return {
    entities: documentsOf(
      curated.map(({ key, properties }) => entityParts(key, properties, strings(properties.curatedAliases))),
      relations,
    ),
    standing: {
      entities: standing.map(({ key, properties }) => {
        const own = strings(properties.aliases).filter((name) => given.get(key)?.has(name) !== true);
        return Entity.parse({
          type: typeOf(key),
          key,
          ...pick(properties, entityMembers),
          ...listed('aliases', own.slice(0, mostAliases)),
        });
      }),
      articles: stubs
        .map(({ key, properties }) => {
          const { key: _, ...stub } = known(properties);
          return StandingArticle.parse({ key, ...stubParts({ ...stub, held: false }) });
        })
        .sort((a, b) => compare(a.key, b.key)),
    },
  };
}

/** The names that documents give each entity, so that they need not stand beside them. */
async function namesFromDocuments(reader: Reader, keys: readonly string[]): Promise<Map<string, Set<string>>> {
  const rows = await inBatches(keys, (batch) =>
    reader.read('write/find/incoming', { keys: batch, types: ['MENTIONS'] }),
  );
  const names = new Map<string, Set<string>>();
  for (const { target, properties } of rows) {
    const found = names.get(target) ?? new Set();
    for (const name of properties.name === undefined ? [] : namesGiven(properties)) found.add(name);
    names.set(target, found);
  }
  return names;
}
