// Somebody else's database is opened for reading only, and is afterwards what it was: nodes, relations, schema.
import { expect, it } from 'vitest';
import { ReadOnly } from '../../server/errors.ts';
import { type EngineSettings, openStore } from '../../server/store/open.ts';
import { describeEngines } from './engines.ts';
import { everythingIn, ownerWrites } from './foreign-owner.ts';
import { testStatements, type WithTestTypes } from './statements.ts';

const theirs = [
  "CREATE (:Film {title: 'Alphaville', year: 1965}), (:Record {key: 'vinyl', textIndex: 'the plan'})",
  'MATCH (f:Film), (r:Record) CREATE (f)-[:SOUNDTRACK {tracks: [1, 2]}]->(r)',
];

async function browse(settings: EngineSettings): Promise<void> {
  const store = await openStore<WithTestTypes>(settings, { extra: testStatements });
  expect(store.capabilities).toMatchObject({ model: 'foreign', writable: false });
  expect(store.fresh).toBe(false);
  expect(await store.read('test/get', { key: 'vinyl' })).toHaveLength(1);
  expect(await store.read('schema/marker', {})).toEqual([]);
  for await (const _ of store.stream('test/range', { to: 3 })) await store.ping();
  // There is no full-text index in it, and none is made.
  expect(await store.searchText(['plan'], 5)).toEqual([]);
  await expect(store.write('test/create', { key: 'ours' })).rejects.toThrow(ReadOnly);
  await expect(store.transaction(async () => 1)).rejects.toMatchObject({ code: 'read-only', status: 403 });
  await expect(store.write('schema/marker-set', { properties: { schemaVersion: 1 } })).rejects.toThrow(ReadOnly);
  await store.close();
}

describeEngines("somebody else's database", (engine) => {
  it('with data in it is the same after start, browsing and stop', async () => {
    const settings = await engine.settings();
    await ownerWrites(settings, theirs);
    const before = await everythingIn(settings);
    await browse(settings);
    expect(await everythingIn(settings)).toEqual(before);
  });

  it('with a schema of its own besides is, too', async () => {
    const settings = await engine.settings();
    const schema = [
      'CREATE CONSTRAINT film_title FOR (n:Film) REQUIRE n.title IS UNIQUE',
      'CREATE INDEX film_year FOR (n:Film) ON (n.year)',
    ];
    await ownerWrites(settings, [...schema, ...theirs]);
    const before = await everythingIn(settings);
    await browse(settings);
    expect(await everythingIn(settings)).toEqual(before);
  });

  it('without data but with a schema is not taken for an empty one', async () => {
    const settings = await engine.settings();
    await ownerWrites(settings, ['CREATE INDEX film_year FOR (n:Film) ON (n.year)']);
    const before = await everythingIn(settings);
    const store = await openStore(settings);
    expect(store.capabilities.model).toBe('foreign');
    await store.close();
    expect(await everythingIn(settings)).toEqual(before);
  });
});
