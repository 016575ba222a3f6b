// The drafts there are: of which articles, and how many proposals of each nobody has decided on.
import { computed } from '@preact/signals';
import type { DraftHead } from '../../server/schema/drafts.ts';
import { workApi } from '../api-work.ts';
import { isForeign, loading } from './data.ts';
import { resource } from './resource.ts';

const whenReady = computed(() => (loading.value.state === 'ready' && !isForeign.value ? (true as const) : undefined));
export const drafts = resource(whenReady, (_, signal) => workApi.drafts(signal), true);

/** By the keys of their articles; what was known stays while it is asked for anew. */
export const draftHeads = computed<ReadonlyMap<string, DraftHead>>(() => {
  const status = drafts.status.value;
  const list = status.state === 'ready' ? status.value : status.state === 'loading' ? status.previous : undefined;
  return new Map((list?.drafts ?? []).map((one) => [one.article.key, one]));
});
