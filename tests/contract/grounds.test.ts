// What many edges rest on, asked at once: the same as each edge's own evidence says, over both engines.
import { expect, it } from 'vitest';
import type { EdgeGrounds, GroundsEnd, GroundsLine } from '../../server/schema/grounds.ts';
import { groundLimits } from '../../server/schema/grounds.ts';
import type { ArticleRef, Evidence, GraphView } from '../../server/schema/view.ts';
import { bundledApi } from './api.ts';
import { describeEngines } from './engines.ts';

describeEngines('the grounds of many edges', (engine) => {
  const api = bundledApi(engine);
  const ask = async (keys: readonly string[], query = '') => {
    const response = await api.send('POST', `/api/edges/grounds${query}`, { keys });
    expect(response.status, await response.clone().text()).toBe(200);
    expect(response.headers.get('content-type')).toContain('application/x-ndjson');
    const lines = (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as GroundsLine);
    const articles = new Map<string, ArticleRef>();
    const edges = new Map<string, EdgeGrounds>();
    let end: GroundsEnd | undefined;
    for (const line of lines) {
      expect(end, 'nothing follows the end').toBeUndefined();
      if ('article' in line) articles.set(line.article.key, line.article);
      else if ('edge' in line) {
        for (const { article } of line.said) expect(articles.has(article), `${article} is told before`).toBe(true);
        edges.set(line.edge, line);
      } else if ('end' in line) end = line.end;
      else throw new Error(line.error.title);
    }
    return { articles, edges, end };
  };

  it.each(['', '?asOf=2024-10-24', '?without=outlet:politico'])('are those of each edge by itself%s', async (query) => {
    const graph = await api.json<GraphView>(`/api/graph${query}`);
    const keys = graph.edges.map(({ key }) => key);
    const { edges, articles, end } = await ask(keys, query);
    expect(end).toEqual({ edges: keys.length, missing: [], changed: false });
    expect([...edges.keys()]).toEqual(keys);
    const byType = new Map(graph.edges.map((edge) => [edge.type, edge.key]));
    const some = new Set([...byType.values(), ...keys.filter((_, index) => index % 9 === 0)]);
    for (const key of some) {
      const own = await api.json<Evidence>(`/api/edges/${encodeURIComponent(key)}/evidence${query}`);
      const found = edges.get(key);
      expect(found?.origins, key).toEqual(
        (own.derivation?.origins ?? []).map(({ name, onWordOf, title }) => ({ name, onWordOf, title })),
      );
      for (const { article } of found?.said ?? []) {
        const ref = [...own.assertions, ...own.places].find((one) => one.article.key === article)?.article;
        expect(articles.get(article), key).toEqual(ref);
      }
      if (own.edge.derived) {
        const held = new Set(found?.said.filter(({ reconstructed }) => !reconstructed).map(({ article }) => article));
        expect(held.size, key).toBeGreaterThanOrEqual(Number(own.edge.properties.articles) > 0 ? 1 : 0);
        const words = own.assertions.filter((one) => one.counts).map((one) => one.quote ?? one.wording);
        for (const one of found?.said ?? []) expect(words, key).toContain(one.words);
      } else
        expect(found?.said.map(({ words }) => words).filter(Boolean)).toEqual(own.places.map(({ quote }) => quote));
    }
  });

  it('leave out denials, and what a filter takes away', async () => {
    const key = 'OPPOSES~country:hu~plan:nato-invitation';
    const whole = await ask([key]);
    const least = await ask([key], '?asOf=2024-10-24');
    const said = (of: typeof whole) => of.edges.get(key)?.said.length ?? 0;
    expect(said(whole)).toBeGreaterThan(said(least));
    expect(said(least)).toBeGreaterThan(0);
    expect(whole.edges.get(key)?.origins.length).toBeGreaterThan(0);
    const none = await ask([key], '?asOf=2020-01-01');
    expect(none.edges.get(key)).toEqual({ edge: key, origins: [], said: [] });
  });

  it('name the edges that there are not, and tell each once', async () => {
    const key = 'OPPOSES~country:hu~plan:nato-invitation';
    const { end, edges } = await ask([key, 'OPPOSES~country:hu~plan:none', 'nonsense', key]);
    expect([...edges.keys()]).toEqual([key]);
    expect(end).toEqual({ edges: 1, missing: ['OPPOSES~country:hu~plan:none', 'nonsense'], changed: false });
  });

  it.each([
    [{ keys: [] }, '/keys'],
    [{ keys: [''] }, '/keys/0'],
    [{ keys: Array.from({ length: groundLimits.keys + 1 }, () => 'CITES~a~b') }, '/keys'],
    [{ keys: ['CITES~a~b'], more: 1 }, ''],
    [{}, '/keys'],
  ])('refuse %j, with its place', async (body, pointer) => {
    const response = await api.send('POST', '/api/edges/grounds', body);
    expect(response.status).toBe(400);
    const problem = (await response.json()) as { errors: { pointer: string }[] };
    expect(problem.errors[0]?.pointer.startsWith(pointer)).toBe(true);
  });

  it('refuse a filter that cannot be, before anything is sent', async () => {
    expect((await api.send('POST', '/api/edges/grounds?asOf=soon', { keys: ['CITES~a~b'] })).status).toBe(400);
    expect((await api.send('POST', '/api/edges/grounds?case=case:none', { keys: ['CITES~a~b'] })).status).toBe(404);
  });
});
