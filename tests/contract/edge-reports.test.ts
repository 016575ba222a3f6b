// Which reports the derived edges rest on, over both engines.
import { expect, it } from 'vitest';
import type { EdgeReports } from '../../server/schema/edge-reports.ts';
import type { ArticleList, GraphView } from '../../server/schema/view.ts';
import { bundledApi } from './api.ts';
import { describeEngines } from './engines.ts';

describeEngines('the reports under the edges', (engine) => {
  const api = bundledApi(engine);
  const ask = async (query = '') => {
    const { edges } = await api.json<EdgeReports>(`/api/edge-reports${query}`);
    return new Map(edges.map(({ key, reports }) => [key, reports]));
  };

  it.each(['', '?asOf=2024-10-25', '?without=outlet:politico'])('are as many as the graph counts%s', async (query) => {
    const [reports, graph] = await Promise.all([ask(query), api.json<GraphView>(`/api/graph${query}`)]);
    const derived = graph.edges.filter((edge) => edge.derived);
    expect(derived.length).toBeGreaterThan(10);
    for (const edge of derived) expect(reports.get(edge.key)?.length, edge.key).toBe(edge.properties.articles);
  });

  it('name the outlets whose reports are relayed', async () => {
    const { articles } = await api.json<ArticleList>('/api/articles');
    const found = (await ask()).get('OPPOSES~country:hu~plan:nato-invitation') ?? [];
    const kyivPost = found.find(({ article }) => article === 'article:kyiv-post-2024-10-24');
    expect(kyivPost?.relays).toContain('outlet:politico');
    const held = new Set(articles.filter((article) => article.held).map(({ key }) => key));
    expect(found.every(({ article }) => held.has(article))).toBe(true);
  });
});
