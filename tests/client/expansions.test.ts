import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Expansion,
  expansionsOf,
  findExpansion,
  togetherIn,
  withClaimed,
  withoutExpansion,
  withPage,
} from '../../client/state/expansions.ts';

const page = (found: readonly string[], fresh = found, next: string | null = null, total = found.length) => ({
  found,
  fresh,
  given: found.length,
  total,
  next,
  filter: '{}',
});
const kind = { type: 'MEMBER_OF', direction: 'out' } as const;
const nothing: ReadonlySet<string> = new Set();

test('the pages of one expansion are one, other kinds are others', () => {
  let list = withPage([], { of: ['a'], kind: undefined }, page(['b', 'c'], ['b', 'c'], 'there', 5));
  list = withPage(list, { of: ['a'], kind }, page(['d']));
  list = withPage(list, { of: ['a'], kind: undefined }, page(['e', 'f'], ['e'], 'on', 5));
  expect(list).toHaveLength(2);
  expect(findExpansion(list, ['a'])).toMatchObject({ given: 4, total: 5, next: 'on' });
  expect([...(findExpansion(list, ['a'])?.added ?? [])]).toEqual(['b', 'c', 'e']);
  expect(expansionsOf(list, 'a').map((one) => one.kind?.type)).toEqual([undefined, 'MEMBER_OF']);
});

test('under another filter the count begins anew', () => {
  const list = withPage([], { of: ['a'], kind: undefined }, page(['b'], ['b'], 'there', 5));
  const again = withPage(list, { of: ['a'], kind: undefined }, { ...page(['c'], ['c'], null, 2), filter: 'other' });
  expect(again[0]?.given).toBe(1);
});

test('collapsing takes off what an expansion added, but for what others found, start from or use', () => {
  let list = withPage([], { of: ['a'], kind: undefined }, page(['b', 'c', 'd', 'e']));
  // c is found again from elsewhere, d is expanded itself, e is in use.
  list = withPage(list, { of: ['x'], kind: undefined }, page(['c', 'y'], ['y']));
  list = withPage(list, { of: ['d'], kind: undefined }, page(['z']));
  const [first] = list;
  const { rest, off } = withoutExpansion(list, first as Expansion, new Set(['e']));
  expect([...off]).toEqual(['b']);
  expect(rest.map(({ of }) => of)).toEqual([['x'], ['d']]);
  const next = withoutExpansion(rest, findExpansion(rest, ['x']) as Expansion, nothing);
  expect([...next.off].sort()).toEqual(['c', 'y']);
});

test('several nodes expanded in one step are collapsed as one, apart from what each was expanded to by itself', () => {
  let list = withPage([], { of: ['a'], kind: undefined }, page(['c', 'd']));
  list = withPage(list, { of: ['a', 'b'], kind: undefined }, page(['c', 'e', 'f'], ['e', 'f']));
  expect(expansionsOf(list, 'b')).toHaveLength(1);
  expect(expansionsOf(list, 'a').map(({ of }) => of)).toEqual([['a', 'b'], ['a']]);
  expect(togetherIn(list, new Set(['a']))).toBeUndefined();
  const both = togetherIn(list, new Set(['b', 'a', 'x'])) as Expansion;
  const { rest, off } = withoutExpansion(list, both, nothing);
  expect([...off].sort()).toEqual(['e', 'f']);
  expect(rest.map(({ of }) => of)).toEqual([['a']]);
});

test('what somebody asked for stays when its expansion is collapsed', () => {
  const list = withClaimed(withPage([], { of: ['a'], kind: undefined }, page(['b', 'c'])), ['c']);
  expect([...withoutExpansion(list, list[0] as Expansion, nothing).off]).toEqual(['b']);
  expect(withClaimed(list, ['elsewhere'])).toBe(list);
});

test('collapsed one after the other in any order, expansions leave nothing behind', () => {
  const keys = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const pages = fc.array(fc.tuple(keys, fc.uniqueArray(keys)), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(pages, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (all, order) => {
      const there = new Set<string>();
      let list: Expansion[] = [];
      for (const [of, found] of all) {
        const fresh = found.filter((key) => !there.has(key));
        for (const key of fresh) there.add(key);
        list = withPage(list, { of: [of], kind: undefined }, page(found, fresh));
      }
      // What starts an expansion stays with it; the start itself may be brought by another.
      for (const at of order) {
        if (list.length === 0) break;
        const { rest, off } = withoutExpansion(list, list[at % list.length] as Expansion, nothing);
        for (const key of off) there.delete(key);
        list = rest;
      }
      const starts = new Set<string>(all.map(([of]) => of));
      expect([...there].filter((key) => !starts.has(key))).toEqual([]);
    }),
  );
});
