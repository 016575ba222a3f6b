// GET /api/schema on both engines: of Hearsay's own database and of somebody else's.
import { afterAll, expect, it } from 'vitest';
import type { DatabaseSchema } from '../../server/schema/cypher.ts';
import { openStore } from '../../server/store/open.ts';
import { type Api, serve, serveBundled } from './api.ts';
import { describeEngines } from './engines.ts';
import { ownerWrites } from './foreign-owner.ts';

const theirs = [
  "CREATE (:Film:Old {title: 'Alphaville', year: 1965, score: 7.5}), (:Film {title: 'Weekend', year: 'unknown'}), (:Person {name: 'Anna Karina', tags: ['a', 'b'], alive: false})",
  "MATCH (f:Film {title: 'Alphaville'}), (p:Person) CREATE (p)-[:WORKED_ON {role: 'Natacha', days: 20}]->(f)",
  'CREATE CONSTRAINT film_title FOR (n:Film) REQUIRE n.title IS UNIQUE',
  'CREATE INDEX film_year FOR (n:Film) ON (n.year)',
];
const named = <T extends { name: string }>(list: readonly T[], name: string) => list.find((one) => one.name === name);

describeEngines('the schema of the database', (engine) => {
  const closing: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const close of closing) await close();
  });
  const schema = (api: Api) => api.json<DatabaseSchema>('/api/schema');

  it('is that of somebody else’s data', async () => {
    const settings = await engine.settings();
    await ownerWrites(settings, theirs);
    const store = await openStore(settings);
    const api = await serve(store);
    closing.push(api.close, () => store.close());
    const { labels, relationTypes, constraints, indexes, sampled } = await schema(api);
    expect(labels).toEqual([
      {
        name: 'Film',
        count: 2,
        properties: [
          { name: 'score', types: ['Float'] },
          { name: 'title', types: ['String'] },
          { name: 'year', types: ['Integer', 'String'] },
        ],
      },
      { name: 'Old', count: 1, properties: expect.arrayContaining([{ name: 'year', types: ['Integer'] }]) },
      {
        name: 'Person',
        count: 1,
        properties: [
          { name: 'alive', types: ['Boolean'] },
          { name: 'name', types: ['String'] },
          { name: 'tags', types: ['List<String>'] },
        ],
      },
    ]);
    expect(relationTypes).toEqual([
      {
        name: 'WORKED_ON',
        count: 1,
        properties: [
          { name: 'days', types: ['Integer'] },
          { name: 'role', types: ['String'] },
        ],
        between: [
          { from: 'Person', to: 'Film', count: 1 },
          { from: 'Person', to: 'Old', count: 1 },
        ],
      },
    ]);
    expect(named(constraints, 'film_title')?.description).toMatch(/^uniqu\w+ on :Film \(title\)$/);
    expect(named(indexes, 'film_year')?.description).toMatch(/ on :Film \(year\)$/);
    expect(sampled).toBe(false);
  }, 120_000);

  it('is that of Hearsay’s own, and follows what is written', async () => {
    const { store, api, close } = await serveBundled(engine);
    closing.push(close);
    const before = await schema(api);
    expect(named(before.labels, 'Country')?.count).toBeGreaterThan(5);
    expect(named(named(before.labels, 'Claim')?.properties ?? [], 'text')?.types).toEqual(['String']);
    expect(named(before.relationTypes, 'PUBLISHED')?.between).toEqual([
      { from: 'Outlet', to: 'Article', count: named(before.relationTypes, 'PUBLISHED')?.count },
    ]);
    expect(before.procedures.includes('db.labels')).toBe(engine.name === 'neo4j');
    await store.transaction(async (tx) => {
      await tx.write('write/lock', {});
      await tx.write('write/curation/case', { key: 'case:x', properties: { key: 'case:x', name: 'X' } });
    });
    expect(named((await schema(api)).labels, 'Case')?.count).toBe(1);
  }, 120_000);
});
