// Of somebody else's database the named nodes are given as a plain graph, and that is refused as an import.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Problem } from '../../server/schema/problem.ts';
import type { GraphView } from '../../server/schema/view.ts';
import { type OpenedStore, openStore } from '../../server/store/open.ts';
import { type Api, serve } from './api.ts';
import { describeEngines } from './engines.ts';
import { ownerWrites } from './foreign-owner.ts';

describeEngines("an export of somebody else's database", (engine) => {
  let store: OpenedStore;
  let api: Api;
  beforeAll(async () => {
    const settings = await engine.settings();
    await ownerWrites(settings, [
      "CREATE (:Film {title: 'Alphaville'})-[:BY {year: 1965}]->(:Person {name: 'Godard'})",
    ]);
    store = await openStore(settings);
    api = await serve(store);
  });
  afterAll(async () => {
    await api?.close();
    await store?.close();
  });

  it('holds nodes and relations with their properties, and imports nowhere', { timeout: 120_000 }, async () => {
    const { nodes } = await api.json<GraphView>('/api/graph');
    const response = await api.send('POST', '/api/export', { nodes: nodes.map(({ key }) => key) });
    const json = (await response.json()) as GraphView & { format: string };
    expect(json.format).toBe('hearsay-plain-graph/1');
    expect(json.nodes.map(({ properties }) => properties)).toEqual(
      expect.arrayContaining([{ title: 'Alphaville' }, { name: 'Godard' }]),
    );
    expect(json.edges).toMatchObject([{ type: 'BY', properties: { year: 1965 } }]);

    const refused = async (path: string, body: unknown) => {
      const answer = await api.send('POST', path, body);
      const { title, errors = [] } = (await answer.json()) as Problem;
      return `${answer.status} ${errors[0]?.reason ?? title}`;
    };
    expect(await refused('/api/imports/export', json)).toMatch(/^422 is of the plain graph of another database/);
    expect(await refused('/api/export', {})).toMatch(/^400 name the nodes/);
    expect(await refused('/api/export', { articles: ['article:a'] })).toMatch(/^400 this is not a Hearsay database/);
  });
});
