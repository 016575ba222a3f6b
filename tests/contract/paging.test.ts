// The pages of a node's neighbours where they are hardest: many parallel edges, and cursors that are not of the list.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importMany } from '../../server/ingest/many.ts';
import type { Problem } from '../../server/schema/problem.ts';
import type { GraphView, Neighbours } from '../../server/schema/view.ts';
import { openStore } from '../../server/store/open.ts';
import type { Store } from '../../server/store/port.ts';
import { type Api, serve } from './api.ts';
import { describeEngines, openEmpty, type TestEngine } from './engines.ts';
import { ownerWrites } from './foreign-owner.ts';

const parallel = 520;
const of = (key: string) => encodeURIComponent(key);
const relations = Array.from({ length: parallel }, (_, index) => ({
  type: 'HOLDS_OFFICE',
  start: 'person:many',
  end: 'country:one',
  title: `Office ${index}`,
}));
const document = {
  format: 'hearsay-entities/1',
  entities: [
    { type: 'Person', key: 'person:many', name: 'Many' },
    { type: 'Person', key: 'person:few', name: 'Few' },
    { type: 'Country', key: 'country:one', name: 'One' },
  ],
  relations: [...relations, { type: 'HOLDS_OFFICE', start: 'person:few', end: 'country:one', title: 'Office' }],
};

async function own(engine: TestEngine): Promise<Store & { close(): Promise<void> }> {
  const store = await openEmpty(engine);
  await importMany(
    store,
    (async function* () {
      yield { file: 'entities.json', json: document };
    })(),
    {},
  );
  return store;
}

async function theirs(engine: TestEngine): Promise<Store & { close(): Promise<void> }> {
  const settings = await engine.settings();
  await ownerWrites(settings, [
    "CREATE (:Person {name: 'Many'}), (:Person {name: 'Few'}), (:Country {name: 'One'})",
    `MATCH (p:Person {name: 'Many'}), (c:Country) UNWIND range(1, ${parallel}) AS i CREATE (p)-[:HOLDS_OFFICE {title: i}]->(c)`,
    "MATCH (p:Person {name: 'Few'}), (c:Country) CREATE (p)-[:HOLDS_OFFICE {title: 0}]->(c)",
  ]);
  return openStore(settings);
}

const databases = [
  ["Hearsay's own", own],
  ["somebody else's", theirs],
] as const;

describeEngines('pages of neighbours', (engine) => {
  describe.each(databases)('of %s database', (_, open) => {
    let api: Api;
    let close: () => Promise<void>;
    const keys: Record<string, string> = {};
    beforeAll(async () => {
      const store = await open(engine);
      api = await serve(store);
      close = async () => {
        await api.close();
        await store.close();
      };
      for (const { name, key } of (await api.json<GraphView>('/api/graph?view=all')).nodes) keys[name] = key;
    });
    afterAll(() => close?.());

    const address = (name: string, query: string) => `/api/nodes/${of(keys[name] ?? '')}/neighbours?${query}`;
    const cursorOf = async (name: string, query: string): Promise<string> =>
      (await api.json<Neighbours>(address(name, query))).next ?? '';
    const refusalOf = async (path: string): Promise<string | undefined> => {
      const response = await api.get(path);
      expect(response.status).toBe(400);
      const { errors } = (await response.json()) as Problem;
      expect(errors?.map(({ field }) => field)).toEqual(['cursor']);
      return errors?.[0]?.reason;
    };

    it.each([500, 130])('come to an end with more parallel edges than a page may hold, %i at a time', async (limit) => {
      const seen: string[] = [];
      let pages = 0;
      for (let cursor: string | null = ''; cursor !== null && pages < 10; pages++) {
        const page: Neighbours = await api.json(address('One', `limit=${limit}${cursor && `&cursor=${cursor}`}`));
        seen.push(...page.edges.map((edge) => edge.key));
        cursor = page.next;
      }
      expect(pages).toBe(Math.ceil((parallel + 1) / limit));
      expect(seen).toHaveLength(parallel + 1);
      expect(new Set(seen).size).toBe(parallel + 1);
    });

    it.each([
      ['Many', 'limit=2'],
      ['One', 'limit=2&direction=in'],
      ['One', 'limit=2&types=HOLDS_OFFICE'],
    ])('refuse a cursor of another node or filter at %s, %s', async (name, query) => {
      const cursor = await cursorOf('One', 'limit=2');
      expect(await refusalOf(address(name, `${query}&cursor=${cursor}`))).toContain('belongs to another page');
    });

    it('take a cursor with another number of edges on a page', async () => {
      const cursor = await cursorOf('One', 'limit=2');
      expect((await api.json<Neighbours>(address('One', `limit=3&cursor=${cursor}`))).edges).toHaveLength(3);
    });

    it('refuse a cursor of three parts, as somebody may make one up', async () => {
      expect(await refusalOf(address('One', 'limit=2&cursor=WyJPUFBPU0VTIiwieiIsIi01Il0'))).toContain('is broken');
    });
  });

  it('refuse a cursor that counts edges in anything but a few digits', async () => {
    const store = await own(engine);
    const api = await serve(store);
    const { next } = await api.json<Neighbours>('/api/nodes/country:one/neighbours?limit=2');
    const position: string[] = JSON.parse(Buffer.from(next ?? '', 'base64url').toString());
    for (const count of ['-5', '1e3', '', ' 1', '1234567', 'NaN']) {
      const forged = Buffer.from(JSON.stringify([...position.slice(0, -1), count])).toString('base64url');
      const response = await api.get(`/api/nodes/country:one/neighbours?limit=2&cursor=${forged}`);
      expect(response.status, `"${count}"`).toBe(400);
      expect(((await response.json()) as Problem).errors?.[0]?.reason).toContain('is broken');
    }
    await api.close();
    await store.close();
  });
});
