// Makes of an entity's node what it is once another was merged into it, and lets the other go; and brings that back.
import { entityParts, entityProperties, gradeOf, namesGiven } from '../ingest/contributions.ts';
import { relationsOf } from '../ingest/owned.ts';
import { mergeRelation, type NodeRow, type Properties, type RelationRow, relationId } from '../ingest/rows.ts';
import { writeNodes, writeRelations } from '../ingest/write.ts';
import { namesIn } from '../schema/fold.ts';
import { type EntityType, entityTypes } from '../schema/key.ts';
import { entityRelations } from '../schema/kinds.ts';
import type { Reader, Transaction } from '../store/port.ts';
import { difference } from './three-ways.ts';
import type { Touch } from './undoing.ts';

const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** The node of an entity without its key; null where there is none. */
export async function entityNode(tx: Reader, key: string): Promise<NodeRow | null> {
  const [row] = await tx.read('write/find/records', { keys: [key] });
  const label = entityTypes.find((type): type is EntityType => row?.labels.includes(type) === true);
  if (row === undefined || label === undefined) return null;
  const { key: _, ...properties } = row.properties;
  return { key, label, properties };
}

/** Its name first, then its aliases. */
export const namesOf = ({ properties }: NodeRow): string[] => [String(properties.name), ...list(properties.aliases)];

/** Of its names those that no document gives and nobody curated: an export brought them. */
export async function standingNames(tx: Transaction, node: NodeRow): Promise<string[]> {
  const rows = await relationsOf(tx, 'incoming', [node.key], ['MENTIONS']);
  const given = new Set(
    rows.flatMap(({ properties }) => (properties.name === undefined ? [] : namesGiven(properties))),
  );
  return entityParts(node.properties).others.filter((name) => !given.has(name));
}

/** Names that the one goes by and the other does not. */
export function namesOfItsOwn(node: NodeRow, other: NodeRow): string[] {
  const theirs = new Set(namesIn(String(other.properties.nameIndex ?? '|')));
  const index = new Set(namesIn(String(node.properties.nameIndex ?? '|')));
  return [...index].filter((name) => !theirs.has(name));
}

/** The node that stays: the other's names are among its own, and of a curated one what it leaves open. */
export function joined(into: NodeRow, from: NodeRow): Properties {
  const [{ scalars, curatedAliases, others }, other] = [entityParts(into.properties), entityParts(from.properties)];
  const { name: _, ...facts } = other.scalars;
  const grade = Object.keys(gradeOf(facts));
  const open = Object.entries(facts).filter(([member]) => !(member in scalars) && !grade.includes(member));
  const filled = other.scalars.curated === true ? { ...scalars, ...Object.fromEntries(open) } : scalars;
  return entityProperties(filled, [...curatedAliases, ...namesOf(from)], others);
}

/** The node without the grade that somebody gave it: that is a decision, and goes its own way. */
export function ungraded(node: NodeRow): NodeRow {
  const grade = Object.keys(gradeOf(node.properties));
  const left = Object.entries(node.properties).filter(([name]) => !grade.includes(name));
  return { ...node, properties: Object.fromEntries(left) };
}

/** What is curated of a node, for which no article's document answers. */
export function valuesOf(node: NodeRow): Properties {
  const { properties } = ungraded(node);
  const { scalars, curatedAliases } = entityParts(properties);
  return { ...scalars, ...(curatedAliases.length > 0 ? { curatedAliases } : {}) };
}

/** The node with these curated values, and with all other names that it has. */
export function withValues({ properties }: NodeRow, values: Properties): Properties {
  const { curatedAliases, ...scalars } = values;
  const { others } = entityParts(properties);
  return entityProperties({ ...scalars, ...gradeOf(properties) }, list(curatedAliases), others);
}

/** Gives it names that are lost when it is settled, since no document has them. */
export async function addNames(tx: Transaction, key: string, names: readonly string[]): Promise<void> {
  const node = names.length === 0 ? null : await entityNode(tx, key);
  if (node === null) return;
  const { scalars, curatedAliases, others } = entityParts(node.properties);
  await writeNodes(tx, [{ ...node, properties: entityProperties(scalars, curatedAliases, [...others, ...names]) }]);
}

/** What documents of shared entities say that it is to others; once all documents of articles are taken out. */
export async function curatedRelations(tx: Transaction, key: string): Promise<RelationRow[]> {
  const rows = [
    ...(await relationsOf(tx, 'outgoing', [key], entityRelations)),
    ...(await relationsOf(tx, 'incoming', [key], entityRelations)),
  ].filter(({ properties }) => properties.curated === true);
  return [...new Map(rows.map((row) => [relationId(row), row])).values()];
}

/** Puts them at the other entity; where that has one already, its own details hold. */
export async function moveRelations(
  tx: Transaction,
  rows: readonly RelationRow[],
  rename: (key: string) => string,
): Promise<Touch[]> {
  const touches: Touch[] = [];
  for (const row of rows) {
    const [source, target] = [rename(row.source), rename(row.target)];
    if (source === target) continue;
    const there = await tx.read('write/find/between', { rows: [{ type: row.type, source, target }] });
    const moved = { ...row, source, target };
    const before = there.find((one) => relationId(one) === relationId(moved))?.properties ?? null;
    const after = before === null ? row.properties : mergeRelation(row.properties, before);
    await writeRelations(tx, [{ ...moved, properties: after }]);
    const title = row.type === 'HOLDS_OFFICE' ? String(row.properties.title ?? '') : '';
    const values = before === null ? { before, after } : difference(before, after);
    touches.push({ what: 'relation', type: row.type, source, target, title, ...values });
  }
  return touches;
}
