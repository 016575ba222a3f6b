// An answer on its way to the canvas; what its relations rest on; the grid's keys; the schema's drawing.
import { afterEach, expect, test, vi } from 'vitest';
import { aroundCircle, drawSchema } from '../../client/graph/schema-layout.ts';
import { backingOf } from '../../client/state/cypher/backing.ts';
import { learnKeys, relationKey } from '../../client/state/cypher/ends.ts';
import { widthsOf } from '../../client/state/cypher/grid.ts';
import { edgeOf, endsBeside, gather, keyOfNode } from '../../client/state/cypher/result-graph.ts';
import { Rows } from '../../client/state/cypher/rows.ts';
import { toCanvas } from '../../client/state/cypher/to-canvas.ts';
import { dataset, meta, shown } from '../../client/state/data.ts';
import { applyView, hand, tab, undo } from '../../client/state/view.ts';
import { defaultView } from '../../client/state/view-url.ts';
import { step } from '../../client/ui/grid.ts';
import type { TypedValue } from '../../server/schema/cypher.ts';
import { node, sample } from './builders.ts';
import { typed, typedNode, typedRelation } from './cypher-builders.ts';

const rowsOf = (rows: readonly (readonly TypedValue[])[]): Rows => {
  const all = new Rows();
  all.add(rows.map((row) => JSON.stringify(row)));
  return all;
};
const person = (at: number) => typedNode(`n:${at}`, ['Person'], { key: `person:${at}` });

const list = (...items: TypedValue[]): TypedValue => ({ $type: 'List', _value: items });

afterEach(() => {
  applyView(defaultView);
  vi.unstubAllGlobals();
});

test('nodes and relations are gathered once each, up to the most that fit', async () => {
  const knows = typedRelation('e:1', 'KNOWS', 'n:1', 'n:2', {});
  const found = await gather(
    rowsOf([
      [person(1), knows, person(2)],
      [person(2), knows, list(person(3))],
    ]),
    3,
  );
  expect([[...found.nodes.keys()], [...found.relations.keys()], found.more]).toEqual([
    ['n:1', 'n:2', 'n:3'],
    ['e:1'],
    false,
  ]);
  expect((await gather(rowsOf([[person(1), person(2)]]), 1)).more).toBe(true);
});

test('a node is known by its key in the model, by the engine’s id elsewhere', () => {
  const bare = typedNode('4:x:1', ['Film'], { title: 'Alien' });
  expect([keyOfNode(person(1)._value, false), keyOfNode(bare._value, false), keyOfNode(bare._value, true)]).toEqual([
    'person:1',
    undefined,
    '~4:x:1',
  ]);
  const keys = new Map([
    ['n:1', 'person:1'],
    ['n:2', 'person:2'],
  ]);
  const said = typedRelation('e:1', 'QUOTES', 'n:1', 'n:2', { derived: true, articles: 2 })._value;
  expect(edgeOf(said, keys, false)).toEqual({
    key: 'QUOTES~person:1~person:2',
    source: 'person:1',
    target: 'person:2',
    type: 'QUOTES',
    derived: true,
    properties: { articles: 2 },
  });
  expect(edgeOf(said, keys, true)).toMatchObject({ key: '~e:1', derived: false });
  expect(edgeOf(said, new Map(), false)).toBeUndefined();
});

test('a result goes on a canvas of its own or beside what is there, with what it lacks, and undo takes it back', async () => {
  const asked: unknown[] = [];
  vi.stubGlobal('fetch', async (address: string, { body }: { body: string }) => {
    const { keys, beside } = JSON.parse(body);
    asked.push([address, keys, beside.includes('country:hu')]);
    return Response.json({ nodes: [node('person:new', 'New')], edges: [], missing: ['person:gone'] });
  });
  dataset.value = sample;
  const before = shown.value.nodes.length;
  const ends = [
    typedNode('n:1', ['Country'], { key: 'country:hu' }),
    typedNode('n:2', ['Person'], { key: 'person:new' }),
  ];
  const found = await gather(
    rowsOf([
      [...ends, typedRelation('e:1', 'KNOWS', 'n:2', 'n:1', {}), typedNode('n:3', ['Person'], { key: 'person:gone' })],
    ]),
  );
  await toCanvas(found, true);
  expect(shown.value.nodes.map(({ key }) => key).sort()).toEqual(['country:hu', 'person:new']);
  expect(shown.value.edges.map(({ key }) => key)).toEqual(['KNOWS~person:new~country:hu']);
  expect(tab.value).toBe('graph');
  expect(asked).toEqual([['/api/nodes', ['person:new', 'person:gone'], true]]);
  undo();
  expect(shown.value.nodes.length).toBe(before);
  await toCanvas(found, false);
  expect(shown.value.nodes.length).toBe(before + 1);
  expect(hand.value.only).toBeUndefined();
});

test('a derived relation is asked for its evidence once, by the keys of ends that any row told', async () => {
  const answers: Record<string, object> = {
    'OPPOSES~a:1~p:1': { assertions: [{}], places: [] },
    'OPPOSES~a:2~p:1': { assertions: [], places: [] },
  };
  let times = 0;
  vi.stubGlobal('fetch', async (address: string) => {
    times++;
    const found = Object.entries(answers).find(([key]) => decodeURIComponent(address).includes(key))?.[1];
    return found ? Response.json(found) : Response.json({ title: 'None', code: 'not-found' }, { status: 404 });
  });
  const stance = (from: string) => typedRelation(`e:${from}`, 'OPPOSES', from, 'x:p', {})._value;
  learnKeys([
    typedNode('x:1', [], { key: 'a:1' }),
    list(typedNode('x:2', [], { key: 'a:2' })),
    typedNode('x:p', [], { key: 'p:1' }),
  ]);
  const keys = ['x:1', 'x:2'].map((from) => relationKey(stance(from)) ?? '');
  expect(keys).toEqual(Object.keys(answers));
  expect([...keys, 'OPPOSES~b~c'].map(backingOf)).toEqual(['asking', 'asking', 'asking']);
  await expect.poll(() => [...keys, 'OPPOSES~b~c'].map(backingOf)).toEqual(['backed', 'bare', 'bare']);
  expect(times).toBe(3);
});

test('the ends of a relation that came alone are asked for, once for its type', async () => {
  const lone = (from: string) => typedRelation(`e:${from}`, 'SUPPORTS', from, 'y:p', {});
  const lines = [
    { columns: ['source', 'r', 'target'] },
    [typed('b:1'), lone('y:1'), typed('p:2')],
    { summary: { rows: 1 } },
  ];
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    asked.push(String(init.body));
    return new Response(lines.map((line) => JSON.stringify(line)).join('\n'));
  });
  expect([lone('y:1'), lone('y:2')].map(({ _value }) => relationKey(_value))).toEqual([undefined, undefined]);
  await expect.poll(() => relationKey(lone('y:1')._value)).toBe('SUPPORTS~b:1~p:2');
  expect(relationKey(lone('y:2')._value)).toBeUndefined();
  expect(asked.length).toBe(1);
  expect(asked[0]).toContain('[r:SUPPORTS]');
});

test('ends are asked for within the server’s limit, one type at a time, and again after a failure', async () => {
  const about = meta.value;
  meta.value = { limits: { query: { rows: 500 } } } as unknown as typeof about;
  let underWay = 0;
  const asked: { statement: string; rowLimit: number }[] = [];
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    expect(++underWay).toBe(1);
    asked.push(JSON.parse(String(init.body)));
    await new Promise((resolve) => setTimeout(resolve, 5));
    underWay--;
    return Response.json({ title: 'Busy', code: 'too-many-requests' }, { status: 429 });
  });
  const lone = ['CITES', 'REPORTS', 'QUOTES'].map((type) => typedRelation(`e:${type}`, type, 'z:1', 'z:2', {})._value);
  for (const relation of lone) relationKey(relation);
  await expect.poll(() => asked.length).toBe(3);
  expect(asked.map(({ rowLimit }) => rowLimit)).toEqual([500, 500, 500]);
  await expect.poll(() => underWay).toBe(0);
  await new Promise((resolve) => setTimeout(resolve, 20));
  relationKey(lone[0] as (typeof lone)[0]);
  await expect.poll(() => asked.length).toBe(4);
  meta.value = about;
});

test('the ends that an answer does not hold go on the canvas with its relations', async () => {
  const lines = [
    { columns: ['source', 'r', 'target'] },
    [typed('country:hu'), typedRelation('e:1', 'KNOWS', 'w:1', 'w:2', {}), typed('person:far')],
    { summary: { rows: 1 } },
  ];
  vi.stubGlobal('fetch', async (address: string) => {
    if (address.includes('query')) return new Response(lines.map((line) => JSON.stringify(line)).join('\n'));
    return Response.json({ nodes: [node('person:far', 'Far')], edges: [], missing: [] });
  });
  dataset.value = sample;
  const found = await gather(rowsOf([[typedRelation('e:1', 'KNOWS', 'w:1', 'w:2', {})]]));
  expect([found.nodes.size, ...endsBeside(found)]).toEqual([0, 'w:1', 'w:2']);
  await toCanvas(found, true);
  expect(shown.value.nodes.map(({ key }) => key).sort()).toEqual(['country:hu', 'person:far']);
  expect(shown.value.edges.map(({ key }) => key)).toEqual(['KNOWS~country:hu~person:far']);
});

test('the keys walk the grid and stop at its edges', () => {
  const size = { rows: 100, columns: 3, page: 10 };
  const at = (row: number, column: number) => ({ row, column });
  expect(step('ArrowUp', false, at(0, 0), size)).toEqual(at(0, 0));
  expect(step('ArrowRight', false, at(4, 2), size)).toEqual(at(4, 2));
  expect(step('PageDown', false, at(95, 1), size)).toEqual(at(99, 1));
  expect(step('End', true, at(4, 0), size)).toEqual(at(99, 2));
  expect(step('Home', false, at(4, 2), size)).toEqual(at(4, 0));
  expect(step('x', false, at(4, 2), size)).toBeUndefined();
  expect(step('toString', false, at(4, 2), size)).toBeUndefined();
});

test('columns are as wide as what stands in them, within bounds', () => {
  const [narrow = 0, wide = 0] = widthsOf(['n', 'text'], [[typed(1), typed('x'.repeat(500))]]);
  expect([narrow, wide]).toEqual([80, 420]);
});

test('the schema is drawn with joined labels side by side, without those that only help', () => {
  expect(
    aroundCircle(
      ['a', 'b', 'c', 'd'],
      [
        { from: 'a', to: 'c' },
        { from: 'c', to: 'b' },
      ],
    ).join(''),
  ).toMatch(/acb|bca|cb.a|ca.b|b.ac|a.bc/);
  const label = (name: string, count: number) => ({ name, count, properties: [] });
  const between = [
    { from: 'Person', to: 'Plan', count: 3 },
    { from: 'Record', to: 'Plan', count: 3 },
    { from: 'Plan', to: 'Plan', count: 1 },
  ];
  const schema = {
    labels: [label('Person', 2), label('Plan', 1), label('Record', 3)],
    relationTypes: [{ ...label('OPPOSES', 7), between }],
    constraints: [],
    indexes: [],
    procedures: [],
    sampled: false,
  };
  const { boxes, lines, left } = drawSchema(schema, new Set(['Record']));
  expect(boxes.map(({ name }) => name).sort()).toEqual(['Person', 'Plan']);
  expect(lines.map(({ from, to, types }) => [from, to, types])).toEqual([
    ['Person', 'Plan', [{ name: 'OPPOSES', count: 3 }]],
    ['Plan', 'Plan', [{ name: 'OPPOSES', count: 1 }]],
  ]);
  expect(left).toBe(0);
  const many = { ...schema, labels: Array.from({ length: 30 }, (_, at) => label(`L${at}`, at)) };
  expect(drawSchema(many, new Set()).left).toBe(6);
});
