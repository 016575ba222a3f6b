// The filters that are in force, in words, each with the filters as they would be without it.
import { formatDate, formatRange, listNames } from '../../text/format.ts';
import { propertyLabel, relationWords, stances } from '../../text/words.ts';
import type { Filters } from '../filters.ts';
import { everyPlan } from './positions.ts';
import type { Operator, PropertyTest } from './properties.ts';
import type { Days } from './reports.ts';

export interface ActiveFilter {
  id: string;
  /** What is filtered by, and how: "Origins" and "at least 2". */
  kind: string;
  text: string;
  without: Filters;
}

export interface Names {
  node(key: string): string;
  outlet(key: string): string;
  /** The outlets that there are; none as long as they are not known. */
  outlets: readonly string[];
}

export const operatorWords: Readonly<Record<Operator, string>> = {
  is: 'is',
  contains: 'contains',
  least: 'at least',
  most: 'at most',
  exists: 'is there',
};

/** "born at least 1970". */
export const testWords = ({ name, operator, value }: Pick<PropertyTest, 'name' | 'operator' | 'value'>): string =>
  `${propertyLabel(name).toLowerCase()} ${operatorWords[operator]}${operator === 'exists' ? '' : ` ${value}`}`;

/** "24 Oct 2024 – 3 Dec 2024", "from 24 Oct 2024 on", "by 3 Dec 2024". */
export const daysWords = ({ from, to }: Days): string =>
  from !== null && from === to ? formatDate(from) : (formatRange(from, to) ?? '');

const added = <T>(off: ReadonlySet<T>, usual: ReadonlySet<T>): T[] => [...off].filter((value) => !usual.has(value));
const shortest = 3;

/** All of them, in the order of the rail. What is switched on beyond the usual leaves nothing out, and is none. */
export function activeFilters(filters: Filters, usual: Filters, names: Names): ActiveFilter[] {
  const list: ActiveFilter[] = [];
  const put = (id: string, kind: string, text: string, next: Partial<Filters>) =>
    list.push({ id, kind, text, without: { ...filters, ...next } });
  const without = (id: string, words: readonly string[], next: Partial<Filters>) => {
    if (words.length > 0) put(id, 'Without', listNames(words, shortest), next);
  };
  without(
    'stances',
    stances.filter((stance) => filters.stancesOff.has(stance)),
    { stancesOff: usual.stancesOff },
  );
  const { plan } = filters;
  if (plan !== undefined && plan !== everyPlan && plan !== usual.plan)
    put('plan', 'Positions on', names.node(plan), { plan: usual.plan });
  without('types', added(filters.typesOff, usual.typesOff), { typesOff: usual.typesOff });
  without(
    'relations',
    added(filters.relationsOff, usual.relationsOff).map((type) => relationWords(type)),
    { relationsOff: usual.relationsOff },
  );
  const kept = names.outlets.filter((key) => !filters.outletsOff.has(key));
  // Who chose one of many thinks of the one.
  if (kept.length > 0 && kept.length < filters.outletsOff.size)
    put('outlets', 'Only', listNames(kept.map(names.outlet), shortest), { outletsOff: usual.outletsOff });
  else without('outlets', [...filters.outletsOff].map(names.outlet), { outletsOff: usual.outletsOff });
  if (filters.days) put('days', 'Reports', daysWords(filters.days), { days: null });
  if (filters.origins > 0) put('origins', 'Origins', `at least ${filters.origins}`, { origins: 0 });
  if (filters.contested) put('contested', 'Only', 'contested', { contested: false });
  if (filters.noted) put('noted', 'Only', 'with notes', { noted: false });
  if (filters.near) {
    const { key, hops } = filters.near;
    put('near', `Within ${hops} ${hops === 1 ? 'hop' : 'hops'} of`, names.node(key), { near: null });
  }
  if (filters.component !== null) put('component', 'Joined to', names.node(filters.component), { component: null });
  if (filters.componentSize > 0)
    put('component-size', 'Components of', `${filters.componentSize} nodes or more`, { componentSize: 0 });
  if (filters.degree > 0) put('degree', 'Relations', `at least ${filters.degree}`, { degree: 0 });
  for (const [index, test] of filters.where.entries())
    put(`where ${index}`, test.on === 'node' ? test.type : relationWords(test.type), testWords(test), {
      where: filters.where.filter((one) => one !== test),
    });
  return list;
}
