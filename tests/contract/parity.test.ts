// Both engines give the same answers from every route on the bundled reports, engine and version aside.
import { expect, it } from 'vitest';
import { allRoutes } from '../../server/routes/all.ts';
import type { EdgeView, GraphView, Meta, Neighbours } from '../../server/schema/view.ts';
import { type Api, serveBundled } from './api.ts';
import { engines } from './engines.ts';

const missing = engines.flatMap((engine) =>
  engine.skipped === undefined ? [] : [`${engine.name}: ${engine.skipped}`],
);
const of = (key: string) => encodeURIComponent(key);

/** Addresses that between them ask every GET route, made from what one engine holds. */
async function addresses(api: Api): Promise<string[]> {
  const graph = await api.json<GraphView>('/api/graph?view=all');
  const paths = [
    '/api/health',
    '/api/meta',
    '/api/graph',
    '/api/graph?view=all',
    '/api/graph?view=evidence',
    '/api/graph?limit=25',
    '/api/graph?view=all&limit=40',
    '/api/graph?types=Claim,Country,Plan,Outlet',
    '/api/graph?types=OPPOSES,SUPPORTS',
    '/api/graph?asOf=2024-10-24',
    '/api/graph?view=all&asOf=2024-10',
    '/api/graph?view=all&without=outlet:politico',
    '/api/graph?without=article:kyiv-post-2024-10-24,outlet:suspilne',
    '/api/graph?stance=opposes,defers',
    '/api/graph?plan=plan:nato-invitation&stance=supports',
    '/api/articles',
    '/api/schema/claims-document.json',
    '/openapi.json',
    '/api/docs',
    ...[
      'Zelenskyy',
      'Зеленський',
      'zel',
      'nato invitation',
      'the',
      'neither rule',
      'hidin',
      'hiding behind',
      'Péter',
      'a',
      'biden us',
    ].map((q) => `/api/search?limit=100&q=${of(q)}`),
    `/api/search?q=ukraine&types=Claim,Plan`,
  ];
  // Of every label some.
  const seen = new Map<string, number>();
  for (const node of graph.nodes) {
    const label = node.labels[0] ?? '';
    const number = (seen.get(label) ?? 0) + 1;
    seen.set(label, number);
    if (number > 12) continue;
    paths.push(`/api/nodes/${of(node.key)}`, `/api/nodes/${of(node.key)}/neighbours?limit=500`);
  }
  // Of every type of edge some, of those that are derived more.
  const byType = new Map<string, EdgeView[]>();
  for (const edge of graph.edges) byType.set(edge.type, [...(byType.get(edge.type) ?? []), edge]);
  for (const edges of byType.values()) {
    const some = edges.slice(0, edges[0]?.derived ? 25 : 5);
    for (const edge of some) paths.push(`/api/edges/${of(edge.key)}/evidence`);
  }
  for (const node of graph.nodes) if (node.labels[0] === 'Article') paths.push(`/api/articles/${of(node.key)}`);
  const entities = graph.nodes.filter((node) => ['Country', 'Person', 'Outlet', 'Plan'].includes(node.labels[0] ?? ''));
  entities.forEach((node, at) => {
    const other = entities[(at * 7 + 3) % entities.length];
    if (other && at % 3 === 0) paths.push(`/api/paths?from=${of(node.key)}&to=${of(other.key)}&maxHops=6`);
  });
  const quote = graph.nodes.find((node) => node.labels[0] === 'Quote');
  if (quote) paths.push(`/api/paths?from=${of(quote.key)}&to=country:hu&maxHops=8`);
  paths.push(
    '/api/nodes/country:hungry',
    '/api/edges/OPPOSES~country:hu~plan:x/evidence',
    '/api/articles/article:kyiv',
    '/api/paths?from=country:hu&to=x',
  );
  return paths;
}

async function answer(api: Api, path: string): Promise<string> {
  const response = await api.get(path);
  return `${response.status} ${await response.text()}`;
}

/** All pages of a node's neighbours, a few at a time. */
async function pages(api: Api, key: string): Promise<string[]> {
  const found: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Neighbours = await api.json(`/api/nodes/${of(key)}/neighbours?limit=3${cursor && `&cursor=${cursor}`}`);
    found.push(...page.edges.map((edge) => edge.key));
    cursor = page.next;
  }
  return found;
}

it.skipIf(missing.length > 0)(
  `every route answers alike on both engines${missing.length > 0 ? ` (skipped: ${missing.join('; ')})` : ''}`,
  async () => {
    const [first, second] = engines;
    if (!first || !second) throw new Error('There are two engines.');
    const one = await serveBundled(first);
    const two = await serveBundled(second);
    try {
      const paths = await addresses(one.api);
      for (const route of allRoutes) {
        if (route.method !== 'get') continue;
        const form = new RegExp(`^${route.path.replaceAll(/\{\w+\}/g, '[^/?]+')}(\\?|$)`);
        expect(
          paths.some((path) => form.test(path)),
          `${route.path} is asked`,
        ).toBe(true);
      }
      for (const path of paths) {
        const expected = await answer(one.api, path);
        const actual = await answer(two.api, path);
        if (path === '/api/health') {
          expect(actual.replace('neo4j', 'embedded')).toBe(expected);
        } else if (path === '/api/meta') {
          const [a, b] = [expected, actual].map((text) => JSON.parse(text.slice(4)) as Meta);
          expect({ ...b, engine: a?.engine }).toEqual(a);
          expect(b?.engine.name).toBe('neo4j');
        } else if (actual !== expected) {
          expect({ path, answer: actual }).toEqual({ path, answer: expected });
        }
      }
      for (const key of ['country:hu', 'plan:nato-invitation', 'outlet:politico']) {
        const all = await pages(one.api, key);
        expect(await pages(two.api, key)).toEqual(all);
        expect(new Set(all).size).toBe(all.length);
        const { total } = await one.api.json<Neighbours>(`/api/nodes/${of(key)}/neighbours?limit=1`);
        expect(all.length).toBe(total);
      }
    } finally {
      await one.close();
      await two.close();
    }
  },
  120_000,
);
