// The pure parts of the views: properties, names, edge keys, cursors, distances.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidRequest } from '../../../server/errors.ts';
import { distance } from '../../../server/schema/distance.ts';
import { edgeKey, parseEdgeKey } from '../../../server/schema/edge-key.ts';
import { readCursor, writeCursor } from '../../../server/views/cursor.ts';
import { edgeViews } from '../../../server/views/edge.ts';
import { nodeView, shownLabels } from '../../../server/views/node.ts';
import { sortedBy } from '../../../server/views/order.ts';
import { toProperties } from '../../../server/views/properties.ts';

describe('properties', () => {
  it('are plain JSON, sorted, without what is absent or hidden', () => {
    const when = { toString: () => '2024-10-24T09:00:00Z' };
    const stored = {
      z: 1,
      big: 2n ** 60n,
      small: 7n,
      gone: null,
      hidden: 1,
      when,
      list: [1n, 'a', true],
      nan: Number.NaN,
      map: { a: 1n },
    };
    expect(toProperties(stored, ['hidden'])).toEqual({
      big: '1152921504606846976',
      list: [1, 'a', true],
      map: '{"a":"1"}',
      nan: 'NaN',
      small: 7,
      when: '2024-10-24T09:00:00Z',
      z: 1,
    });
    expect(Object.keys(toProperties(stored))).toEqual([...Object.keys(toProperties(stored))].sort());
  });
});

describe('nodes', () => {
  const row = (labels: string[], properties: Record<string, unknown>, more = {}) => ({
    key: 'x:1',
    labels,
    properties,
    ...more,
  });

  it.each([
    [['Actor', 'Country', 'Record'], { name: 'Hungary' }, {}, 'Hungary'],
    [['Article', 'Record'], { title: 'A title' }, { outlet: 'Politico' }, 'A title'],
    [['Article', 'Record'], { publishedTo: '2024-10-23T10:00:00Z' }, { outlet: 'Politico' }, 'Politico, 2024-10-23'],
    [['Article', 'Record'], {}, { outlet: null }, 'x:1'],
    [['Assertion', 'Record'], { quote: 'is resisting' }, { claim: 'Hungary opposes it.' }, 'is resisting'],
    [['Assertion', 'Record'], {}, { claim: 'Hungary opposes it.' }, 'Hungary opposes it.'],
    [['Record', 'Source'], { descriptor: 'four officials' }, {}, 'four officials'],
    [['Record', 'Utterance'], { saidOn: '2024-10-21', occasion: 'a briefing' }, {}, 'a briefing'],
    [['Quote', 'Record'], { text: '“No.”' }, {}, '“No.”'],
  ])('%j are called by what people know them by', (labels, properties, more, name) => {
    expect(nodeView(row(labels, properties, more)).name).toBe(name);
  });

  it('show neither helper labels nor search indexes', () => {
    expect(shownLabels(['Record', 'Zebra', 'Actor', 'Person'])).toEqual(['Person', 'Zebra']);
    const node = nodeView(
      row(['Record', 'Person'], { key: 'x:1', name: 'N', nameIndex: '| n |', curatedAliases: ['M'] }),
    );
    expect(node).toEqual({ key: 'x:1', labels: ['Person'], name: 'N', properties: { name: 'N' } });
  });

  it('leave a name that is markup as it is', () => {
    expect(nodeView(row(['Person'], { name: '<img src=x onerror=alert(1)>' })).name).toBe(
      '<img src=x onerror=alert(1)>',
    );
  });
});

describe('edges', () => {
  const office = (title: string, from?: string) => ({
    source: 'person:a',
    target: 'country:b',
    type: 'HOLDS_OFFICE',
    properties: { title, from: from ?? null },
  });

  it('are numbered among parallel ones by title and beginning, whatever order they come in', () => {
    const rows = [office('President', '2019'), office('Minister'), office('President', '2010')];
    for (const given of [rows, [...rows].reverse()]) {
      expect(edgeViews(given).map((edge) => [edge.key, edge.properties.title, edge.properties.from])).toEqual([
        ['HOLDS_OFFICE~person:a~country:b', 'Minister', undefined],
        ['HOLDS_OFFICE~person:a~country:b~2', 'President', '2010'],
        ['HOLDS_OFFICE~person:a~country:b~3', 'President', '2019'],
      ]);
    }
  });

  it('say whether they are derived', () => {
    const row = { source: 'a:1', target: 'b:2', type: 'OPPOSES', properties: { derived: true, articles: 2 } };
    expect(edgeViews([row])).toEqual([
      {
        key: 'OPPOSES~a:1~b:2',
        source: 'a:1',
        target: 'b:2',
        type: 'OPPOSES',
        derived: true,
        properties: { articles: 2 },
      },
    ]);
  });

  it('have keys that are read back', () => {
    const name = { type: 'MEMBER_OF', source: 'country:hu', target: 'organization:nato', number: 3 };
    expect(parseEdgeKey(edgeKey(name))).toEqual(name);
    expect(parseEdgeKey(edgeKey({ ...name, number: 1 }))).toEqual({ ...name, number: 1 });
  });

  it.each([
    '',
    'OPPOSES',
    'OPPOSES~a',
    'opposes~a~b',
    'OPPOSES~a~b~1',
    'OPPOSES~a~b~0',
    'OPPOSES~a~b~x',
    'OPPOSES~a~b~2~3',
    'OPPOSES~~b',
  ])('refuses the key "%s"', (key) => expect(parseEdgeKey(key)).toBeNull());
});

describe('cursors', () => {
  it('give back the position', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 3, maxLength: 3 }), (position) => {
        expect(readCursor(writeCursor(position), 3)).toEqual(position);
      }),
    );
  });

  it.each([
    '',
    'x',
    '!!!',
    '👍',
    writeCursor(['a', 'b']),
    writeCursor(['a', 'b', 'c', 'd']),
    `${writeCursor(['a', 'b', 'c'])}=`,
    Buffer.from('[1,2,3]').toString('base64url'),
    Buffer.from('{"a":1}').toString('base64url'),
    'A'.repeat(2000),
  ])('refuse "%s", naming the field', (cursor) => {
    expect(() => readCursor(cursor, 3)).toThrow(InvalidRequest);
    try {
      readCursor(cursor, 3);
    } catch (error) {
      expect((error as InvalidRequest).details.errors).toEqual([
        { field: 'cursor', reason: expect.stringContaining('broken') },
      ]);
    }
  });
});

describe('order and distance', () => {
  it('sorts by code units, the first difference deciding', () => {
    expect(sortedBy(['b', 'Z', 'a', 'é'], (text) => [text])).toEqual(['Z', 'a', 'b', 'é']);
    expect(
      sortedBy(
        [
          { a: '1', b: '2' },
          { a: '1', b: '1' },
        ],
        (item) => [item.a, item.b],
      ).map((item) => item.b),
    ).toEqual(['1', '2']);
  });

  it.each([
    ['', '', 0],
    ['abc', '', 3],
    ['kitten', 'sitting', 3],
    ['hungary', 'hungry', 1],
    ['a', 'a', 0],
  ])('"%s" to "%s" is %i', (a, b, expected) => {
    expect(distance(a, b)).toBe(expected);
    expect(distance(b, a)).toBe(expected);
  });
});
