// An entity as people say it is: made anew, or given other values than the reports do.

import { changes, edgesOf } from '../curation/decide.ts';
import { requireHearsay } from '../curation/subject.ts';
import { Conflict, InvalidRequest } from '../errors.ts';
import { entityMembers } from '../exchange/background-parts.ts';
import { latestChangeOf, recordChange } from '../history/keep.ts';
import { changedMeanwhile, versionOf } from '../history/version.ts';
import { entityNode } from '../identity/one-entity.ts';
import { checkNotMerged, standingOf } from '../identity/standing.ts';
import { canonicalJson } from '../ingest/canonical.ts';
import { entityParts, entityProperties, gradeOf } from '../ingest/contributions.ts';
import { deriveTouched, questionsAround } from '../ingest/derive.ts';
import type { NodeRow, Properties } from '../ingest/rows.ts';
import { writeNodes } from '../ingest/write.ts';
import type { ChangedPart, ChangeReport, EditableEntity, EntityChangeBody } from '../schema/changes.ts';
import type { Entity } from '../schema/entity.ts';
import { distinct } from '../schema/lists.ts';
import type { Store, Transaction } from '../store/port.ts';

type Item = ChangedPart['before'];

/** What a person can say of an entity, and whether somebody did: the reports alone answer for the rest. */
function itemOf(node: NodeRow | null): Item {
  if (node === null) return null;
  const { scalars, curatedAliases, others } = entityParts(node.properties);
  const said = Object.fromEntries(
    entityMembers.flatMap((name) => (scalars[name] === undefined ? [] : [[name, scalars[name]]])),
  );
  return {
    type: node.label,
    key: node.key,
    ...said,
    aliases: curatedAliases,
    names: others,
    curated: scalars.curated === true,
  } as Item;
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** The node that an item stands for; its grade is nothing that an item says. */
function nodeOf(item: NonNullable<Item>, before: NodeRow | null): NodeRow {
  const said = Object.fromEntries(
    entityMembers.flatMap((name) => (item[name] === undefined ? [] : [[name, item[name]]])),
  );
  const scalars = {
    ...gradeOf(before?.properties ?? {}),
    ...said,
    ...(item.curated === true ? { curated: true } : {}),
  };
  return {
    key: String(item.key),
    label: item.type as NodeRow['label'],
    properties: entityProperties(scalars as Properties, listOf(item.aliases), listOf(item.names)),
  };
}

/** Of what a person writes the item: names that reports give stay, and a former name is one more by which it goes. */
function itemSaid({ mentions: _, aliases = [], ...entity }: Entity, before: Item): NonNullable<Item> {
  const former = typeof before?.name === 'string' && before.name !== entity.name ? [before.name] : [];
  const names = distinct([...listOf(before?.names), ...(before?.curated === true ? [] : former)]);
  // What is absent is no member of JSON.
  return JSON.parse(
    JSON.stringify({ ...entity, aliases: distinct(aliases), names, curated: true }),
  ) as NonNullable<Item>;
}

/** Whether anything stored is about it: by a relation that is not derived, or as the country of somebody. */
async function isNamed(tx: Transaction, key: string): Promise<boolean> {
  if ((await tx.read('write/find/attached', { keys: [key] })).length > 0) return true;
  if (!key.startsWith('country:')) return false;
  return (await tx.read('read/graph/entities', {})).some(({ properties }) => properties.country === key);
}

/** Writes the item, or takes the entity out where there is none; the derived edges are brought in step. */
async function put(tx: Transaction, key: string, item: Item, before: NodeRow | null): Promise<ChangeReport['edges']> {
  const around = key.startsWith('outlet:') ? { outlets: [key] } : {};
  const claims = await questionsAround(tx, around);
  const edges = await edgesOf(tx, claims);
  if (item !== null) await writeNodes(tx, [nodeOf(item, before)]);
  else if (await isNamed(tx, key)) {
    throw new Conflict(`"${key}" is named in reports or by other entities: it cannot be taken out.`, {
      detail: 'Change what these say first, or merge it into another entity.',
    });
  } else await tx.write('write/delete-records', { keys: [key] });
  if (claims.length > 0) await deriveTouched(tx, claims);
  return changes(edges, await edgesOf(tx, claims));
}

/** The item as it was before a change, with the names that reports gave it since. */
export function itemBefore(now: Item, { before, after }: ChangedPart): Item {
  if (before === null) return null;
  const given = listOf(now?.names).filter((name) => !listOf(after?.names).includes(name));
  return { ...before, names: distinct([...listOf(before.names), ...given]) };
}

/** Whether two items say the same; the names that reports give are theirs. */
export const saysSame = (one: Item, other: Item): boolean =>
  canonicalJson(one && { ...one, names: [] }) === canonicalJson(other && { ...other, names: [] });

const nameOf = (item: Item): string => String(item?.name ?? item?.key ?? '');

export interface EntityChange {
  by: string;
  why?: string | undefined;
  takesBack?: string | undefined;
  what(before: Item, after: Item): string;
}

/** In a transaction under the write lock; `next` says what the entity is to be from what it is. */
export async function changeEntityIn(
  tx: Transaction,
  key: string,
  { by, why, takesBack, what }: EntityChange,
  next: (before: Item) => Item,
): Promise<ChangeReport> {
  checkNotMerged(key, await standingOf(tx));
  const node = await entityNode(tx, key);
  const before = itemOf(node);
  const after = next(before);
  if (saysSame(before, after)) return { key, outcome: 'unchanged', edges: [], change: null };
  const edges = await put(tx, key, after, node);
  const parts = [{ part: 'entity', id: key, before, after }];
  const subject = { key, name: nameOf(after ?? before) };
  const change = await recordChange(tx, {
    kind: 'entity',
    what: what(before, after),
    subject,
    by,
    why,
    parts,
    takesBack,
  });
  const outcome = before === null ? 'created' : after === null ? 'removed' : 'changed';
  return { key, outcome, edges, change };
}

/** What is wrong in itself, or points to something that is not there. */
async function checkEntity(tx: Transaction, key: string, entity: Entity): Promise<void> {
  const refuse = (pointer: string, reason: string): never => {
    throw new InvalidRequest(`${pointer}: ${reason}.`, { errors: [{ pointer, reason }] });
  };
  if (entity.key !== key) refuse('/entity/key', `must be "${key}", as the address says`);
  if (entity.mentions !== undefined) refuse('/entity/mentions', 'are of an article: change its document instead');
  if ('country' in entity && entity.country !== undefined && (await entityNode(tx, entity.country)) === null)
    refuse('/entity/country', `"${entity.country}" is not in the database; make it first`);
}

/** What counts as another state of an entity: not the names that reports give it. */
const versionOfItem = (item: Item): string | null => versionOf(item && { ...item, names: [] });

/** An entity as it may be changed by hand, null where there is none. Throws NotFound where the database is not Hearsay's. */
export async function editableEntity(
  store: Pick<Store, 'read' | 'capabilities'>,
  key: string,
): Promise<EditableEntity> {
  requireHearsay(store);
  const item = itemOf(await entityNode(store, key));
  return { key, entity: item, version: versionOfItem(item) };
}

/** Throws Conflict, with who changed what when, where the entity is otherwise than it was read. */
async function checkVersion(tx: Transaction, { entity, version }: EntityChangeBody): Promise<void> {
  const { key } = entity;
  const now = itemOf(await entityNode(tx, key));
  // The same request again, after an answer that got lost, is no conflict.
  if (version === undefined || versionOfItem(now) === version || saysSame(now, itemSaid(entity, now))) return;
  const since = await latestChangeOf(tx, key, { part: 'entity', id: key });
  throw changedMeanwhile([{ pointer: '/entity', name: nameOf(now) || key, since }], `/api/entities/${key}`);
}

/**
 * Makes an entity or gives it other values; what reports say of it otherwise does not change these. Throws Conflict for
 * one that was merged into another, and InvalidRequest for values that cannot be.
 */
export async function putEntity(
  store: Pick<Store, 'transaction' | 'capabilities'>,
  key: string,
  body: EntityChangeBody,
): Promise<ChangeReport> {
  const { entity, by, why } = body;
  requireHearsay(store);
  return store.transaction(async (tx) => {
    await tx.write('write/lock', {});
    await checkEntity(tx, key, entity);
    await checkVersion(tx, body);
    const what = (before: Item): string =>
      before === null ? `Added ${entity.name}` : `Changed what is said of ${nameOf(before)}`;
    return changeEntityIn(tx, key, { by, why, what }, (before) => itemSaid(entity, before));
  });
}
