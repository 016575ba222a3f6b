// Reads the evidence filter out of an address: its keys are looked up, its case is opened, its grade is taken apart.
import { InvalidRequest, NotFound } from '../../errors.ts';
import type { EvidenceFilter } from '../../provenance/filter.ts';
import type { Reliability } from '../../schema/evidence.ts';
import type { EvidenceQuery } from '../../schema/query.ts';
import type { Reader } from '../../store/port.ts';
import { distinct } from '../order.ts';
import { nearest } from './load.ts';

/** Labels of what can be left out; an actor stands for all sources that are he. */
const removable = ['Article', 'Outlet', 'Source', 'Actor'];

async function checkKeys(store: Reader, keys: readonly string[]): Promise<void> {
  const rows = keys.length === 0 ? [] : await store.read('read/filter/known', { keys: [...keys] });
  const labels = new Map(rows.map((row) => [row.key, row.labels]));
  const unknown = keys.find((key) => !labels.has(key));
  if (unknown !== undefined) {
    throw new NotFound(`without: no record has the key "${unknown.slice(0, 200)}".`, {
      detail: 'The keys of articles, outlets, sources and actors can be left out.',
      nearest: await nearest(store, unknown, unknown.startsWith('source:') ? 'source:' : ''),
    });
  }
  const fixed = keys.find((key) => !removable.some((label) => labels.get(key)?.includes(label)));
  if (fixed === undefined) return;
  const reason = `"${fixed.slice(0, 200)}" is no article, outlet, source or actor`;
  throw new InvalidRequest(`without: ${reason}.`, { errors: [{ field: 'without', reason }] });
}

async function articlesOfCase(store: Reader, key: string): Promise<ReadonlySet<string>> {
  const [found] = await store.read('read/curation/case', { key });
  if (found !== undefined) return new Set(found.articles);
  throw new NotFound(`case: no case has the key "${key.slice(0, 200)}".`, {
    detail: 'GET /api/cases lists the cases there are.',
    nearest: await nearest(store, key, 'case:'),
  });
}

/** Whether the query leaves nothing out. */
export const isOpen = ({ asOf, without = [], case: oneCase, grade }: EvidenceQuery): boolean =>
  asOf === undefined && without.length === 0 && oneCase === undefined && grade === undefined;

/** The same text for the same filter, whatever the order of its keys. */
export const filterName = ({ asOf = '', without = [], case: oneCase = '', grade = '' }: EvidenceQuery): string =>
  JSON.stringify([asOf, distinct(without), oneCase, grade]);

/**
 * What the query asks for. Throws NotFound with the nearest names where a key in `without` or `case` is unknown, and
 * InvalidRequest where one in `without` is of something that cannot be left out.
 */
export async function filterOf(store: Reader, query: EvidenceQuery): Promise<EvidenceFilter> {
  const { asOf, case: oneCase, grade = '' } = query;
  const without = distinct(query.without ?? []);
  const [only] = await Promise.all([
    oneCase === undefined ? undefined : articlesOfCase(store, oneCase),
    checkKeys(store, without),
  ]);
  const reliability = /[A-E]/.exec(grade)?.[0] as Exclude<Reliability, 'F'> | undefined;
  const credibility = /[1-5]/.exec(grade)?.[0];
  return {
    ...(asOf === undefined ? {} : { asOf }),
    ...(without.length === 0 ? {} : { without }),
    ...(only === undefined ? {} : { only }),
    ...(reliability === undefined ? {} : { reliability }),
    ...(credibility === undefined ? {} : { credibility: Number(credibility) as 1 | 2 | 3 | 4 | 5 }),
  };
}
