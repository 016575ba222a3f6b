// The filters as parameters of the address, and back.
import { type StanceName, stances } from '../../text/words.ts';
import type { Filters } from '../filters.ts';
import { operators, type PropertyTest } from './properties.ts';
import type { Days } from './reports.ts';
import { mostHops } from './structure.ts';

export const filterParameters = [
  'off',
  'stances-off',
  'relations-off',
  'plan',
  'all',
  'outlets-off',
  'days',
  'origins',
  'contested',
  'noted',
  'near',
  'component',
  'component-size',
  'degree',
  'where',
] as const;
export type FilterParameter = (typeof filterParameters)[number];

/** So many keys an address holds in one list. */
export const mostKeys = 200;
/** Numbers that anybody would filter by. */
const mostNumber = 1_000_000;

// Keys hold no commas or blanks of their own, but a foreign relation's type may: each item is escaped by itself.
const escapeItem = (value: string): string => value.replace(/[%,\s]/gu, encodeURIComponent);
/** The same for the parts of an item, which stand between tildes. */
export const escapePart = (value: string): string =>
  value.replace(/[%,~\s]/gu, (sign) => (sign === '~' ? '%7E' : encodeURIComponent(sign)));

/** Items with commas between them, sorted. */
export const join = (values: Iterable<string>): string => [...values].sort().map(escapeItem).join(',');
export const split = (text: string): string[] => (text === '' ? [] : text.split(',').map(decodeURIComponent));
/** A set of at most so many keys; undefined where it makes no sense. */
export function readKeys(text: string, most = mostKeys): Set<string> | undefined {
  const list = split(text);
  return list.length <= most && list.every((key) => key !== '') ? new Set(list) : undefined;
}
export const readKey = (text: string): string | undefined => (text.trim() === '' ? undefined : text);
/** A day YYYY-MM-DD that there is. */
export const readDay = (text: string): string | undefined =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
    ? text
    : undefined;

const same = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((value) => b.has(value));

/** A whole number from 1 to a million. */
export const readWhole = (text: string): number | undefined => {
  const value = Number(text);
  return /^\d{1,7}$/.test(text) && value > 0 && value <= mostNumber ? value : undefined;
};

function readDays(text: string): Days | undefined {
  const [from, to, ...rest] = text.split('..');
  if (from === undefined || to === undefined || rest.length > 0 || text === '..') return undefined;
  const days = { from: from === '' ? null : readDay(from), to: to === '' ? null : readDay(to) };
  if (days.from === undefined || days.to === undefined) return undefined;
  if (days.from !== null && days.to !== null && days.from > days.to) return undefined;
  return days as Days;
}

function readTest(text: string): PropertyTest | undefined {
  const [on, type, name, word, value = '', ...rest] = text.split('~').map(decodeURIComponent);
  const operator = operators.find((one) => one === word);
  if ((on !== 'node' && on !== 'relation') || !type || !name || !operator || rest.length > 0) return undefined;
  return operator === 'exists' || value !== '' ? { on, type, name, operator, value } : undefined;
}

function readNear(text: string): Filters['near'] | undefined {
  const [key, hops, ...rest] = split(text);
  const of = readWhole(hops ?? '');
  return key && of !== undefined && of <= mostHops && rest.length === 0 ? { key, hops: of } : undefined;
}

/** What differs from the usual, as parameter and value. */
export function encodeFilters(
  filters: Filters,
  usual: Filters,
  put: (name: FilterParameter, value: string | null | undefined) => void,
): void {
  if (!same(filters.typesOff, usual.typesOff)) put('off', join(filters.typesOff));
  if (filters.stancesOff.size > 0) put('stances-off', join(filters.stancesOff));
  if (!same(filters.relationsOff, usual.relationsOff)) put('relations-off', join(filters.relationsOff));
  if (filters.plan !== usual.plan) put('plan', filters.plan);
  if (filters.bystanders !== usual.bystanders) put('all', '1');
  if (filters.outletsOff.size > 0) put('outlets-off', join(filters.outletsOff));
  if (filters.days) put('days', `${filters.days.from ?? ''}..${filters.days.to ?? ''}`);
  if (filters.origins > 0) put('origins', String(filters.origins));
  if (filters.contested) put('contested', '1');
  if (filters.noted) put('noted', '1');
  if (filters.near) put('near', [filters.near.key, String(filters.near.hops)].map(escapeItem).join(','));
  put('component', filters.component);
  if (filters.componentSize > 0) put('component-size', String(filters.componentSize));
  if (filters.degree > 0) put('degree', String(filters.degree));
  if (filters.where.length > 0)
    put(
      'where',
      filters.where
        .map(({ on, type, name, operator, value }) => [on, type, name, operator, value].map(escapePart).join('~'))
        .join(','),
    );
}

export type ReadParameter = <T>(name: FilterParameter, fallback: T, parse: (text: string) => T | undefined) => T;

const flag = (text: string): true | undefined => (text === '1' ? true : undefined);

/** The filters that `read` finds, lists up to `most` items; each that is missing or makes no sense is the usual one. */
export function decodeFilters(read: ReadParameter, usual: Filters, most = mostKeys): Filters {
  const keys = (text: string) => readKeys(text, most);
  return {
    typesOff: read('off', usual.typesOff, keys),
    stancesOff: read<ReadonlySet<StanceName>>('stances-off', usual.stancesOff, (text) => {
      const list = split(text);
      const known = stances.filter((stance) => list.includes(stance));
      return known.length === list.length ? new Set(known) : undefined;
    }),
    relationsOff: read('relations-off', usual.relationsOff, keys),
    plan: read<string | undefined>('plan', usual.plan, readKey),
    bystanders: read('all', usual.bystanders, flag),
    outletsOff: read('outlets-off', usual.outletsOff, keys),
    days: read<Days | null>('days', usual.days, readDays),
    origins: read('origins', usual.origins, readWhole),
    contested: read('contested', usual.contested, flag),
    noted: read('noted', usual.noted, flag),
    near: read<Filters['near']>('near', usual.near, readNear),
    component: read<string | null>('component', usual.component, readKey),
    componentSize: read('component-size', usual.componentSize, readWhole),
    degree: read('degree', usual.degree, readWhole),
    where: read<readonly PropertyTest[]>('where', usual.where, (text) => {
      const tests = text.split(',').map(readTest);
      return tests.length <= most && tests.every((test) => test !== undefined) ? tests : undefined;
    }),
  };
}
