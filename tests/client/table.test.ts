import { expect, test } from 'vitest';
import { pageOf, pageSize, rangeOf, sortRows, turned } from '../../client/ui/table.ts';
import { csvOf } from '../../client/ui/table-csv.ts';

const rows = [
  { k: 'b', v: 2 },
  { k: 'a', v: 2 },
  { k: 'c', v: undefined },
  { k: 'd', v: 10 },
];
const sorted = (descending: boolean) =>
  sortRows(
    rows,
    (row) => row.v,
    (row) => row.k,
    descending,
  ).map((row) => row.k);

test('rows are sorted by value, then key, and those without the value come last', () => {
  expect(sorted(false)).toEqual(['a', 'b', 'd', 'c']);
  expect(sorted(true)).toEqual(['d', 'a', 'b', 'c']);
});

test('text is sorted without regard to case', () => {
  const names = sortRows(
    ['b', 'A', 'c'],
    (name) => name,
    (name) => name,
    false,
  );
  expect(names).toEqual(['A', 'b', 'c']);
});

test('a header sorts by its column, numbers from the largest, and turns on the second click', () => {
  const first = turned({ column: 'name', descending: false }, 'count', true);
  expect(first).toEqual({ column: 'count', descending: true });
  expect(turned(first, 'count', true)).toEqual({ column: 'count', descending: false });
});

test('pages hold 100 rows, and a page that no longer exists becomes the last', () => {
  const many = Array.from({ length: 250 }, (_, index) => index);
  expect(pageOf(many, 2)).toMatchObject({ page: 2, pages: 3, first: 200 });
  expect(pageOf(many, 9).rows).toHaveLength(50);
  expect(pageOf([], 3)).toEqual({ rows: [], page: 0, pages: 1, first: 0 });
  expect(pageOf(many, 0).rows).toHaveLength(pageSize);
});

test('a range is what lies between two rows, in either direction', () => {
  const keys = ['a', 'b', 'c', 'd'];
  expect(rangeOf(keys, 'b', 'd')).toEqual(['b', 'c', 'd']);
  expect(rangeOf(keys, 'd', 'b')).toEqual(['b', 'c', 'd']);
  // Where the range began may be filtered out by now.
  expect(rangeOf(keys, 'gone', 'c')).toEqual(['c']);
  expect(rangeOf(keys, 'gone', 'lost')).toEqual([]);
});

test('a CSV file quotes what it must, and makes formulas harmless', async () => {
  const text = await csvOf(
    ['Key', 'Name'],
    [
      ['a', '=1+1'],
      ['b', 'He said "no", twice'],
    ],
  ).text();
  expect(text.replace('\uFEFF', '').split('\r\n')).toEqual(['Key,Name', "a,'=1+1", 'b,"He said ""no"", twice"', '']);
});
