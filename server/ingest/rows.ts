// Plain rows for the write statements, and the set that gathers a document's rows without repeats.
import type { EntityType } from '../schema/key.ts';
import type { AssertedRelation, EvidenceLabel } from '../schema/kinds.ts';

export type Scalar = string | number | boolean | string[] | number[];
export type Properties = Record<string, Scalar>;

/** `properties` are without the key. */
export interface NodeRow {
  key: string;
  label: EntityType | EvidenceLabel;
  properties: Properties;
}
export interface RelationRow {
  type: AssertedRelation;
  source: string;
  target: string;
  properties: Properties;
}
export interface DocumentRows {
  nodes: NodeRow[];
  relations: RelationRow[];
}

/** The same for relations that are one: an office held twice between the same two is told apart by its title. */
export const relationId = ({
  type,
  source,
  target,
  properties,
}: Omit<RelationRow, 'type'> & { type: string }): string =>
  [type, source, target, type === 'HOLDS_OFFICE' ? String(properties.title ?? '') : ''].join('\n');

/** The object without its undefined members. */
export function defined(object: Record<string, Scalar | undefined>): Properties {
  const kept: Properties = {};
  for (const [name, value] of Object.entries(object)) if (value !== undefined) kept[name] = value;
  return kept;
}

/** Both lists in one, without repeats, in code-unit order. */
export const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])].sort();
const listOf = (value: Scalar | undefined): string[] => (Array.isArray(value) ? value.map(String) : []);

/** The lists of a relation that say where it comes from. */
export const sourceLists = ['articles', 'evidence'] as const;

/** Which of two statements of one relation is asked first for its period, title or role: a curated one, else the first. */
function precedence(first: Properties, further: Properties): Properties {
  const [curatedFirst, curatedFurther] = [first.curated === true, further.curated === true];
  if (curatedFurther) return curatedFirst ? { ...first, ...further } : further;
  return curatedFirst ? first : { ...further, ...first };
}

/** One relation stated twice: its details are of the one that counts more, its sources are united. */
export function mergeRelation(first: Properties, further: Properties): Properties {
  const merged: Properties = { ...precedence(first, further) };
  for (const name of sourceLists) {
    const sources = union(listOf(first[name]), listOf(further[name]));
    if (sources.length > 0) merged[name] = sources;
  }
  return merged;
}

/** The relation without what an article states of it, or null when nothing and nobody else states it. */
export function withoutArticle(properties: Properties, article: string): Properties | null {
  const { articles, evidence, ...left } = properties;
  const others = listOf(articles).filter((key) => key !== article);
  const places = listOf(evidence).filter(
    (place) => !place.startsWith(`${article}#`) || !/^\d+-\d+(?: |$)/.test(place.slice(article.length + 1)),
  );
  if (others.length === 0 && properties.curated !== true) return null;
  return {
    ...left,
    ...(others.length > 0 ? { articles: others } : {}),
    ...(places.length > 0 ? { evidence: places } : {}),
  };
}

/** Gathers rows; the first of two with one key gives what both have. */
export class RowSet {
  readonly #nodes = new Map<string, NodeRow>();
  readonly #relations = new Map<string, RelationRow>();

  node(label: NodeRow['label'], key: string, properties: Record<string, Scalar | undefined>): void {
    const given = defined(properties);
    const before = this.#nodes.get(key);
    this.#nodes.set(key, { key, label, properties: before === undefined ? given : { ...given, ...before.properties } });
  }

  relate(
    type: AssertedRelation,
    source: string,
    target: string,
    properties: Record<string, Scalar | undefined> = {},
  ): void {
    const row: RelationRow = { type, source, target, properties: defined(properties) };
    const id = relationId(row);
    const before = this.#relations.get(id);
    if (before !== undefined) row.properties = mergeRelation(before.properties, row.properties);
    this.#relations.set(id, row);
  }

  /** All rows in the order of their keys. */
  rows(): DocumentRows {
    const sorted = <T>(rows: Map<string, T>): T[] =>
      [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
    return { nodes: sorted(this.#nodes), relations: sorted(this.#relations) };
  }
}
