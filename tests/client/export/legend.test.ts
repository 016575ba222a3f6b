// The legend of a drawing says what is drawn, all of it, and nothing that is not so.
import { describe, expect, it } from 'vitest';
import { compose } from '../../../client/export/drawing/compose.ts';
import type { Mark } from '../../../client/export/drawing/scene.ts';
import { palettes } from '../../../client/graph/palette.ts';
import type { RelationLook } from '../../../client/graph/style.ts';
import { edge, node, stance } from '../builders.ts';
import { contentsOf, means } from './contents.ts';

const palette = palettes.light;
const legendOf = (contents: ReturnType<typeof contentsOf>): readonly Mark[] =>
  [...compose(contents, means().measure).marks()].find(({ role }) => role === 'legend')?.marks ?? [];
const textsOf = (contents: ReturnType<typeof contentsOf>): string[] =>
  legendOf(contents).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

/** What is drawn before a text of the legend, back to the text before. */
function signOf(contents: ReturnType<typeof contentsOf>, text: string): Mark[] {
  const marks = legendOf(contents);
  const at = marks.findIndex((mark) => mark.kind === 'text' && mark.text === text);
  const from = marks.slice(0, at).findLastIndex((mark) => mark.kind === 'text' && mark.anchor === 'start');
  return marks.slice(from + 1, at);
}

const styled = (...relations: (readonly [string, RelationLook])[]) => ({ style: { nodes: [], relations } });
const countries = ['country:hu', 'country:sk', 'country:de'].map((key) => node(key));

describe('badges', () => {
  const nodes = [...countries, node('plan:x')];
  const edges = [
    stance('OPPOSES', 'country:hu', 'plan:x', 2, 2, [1, 2]),
    edge('MEMBER_OF', 'country:sk', 'country:de', { title: 'founder' }),
  ];
  const sentence = '1–2: on so many independent origins, fewest to most; a wider line rests on more.';

  it('are explained where they are origins', () => {
    expect(textsOf(contentsOf({ nodes, edges }))).toContain(sentence);
    const mixed = contentsOf({ nodes, edges, about: styled(['MEMBER_OF', { caption: '.title' }]) });
    expect(textsOf(mixed)).toContain(sentence);
  });

  it('are not called origins where they are other captions', () => {
    for (const caption of ['type', '.articles', 'none'] as const) {
      const about = styled(['OPPOSES', { caption }], ['MEMBER_OF', { caption: '.title' }]);
      const texts = textsOf(contentsOf({ nodes, edges, about }));
      expect(texts.join(' ')).not.toContain('1–2');
      expect(texts).toContain('A wider line rests on more independent origins.');
    }
    const foreign = contentsOf({ nodes, edges: edges.slice(1), about: styled(['MEMBER_OF', { caption: '.title' }]) });
    expect(textsOf(foreign).join(' ')).not.toContain('origins');
  });
});

describe('types', () => {
  const many = (type: string) => ({ ...node(`thing:${type}`), labels: [type] });

  it('beyond those drawn are counted', () => {
    const nodes = Array.from({ length: 31 }, (_, index) => many(`Type${index}`));
    expect(textsOf(contentsOf({ nodes, edges: [] }))).toContain('and 7 more types');
    const foreign = contentsOf({ nodes: nodes.slice(0, 25), edges: [], about: { foreign: true } });
    expect(textsOf(foreign)).toContain('and 1 more label');
    expect(textsOf(contentsOf({ nodes: nodes.slice(0, 24), edges: [] })).join(' ')).not.toContain('more');
  });

  it('of relations with looks of their own have a line each', () => {
    const edges = [
      edge('MEMBER_OF', 'country:hu', 'country:sk'),
      edge('PART_OF', 'country:sk', 'country:de'),
      edge('CONCERNS', 'country:de', 'country:hu'),
      edge('ABOUT', 'country:de', 'country:sk'),
    ];
    const about = styled(
      ['MEMBER_OF', { colour: '#7a1f4d' }],
      ['PART_OF', { width: 3 }],
      ['CONCERNS', { caption: 'type' }],
    );
    const contents = contentsOf({ nodes: countries, edges, about });
    const texts = textsOf(contents);
    expect(texts.slice(1, 4)).toEqual(['Member of', 'Part of', 'Other stated relation']);
    expect(signOf(contents, 'Member of')[0]).toMatchObject({ stroke: '#7a1f4d' });
    expect(signOf(contents, 'Part of')[0]).toMatchObject({ stroke: palette.relation });
    expect(signOf(contents, 'Other stated relation')[0]).toMatchObject({ stroke: palette.relation });
    expect(textsOf(contentsOf({ nodes: countries, edges })).slice(1, 2)).toEqual(['Stated relation']);
  });
});

describe('sizes and colours', () => {
  it('are told where a metric shows in them', () => {
    const texts = textsOf(
      contentsOf({ nodes: countries, edges: [], about: { size: 'pagerank', colour: 'community' } }),
    );
    expect(texts).toContain('Larger: a higher PageRank.');
    expect(texts).toContain('Nodes of one colour are one community, and the type shows in the shape alone.');
    expect(textsOf(contentsOf({ nodes: countries, edges: [] })).join(' ')).not.toMatch(/Larger|colour/);
  });

  it('leave the signs grey where the colour tells no type', () => {
    const sign = (colour: 'type' | 'community') =>
      JSON.stringify(signOf(contentsOf({ nodes: countries, edges: [], about: { colour } }), 'Country'));
    expect(sign('type')).toContain(palette.type.Country);
    expect(sign('community')).not.toContain(palette.type.Country);
    expect(sign('community')).toContain(palette.muted);
  });
});
