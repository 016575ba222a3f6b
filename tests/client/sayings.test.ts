import { expect, test } from 'vitest';
import { sayingsOf, stanceEdgeOf } from '../../client/text/sayings.ts';
import type { AssertionView } from '../../server/schema/view.ts';
import { assertion } from './trails-builders.ts';

const on = (key: string, article: string, day: string, part: Partial<AssertionView> = {}): AssertionView => {
  const base = assertion(key, article, part);
  return { ...base, article: { ...base.article, publishedTo: day, held: part.reconstructed !== true } };
};
const claim = (key: string) => ({ ...assertion('x', 'x').claim, key });

test('denials stand first, a claim is there once with its newest article and how many there are', () => {
  const list = sayingsOf([
    on('old', 'a', '2024-10-20'),
    on('new', 'b', '2024-10-24'),
    on('denial', 'c', '2024-10-01', { mode: 'denies' }),
    on('other', 'd', '2024-10-30', { claim: claim('claim:z') }),
  ]);
  expect(list.map(({ mode, newest, articles }) => [mode, newest.key, articles])).toEqual([
    ['denies', 'denial', 1],
    ['asserts', 'other', 1],
    ['asserts', 'new', 2],
  ]);
});

test('what is expected is another line than what is held now, which alone leads to an edge', () => {
  const list = sayingsOf([on('now', 'a', '2024-10-20'), on('later', 'b', '2024-10-24', { modality: 'expected' })]);
  expect(list.map(({ newest }) => [newest.key, stanceEdgeOf(newest)])).toEqual([
    ['later', undefined],
    ['now', 'OPPOSES~country:hu~plan:invitation'],
  ]);
  expect(stanceEdgeOf(on('no', 'a', '2024-10-20', { mode: 'denies' }))).toBeUndefined();
});

test('an article that is held stands for a claim before a newer one that is not; what does not count is left out', () => {
  const list = sayingsOf([
    on('held', 'a', '2024-10-20'),
    on('stub', 'b', '2024-10-24', { reconstructed: true }),
    on('out', 'c', '2024-10-25', { counts: false, claim: claim('claim:z') }),
  ]);
  expect(list.map(({ newest }) => newest.key)).toEqual(['held']);
});
