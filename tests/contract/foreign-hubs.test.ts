// A database of another model in which nodes have very many relations: those among the nodes that are drawn are all found.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StatementTypes } from '../../server/schema/statements.ts';
import { type OpenedStore, openStore } from '../../server/store/open.ts';
import { describeEngines } from './engines.ts';
import { ownerReads, ownerWrites } from './foreign-owner.ts';

/** Over the number of relations from which on a node is not gone through. */
const many = 10_100;
const filling = [
  "CREATE (:Hub {name: 'First'}), (:Hub {name: 'Second'}), (:Other {name: 'Other'}), (:Rare {name: 'Rare'})",
  `MATCH (h:Hub) UNWIND range(1, ${many}) AS i CREATE (h)-[:HAS]->(:Leaf {name: h.name + ' leaf'})`,
  "MATCH (a:Hub {name: 'First'}), (b:Hub {name: 'Second'}) CREATE (a)-[:BESIDE]->(b), (b)-[:BESIDE]->(a), (a)-[:KNOWS]->(b)",
  "MATCH (a:Hub {name: 'First'}), (o:Other) CREATE (a)-[:KNOWS]->(o), (o)-[:KNOWS]->(a), (o)-[:KNOWS]->(o)",
];

describeEngines('the relations of hubs', (engine) => {
  let store: OpenedStore<StatementTypes>;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    const settings = await engine.settings();
    await ownerWrites(settings, filling);
    const named = 'MATCH (n) WHERE n:Hub OR n:Other OR n:Rare RETURN n.name AS name, elementId(n) AS id';
    for (const { name, id } of await ownerReads(settings, named)) ids[String(name)] = String(id);
    store = await openStore(settings);
  }, 120_000);
  afterAll(() => store?.close());

  it('among given nodes are found from whichever end', async () => {
    const all = Object.values(ids);
    const rows = await store.read('read/foreign/edges-among', { ids: all });
    const nameOf = (id: string) => Object.keys(ids).find((name) => ids[name] === id);
    const told = rows.map(({ type, source, target }) => `${nameOf(source)} ${type} ${nameOf(target)}`).sort();
    expect(told).toEqual([
      'First BESIDE Second',
      'First KNOWS Other',
      'First KNOWS Second',
      'Other KNOWS First',
      'Other KNOWS Other',
      'Second BESIDE First',
    ]);
    const pairs = await store.read('read/foreign/pairs-among', { ids: all, limit: 100 });
    expect(pairs.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
    expect(await store.read('read/foreign/pairs-among', { ids: all, limit: 2 })).toHaveLength(2);
  });

  it('with nodes beside them are found from whichever end, and none among those', async () => {
    const [first, second, other, rare] = ['First', 'Second', 'Other', 'Rare'].map((name) => ids[name] ?? '');
    const nameOf = (id: string) => Object.keys(ids).find((name) => ids[name] === id);
    const told = async (of: (string | undefined)[], beside: (string | undefined)[]) =>
      (
        await store.read('read/foreign/edges-beside', {
          ids: of.map((id) => id ?? ''),
          beside: beside.map((id) => id ?? ''),
        })
      )
        .map(({ type, source, target }) => `${nameOf(source)} ${type} ${nameOf(target)}`)
        .sort();
    const betweenHubs = ['First BESIDE Second', 'First KNOWS Second', 'Second BESIDE First'];
    expect(await told([first], [second, rare])).toEqual(betweenHubs);
    expect(await told([first, second], [])).toEqual(betweenHubs);
    expect(await told([first], [other])).toEqual(['First KNOWS Other', 'Other KNOWS First']);
    expect(await told([other], [first])).toEqual(['First KNOWS Other', 'Other KNOWS First', 'Other KNOWS Other']);
    expect(await told([rare], [first, second, other])).toEqual([]);
  });

  it('do not hide a label that few nodes have', async () => {
    const rows = await store.read('read/foreign/connected', { window: 200_000, labels: ['Rare'], most: 10 });
    expect(rows.map(({ id }) => id)).toEqual([ids.Rare]);
  });
});
