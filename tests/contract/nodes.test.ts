// Many nodes at once: each as it is by itself, with all relations among them and with those beside, over both engines and models.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NodesResult, nodesLimits } from '../../server/schema/nodes.ts';
import type { Problem } from '../../server/schema/problem.ts';
import type { EdgeView, GraphView, Neighbours, NodeDetail } from '../../server/schema/view.ts';
import { openStore } from '../../server/store/open.ts';
import { type Api, bundledApi, serveStore } from './api.ts';
import { describeEngines } from './engines.ts';
import { ownerWrites } from './foreign-owner.ts';

const of = (key: string) => encodeURIComponent(key);

const asking =
  (api: () => Api) =>
  async (body: unknown, query = '') => {
    const response = await api().send('POST', `/api/nodes${query}`, body);
    return { status: response.status, body: (await response.json()) as NodesResult & Problem };
  };

/** The relations of each node by itself whose two ends are among `ends`, in the answer's order. */
async function oneByOne(
  api: Api,
  keys: readonly string[],
  ends: ReadonlySet<string>,
  filter = '',
): Promise<EdgeView[]> {
  const found = new Map<string, EdgeView>();
  for (const key of keys) {
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Neighbours = await api.json(
        `/api/nodes/${of(key)}/neighbours?limit=500${filter}${cursor && `&cursor=${of(cursor)}`}`,
      );
      for (const edge of page.edges) if (ends.has(edge.source) && ends.has(edge.target)) found.set(edge.key, edge);
      cursor = page.next;
    }
  }
  return [...found.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

describeEngines('many nodes at once', (engine) => {
  describe('of the bundled reports', () => {
    const api = bundledApi(engine);
    const ask = asking(() => api);

    it.each(['', 'asOf=2024-10-24', 'without=outlet:politico'])(
      'are as each is by itself: %s',
      async (filter) => {
        const graph = await api.json<GraphView>('/api/graph?view=all');
        const keys = graph.nodes.map(({ key }) => key).filter((_, at) => at % 6 === 0);
        const beside = graph.nodes.map(({ key }) => key).filter((_, at) => at % 3 === 1);
        const { body } = await ask({ keys, beside }, filter && `?${filter}`);
        expect(body.missing).toEqual([]);
        expect(body.nodes.map(({ key }) => key)).toEqual(keys);
        for (const node of body.nodes.slice(0, 12))
          expect(node).toEqual((await api.json<NodeDetail>(`/api/nodes/${of(node.key)}?${filter}`)).node);
        const alone = await oneByOne(api, keys, new Set([...keys, ...beside]), filter && `&${filter}`);
        expect(alone.length).toBeGreaterThan(20);
        expect(body.edges).toEqual(alone);
      },
      60_000,
    );

    it('tell each once, and which there are not', async () => {
      const { body } = await ask({ keys: ['country:hu', 'country:none', 'country:hu', '~1', 'country:none'] });
      expect(body.nodes.map(({ key }) => key)).toEqual(['country:hu']);
      expect(body.missing).toEqual(['country:none', '~1']);
      const both = await ask({ keys: ['country:hu'], beside: ['plan:nato-invitation', 'plan:none', 'country:hu'] });
      expect(both.body.nodes.map(({ key }) => key)).toEqual(['country:hu']);
      expect(both.body.edges.map(({ key }) => key)).toContain('OPPOSES~country:hu~plan:nato-invitation');
      expect((await ask({ keys: ['plan:none'], beside: ['country:hu'] })).body).toEqual({
        nodes: [],
        edges: [],
        missing: ['plan:none'],
      });
    });

    it('are at most so many', async () => {
      const many = (count: number) => Array.from({ length: count }, (_, at) => `country:none-${at}`);
      const full = await ask({ keys: many(nodesLimits.keys), beside: many(nodesLimits.beside) });
      expect([full.status, full.body.missing.length]).toEqual([200, nodesLimits.keys]);
      const over = await ask({ keys: many(nodesLimits.keys + 1) });
      expect([over.status, over.body.code]).toEqual([400, 'invalid-request']);
      expect(over.body.errors?.[0]?.reason).toContain(String(nodesLimits.keys));
    });

    it.each([
      [{ keys: [] }, '/keys'],
      [{ keys: [''] }, '/keys/0'],
      [{ keys: ['a\u0000'] }, '/keys/0'],
      [{ keys: ['a'.repeat(301)] }, '/keys/0'],
      [{ keys: [1] }, '/keys/0'],
      [{ keys: ['country:hu'], beside: [''] }, '/beside/0'],
      [{ keys: ['country:hu'], besides: [] }, ''],
      [{}, '/keys'],
    ])('refuse %j, with its place', async (body, pointer) => {
      const { status, body: problem } = await ask(body);
      expect([status, problem.code]).toEqual([400, 'invalid-request']);
      expect(problem.errors?.[0]?.pointer).toMatch(new RegExp(`^${pointer}`));
    });

    it('refuse a filter that cannot be', async () => {
      expect((await ask({ keys: ['country:hu'] }, '?asOf=soon')).status).toBe(400);
      expect((await ask({ keys: ['country:hu'] }, '?case=case:none')).status).toBe(404);
      // A malformed body is told before anything is looked up.
      expect((await ask({ keys: [] }, '?case=case:none')).status).toBe(400);
    });
  });

  describe("of somebody else's database", () => {
    let api: Api;
    let close: () => Promise<void>;
    const ask = asking(() => api);
    beforeAll(async () => {
      const settings = await engine.settings();
      await ownerWrites(settings, [
        "UNWIND range(1, 30) AS i CREATE (:Film {title: 'Film ' + i, at: i})",
        "UNWIND range(1, 20) AS i CREATE (:Person {name: 'Person ' + i, at: i})",
        'MATCH (p:Person), (f:Film) WHERE (p.at + f.at) % 7 = 0 CREATE (p)-[:WORKED_ON {role: f.title}]->(f)',
        'MATCH (f:Film {at: 1}), (g:Film) WHERE g.at < 4 CREATE (f)-[:NEAR]->(g), (f)-[:NEAR {again: true}]->(g)',
      ]);
      ({ api, close } = await serveStore(await openStore(settings)));
    });
    afterAll(() => close?.());

    it('are as each is by itself', async () => {
      const graph = await api.json<GraphView>('/api/graph');
      const keys = graph.nodes.filter(({ properties }) => Number(properties.at) < 9).map(({ key }) => key);
      const beside = graph.nodes.filter(({ properties }) => Number(properties.at) > 15).map(({ key }) => key);
      const { body } = await ask({ keys: [...keys, 'country:hu', '~nothing'], beside });
      expect(body.missing).toEqual(['country:hu', '~nothing']);
      const shown = new Map(graph.nodes.map((node) => [node.key, node]));
      expect(body.nodes).toEqual(keys.map((key) => shown.get(key)));
      const ends = new Set([...keys, ...beside]);
      const alone = await oneByOne(api, keys, ends);
      expect(alone.length).toBeGreaterThan(15);
      expect(body.edges).toEqual(alone);
      expect(body.edges.filter(({ source, target }) => source === target)).toHaveLength(2);
      const nothing = await ask({ keys: ['~nothing', 'country:hu'], beside });
      expect(nothing.body).toEqual({ nodes: [], edges: [], missing: ['country:hu', '~nothing'] });
    });

    it('know no filter', async () => {
      const { status, body } = await ask({ keys: ['~1'] }, '?asOf=2024-10-24');
      expect([status, body.errors?.[0]?.field]).toEqual([400, 'asOf']);
    });
  });
});
