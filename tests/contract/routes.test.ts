// The API over the real app and both engines: answers of the declared form, and what is found.
import { describe, expect, it } from 'vitest';
import { allRoutes } from '../../server/routes/all.ts';
import type { DraftList } from '../../server/schema/drafts.ts';
import type {
  ArticleList,
  ArticleView,
  Evidence,
  GraphView,
  Meta,
  Neighbours,
  NodeDetail,
  Paths,
  SearchResult,
} from '../../server/schema/view.ts';
import { bundledApi } from './api.ts';
import { describeEngines } from './engines.ts';

const of = (key: string) => encodeURIComponent(key);

describeEngines('the API on the bundled reports', (engine) => {
  const api = bundledApi(engine);

  const graph = (query = '') => api.json<GraphView>(`/api/graph${query}`);
  const typesIn = (view: GraphView) => [...new Set(view.edges.map((edge) => edge.type))].sort();

  it('gives answers of the declared form and nothing beside it', async () => {
    const edge = (await graph()).edges.find(({ type }) => type === 'OPPOSES');
    const article = (await api.json<ArticleList>('/api/articles')).articles[0];
    const held = (await api.json<ArticleList>('/api/articles')).articles.find((one) => one.held);
    const utterance = (await graph('?view=all')).nodes.find(({ labels }) => labels[0] === 'Utterance');
    const saved = { by: 'Ada', view: { query: 'tab=ledger', added: ['country:hu', 'country:gone'] } };
    await api.send('POST', '/api/views', { name: 'The ledger', ...saved });
    const steps = [{ caption: 'First.', view: saved.view }];
    await api.send('POST', '/api/stories', { title: 'The talks', by: saved.by, steps });
    const watched = { kind: 'question', holder: 'country:hu', plan: 'plan:nato-invitation' };
    await api.send('POST', '/api/watches', { title: 'Hungary', by: 'Ada', watches: watched });
    const note = 'Norland opposes the harbour bridge, said Ada Brook.';
    await api.send('POST', '/api/imports/articles?name=note.txt', note, { 'content-type': 'text/plain' });
    const [draft] = (await api.json<DraftList>('/api/drafts')).drafts;
    const example: Record<string, string> = {
      '/api/articles/{key}/draft': `/api/articles/${of(draft?.article.key ?? '')}/draft`,
      '/api/nodes/{key}': '/api/nodes/country:hu',
      '/api/nodes/{key}/neighbours': '/api/nodes/country:hu/neighbours',
      '/api/edges/{key}/evidence': `/api/edges/${of(edge?.key ?? '')}/evidence`,
      '/api/articles/{key}': `/api/articles/${of(article?.key ?? '')}`,
      '/api/articles/{key}/document': `/api/articles/${of(held?.key ?? '')}/document`,
      '/api/entities/{key}': '/api/entities/country:hu',
      '/api/search': '/api/search?q=hungary',
      '/api/paths': '/api/paths?from=country:hu&to=outlet:politico',
      '/api/utterances/{key}': `/api/utterances/${of(utterance?.key ?? '')}`,
      '/api/spread': `/api/spread?edge=${of(edge?.key ?? '')}`,
      '/api/stances': '/api/stances?plan=plan:nato-invitation&among=organization:nato',
      '/api/grades/{key}': '/api/grades/outlet:politico',
      '/api/views/{key}': '/api/views/view:the-ledger',
      '/api/stories/{key}': '/api/stories/story:the-talks',
      '/api/watches/{key}': '/api/watches/watch:hungary',
    };
    for (const route of allRoutes.filter(({ method, media }) => method === 'get' && media === undefined)) {
      const answer = await api.json(example[route.path] ?? route.path);
      expect(route.response.parse(answer), route.path).toEqual(answer);
    }
    await api.send('DELETE', '/api/views/view:the-ledger');
    await api.send('DELETE', '/api/stories/story:the-talks');
    await api.send('DELETE', '/api/watches/watch:hungary');
    await api.send('DELETE', `/api/articles/${of(draft?.article.key ?? '')}`);
  }, 120_000);

  it('names engine, counts and limits', async () => {
    const meta = await api.json<Meta>('/api/meta');
    expect(meta).toMatchObject({ engine: { name: engine.name }, model: 'hearsay', writable: true });
    expect(meta.engine.version).toMatch(/^\d+\.\d+/);
    expect(meta.labels.map(({ label }) => label)).not.toContain('Record');
    expect(meta.counts.nodes).toBe(meta.labels.reduce((sum, { count }) => sum + count, 0));
    expect(meta.types.filter(({ derived }) => derived).map(({ type }) => type)).toContain('OPPOSES');
  });

  describe('the graph', () => {
    it('of the explorer holds actors, plans, events and outlets, and no dangling edge', async () => {
      const view = await graph();
      const labels = new Set(view.nodes.map((node) => node.labels[0]));
      expect([...labels].sort()).toEqual(['Country', 'Event', 'Group', 'Organization', 'Outlet', 'Person', 'Plan']);
      const keys = new Set(view.nodes.map((node) => node.key));
      expect(view.edges.every((edge) => keys.has(edge.source) && keys.has(edge.target))).toBe(true);
      expect(new Set(view.edges.map((edge) => edge.key)).size).toBe(view.edges.length);
      expect(view.truncated).toBe(false);
      const opposes = view.edges.find((edge) => edge.key === 'OPPOSES~country:hu~plan:nato-invitation');
      expect(opposes).toMatchObject({ derived: true, source: 'country:hu', target: 'plan:nato-invitation' });
      expect(opposes?.properties.articles).toBeGreaterThan(1);
    });

    it('shows claims and who reports them when asked', async () => {
      expect(typesIn(await graph())).not.toContain('REPORTS');
      const view = await graph('?types=Claim,Outlet,REPORTS');
      expect(typesIn(view)).toEqual(['REPORTS']);
      expect(view.nodes.some((node) => node.labels[0] === 'Claim')).toBe(true);
    });

    it('of the evidence holds what is asserted, of all both', async () => {
      const evidence = await graph('?view=evidence');
      expect(evidence.edges.some((edge) => edge.derived)).toBe(false);
      expect(typesIn(evidence)).toContain('RELAYS');
      const all = await graph('?view=all');
      expect(all.edges.length).toBe((await api.json<Meta>('/api/meta')).counts.edges);
    });

    it('keeps the nodes with the most edges where the limit leaves some out', async () => {
      const view = await graph('?limit=10');
      expect(view.nodes).toHaveLength(10);
      expect(view.truncated).toBe(true);
      expect(view.nodes.map((node) => node.key)).toContain('plan:nato-invitation');
    });

    it('narrowed to a stance and a plan holds these and what hangs on them', async () => {
      const view = await graph('?stance=opposes&plan=plan:nato-invitation');
      const stances = view.edges.filter((edge) =>
        ['OPPOSES', 'SUPPORTS', 'NONCOMMITTAL_ON', 'DEFERS_ON'].includes(edge.type),
      );
      expect(stances.length).toBeGreaterThan(3);
      expect(stances.every((edge) => edge.type === 'OPPOSES' && edge.target === 'plan:nato-invitation')).toBe(true);
      expect(view.nodes.map((node) => node.key)).toContain('country:hu');
    });

    it('as of the day before the first report has none of its edges', async () => {
      const view = await graph('?view=all&asOf=2024-10-01');
      const early = (await api.json<ArticleList>('/api/articles')).articles.filter(
        ({ publishedTo }) => publishedTo === null || publishedTo <= '2024-10-01',
      );
      const shown = view.nodes
        .filter((node) => node.labels[0] === 'Article' && node.properties.held === true)
        .map((node) => node.key);
      expect(shown).toEqual(
        early
          .filter(({ held }) => held)
          .map(({ key }) => key)
          .sort(),
      );
    });

    it('filtered by nothing real is what is stored, computed anew', async () => {
      const stored = await graph();
      const computed = await graph('?asOf=2999-01-01');
      const derived = (view: GraphView) => view.edges.filter((edge) => edge.derived);
      expect(derived(computed)).toEqual(derived(stored));
      expect(computed.edges).toEqual(stored.edges);
    });

    it('without an article has only what the others say, and stores nothing', async () => {
      const before = await api.json<Meta>('/api/meta');
      const full = await graph();
      const less = await graph('?without=article:kyiv-post-2024-10-24');
      const articles = (view: GraphView, key: string) =>
        view.edges.find((edge) => edge.key === key)?.properties.articles ?? 0;
      const key = 'OPPOSES~country:hu~plan:nato-invitation';
      expect(articles(less, key)).toBeLessThan(articles(full, key) as number);
      expect(less.edges.some((edge) => edge.source === 'outlet:kyiv-post' && edge.derived)).toBe(false);
      expect(await api.json<Meta>('/api/meta')).toEqual(before);
    });
  });

  describe('search', () => {
    const search = (q: string, more = '') => api.json<SearchResult>(`/api/search?q=${of(q)}${more}`);

    it.each(['Zelensky', 'zelenskyy', 'ZELENSKIY', 'Зеленський', 'volodymyr zel'])('%s finds one person', async (q) => {
      const people = (await search(q)).rows.filter((row) => row.labels[0] === 'Person');
      expect(people.map((row) => row.key)).toEqual(['person:volodymyr-zelensky']);
      expect(people[0]?.score).toBeGreaterThan(1);
    });

    it('ranks the name itself, its beginning, an alias, a text, then by key', async () => {
      expect((await search('Hungary')).rows[0]).toMatchObject({ key: 'country:hu', score: 4 });
      expect((await search('hung')).rows[0]).toMatchObject({ key: 'country:hu', score: 3 });
      expect((await search('Budapest')).rows[0]).toMatchObject({ key: 'country:hu', score: 4 });
      expect((await search('budap')).rows.find((row) => row.key === 'country:hu')?.score).toBe(2);
      expect((await search('Zelensky')).rows[0]).toMatchObject({ key: 'person:volodymyr-zelensky', score: 4 });
      const { rows } = await search('hungary', '&limit=100');
      const kinds = ['Claim', 'Article', 'Quote', 'Assertion'];
      const order = rows.map((row) => `${9 - row.score} ${kinds.indexOf(row.labels[0] ?? '') + 1} ${row.key}`);
      expect(order).toEqual([...order].sort());
      expect(rows.some((row) => row.score === 1)).toBe(true);
    });

    it('narrows to labels', async () => {
      const { rows } = await search('ukraine', '&types=Claim');
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.every((row) => row.labels[0] === 'Claim')).toBe(true);
    });

    it.each(['!!!', '…', 'zzzzzzzz', '| hungary |', "' OR 1=1", 'MATCH (n) DETACH DELETE n'])(
      'takes %s for words and nothing else',
      async (q) => {
        expect((await search(q)).rows.every((row) => row.score >= 1)).toBe(true);
        expect((await api.json<Meta>('/api/meta')).counts.nodes).toBeGreaterThan(100);
      },
    );
  });

  it('pages through neighbours without leaving one out or giving one twice', async () => {
    const { degree } = await api.json<NodeDetail>('/api/nodes/country:hu');
    const expected = degree.reduce((sum, row) => sum + row.count, 0);
    for (const limit of [1, 4, 500]) {
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page: Neighbours = await api.json(
          `/api/nodes/country:hu/neighbours?limit=${limit}${cursor && `&cursor=${cursor}`}`,
        );
        expect(page.total).toBe(expected);
        seen.push(...page.edges.map((edge) => edge.key));
        cursor = page.next;
      }
      expect(seen).toHaveLength(expected);
      expect(new Set(seen).size).toBe(expected);
    }
    const out = await api.json<Neighbours>('/api/nodes/country:hu/neighbours?direction=out&types=OPPOSES');
    expect(out.edges.every((edge) => edge.type === 'OPPOSES' && edge.source === 'country:hu')).toBe(true);
    expect(out.total).toBe(degree.find((row) => row.type === 'OPPOSES' && row.direction === 'out')?.count);
  });

  it('gives the evidence of a stance with quotations and the chains down to the sources', async () => {
    const evidence = await api.json<Evidence>(`/api/edges/${of('OPPOSES~country:hu~plan:nato-invitation')}/evidence`);
    expect(evidence.source.name).toBe('Hungary');
    expect(evidence.assertions.length).toBeGreaterThan(2);
    const held = evidence.assertions.filter((one) => one.article.held);
    expect(held.length).toBeGreaterThan(1);
    expect(
      held.every(
        (one) => one.quote !== null && one.start !== null && [...one.quote].length === (one.end ?? 0) - one.start,
      ),
    ).toBe(true);
    expect(evidence.assertions.slice(0, held.length)).toEqual(held);
    const chains = evidence.assertions.flatMap((one) => one.chains);
    const throughPolitico = chains.filter(
      (chain) => chain.some((link) => link.name === 'Politico') && chain.at(-1)?.label === 'Source',
    );
    expect(throughPolitico.length).toBeGreaterThan(0);
    expect(throughPolitico.some((chain) => chain.at(-1)?.sourceKind === 'anonymous')).toBe(true);
  });

  it('gives the evidence of every kind of edge', async () => {
    const all = await graph('?view=all');
    for (const type of typesIn(all)) {
      const edge = all.edges.find((one) => one.type === type);
      const evidence = await api.json<Evidence>(`/api/edges/${of(edge?.key ?? '')}/evidence`);
      expect(evidence.edge, type).toEqual(edge);
      if (edge?.derived) expect(evidence.assertions.length, type).toBeGreaterThan(0);
    }
  });

  it('tells the places of a relation that reports state', async () => {
    const edge = (await graph()).edges.find(
      (one) => one.type === 'HOLDS_OFFICE' && Array.isArray(one.properties.evidence),
    );
    const { places } = await api.json<Evidence>(`/api/edges/${of(edge?.key ?? '')}/evidence`);
    expect(places).toHaveLength([edge?.properties.evidence].flat().length);
    for (const { start, end, quote } of places) expect([...(quote ?? '')]).toHaveLength(end - start);
  });

  it('shows an article with all it says, in the order it says it', async () => {
    const article = await api.json<ArticleView>('/api/articles/article:kyiv-independent-2024-10-24');
    expect(article.article).toMatchObject({ held: true, outlet: { name: 'Kyiv Independent' } });
    const starts = article.assertions.map((one) => one.start ?? Number.POSITIVE_INFINITY);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(article.relays.some((relay) => relay.article.outlet?.name === 'Politico')).toBe(true);
    expect(article.mentions.length).toBeGreaterThan(10);
    const stub = article.relays[0]?.article.key ?? '';
    const relayed = await api.json<ArticleView>(`/api/articles/${of(stub)}`);
    expect(relayed.relayedBy.map((relay) => relay.article.key)).toContain('article:kyiv-independent-2024-10-24');
  });

  it('finds the shortest paths, either way of the arrows', async () => {
    const found = await api.json<Paths>('/api/paths?from=country:hu&to=plan:nato-invitation');
    expect(found.length).toBe(1);
    expect(found.paths[0]?.nodes).toEqual(['country:hu', 'plan:nato-invitation']);
    const back = await api.json<Paths>('/api/paths?from=plan:nato-invitation&to=country:hu');
    expect(back.paths.map((path) => path.edges)).toEqual(found.paths.map((path) => path.edges));
    const far = await api.json<Paths>('/api/paths?from=person:viktor-orban&to=outlet:politico');
    for (const path of far.paths) expect(path.edges).toHaveLength(far.length ?? -1);
    const along = await api.json<Paths>('/api/paths?from=country:hu&to=country:sk&type=OPPOSES');
    expect(along).toMatchObject({ length: 2, type: 'OPPOSES', more: false });
    expect(new Set(along.edges.map(({ type }) => type))).toEqual(new Set(['OPPOSES']));
    expect((await api.json<Paths>('/api/paths?from=country:hu&to=country:sk&type=CITES')).length).toBeNull();
    expect(await api.json<Paths>('/api/paths?from=country:hu&to=country:hu')).toMatchObject({
      length: 0,
      paths: [{ nodes: ['country:hu'], edges: [] }],
    });
  });
});
