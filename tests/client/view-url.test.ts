import fc from 'fast-check';
import { expect, test } from 'vitest';
import { colourings, groupings, sizings } from '../../client/graph/appearance.ts';
import { layoutNames } from '../../client/graph/layouts/names.ts';
import { tableMetrics } from '../../client/graph/metrics/names.ts';
import { swatchNames } from '../../client/graph/palette.ts';
import { mostCaptions, shapeNames } from '../../client/graph/style.ts';
import { defaultCanvas, mostPins } from '../../client/state/canvas-url.ts';
import { parameterTypes } from '../../client/state/cypher/parameters.ts';
import { operators } from '../../client/state/filters/properties.ts';
import { mostHops } from '../../client/state/filters/structure.ts';
import { mostKeys } from '../../client/state/filters/url.ts';
import { openFilters } from '../../client/state/filters.ts';
import { mostStyled } from '../../client/state/style-url.ts';
import {
  decodeView,
  defaultView,
  encodeView,
  listsOf,
  nameOfLists,
  tabs,
  type View,
} from '../../client/state/view-url.ts';
import { stances } from '../../client/text/words.ts';

const key = fc
  .tuple(
    fc.constantFrom('person', 'country', 'plan', '~4'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  )
  .map((parts) => parts.join(':'));
const keySet = fc.uniqueArray(key, { maxLength: 6 }).map((list) => new Set(list));
const round = (value: number) => Number(value.toFixed(4)) + 0;
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map(round);

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const field = fc.record({
  type: fc.constantFrom(...parameterTypes),
  text: fc.string({ unit: 'grapheme', maxLength: 12 }),
});

const whole = fc.integer({ min: -5000, max: 5000 });

const colour = fc.oneof(
  fc.constantFrom(...swatchNames),
  fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}` as const),
);
const factor = fc.integer({ min: 5, max: 30 }).map((tenths) => tenths / 10);
const looks = <Look extends object>(look: fc.Arbitrary<Look>) =>
  fc
    .array(
      fc.tuple(
        key,
        look.filter((one) => Object.keys(one).length > 0),
      ),
      { maxLength: 5 },
    )
    .map((list) => new Map(list));
const style = fc.record({
  nodes: looks(
    fc.record(
      {
        colour,
        size: factor,
        shape: fc.constantFrom(...shapeNames),
        caption: fc.array(key, { maxLength: mostCaptions }),
      },
      { requiredKeys: [] },
    ),
  ),
  relations: looks(
    fc.record(
      {
        colour,
        width: factor,
        caption: fc.oneof(
          fc.constantFrom('none' as const, 'type' as const, 'origins' as const),
          key.map((name) => `.${name}` as const),
        ),
      },
      { requiredKeys: [] },
    ),
  ),
});

const anyView: fc.Arbitrary<View> = fc.record({
  tab: fc.constantFrom(...tabs),
  columns: fc.subarray([...tableMetrics]),
  filters: fc.record({
    typesOff: keySet,
    stancesOff: fc.subarray([...stances]).map((list) => new Set(list)),
    relationsOff: keySet,
    plan: fc.option(key, { nil: undefined }),
    bystanders: fc.boolean(),
    outletsOff: keySet,
    days: fc.option(
      fc
        .tuple(fc.option(day), fc.option(day))
        .filter(([from, to]) => (from ?? to) !== null && (from === null || to === null || from <= to))
        .map(([from, to]) => ({ from, to })),
    ),
    origins: fc.nat(1000),
    contested: fc.boolean(),
    noted: fc.boolean(),
    near: fc.option(fc.record({ key, hops: fc.integer({ min: 1, max: mostHops }) })),
    component: fc.option(key),
    componentSize: fc.nat(1_000_000),
    degree: fc.nat(1_000_000),
    where: fc.array(
      fc.record({
        on: fc.constantFrom('node' as const, 'relation' as const),
        type: key,
        name: key,
        operator: fc.constantFrom(...operators),
        value: key,
      }),
      { maxLength: 4 },
    ),
  }),
  hand: fc.record(
    { added: keySet, hidden: keySet, only: fc.constant(true as const) },
    { requiredKeys: ['added', 'hidden'] },
  ),
  selection: fc.option(fc.record({ kind: fc.constantFrom('node' as const, 'edge' as const, 'article' as const), key })),
  picked: keySet,
  canvas: fc.record({
    layout: fc.option(fc.constantFrom(...layoutNames)),
    around: fc.option(key),
    pins: fc.array(fc.tuple(key, fc.record({ x: whole, y: whole })), { maxLength: 6 }).map((list) => new Map(list)),
    group: fc.constantFrom(...groupings),
    size: fc.constantFrom(...sizings),
    colour: fc.constantFrom(...colourings),
  }),
  most: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
  style,
  evidence: fc.record({
    asOf: fc.option(day),
    without: keySet,
    case: fc.option(key),
    grade: fc.option(fc.constantFrom('A', 'E', '1', '5', 'B2', 'C5')),
  }),
  since: fc.option(day),
  camera: fc.option(fc.record({ x: number(-90, 90), y: number(-90, 90), ratio: number(0.02, 40) })),
  path: fc.option(fc.record({ from: key, to: key, maxHops: fc.integer({ min: 1, max: 99 }) })),
  shared: fc.option(fc.record({ text: key, fields: fc.dictionary(fc.constantFrom('plan', 'n', 'a b'), field) })),
});

test('a view comes back from its address as it was', () => {
  fc.assert(
    fc.property(anyView, (view) => {
      const back = decodeView(encodeView(view));
      expect(back.unread).toEqual([]);
      expect(back.view).toEqual(view);
    }),
    { numRuns: 300 },
  );
});

test('the default view has an empty address', () => {
  expect(encodeView(defaultView)).toBe('');
  expect(decodeView('')).toEqual({ view: defaultView, unread: [], short: null });
});

test('what is usual for another model needs no mention there either', () => {
  const open = { ...defaultView, filters: openFilters };
  expect(encodeView(open, openFilters)).toBe('');
  expect(decodeView('', openFilters).view).toEqual(open);
  const one = { ...open, filters: { ...openFilters, typesOff: new Set(['Movie']) } };
  expect(decodeView(encodeView(one, openFilters), openFilters).view).toEqual(one);
});

test('no address makes it fail: what makes no sense is named and has its default', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (search) => {
      const { view } = decodeView(search);
      expect(tabs).toContain(view.tab);
    }),
  );
  const { view, unread } = decodeView(
    'tab=nope&as-of=2024-02-31&since=soon&grade=F6&case=&without=a,,b&camera=1,2&stances-off=opposes,hates&all=yes&path=a,b&bogus=1&node=&add=%25E0' +
      '&outlets-off=a,,b&days=2024-11-01..2024-10-01&origins=-1&contested=yes&near=country:hu,7&component=&component-size=1.5&degree=many&where=node~Person~born~about~1970' +
      '&select=a,,b&layout=spiral&pin=a,1,2;b,x,3&group=&size=9&colour=red&around=%20&columns=pagerank,nope',
  );
  expect(view).toEqual(defaultView);
  expect(unread.sort()).toEqual(
    [
      [
        'add',
        'all',
        'around',
        'as-of',
        'bogus',
        'camera',
        'case',
        'colour',
        'columns',
        'component',
        'component-size',
        'contested',
        'days',
      ],
      [
        'degree',
        'grade',
        'group',
        'layout',
        'near',
        'node',
        'origins',
        'outlets-off',
        'path',
        'pin',
        'select',
        'since',
      ],
      ['size', 'stances-off', 'tab', 'where', 'without'],
    ].flat(),
  );
});

test('of two selections the first kind counts and the other is named', () => {
  const { view, unread } = decodeView('node=country:hu&edge=X~a~b');
  expect(view.selection).toEqual({ kind: 'node', key: 'country:hu' });
  expect(unread).toEqual(['edge']);
});

test('an address holds the latest pins only and no more nodes than it can, and names what it leaves out', () => {
  const many = Array.from({ length: 300 }, (_, index) => `country:${index}`);
  const pins = new Map(many.map((one, index) => [one, { x: index, y: -index }]));
  const hand = { added: new Set(many), hidden: new Set(many) };
  const style = { nodes: new Map(many.map((type) => [type, { size: 2 }])), relations: new Map() };
  const whole = { ...defaultView, hand, picked: new Set(many), canvas: { ...defaultCanvas, pins }, style };
  const { view, unread, short } = decodeView(encodeView(whole));
  expect(unread).toEqual([]);
  expect(short).toBe(nameOfLists(listsOf(whole)));
  expect(short).not.toBe(nameOfLists(listsOf({ ...whole, picked: new Set(many.slice(1)) })));
  expect([...view.canvas.pins]).toEqual([...pins].slice(-mostPins));
  expect(view.style.nodes.size).toBe(mostStyled);
  expect([view.picked.size, view.hand.added.size, view.hand.hidden.size]).toEqual([mostKeys, mostKeys, mostKeys]);
});
