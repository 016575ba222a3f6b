// GEXF and GraphML as others read them: the same counts, the declared types, the provenance, and hostile names as text.
import { DOMParser } from '@xmldom/xmldom';
import { MultiDirectedGraph, MultiGraph } from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { parse as parseGraphml } from 'graphology-graphml';
import { describe, expect, it } from 'vitest';
import type { Contents } from '../../../client/export/contents.ts';
import { gexf } from '../../../client/export/gexf.ts';
import { graphml } from '../../../client/export/graphml.ts';
import { xmlSafe } from '../../../client/export/xml.ts';
import { node } from '../builders.ts';
import { contentsOf, hostile, hostileContents, means, small } from './contents.ts';

const textOf = async (write: typeof gexf, contents: Contents) => (await write(contents, means())).text();
/** The document; throws on whatever is not well formed. */
const strictly = (text: string) =>
  new DOMParser({
    errorHandler: (level, message: string) => {
      throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(text, 'text/xml');

const formats = [
  ['GEXF', gexf, (text: string) => parseGexf(MultiGraph, text)],
  ['GraphML', graphml, (text: string) => parseGraphml(MultiDirectedGraph, text)],
] as const;

describe.each(formats)('%s', (name, write, parse) => {
  it('has every node and relation, with places, looks and provenance', async () => {
    const contents = small();
    const text = await textOf(write, contents);
    strictly(text);
    const graph = parse(text);
    expect([graph.order, graph.size]).toEqual([5, 6]);
    const hungary = graph.getNodeAttributes('country:hu');
    expect(hungary).toMatchObject({ name: 'Hungary', type: 'Country', iso2: 'HU', population: 9_600_000, area: 93.5 });
    expect(hungary.aliases).toBe('["Magyarország","HU"]');
    expect(hungary.x).toBeCloseTo(contents.nodes[1]?.drawn.x ?? 0, 2);
    const opposes = graph.getEdgeAttributes('OPPOSES~country:hu~plan:x');
    expect(opposes).toMatchObject({ originsMin: 1, originsMax: 2, articles: 2, contested: true, stance: 'opposes' });
    expect(opposes.sentence).toContain('Hungary opposes The invitation');
    expect(opposes.origins).toBe('Gazette (four officials, unnamed) | Herald (no source named)');
    expect(opposes.reports).toContain('Gazette, 24 Oct 2024: “Hungary is resisting” https://example.org/a');
    expect(opposes.reports).toContain('Herald, 24 Oct 2024 (known from others) https://example.org/b');
    expect(opposes.addresses).toBe('https://example.org/a | https://example.org/b');
    expect(graph.getEdgeAttributes('MEMBER_OF~country:sk~country:sk').title).toBe('member');
    expect(text).toContain('as-of=2024-10-24');
  });

  it('declares the type of each attribute', async () => {
    const text = await textOf(write, small());
    const long = name === 'GEXF' ? /title="population" type="long"/ : /attr.name="population" attr.type="long"/;
    const double = name === 'GEXF' ? /title="area" type="double"/ : /attr.name="area" attr.type="double"/;
    expect(text).toMatch(long);
    expect(text).toMatch(double);
    expect(text).toMatch(
      name === 'GEXF' ? /title="contested" type="boolean"/ : /attr.name="contested" attr.type="boolean"/,
    );
  });

  it('keeps hostile names as text, without what XML cannot hold', async () => {
    const contents = hostileContents();
    const text = await textOf(write, contents);
    strictly(text);
    expect(text).not.toContain('<img');
    const graph = parse(text);
    expect([graph.order, graph.size]).toEqual([hostile.length, hostile.length]);
    const names = graph.mapNodes((_, attributes) => attributes.name);
    expect(names).toEqual(hostile.map(xmlSafe));
    for (const index of hostile.keys()) {
      const edge = graph.edges()[index] as string;
      expect(graph.getEdgeAttribute(edge, 'origins')).toBe(xmlSafe(hostile[index] as string));
    }
  });

  it('tells apart keys that XML would make the same', async () => {
    const contents = contentsOf({
      nodes: [node('person:a\u0000'), node('person:a\u0001'), node('person:a\ufffd')],
      edges: [],
    });
    expect(parse(await textOf(write, contents)).order).toBe(3);
  });

  it('of somebody else’s database has the properties only', async () => {
    const contents = contentsOf({
      nodes: [node('~1', 'One', { key: 'k', x: 5 }), node('~2', 'Two')],
      edges: [
        {
          key: 'KNOWS~~1~~2',
          source: '~1',
          target: '~2',
          type: 'KNOWS',
          derived: false,
          properties: { since: 1999, key: 'e' },
        },
      ],
      about: { foreign: true, main: undefined },
    });
    const graph = parse(await textOf(write, contents));
    const edge = graph.getEdgeAttributes(graph.edges()[0] as string);
    expect(edge).toMatchObject({ since: 1999, 'property key': 'e', relation: 'KNOWS' });
    expect(Object.keys(edge)).not.toContain('originsMin');
    expect(graph.getNodeAttribute('~1', 'property key')).toBe('k');
  });

  it('stops where it is told to', async () => {
    const stopped = AbortSignal.abort();
    await expect(write(small(), means({ signal: stopped }))).rejects.toThrow();
  });
});
