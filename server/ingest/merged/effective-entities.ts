// What a document of shared entities says once entities were merged: of one that was, its names and what was open.

import { type Operation, redirects } from '../../evidence/operations.ts';
import type { EntitiesDocument, Entity } from '../../schema/entity.ts';
import { inBatches } from '../../schema/lists.ts';
import type { Reader } from '../../store/port.ts';
import { renameKeys } from '../references.ts';
import { uniteEntities } from './unify.ts';

/** The entry under its new key: the name there holds, and so does all else that is known. */
function asKnown(entity: Entity, key: string, known: Readonly<Record<string, unknown>>): Entity {
  const { name, aliases = [], ...rest } = entity;
  const open = Object.entries(rest).filter(([member]) => known[member] === undefined);
  const called = typeof known.name === 'string' ? known.name : name;
  return { ...Object.fromEntries(open), type: entity.type, key, name: called, aliases: [name, ...aliases] } as Entity;
}

export async function effectiveEntities(
  reader: Reader,
  document: EntitiesDocument,
  operations: readonly Operation[],
): Promise<EntitiesDocument> {
  const merged = redirects(operations);
  if (merged.size === 0) return document;
  const isMerged = ({ key }: Entity): boolean => merged.has(key);
  const keys = document.entities.flatMap(({ key }) => merged.get(key) ?? []);
  const rows = await inBatches(keys, (batch) => reader.read('write/find/records', { keys: batch }));
  const known = new Map(rows.map(({ key, properties }) => [key, properties]));
  const renamed = renameKeys(document, (key) => merged.get(key) ?? key);
  const entries = document.entities.map((entity, at): Entity => {
    const key = merged.get(entity.key);
    return key === undefined ? (renamed.entities[at] ?? entity) : asKnown(entity, key, known.get(key) ?? {});
  });
  const own = entries.filter((_, at) => !isMerged(document.entities[at] as Entity));
  const others = entries.filter((_, at) => isMerged(document.entities[at] as Entity));
  const relations = renamed.relations?.filter(({ start, end }) => start !== end);
  return {
    ...renamed,
    entities: uniteEntities([...own, ...others]),
    ...(relations === undefined ? {} : { relations }),
  };
}
