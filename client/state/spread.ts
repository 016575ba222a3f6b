// Who said it first and who followed: asked for an edge, a claim or an utterance, and laid out on a small time axis.
import { computed, signal } from '@preact/signals';
import type { Spread } from '../../server/schema/comparison.ts';
import { api, type SpreadOf } from '../api.ts';
import { axisOf, placeOf } from '../text/timeline.ts';
import { isForeign, loading } from './data.ts';
import { resource } from './resource.ts';
import { evidenceFilter } from './view.ts';

/** Of what it is shown; null where nobody looks at it. */
export const spreadOf = signal<SpreadOf | null>(null);
const wanted = computed(() =>
  spreadOf.value !== null && loading.value.state === 'ready' && !isForeign.value
    ? { of: spreadOf.value, filter: evidenceFilter.value }
    : undefined,
);
export const spread = resource(wanted, ({ of, filter }, signal) => api.spread(of, filter, signal), true);

export interface SpreadPlan {
  /** One a step, in their order; `at` is from 0 to 1, null for an undated one. */
  dots: { key: string; at: number | null }[];
  /** From the one relayed to the one that relays it, as indexes of steps. */
  arrows: { from: number; to: number }[];
  ticks: { at: number; day: string }[];
}

/** Where each step lies, and the arrows between them; the same for the same steps. */
export function planSpread(steps: Spread['steps']): SpreadPlan {
  const days = steps.flatMap(({ day }) => (day === null ? [] : [day]));
  const axis = axisOf(days);
  const index = new Map(steps.map(({ article }, at) => [article.key, at]));
  const ends = [...new Set([days[0], days.at(-1)])].filter((day) => day !== undefined);
  return {
    dots: steps.map(({ article, day }) => ({
      key: article.key,
      at: day === null ? null : placeOf(axis, day.slice(0, 10)),
    })),
    arrows: steps.flatMap(({ relays }, to) =>
      relays.flatMap((key) => {
        const from = index.get(key);
        return from === undefined || from === to ? [] : [{ from, to }];
      }),
    ),
    ticks: ends.map((day) => ({ day, at: placeOf(axis, day.slice(0, 10)) })),
  };
}
