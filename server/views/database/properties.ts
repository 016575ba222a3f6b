// The properties of each label and relation type with the types of their values, read from a sample.
import type { Store } from '../../store/port.ts';
import { compare } from '../order.ts';
import { ofNeo4j, ofValue } from './types.ts';

export type Properties = { name: string; types: string[] }[];
type Found = Map<string, Map<string, Set<string>>>;

/** Nodes of each label, and relations of each type, that are looked at. */
export const sampleSize = 1000;

function add(found: Found, of: string, property: string, types: readonly string[]): void {
  const properties = found.get(of) ?? new Map<string, Set<string>>();
  found.set(of, properties);
  properties.set(property, new Set([...(properties.get(property) ?? []), ...types]));
}

function addSample(found: Found, of: string, rows: readonly { properties: Record<string, unknown> }[]): void {
  for (const { properties } of rows)
    for (const [property, value] of Object.entries(properties))
      if (value !== null) add(found, of, property, [ofValue(value)]);
}

/** By label or type; in order of name. */
function sorted(found: Found): Map<string, Properties> {
  const listed = (properties: Map<string, Set<string>>): Properties =>
    [...properties]
      .map(([name, types]) => ({ name, types: [...types].sort(compare) }))
      .sort((a, b) => compare(a.name, b.name));
  return new Map([...found].map(([of, properties]) => [of, listed(properties)]));
}

export async function nodeProperties(store: Store, labels: readonly string[]): Promise<Map<string, Properties>> {
  const found: Found = new Map();
  if (store.capabilities.engine === 'neo4j') {
    for (const { label, property, types } of await store.read('read/database/node-properties', { limit: sampleSize }))
      add(found, label, property, types.map(ofNeo4j));
  } else {
    for (const label of labels)
      addSample(found, label, await store.read('read/database/nodes-of', { label, limit: sampleSize }));
  }
  return sorted(found);
}

export async function relationProperties(store: Store, types: readonly string[]): Promise<Map<string, Properties>> {
  const found: Found = new Map();
  if (store.capabilities.engine === 'neo4j') {
    const rows = await store.read('read/database/relation-properties', { limit: sampleSize });
    for (const { type, property, types: seen } of rows) add(found, type, property, seen.map(ofNeo4j));
  } else {
    for (const type of types)
      addSample(found, type, await store.read('read/database/relations-of', { type, limit: sampleSize }));
  }
  return sorted(found);
}
