import { expect, test } from 'vitest';
import { gridStep, sliceOf } from '../../client/panels/matrix-keys.ts';
import { openFilters } from '../../client/state/filters.ts';
import { isSilent, matrixOf, matrixSort, sortMatrix } from '../../client/state/stances.ts';
import { saidWords } from '../../client/text/words.ts';
import type { Holder, StanceRow, StanceTable } from '../../server/schema/comparison.ts';

const holder = (name: string, label = 'Country'): Holder => ({ key: `h:${name}`, name, labels: [label] });
const plan = (name: string): Holder => ({ key: `p:${name}`, name, labels: ['Plan'] });
const row = (name: string, on: string, stance: StanceRow['stance'], label = 'Country'): StanceRow => ({
  holder: holder(name, label),
  plan: { key: `p:${on}`, name: on },
  stance,
  edgeKey: `${stance}~${name}~${on}`,
  originsMin: 1,
  originsMax: 1,
  originsByOwner: 1,
  sources: 1,
  articles: 1,
  outlets: 1,
  unnamedOutlets: 0,
  contested: false,
  first: null,
  last: null,
});
const found: StanceTable = {
  plan: null,
  plans: [plan('Invitation'), plan('Membership'), plan('Lesser')],
  rows: [
    row('Germany', 'Invitation', 'noncommittal'),
    row('Germany', 'Invitation', 'opposes'),
    row('Germany', 'Membership', 'supports'),
    row('Belgium', 'Invitation', 'defers'),
    row('Rutte', 'Membership', 'supports', 'Person'),
    row('Austria', 'Lesser', 'opposes'),
  ],
  silent: [holder('Italy')],
};
const main = new Set(['p:Invitation', 'p:Membership']);
const options = {
  filters: { ...openFilters, plan: undefined },
  main,
  text: '',
  sort: { by: 'name', descending: false },
};
const names = (of: ReturnType<typeof matrixOf>) => of.rows.map((one) => one.holder.name);

test('holders by plans; a cell keeps all its positions in the stances’ order, silent members have an empty row', () => {
  const matrix = matrixOf(found, options);
  expect(matrix.plans.map((one) => one.name)).toEqual(['Invitation', 'Membership']);
  expect(names(matrix)).toEqual(['Belgium', 'Germany', 'Italy', 'Rutte']);
  const germany = matrix.rows[1];
  expect(germany?.cells.get('p:Invitation')?.map((one) => one.stance)).toEqual(['opposes', 'noncommittal']);
  expect(germany?.count).toBe(3);
  expect(matrix.rows[2]).toMatchObject({ count: 0, cells: new Map() });
});

test('a member whose position is only denied or expected is not silent, and its cell says what is said', () => {
  const said = (stance: StanceRow['stance'], mode: 'denies' | 'asserts', modality: 'now' | 'expected') => ({
    plan: { key: 'p:Invitation', name: 'Invitation' },
    ...{ stance, mode, modality, claim: `claim:${stance}`, assertions: [] },
  });
  const unsettled = [
    { holder: holder('Turkey'), said: [said('opposes', 'denies', 'now'), said('supports', 'asserts', 'expected')] },
  ];
  const matrix = matrixOf({ ...found, unsettled }, options);
  const [italy, turkey] = ['Italy', 'Turkey'].map((name) => matrix.rows.find((one) => one.holder.name === name));
  expect([italy && isSilent(italy), turkey && isSilent(turkey)]).toEqual([true, false]);
  expect(turkey?.count).toBe(0);
  expect(turkey?.said.get('p:Invitation')?.map(saidWords)).toEqual(['opposes: denied', 'supports: expected']);
});

test('the filters leave out stances, types and plans, the text holders', () => {
  const without = (filters: Partial<typeof openFilters>) =>
    names(matrixOf({ ...found, silent: [] }, { ...options, filters: { ...options.filters, ...filters } }));
  expect(without({ stancesOff: new Set(['defers']) })).toEqual(['Germany', 'Rutte']);
  expect(without({ typesOff: new Set(['Country']) })).toEqual(['Rutte']);
  expect(without({ plan: 'p:Lesser' })).toEqual(['Austria']);
  expect(without({ plan: 'all' })).toEqual(['Austria', 'Belgium', 'Germany', 'Rutte']);
  expect(names(matrixOf(found, { ...options, text: ' GER ' }))).toEqual(['Germany']);
});

test('rows are sorted by name, by how many positions, or by the position on a plan with the silent last', () => {
  const sorted = (by: string, descending: boolean) => names(matrixOf(found, { ...options, sort: { by, descending } }));
  expect(sorted('stances', true)).toEqual(['Germany', 'Belgium', 'Rutte', 'Italy']);
  expect(sorted('p:Invitation', false)).toEqual(['Germany', 'Belgium', 'Italy', 'Rutte']);
  expect(sorted('p:Invitation', true)).toEqual(['Belgium', 'Germany', 'Italy', 'Rutte']);
});

test('a click on a heading sorts by it, another turns the order', () => {
  sortMatrix('p:Invitation');
  expect(matrixSort.value).toEqual({ by: 'p:Invitation', descending: false });
  sortMatrix('p:Invitation');
  expect(matrixSort.value.descending).toBe(true);
  sortMatrix('stances');
  expect(matrixSort.value).toEqual({ by: 'stances', descending: true });
});

test('arrow keys go through the parts of split cells, up and down in the column, and stop at the edges', () => {
  const rows = [
    [['a'], ['b', 'c']],
    [['d'], ['e']],
    [['f', 'g'], ['h']],
  ];
  const step = (from: string, key: string) => gridStep(rows, from, key);
  expect([step('a', 'ArrowRight'), step('b', 'ArrowRight'), step('c', 'ArrowRight')]).toEqual(['b', 'c', undefined]);
  expect([step('a', 'ArrowLeft'), step('b', 'ArrowLeft')]).toEqual([undefined, 'a']);
  expect([step('c', 'ArrowDown'), step('d', 'ArrowDown'), step('h', 'ArrowDown')]).toEqual(['e', 'f', undefined]);
  expect([step('h', 'ArrowUp'), step('a', 'ArrowUp')]).toEqual(['e', undefined]);
  expect([step('c', 'Home'), step('a', 'End')]).toEqual(['a', 'c']);
  expect([step('a', 'x'), step('nowhere', 'End')]).toEqual([undefined, undefined]);
});

test('200 holders on 20 plans are arranged well within a frame or two', () => {
  const rows = Array.from({ length: 4000 }, (_, index) =>
    row(`Holder ${index % 200}`, `Plan ${Math.floor(index / 200)}`, index % 2 === 0 ? 'opposes' : 'supports'),
  );
  const plans = Array.from({ length: 20 }, (_, index) => plan(`Plan ${index}`));
  const start = performance.now();
  const matrix = matrixOf({ plan: null, plans, rows }, { ...options, filters: { ...options.filters, plan: 'all' } });
  expect(performance.now() - start).toBeLessThan(200);
  expect([matrix.rows.length, matrix.plans.length]).toEqual([200, 20]);
});

test('the rows in the page are those in sight and a few beyond, and never outside of the table', () => {
  expect(sliceOf(200, 0, 700, 35)).toEqual({ from: 0, to: 28 });
  expect(sliceOf(200, 3500, 700, 35)).toEqual({ from: 92, to: 128 });
  expect(sliceOf(200, 6300, 700, 35)).toEqual({ from: 172, to: 200 });
  expect(sliceOf(5, 0, 700, 35)).toEqual({ from: 0, to: 5 });
  expect(sliceOf(0, 0, 700, 35)).toEqual({ from: 0, to: 0 });
});
