// Which entities are one: what may be, merging two, splitting one, telling two apart, and taking each back.
import { computed, signal } from '@preact/signals';
import type { CurationReport } from '../../server/schema/curation.ts';
import type { DistinctionBody, MergeBody, OperationView } from '../../server/schema/identity.ts';
import { api } from '../api.ts';
import { slugOf } from '../text/slug.ts';
import { dataset, isForeign, loading } from './data.ts';
import { decide } from './decide.ts';
import { resource } from './resource.ts';
import { selectedNode, selectNode } from './selection.ts';

export const identityOpen = signal(false);

const whenReady = computed(() => (loading.value.state === 'ready' && !isForeign.value ? (true as const) : undefined));
/** All entities are compared for it: only while somebody looks at them. */
const whenOpen = computed(() => (identityOpen.value ? whenReady.value : undefined));
export const candidates = resource(whenOpen, (_, signal) => api.mergeCandidates(signal));
export const distinctions = resource(whenOpen, (_, signal) => api.distinctions(signal));
export const operations = resource(whenReady, (_, signal) => api.merges(signal));

/** Those that stand, the latest first. */
export const standing = computed<readonly OperationView[]>(() => {
  const status = operations.status.value;
  return status.state === 'ready' ? status.value.operations : [];
});

/** Whoever looks at what is gone afterwards looks at what took its place. */
const following =
  (from: string, into: string, work: () => Promise<CurationReport>) => async (): Promise<CurationReport> => {
    const report = await work();
    if (selectedNode.peek() === from) selectNode(into);
    return report;
  };

export const merge = (body: MergeBody): Promise<boolean> =>
  decide(
    'Merging',
    following(body.from, body.into, () => api.merge(body)),
  );

export interface Part {
  entity: string;
  name: string;
  articles: readonly string[];
  by: string;
  why?: string;
}

/** A key for a new entity of the same type: readable, and of none that is known here. */
export function keyBeside(entity: string, name: string, taken: (key: string) => boolean): string {
  const type = entity.slice(0, entity.indexOf(':'));
  const slug = slugOf(name, 60) || 'other';
  for (let number = 1; ; number++) {
    const key = `${type}:${slug}${number === 1 ? '' : `-${number}`}`;
    if (!taken(key)) return key;
  }
}

export function split({ articles, ...part }: Part): Promise<boolean> {
  const gone = new Set(standing.peek().map(({ from }) => from.key));
  const into = keyBeside(part.entity, part.name, (key) => dataset.peek().nodes.has(key) || gone.has(key));
  return decide('Splitting', () => api.split({ ...part, into, articles: [...articles] }));
}

export const undoOperation = ({ key, kind, from, into }: OperationView): Promise<boolean> =>
  decide(
    kind === 'merge' ? 'Taking the merge back' : 'Taking the split back',
    kind === 'merge' ? () => api.undoMerge(key) : following(into.key, from.key, () => api.undoMerge(key)),
  );

export const distinguish = (body: DistinctionBody): Promise<boolean> =>
  decide('Telling them apart', () => api.distinguish(body));
export const undistinguish = (key: string): Promise<boolean> => decide('Taking it back', () => api.undistinguish(key));
