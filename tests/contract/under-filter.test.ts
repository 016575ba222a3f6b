// What an edge rests on, and which articles there are, when only some articles count: on both engines.
import { expect, it } from 'vitest';
import type { ArticleList, Evidence, GraphView } from '../../server/schema/view.ts';
import { report } from '../builders.ts';
import { bundledApi } from './api.ts';
import { describeEngines } from './engines.ts';

const of = (key: string) => encodeURIComponent(key);

describeEngines('the API under a filter', (engine) => {
  const api = bundledApi(engine);

  const graph = (query = '') => api.json<GraphView>(`/api/graph${query}`);
  const typesIn = (view: GraphView) => [...new Set(view.edges.map((edge) => edge.type))].sort();
  const day = '2024-10-24';
  const hungary = 'OPPOSES~country:hu~plan:nato-invitation';
  const evidence = (key: string, query: string) => api.json<Evidence>(`/api/edges/${of(key)}/evidence?${query}`);

  it('the evidence of an edge is what its count in the graph is made of', async () => {
    const late = await evidence(hungary, '');
    const then = await graph(`?asOf=${day}`);
    const keys = new Set([
      hungary,
      ...typesIn(then).flatMap((type) => then.edges.find((one) => one.type === type)?.key ?? []),
    ]);
    for (const key of keys) {
      const found = await evidence(key, `asOf=${day}`);
      expect(found.edge, key).toEqual(then.edges.find((one) => one.key === key));
      const held = found.assertions.map((one) => one.article).filter((article) => article.held);
      expect(
        held.filter(({ publishedTo }) => (publishedTo ?? '').slice(0, 10) > day),
        key,
      ).toEqual([]);
      if (found.edge.derived) expect(found.assertions.length, key).toBeGreaterThan(0);
    }
    const early = await evidence(hungary, `asOf=${day}`);
    const heldBy = ({ assertions }: Evidence) =>
      new Set(assertions.flatMap(({ article }) => (article.held ? [article.key] : [])));
    expect(heldBy(early).size).toBe(early.edge.properties.articles);
    expect(early.assertions.length).toBeLessThan(late.assertions.length);
    const kept = new Set(early.assertions.map((one) => one.key));
    expect(early.assertions).toEqual(late.assertions.filter((one) => kept.has(one.key)));
  });

  it('an edge that nothing supports any more is there with nothing behind it', async () => {
    const [full, then] = [await graph(), await graph(`?asOf=${day}`)];
    const there = new Set(then.edges.map((one) => one.key));
    for (const derived of [true, false]) {
      const gone = full.edges.find((one) => one.derived === derived && !there.has(one.key));
      const { edge, assertions, places } = await evidence(gone?.key ?? '', `asOf=${day}`);
      expect(edge).toEqual({ ...gone, properties: {} });
      expect([assertions, places]).toEqual([[], []]);
    }
  });

  it('an article left out says nothing', async () => {
    const key = 'article:kyiv-post-2024-10-24';
    const [full, less] = [await evidence(hungary, ''), await evidence(hungary, `without=${key}`)];
    const others = full.assertions.filter(({ article }) => article.key !== key);
    expect(others.length).toBeLessThan(full.assertions.length);
    expect(less.assertions.some(({ article }) => article.key === key)).toBe(false);
    expect(less.edge.properties.articles).toBe((full.edge.properties.articles as number) - 1);
  });

  it('only the articles that count are listed, with what they say that counts', async () => {
    const { articles } = await api.json<ArticleList>('/api/articles');
    const listed = async (query: string) => (await api.json<ArticleList>(`/api/articles?${query}`)).articles;
    expect(await listed('asOf=2999-01-01')).toEqual(articles);
    const then = await listed(`asOf=${day}`);
    const isBy = ({ publishedTo }: ArticleList['articles'][number]) => (publishedTo ?? '').slice(0, 10) <= day;
    expect(then.filter(({ held }) => held)).toEqual(articles.filter((one) => one.held && isBy(one)));
    expect(then.every((one) => isBy(one) && (one.held || one.assertions > 0))).toBe(true);
    expect((await listed('without=outlet:kyiv-post')).some(({ outlet }) => outlet?.key === 'outlet:kyiv-post')).toBe(
      false,
    );
  });

  it('a revision that does not count ends no edge', async () => {
    const said = { holder: 'country:lilliput', target: 'plan:treaty' };
    const first = { slug: 'gazette', outlet: 'outlet:gazette', day: '2024-11-01' };
    for (const document of [
      report({ ...first, says: [{ ...said, stance: 'opposes' }] }),
      report({ ...first, day: '2024-11-05', says: [{ ...said, stance: 'supports' }] }),
    ]) {
      expect((await api.send('POST', '/api/articles', document)).status).toBe(200);
    }
    const key = 'OPPOSES~country:lilliput~plan:treaty';
    expect((await api.get(`/api/edges/${of(key)}/evidence`)).status).toBe(404);
    const found = await evidence(key, 'asOf=2024-11-03');
    expect(found.edge.properties).toMatchObject({ articles: 1, last: '2024-11-01' });
    expect(found.assertions.map(({ article }) => article.publishedTo)).toEqual(['2024-11-01']);
  });
});
