// Pages of the ledger: each entry once, whole questions together, from a cursor that holds for its own list only.
import { expect, test } from 'vitest';
import type { ContradictionType } from '../../../../server/schema/ledger.ts';
import { type Listed, pageOf } from '../../../../server/views/hearsay/ledger-page.ts';

const side = { claim: null, article: null, quote: null, mode: 'asserts' as const, assertions: [] };
const listed = (key: string, type: ContradictionType, questionKey: string, contests = type === 'denial'): Listed => ({
  entry: { key, type, questionKey, a: side, b: side, explanation: 'They differ.', claims: [] },
  about: [],
  disposition: { state: contests ? 'open' : 'explained', by: null, why: null, on: null },
  contests,
});
const all = [
  listed('a', 'tension', 'q1'),
  listed('b', 'denial', 'q2'),
  listed('c', 'wording', 'q2'),
  listed('d', 'denial', 'q3'),
  listed('e', 'tension', 'q3'),
  listed('f', 'wording', 'q0'),
];
const keys = (rows: readonly Listed[]) => rows.map(({ entry }) => entry.key).join('');

function walk(query: Parameters<typeof pageOf>[1]): string[] {
  const pages: string[] = [];
  for (let cursor: string | undefined, next: string | null = ''; next !== null; cursor = next ?? undefined) {
    const page = pageOf(all, { ...query, cursor });
    expect(page.first).toBe(pages.join('').length);
    pages.push(keys(page.rows));
    next = page.next;
  }
  return pages;
}

test('by type, question and key, as many as are asked for', () => {
  expect(walk({ limit: 2 })).toEqual(['bd', 'ae', 'fc']);
  expect(walk({})).toEqual(['bdaefc']);
});

test('by question: whole ones, first those with a contesting entry', () => {
  expect(walk({ order: 'question', limit: 1 })).toEqual(['bc', 'de', 'a', 'f']);
  expect(walk({ order: 'question', limit: 3 })).toEqual(['bcde', 'af']);
});

test('only what is asked for, and counted so', () => {
  expect(pageOf(all, { type: ['tension', 'wording'], limit: 2 })).toMatchObject({ total: 4, first: 0 });
  expect(keys(pageOf(all, { keys: ['f', 'x', 'a'] }).rows)).toBe('af');
  expect(keys(pageOf(all, { disposition: 'open' }).rows)).toBe('bd');
});

test('a cursor holds although its entry is gone, and is refused for another list', () => {
  const { next } = pageOf(all, { limit: 2 });
  expect(next).not.toBeNull();
  const cursor = next ?? '';
  expect(keys(pageOf(all.slice(0, 3), { limit: 2, cursor }).rows)).toBe('ac');
  expect(() => pageOf(all, { limit: 2, cursor, type: ['denial'] })).toThrow(/another page/);
  expect(() => pageOf(all, { limit: 2, cursor: 'x' })).toThrow(/broken/);
});
