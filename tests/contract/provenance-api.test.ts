// What the reports come to, over HTTP: stances and silence, origins and chains, withdrawn support, days, spread, words.
import { expect, it } from 'vitest';
import type {
  Contradictions,
  Diff,
  Spread,
  StancePage,
  StanceTable,
  UtteranceView,
} from '../../server/schema/comparison.ts';
import type { ArticleView, Evidence, GraphView } from '../../server/schema/view.ts';
import { entitiesDocument, entity, report } from '../builders.ts';
import { CurationGround, of } from './curation.ts';
import { describeEngines } from './engines.ts';

const said = { holder: 'country:a', target: 'plan:x' };
const edge = 'OPPOSES~country:a~plan:x';
/** An agency on its own named source, a daily that relays it, and a weekly that contradicts both. */
const agency = () =>
  report({
    slug: 'agency',
    outlet: 'outlet:agency',
    day: '2024-03-01',
    title: 'From the wire',
    says: [{ ...said, stance: 'opposes', source: 'person:p' }],
    quotes: [{ text: 'We shall never agree', speaker: 'person:p', utterance: 'utterance:remark' }],
  });
const daily = () =>
  report({
    slug: 'daily',
    outlet: 'outlet:daily',
    day: '2024-03-02',
    says: [{ ...said, stance: 'opposes', relays: 'article:agency', relayedSource: 'person:p' }],
    quotes: [{ text: 'We will never agree', speaker: 'person:p', utterance: 'utterance:remark' }],
    stubOutlets: { 'article:agency': 'outlet:agency' },
  });
const weekly = (more: Partial<Parameters<typeof report>[0]> = {}) =>
  report({
    slug: 'weekly',
    outlet: 'outlet:weekly',
    day: '2024-03-09',
    says: [{ ...said, stance: 'supports', source: 'insider' }],
    ...more,
  });

describeEngines('the reports over HTTP', (engine) => {
  const ground = new CurationGround(engine);
  const get = <T>(path: string) => ground.api.json<T>(path);
  const status = async (path: string) => (await ground.api.get(path)).status;
  const all = async () => {
    for (const document of [agency(), daily(), weekly()]) await ground.add(document);
  };

  it('give each stance with its origins, as the graph has it', async () => {
    await all();
    const { plan, plans, rows } = await get<StanceTable>('/api/stances?plan=plan:x');
    expect(plan).toEqual({ key: 'plan:x', name: 'X', labels: ['Plan'] });
    expect(plans).toEqual([plan]);
    expect(rows).toMatchObject([
      { edgeKey: edge, stance: 'opposes', originsMin: 1, originsMax: 1, articles: 2, outlets: 2, contested: true },
      { edgeKey: 'SUPPORTS~country:a~plan:x', stance: 'supports', originsMin: 1, originsMax: 1, contested: true },
    ]);
    expect(rows[0]).toMatchObject({ first: '2024-03-01', last: '2024-03-02', holder: { name: 'A' }, sources: 1 });
    expect((await get<StanceTable>('/api/stances')).rows).toEqual(rows);
    // With a filter that leaves everything in, the same is computed.
    expect((await get<StanceTable>('/api/stances?asOf=2999')).rows).toEqual(rows);
    const page = await get<StancePage>('/api/stances?limit=1');
    expect(page).toEqual({ ...page, plans, rows: rows.slice(0, 1), total: rows.length, truncated: true });
    expect(await get<StancePage>('/api/stances')).toMatchObject({ total: rows.length, truncated: false });
    const graph = await get<GraphView>('/api/graph');
    for (const row of rows) {
      const drawn = graph.edges.find(({ key }) => key === row.edgeKey);
      expect(drawn?.properties).toMatchObject({ originsMin: row.originsMin, originsMax: row.originsMax });
    }
  });

  it('name the members of a set for whom nothing is reported', async () => {
    await all();
    const [a, b, c] = [entity('Country', 'A'), entity('Country', 'B'), entity('Country', 'C')];
    const league = entity('Organization', 'League');
    const member = (start: { key: string }, more = {}) => ({
      type: 'MEMBER_OF' as const,
      start: start.key,
      end: league.key,
      ...more,
    });
    await ground.add(entitiesDocument([a, b, c, league], [member(a), member(b), member(c, { to: '2020-01-01' })]));
    const silent = async (query: string) =>
      (await get<StanceTable>(`/api/stances?${query}`)).silent?.map(({ key }) => key);
    expect(await silent('plan=plan:x')).toBeUndefined();
    expect(await silent('plan=plan:x&among=organization:league')).toEqual(['country:b']);
    // Before any report everybody is, and so is who was still a member.
    expect(await silent('plan=plan:x&among=organization:league&asOf=2019-06-01')).toEqual([
      'country:a',
      'country:b',
      'country:c',
    ]);
    const [d, e] = [entity('Country', 'D'), entity('Country', 'E')];
    await ground.add(
      entitiesDocument([d, e, league], [member(d, { to: '2999-01-01' }), member(e, { from: '2999-01-01' })]),
    );
    expect(await silent('plan=plan:x&among=organization:league')).toEqual(['country:b', 'country:d']);
    expect(await silent('plan=plan:x&among=organization:league&asOf=3000')).toEqual(['country:b', 'country:e']);
    expect(await status('/api/stances?plan=plan:y')).toBe(404);
    expect(await status('/api/stances?plan=country:a')).toBe(400);
    expect(await status('/api/stances?among=country:a')).toBe(400);
    expect(await status('/api/stances?among=organization:leage')).toBe(404);
  });

  it('show the way from a stance to its origin, with the words of each link', async () => {
    await all();
    const evidence = await get<Evidence>(`/api/edges/${of(edge)}/evidence`);
    expect(evidence.origins).toMatchObject({ min: 1, max: 1, sources: 1, cut: ['article:agency'], circular: [] });
    const { nodes = [], edges = [] } = evidence.derivation ?? {};
    const keys = new Set(nodes.map(({ key }) => key));
    expect(edges.every(({ source, target }) => keys.has(source) && keys.has(target))).toBe(true);
    expect(nodes.filter(({ inCut }) => inCut).map(({ key }) => key)).toEqual(['article:agency']);
    expect(nodes.find(({ key }) => key === 'article:agency')).toMatchObject({ name: 'From the wire', held: true });
    expect(nodes.find(({ label }) => label === 'Source')).toMatchObject({ name: 'P', identified: true });
    const relay = edges.find(({ kind }) => kind === 'relays');
    expect(relay).toMatchObject({ source: 'article:daily', target: 'article:agency', how: 'reported' });
    const states = edges.filter(({ kind }) => kind === 'states');
    expect(states.every(({ quote }) => quote?.includes('country:a asserts opposes'))).toBe(true);
    expect(
      evidence.assertions.every(
        ({ counts, chain, chains }) => counts && JSON.stringify(chain) === JSON.stringify(chains[0]),
      ),
    ).toBe(true);
    const { rows } = await get<Contradictions>('/api/contradictions');
    expect(evidence.contradictions).toEqual(rows.filter(({ edges: on }) => on.includes(edge)).map(({ key }) => key));
    expect(evidence.contradictions).not.toEqual([]);
  });

  it('set both sides of a contradiction against each other, each with its sayers and origins', async () => {
    await all();
    const { rows } = await get<Contradictions>('/api/contradictions?plan=plan:x&type=exclusive');
    expect(rows).toMatchObject([
      {
        holder: { key: 'country:a', name: 'A' },
        plan: { key: 'plan:x', name: 'X' },
        contests: true,
        disposition: { state: 'open', by: null },
        edges: [edge, 'SUPPORTS~country:a~plan:x'],
      },
    ]);
    const [row] = rows;
    const sides = [row?.a, row?.b].sort((one) => (one?.stance === 'opposes' ? -1 : 1));
    expect(sides[0]).toMatchObject({ origins: { min: 1, max: 1, sources: 1 }, holder: { key: 'country:a' } });
    expect(sides[0]?.sayers.map(({ onWordOf }) => onWordOf)).toContain('P');
    expect(sides[1]?.sayers).toMatchObject([{ article: { key: 'article:weekly' }, onWordOf: 'insider' }]);
    for (const [query, count] of [
      ['holder=country:a', 1],
      ['type=denial', 0],
      ['disposition=settled', 0],
      ['disposition=open', 1],
      ['without=outlet:weekly', 0],
      ['asOf=2024-03-05', 0],
    ] as const) {
      const found = (await get<Contradictions>(`/api/contradictions?${query}`)).rows;
      expect(
        found.filter(({ type }) => type === 'exclusive'),
        query,
      ).toHaveLength(count);
    }
    await ground.decide('PUT', `/api/contradictions/${of(row?.key ?? '')}/disposition`, {
      state: 'settled',
      by: 'Ada',
      why: 'The weekly was wrong.',
    });
    const settled = await get<Contradictions>('/api/contradictions?disposition=settled');
    expect(settled.rows).toMatchObject([{ key: row?.key, contests: false, disposition: { by: 'Ada' } }]);
    expect((await get<StanceTable>('/api/stances?asOf=2999')).rows.map(({ contested }) => contested)).toEqual([
      false,
      false,
    ]);
    expect(await status('/api/contradictions?plan=plan:none')).toBe(404);
    expect(await status('/api/contradictions?type=quarrel')).toBe(400);
  });

  it('list what was retracted or corrected as not counting, and leave the edge without support', async () => {
    await ground.add(agency());
    await ground.add(daily());
    await ground.add(
      report({ slug: 'regrets', outlet: 'outlet:agency', day: '2024-04-01', retracts: ['article:agency'] }),
    );
    const { edge: found, assertions, origins, derivation } = await get<Evidence>(`/api/edges/${of(edge)}/evidence`);
    expect(found.properties).toMatchObject({ originsMin: 0, originsMax: 0 });
    expect(origins).toMatchObject({ min: 0, max: 0, retracted: ['article:agency'] });
    expect(assertions.length).toBeGreaterThan(1);
    expect(assertions.every(({ counts }) => !counts)).toBe(true);
    expect(derivation?.nodes.map(({ key }) => key)).toContain('article:agency');
    // Before the retraction was published it does not count.
    const then = await get<Evidence>(`/api/edges/${of(edge)}/evidence?asOf=2024-03-31`);
    expect(then.origins).toMatchObject({ min: 1, max: 1, retracted: [] });
    expect(then.assertions.every(({ counts }) => counts)).toBe(true);
    const article = await get<ArticleView>('/api/articles/article:agency');
    expect(article).toMatchObject({
      counts: false,
      links: [{ type: 'RETRACTS', direction: 'in', article: { key: 'article:regrets' } }],
      relayedBy: [{ article: { key: 'article:daily' } }],
    });
    const before = await get<ArticleView>('/api/articles/article:agency?asOf=2024-03-31');
    expect(before).toMatchObject({ counts: true, links: [] });
    expect(await get<ArticleView>('/api/articles/article:regrets')).toMatchObject({
      counts: true,
      links: [{ type: 'RETRACTS', direction: 'out', article: { key: 'article:agency' } }],
    });
    // What retracts the retraction brings the article back, from that day on.
    await ground.add(
      report({ slug: 'after-all', outlet: 'outlet:agency', day: '2024-05-01', retracts: ['article:regrets'] }),
    );
    const back = await get<Evidence>(`/api/edges/${of(edge)}/evidence`);
    expect(back.origins).toMatchObject({ min: 1, max: 1, retracted: [] });
    for (const [address, counts] of [
      ['article:agency', true],
      ['article:regrets', false],
      ['article:after-all', true],
      ['article:agency?asOf=2024-04-30', false],
      ['article:regrets?asOf=2024-04-30', true],
    ] as const)
      expect(await get<ArticleView>(`/api/articles/${address}`), address).toMatchObject({ counts });
  });

  it('differ from day to day by the edges that came, went or changed', async () => {
    await all();
    const first = await get<Diff>('/api/diff?from=2024-03-01&to=2024-03-02');
    expect(first.changed).toMatchObject([{ edge: { key: edge }, before: { articles: 1 }, after: { articles: 2 } }]);
    expect(first.added.map((one) => one.edge.key)).toEqual([
      'CITES~outlet:daily~outlet:agency',
      'QUOTES~outlet:daily~person:p',
    ]);
    expect(first.articles).toMatchObject({ added: [{ key: 'article:daily' }], removed: [] });
    const ends = new Set(first.nodes.map(({ key }) => key));
    for (const { edge: one } of [...first.added, ...first.changed]) {
      expect(ends.has(one.source) && ends.has(one.target)).toBe(true);
    }
    const later = await get<Diff>('/api/diff?from=2024-03-02');
    expect(later.added).toMatchObject([{ edge: { key: 'SUPPORTS~country:a~plan:x' }, before: null }]);
    // The new stance contests the old one.
    expect(later.changed).toMatchObject([
      { edge: { key: edge }, before: { contested: false }, after: { contested: true } },
    ]);
    const whole = await get<Diff>('/api/diff');
    expect(whole).toMatchObject({ from: null, to: null, changed: [], removed: [], same: 0 });
    expect(whole.articles.added.map(({ key }) => key)).toEqual(['article:weekly', 'article:daily', 'article:agency']);
    expect((await get<Diff>('/api/diff?from=2024-03-01&to=2024-03-09&asOf=2024-03-01')).articles.added).toEqual([]);
    expect((await get<Diff>('/api/diff?to=2024-03-01')).articles.added).toMatchObject([{ key: 'article:agency' }]);
    const refused = await (await ground.api.get('/api/diff?from=2024-03-02&to=2024-03-01')).json();
    expect(refused).toMatchObject({ status: 400, errors: [{ field: 'from' }] });
  });

  it('spread from who said it first', async () => {
    await all();
    const { steps } = await get<Spread>(`/api/spread?edge=${of(edge)}`);
    expect(steps).toMatchObject([
      { article: { key: 'article:agency' }, day: '2024-03-01', first: true, relays: [] },
      { article: { key: 'article:daily' }, day: '2024-03-02', first: false, relays: ['article:agency'] },
    ]);
    const [claim] = (await get<Evidence>(`/api/edges/${of(edge)}/evidence`)).assertions;
    expect((await get<Spread>(`/api/spread?claim=${of(claim?.claim.key ?? '')}`)).steps).toEqual(steps);
    expect(
      (await get<Spread>('/api/spread?utterance=utterance:remark')).steps.map(({ article }) => article.key),
    ).toEqual(['article:agency', 'article:daily']);
    expect((await get<Spread>(`/api/spread?edge=${of(edge)}&without=article:agency`)).steps).toEqual([]);
    for (const query of ['', '?claim=claim:a&utterance=utterance:b'])
      expect(await status(`/api/spread${query}`)).toBe(400);
    for (const query of ['claim=claim:a', 'utterance=utterance:b', 'edge=OPPOSES~country:a~plan:y', 'edge=nonsense']) {
      expect(await status(`/api/spread?${query}`), query).toBe(404);
    }
  });

  it('set the renderings of one utterance side by side, with the words that differ', async () => {
    await all();
    const { utterance, renderings } = await get<UtteranceView>('/api/utterances/utterance:remark');
    expect(utterance).toMatchObject({ key: 'utterance:remark', speaker: { key: 'person:p', name: 'P' } });
    expect(renderings.map(({ text }) => text)).toEqual(['We shall never agree', 'We will never agree']);
    expect(renderings.map(({ words }) => words.filter(({ same }) => !same).map(({ text }) => text.trim()))).toEqual([
      ['shall'],
      ['will'],
    ]);
    const [place] = renderings[0]?.articles ?? [];
    expect(place).toMatchObject({ article: { key: 'article:agency' }, from: null });
    expect((place?.end ?? 0) - (place?.start ?? 0)).toBe('We shall never agree'.length);
    const early = await get<UtteranceView>('/api/utterances/utterance:remark?asOf=2024-03-01');
    expect(early.renderings.map(({ text }) => text)).toEqual(['We shall never agree']);
    const refused = await (await ground.api.get('/api/utterances/utterance:remarks')).json();
    expect(refused).toMatchObject({ status: 404, nearest: [{ key: 'utterance:remark' }] });
  });
});
