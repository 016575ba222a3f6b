// Reads what nodes of each label have, as far as captions need it, and keeps the outcome for a while.
import type { Store } from '../../store/port.ts';
import { Captions, type LabelProfile, profileOf } from './captions.ts';

/** Nodes that are gone through for their labels, and of each label how many are looked at. */
const window = { neo4j: 200_000, embedded: 5_000 };
const sample = 200;

async function fromNeo4j(store: Store): Promise<LabelProfile[]> {
  const rows = await store.read('read/foreign/profile', { window: window.neo4j, sample });
  const profiles = new Map<string, LabelProfile & { properties: LabelProfile['properties'][number][] }>();
  for (const { label, nodes, sampled, property, texts, numbers, different, length } of rows) {
    const profile = profiles.get(label) ?? { label, nodes, sampled, properties: [] };
    profiles.set(label, profile);
    if (property !== null) profile.properties.push({ property, texts, numbers, different, length: length ?? 0 });
  }
  return [...profiles.values()];
}

async function fromEmbedded(store: Store): Promise<LabelProfile[]> {
  const found = new Map<string, { nodes: number; some: Record<string, unknown>[] }>();
  for (const { labels, properties } of await store.read('read/foreign/slice', { skip: 0, slice: window.embedded })) {
    for (const label of labels) {
      const of = found.get(label) ?? { nodes: 0, some: [] };
      found.set(label, of);
      of.nodes += 1;
      if (of.some.length < sample) of.some.push(properties);
    }
  }
  return [...found].map(([label, { nodes, some }]) => ({ ...profileOf(label, some), nodes }));
}

/** Others write to the database: what its nodes are called by is looked at anew after so long. */
const keptMs = 300_000;
const kept = new WeakMap<Store, { until: number; captions: Promise<Captions> }>();

/** After a write through this server: what nodes are called by is looked at anew. */
export const forgetCaptions = (store: Store): boolean => kept.delete(store);

/** How the nodes of somebody else's database are called. */
export function captionsOf(store: Store): Promise<Captions> {
  const before = kept.get(store);
  if (before !== undefined && before.until > Date.now()) return before.captions;
  const read = store.capabilities.engine === 'neo4j' ? fromNeo4j : fromEmbedded;
  const captions = read(store).then((profiles) => new Captions(profiles));
  kept.set(store, { until: Date.now() + keptMs, captions });
  captions.catch(() => {
    if (kept.get(store)?.captions === captions) kept.delete(store);
  });
  return captions;
}
