// Addresses that between them ask every GET route, made from what a database holds.
import { expect } from 'vitest';
import { allRoutes } from '../../server/routes/all.ts';
import type { Contradictions } from '../../server/schema/comparison.ts';
import type { EdgeView, GraphView } from '../../server/schema/view.ts';
import type { Api } from './api.ts';

const of = (key: string) => encodeURIComponent(key);

/** For the bundled reports; some ask for what is not there. */
export async function addresses(api: Api): Promise<string[]> {
  const graph = await api.json<GraphView>('/api/graph?view=all');
  const { next: ledger } = await api.json<Contradictions>('/api/contradictions?order=question&limit=5');
  const paths = [
    '/api/health',
    '/api/ready',
    '/metrics',
    '/api/meta',
    '/api/session',
    '/api/tokens',
    '/api/accounts',
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
    '/api/graph?grade=B2',
    '/api/articles',
    '/api/articles/article:kyiv-post-2024-10-24/document',
    '/api/articles/article:nobody/document',
    '/api/audit',
    '/api/audit?who=nobody&what=import&from=2026-01-01&to=2026-02-01&limit=3',
    '/api/backup',
    '/api/entities/country:hu',
    '/api/entities/country:nobody',
    '/api/changes',
    '/api/changes?subject=outlet:politico&limit=5',
    '/api/articles?asOf=2024-10-24',
    '/api/stances',
    '/api/stances?plan=plan:nato-invitation&among=organization:nato',
    '/api/stances?among=organization:nato&asOf=2024-10-24',
    '/api/stances?without=outlet:politico',
    '/api/edge-reports',
    '/api/edge-reports?asOf=2024-10-24',
    '/api/edge-reports?without=outlet:politico',
    '/api/contradictions',
    '/api/contradictions?plan=plan:nato-invitation&type=denial',
    '/api/contradictions?holder=country:hu&disposition=open&asOf=2024-10-25',
    '/api/contradictions?order=question&limit=5',
    ...(ledger === null ? [] : [`/api/contradictions?order=question&limit=5&cursor=${of(ledger)}`]),
    '/api/diff',
    '/api/diff?from=2024-10-23&to=2024-10-24',
    '/api/diff?from=2024-10-24&without=outlet:politico',
    '/api/suggestions',
    '/api/suggestions?asOf=2024-10-24',
    '/api/briefs?plan=plan:nato-invitation&format=md',
    '/api/claim-reviews?asOf=2024-10-24',
    '/api/cases',
    '/api/drafts',
    '/api/articles/article:kyiv-post-2024-10-24/draft',
    '/api/articles/article:kyiv/draft',
    '/api/grades',
    '/api/grades/outlet:politico',
    '/api/hypotheses',
    '/api/dispositions',
    '/api/article-links',
    '/api/notes',
    '/api/notes?subject=country:hu&limit=1',
    '/api/notes?q=budapest',
    '/api/notes/subjects',
    '/api/views',
    '/api/views/view:none',
    '/api/stories',
    '/api/stories/story:none',
    '/api/watches',
    '/api/watches/watch:none',
    '/api/schema',
    '/api/queries',
    '/api/schema/claims-document.json',
    '/api/schema/csv-mapping.json',
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
    `/api/search?q=invitation&asOf=2024-10-23&limit=100`,
    '/api/paths?from=country:hu&to=outlet:politico&asOf=2024-10-24',
    '/api/paths?from=country:be&to=plan:nato-invitation&without=outlet:politico',
    '/api/nodes/country:hu?asOf=2024-10-24',
    '/api/nodes/country:hu/neighbours?limit=7&without=outlet:politico',
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
    const [first] = edges;
    if (first) paths.push(`/api/edges/${of(first.key)}/evidence?asOf=2024-10-24&without=outlet:babel`);
    if (first?.derived) paths.push(`/api/spread?edge=${of(first.key)}`);
  }
  for (const { key, labels } of graph.nodes) {
    if (labels[0] === 'Article') paths.push(`/api/articles/${of(key)}`, `/api/articles/${of(key)}?asOf=2024-10-24`);
    if (labels[0] === 'Utterance') paths.push(`/api/utterances/${of(key)}`, `/api/spread?utterance=${of(key)}`);
  }
  const claims = graph.nodes.filter((node) => node.labels[0] === 'Claim').slice(0, 12);
  for (const { key } of claims)
    paths.push(`/api/spread?claim=${of(key)}`, `/api/spread?claim=${of(key)}&asOf=2024-10-24`);
  const entities = graph.nodes.filter((node) => ['Country', 'Person', 'Outlet', 'Plan'].includes(node.labels[0] ?? ''));
  entities.forEach((node, at) => {
    const other = entities[(at * 7 + 3) % entities.length];
    if (other && at % 3 === 0) paths.push(`/api/paths?from=${of(node.key)}&to=${of(other.key)}&maxHops=6`);
  });
  const quote = graph.nodes.find((node) => node.labels[0] === 'Quote');
  if (quote) paths.push(`/api/paths?from=${of(quote.key)}&to=country:hu&maxHops=8`);
  paths.push(
    '/api/merge-candidates',
    '/api/merge-candidates?limit=3',
    '/api/merges',
    '/api/distinctions',
    '/api/nodes/country:hungry',
    '/api/edges/OPPOSES~country:hu~plan:x/evidence',
    '/api/articles/article:kyiv',
    '/api/paths?from=country:hu&to=x',
    '/api/graph?without=outlet:politiko',
    '/api/graph?case=case:none',
    '/api/utterances/utterance:none',
    '/api/spread?claim=claim:none',
  );
  for (const route of allRoutes) {
    if (route.method !== 'get') continue;
    const form = new RegExp(`^${route.path.replaceAll(/\{\w+\}/g, '[^/?]+')}(\\?|$)`);
    expect(
      paths.some((path) => form.test(path)),
      `${route.path} is asked`,
    ).toBe(true);
  }
  return paths;
}
