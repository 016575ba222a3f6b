// What an export holds, for its tests: made of views as the page makes it, and with names that try to break out.
import type { About, Contents, ExportEdge } from '../../../client/export/contents.ts';
import type { Means } from '../../../client/export/means.ts';
import { createGraph, syncGraph } from '../../../client/graph/build.ts';
import { palettes, type ThemeName } from '../../../client/graph/palette.ts';
import { type StyleEntries, styleOf } from '../../../client/graph/style.ts';
import { roughMeasure } from '../../../client/graph/wrap.ts';
import { edgeSentence } from '../../../client/text/sentences.ts';
import type { ArticleRef, EdgeView, NodeView } from '../../../server/schema/view.ts';
import { edge, node, stance } from '../builders.ts';

export const hostile = [
  '</script><img src=x onerror=alert(1)>',
  '=HYPERLINK("http://evil.example","x")',
  'nul\u0000 bell\u0007 escape\u001b not\ufffe',
  'half \ud83d of a pair',
  `quotes "double" 'single' & <tags> ]]> <!-- -->`,
] as const;

export const article = (slug: string, name = slug): ArticleRef => ({
  key: `article:${slug}`,
  title: null,
  held: true,
  outlet: { key: `outlet:${slug}`, name },
  publishedFrom: '2024-10-24',
  publishedTo: '2024-10-24',
  dateBasis: 'stated',
  url: `https://example.org/${slug}`,
});

interface Given {
  nodes: readonly NodeView[];
  edges: readonly EdgeView[];
  articles?: readonly ArticleRef[];
  grounds?: Readonly<Record<string, ExportEdge['grounds']>>;
  about?: Partial<About>;
  theme?: ThemeName;
}

/** As the page collects it; nodes stand on a circle. */
export function contentsOf({
  nodes,
  edges,
  articles = [],
  grounds = {},
  about = {},
  theme = 'light',
}: Given): Contents {
  const graph = createGraph();
  const places = new Map(
    nodes.map(({ key }, index) => {
      const angle = (index / nodes.length) * 2 * Math.PI;
      const radius = 60 + nodes.length * 30;
      return [key, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }];
    }),
  );
  const main = nodes.find(({ labels }) => labels[0] === 'Plan')?.key;
  const style: StyleEntries = about.style ?? { nodes: [], relations: [] };
  syncGraph(graph, { nodes, edges, main, positions: places, style: styleOf(style) }, palettes[theme]);
  const byKey = new Map(nodes.map((one) => [one.key, one]));
  return {
    about: {
      title: 'Hearsay: the test',
      lines: ['All that is on the canvas.'],
      address: 'http://localhost:3000/?plan=x&as-of=2024-10-24',
      exported: '2024-12-03T10:20:30.000Z',
      creator: 'Hearsay 0.1.0',
      theme,
      size: 'usual',
      colour: 'type',
      style,
      main,
      foreign: false,
      labels: [],
      ...about,
    },
    nodes: nodes.map((one) => ({ ...one, drawn: graph.getNodeAttributes(one.key) })),
    edges: edges.map((one) => ({
      ...one,
      drawn: graph.getEdgeAttributes(one.key),
      sentence: edgeSentence(one, byKey.get(one.source) as NodeView, byKey.get(one.target) as NodeView)
        .map((part) => (typeof part === 'string' ? part : part.name))
        .join(''),
      grounds: grounds[one.key],
    })),
    articles,
    groups: [],
    outline: null,
  };
}

const opposes = stance('OPPOSES', 'country:hu', 'plan:x', 2, 2, [1, 2], true);

/** A plan, two countries, two outlets: a contested stance on one to two origins, a stated relation, a loop, a parallel pair. */
export const small = (theme: ThemeName = 'light'): Contents =>
  contentsOf({
    theme,
    nodes: [
      node('plan:x', 'The invitation'),
      node('country:hu', 'Hungary', { iso2: 'HU', population: 9_600_000, area: 93.5, aliases: ['Magyarország', 'HU'] }),
      node('country:sk', 'Slovakia', { population: 9_000_000_000, area: 49 }),
      node('outlet:a', 'Gazette'),
      node('outlet:b', 'Herald'),
    ],
    edges: [
      opposes,
      stance('SUPPORTS', 'country:hu', 'plan:x'),
      edge('CITES', 'outlet:a', 'outlet:b', { articles: 1, originsMin: 1, originsMax: 1 }),
      edge('QUOTES', 'outlet:a', 'country:hu', { articles: 1, originsMin: 1, originsMax: 1 }),
      edge('MEMBER_OF', 'country:sk', 'country:sk', { articles: ['article:a'], title: 'member' }),
      stance('DEFERS_ON', 'country:sk', 'plan:x', 0, 0, [0, 0]),
    ],
    articles: [article('a', 'Gazette'), article('b', 'Herald')],
    grounds: {
      [opposes.key]: {
        origins: [
          { name: 'Gazette', onWordOf: ['four officials'], title: 'Gazette (four officials, unnamed)' },
          { name: 'Herald', onWordOf: [], title: 'Herald (no source named)' },
        ],
        said: [
          { article: 'article:a', words: 'Hungary is resisting', reconstructed: false },
          { article: 'article:b', words: null, reconstructed: true },
        ],
      },
    },
  });

/** Every name, key, property and quotation hostile. */
export function hostileContents(theme: ThemeName = 'light'): Contents {
  const nodes = hostile.map((text, index) => ({
    ...node(`${index % 2 === 0 ? 'country' : 'person'}:${text}`, text, { [text]: text }),
    labels: index === 4 ? [text] : [index % 2 === 0 ? 'Country' : 'Person'],
  }));
  const keys = nodes.map(({ key }) => key);
  const edges = hostile.map((text, index) => ({
    ...stance('OPPOSES', keys[index] as string, keys[(index + 1) % keys.length] as string),
    key: `OPPOSES~${text}`,
  }));
  return contentsOf({
    theme,
    nodes,
    edges,
    articles: hostile.map((text, index) => ({
      ...article(String(index), text),
      title: text,
      url: `javascript:${text}`,
    })),
    grounds: Object.fromEntries(
      edges.map(({ key }, index) => [
        key,
        {
          origins: [{ name: hostile[index] as string, onWordOf: [], title: hostile[index] as string }],
          said: [{ article: `article:${index}`, words: hostile[index] as string, reconstructed: false }],
        },
      ]),
    ),
    about: { title: hostile[0], lines: [...hostile], address: `http://localhost/?q=${encodeURIComponent(hostile[0])}` },
  });
}

/** A writer's means, in Node. */
export const means = (given: Partial<Means> = {}): Means => ({
  signal: new AbortController().signal,
  progress: () => undefined,
  measure: (text, font) => roughMeasure(Number(/(\d+(?:\.\d+)?)px/.exec(font)?.[1] ?? 12))(text),
  surface: () => {
    throw new Error('There is nothing to paint on here.');
  },
  asset: () => Promise.reject(new Error('No asset is asked for here.')),
  ...given,
});
