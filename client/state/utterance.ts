// One act of speech with its renderings, for a selected utterance or one of the quotations that render it.
import { computed } from '@preact/signals';
import type { UtteranceView } from '../../server/schema/comparison.ts';
import { api, RequestFailed, translateProblem } from '../api.ts';
import { isForeign, loading } from './data.ts';
import { resource } from './resource.ts';
import { selectedNode } from './selection.ts';
import { evidenceFilter } from './view.ts';
import { noFilter } from './view-url.ts';

const wanted = computed(() => {
  const key = selectedNode.value;
  if (key === undefined || loading.value.state !== 'ready' || isForeign.value) return undefined;
  return /^(?:utterance|quote):/.test(key) ? { key, filter: evidenceFilter.value } : undefined;
});

export const utterance = resource<NonNullable<typeof wanted.value>, UtteranceView>(
  wanted,
  async ({ key, filter }, signal) => {
    if (key.startsWith('utterance:')) return api.utterance(key, filter, signal);
    const near = await api.neighbours(key, { types: ['RENDERS'], direction: 'out', limit: 1 }, noFilter, signal);
    const found = near.edges[0]?.target;
    if (found === undefined) {
      throw new RequestFailed(
        translateProblem(404, {
          title: 'This quotation renders no utterance',
          detail: 'The article quotes words without saying when or where they were spoken.',
          code: 'not-found',
        }),
      );
    }
    return api.utterance(found, filter, signal);
  },
);
