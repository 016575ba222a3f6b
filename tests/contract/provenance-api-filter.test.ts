// The evidence filter on every read: what it leaves out is nowhere, a mistyped key is named, and looking writes nothing.
import { expect, it } from 'vitest';
import { allRoutes } from '../../server/routes/all.ts';
import type { StanceTable } from '../../server/schema/comparison.ts';
import type { Problem } from '../../server/schema/problem.ts';
import type {
  ArticleList,
  Evidence,
  GraphView,
  Neighbours,
  NodeDetail,
  Paths,
  SearchResult,
} from '../../server/schema/view.ts';
import { report } from '../builders.ts';
import { addresses } from './addresses.ts';
import { CurationGround, of } from './curation.ts';
import { describeEngines } from './engines.ts';
import { bundled } from './ingest-setup.ts';

/** Addresses of every GET route that takes the filter, without it. */
const filtered = allRoutes
  .filter(({ method, query }) => method === 'get' && query !== undefined && 'asOf' in query.shape)
  .map(({ path }) => path);
const example: Readonly<Record<string, string>> = {
  '/api/nodes/{key}': '/api/nodes/country:a',
  '/api/nodes/{key}/neighbours': '/api/nodes/country:a/neighbours',
  '/api/edges/{key}/evidence': '/api/edges/OPPOSES~country:a~plan:x/evidence',
  '/api/articles/{key}': '/api/articles/article:early',
  '/api/utterances/{key}': '/api/utterances/utterance:remark',
  '/api/search': '/api/search?q=a',
  '/api/paths': '/api/paths?from=country:a&to=plan:x',
  '/api/spread': '/api/spread?edge=OPPOSES~country:a~plan:x',
  '/api/briefs': '/api/briefs?plan=plan:x',
};
const asked = (path: string, parameter: string): string => {
  const address = example[path] ?? path;
  return `${address}${address.includes('?') ? '&' : '?'}${parameter}`;
};

const said = { holder: 'country:a', target: 'plan:x' };
const early = () =>
  report({
    slug: 'early',
    outlet: 'outlet:gazette',
    day: '2024-03-01',
    says: [{ ...said, stance: 'opposes', source: 'aide' }],
    quotes: [{ text: 'never ever', speaker: 'person:p', utterance: 'utterance:remark' }],
  });
const late = () =>
  report({
    slug: 'late',
    outlet: 'outlet:herald',
    day: '2024-03-09',
    says: [
      { ...said, stance: 'opposes', relays: 'article:early', relayedSource: 'aide' },
      { ...said, holder: 'country:b', stance: 'supports', source: 'person:q' },
    ],
    stubOutlets: { 'article:early': 'outlet:gazette' },
  });

describeEngines('the evidence filter', (engine) => {
  const ground = new CurationGround(engine);
  const get = <T>(path: string) => ground.api.json<T>(path);
  const problem = async (path: string): Promise<Problem> => (await (await ground.api.get(path)).json()) as Problem;

  it('is taken by every read of the evidence', () => {
    expect(filtered).toEqual(
      expect.arrayContaining([
        ...Object.keys(example),
        '/api/graph',
        '/api/articles',
        '/api/stances',
        '/api/contradictions',
        '/api/diff',
        '/api/suggestions',
      ]),
    );
  });

  it('names what it does not know, on every route', async () => {
    await ground.add(early());
    for (const path of filtered) {
      expect(await problem(asked(path, 'without=outlet:gazete')), path).toMatchObject({
        status: 404,
        nearest: expect.arrayContaining([{ key: 'outlet:gazette', name: 'Gazette' }]),
      });
      expect(await problem(asked(path, 'case=case:none')), path).toMatchObject({ status: 404, nearest: [] });
      expect(await problem(asked(path, 'asOf=yesterday')), path).toMatchObject({
        status: 400,
        errors: [{ field: 'asOf' }],
      });
      expect(await problem(asked(path, 'grade=G7')), path).toMatchObject({ status: 400, errors: [{ field: 'grade' }] });
      expect(await problem(asked(path, 'without=plan:x')), path).toMatchObject({
        status: 400,
        errors: [{ field: 'without' }],
      });
    }
    await ground.decide('PUT', '/api/cases/case:inquiry', { name: 'Inquiry', articles: ['article:early'] });
    expect((await problem('/api/graph?case=case:inqiry')).nearest).toEqual([{ key: 'case:inquiry', name: 'Inquiry' }]);
  });

  it('as of a day leaves out what came later, in all views alike', async () => {
    await ground.add(early());
    await ground.add(late());
    const query = 'asOf=2024-03-05';
    const graph = await get<GraphView>(`/api/graph?view=all&${query}`);
    expect(graph.nodes.map(({ key }) => key)).not.toContain('article:late');
    const { edges, total } = await get<Neighbours>(`/api/nodes/plan:x/neighbours?limit=500&${query}`);
    expect(edges).toEqual(
      expect.arrayContaining(graph.edges.filter((edge) => [edge.source, edge.target].includes('plan:x'))),
    );
    expect(edges).toHaveLength(total);
    expect(edges.map(({ key }) => key)).not.toContain('SUPPORTS~country:b~plan:x');
    const { degree } = await get<NodeDetail>(`/api/nodes/plan:x?${query}`);
    expect(degree.reduce((sum, row) => sum + row.count, 0)).toBe(total);
    expect((await get<Paths>(`/api/paths?from=country:b&to=plan:x&${query}`)).length).toBeNull();
    expect((await get<Paths>('/api/paths?from=country:b&to=plan:x')).length).toBe(1);
    expect((await get<Paths>(`/api/paths?from=country:a&to=plan:x&${query}`)).edges).toMatchObject([
      { key: 'OPPOSES~country:a~plan:x', properties: { articles: 1 } },
    ]);
    const { rows } = await get<StanceTable>(`/api/stances?${query}`);
    expect(rows.map(({ edgeKey }) => edgeKey)).toEqual(['OPPOSES~country:a~plan:x']);
    const found = await get<SearchResult>(`/api/search?q=country&limit=100&${query}`);
    const all = await get<SearchResult>('/api/search?q=country&limit=100');
    expect(found.rows.length).toBeLessThan(all.rows.length);
    expect((await get<SearchResult>(`/api/search?q=herald&${query}`)).rows).toEqual([]);
    expect((await get<SearchResult>('/api/search?q=herald')).rows).toMatchObject([{ key: 'outlet:herald' }]);
  });

  it('pages the neighbours as without it, and gives no page to another filter', async () => {
    await ground.add(early());
    await ground.add(late());
    const query = 'asOf=2024-03-05';
    const whole = await get<Neighbours>(`/api/nodes/country:a/neighbours?limit=500&${query}`);
    const pages: string[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const page: Neighbours = await get(
        `/api/nodes/country:a/neighbours?limit=1&${query}${next && `&cursor=${next}`}`,
      );
      pages.push(...page.edges.map(({ key }) => key));
      expect(page.total).toBe(whole.total);
      next = page.next;
    }
    expect(pages).toEqual(whole.edges.map(({ key }) => key));
    expect(pages.length).toBeGreaterThan(1);
    const { next } = await get<Neighbours>(`/api/nodes/country:a/neighbours?limit=1&${query}`);
    expect(await problem(`/api/nodes/country:a/neighbours?limit=1&cursor=${next}`)).toMatchObject({ status: 400 });
  });

  it('takes a case for all there is: what its articles relay ends unresolved there', async () => {
    await ground.add(early());
    await ground.add(late());
    await ground.decide('PUT', '/api/cases/case:one', { name: 'One', articles: ['article:late'] });
    const { articles } = await get<ArticleList>('/api/articles?case=case:one');
    expect(articles.filter(({ held }) => held).map(({ key }) => key)).toEqual(['article:late']);
    const key = of('OPPOSES~country:a~plan:x');
    const { edge, origins, assertions } = await get<Evidence>(`/api/edges/${key}/evidence?case=case:one`);
    expect(edge.properties).toMatchObject({ articles: 1, originsMax: 1 });
    expect(origins).toMatchObject({ max: 1 });
    const ofEarly = assertions.filter(({ article }) => article.key === 'article:early');
    expect(ofEarly.every(({ reconstructed }) => reconstructed)).toBe(true);
  });

  it('takes a grade for the least: what is graded worse falls, what is not graded stays', async () => {
    await ground.add(early());
    await ground.add(late());
    await ground.decide('POST', '/api/grades', { subject: 'outlet:herald', reliability: 'D', by: 'Ada' });
    const stances = async (grade: string) =>
      (await get<StanceTable>(`/api/stances?grade=${grade}`)).rows.map(({ edgeKey }) => edgeKey);
    expect(await stances('B')).toEqual(['OPPOSES~country:a~plan:x']);
    expect(await stances('D')).toEqual(['OPPOSES~country:a~plan:x', 'SUPPORTS~country:b~plan:x']);
    expect((await get<ArticleList>('/api/articles?grade=C')).articles.map(({ key }) => key)).toEqual(['article:early']);
    // One that asserts nothing is no part of the evidence, and falls by its outlet's grade all the same.
    await ground.add(report({ slug: 'idle', outlet: 'outlet:herald', day: '2024-03-10' }));
    const listed = async (grade: string) =>
      (await get<ArticleList>(`/api/articles?grade=${grade}`)).articles.map(({ key }) => key);
    expect(await listed('C')).toEqual(['article:early']);
    expect(await listed('D')).toEqual(['article:idle', 'article:late', 'article:early']);
  });

  it('leaves out a source, and every chain that leads to it', async () => {
    await ground.add(early());
    await ground.add(late());
    const key = of('OPPOSES~country:a~plan:x');
    const whole = await get<Evidence>(`/api/edges/${key}/evidence`);
    const source = whole.assertions[0]?.chain.at(-1)?.key ?? '';
    expect(source).toMatch(/^source:/);
    const without = await get<Evidence>(`/api/edges/${key}/evidence?without=${of(source)}`);
    expect(without).toMatchObject({ edge: { properties: {} }, assertions: [], origins: null });
    const named = await get<Evidence>(`/api/edges/${of('SUPPORTS~country:b~plan:x')}/evidence?without=person:q`);
    expect(named.assertions).toEqual([]);
    const one = await get<Evidence>(`/api/edges/${key}/evidence?without=article:late`);
    expect(JSON.stringify([one.assertions, one.derivation])).not.toContain('article:late');
    expect(one.origins).toMatchObject({ min: 1, max: 1, cut: ['article:early'] });
  });

  it('writes nothing, whatever is asked', async () => {
    for (const { json } of bundled()) await ground.add(json);
    const before = await ground.dump();
    const paths = (await addresses(ground.api)).filter((path) => !path.startsWith('/api/schema'));
    for (const path of paths) expect((await ground.api.get(path)).status, path).toBeLessThan(500);
    expect(await ground.dump()).toEqual(before);
  }, 240_000);
});
