// The filters that are in force at the moment, in words.
import { computed } from '@preact/signals';
import { articles, counts, nameOf, usualFilters } from './data.ts';
import { activeFilters } from './filters/active.ts';
import { unnamedOutlet } from './filters/reports.ts';
import { filters } from './view.ts';

/** An outlet's name; of one that no article is known of, its key. */
export const outletName = (key: string): string =>
  key === unnamedOutlet
    ? 'outlet not named'
    : (articles.value.find(({ outlet }) => outlet?.key === key)?.outlet?.name ?? key);

export const filtersInForce = computed(() =>
  activeFilters(filters.value, usualFilters.value, {
    node: nameOf,
    outlet: outletName,
    outlets: counts.value.outlets.map(({ value }) => value),
  }),
);
