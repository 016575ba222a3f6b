// Typed Cypher that writes into somebody else's database: refused unless it was allowed and asked for, and then just that.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatabaseSchema, QuerySettings } from '../../server/schema/cypher.ts';
import type { Meta } from '../../server/schema/view.ts';
import { type EngineSettings, type OpenedStore, openStore } from '../../server/store/open.ts';
import { type Api, serve } from './api.ts';
import { describeEngines } from './engines.ts';
import { everythingIn, ownerWrites } from './foreign-owner.ts';
import { ask, plain, problem } from './query.ts';

const query: QuerySettings = { writes: true, timeoutMs: 60_000, rows: 1000, concurrency: 2, memoryMb: 1024 };
const theirs = ["CREATE (:Film {title: 'Alphaville'})-[:BY]->(:Person {name: 'Jean-Luc Godard'})"];
const create = "CREATE (n:Person {name: 'Anna Karina'}) RETURN n.name AS name";

describeEngines("typed writes into somebody else's database", (engine) => {
  let settings: EngineSettings;
  let store: OpenedStore;
  let allowed: Api;
  let refused: Api;
  let before: unknown;
  /** The database as its owner sees it; the embedded one is one process's at a time. */
  const all = async (): Promise<unknown> => {
    if (engine.name === 'embedded') await store.close();
    const rows = await everythingIn(settings);
    if (engine.name === 'embedded') await open();
    return rows;
  };
  const open = async () => {
    await allowed?.close();
    await refused?.close();
    store = await openStore(settings);
    [allowed, refused] = await Promise.all([serve(store, { query }), serve(store)]);
  };
  beforeAll(async () => {
    settings = await engine.settings();
    await ownerWrites(settings, theirs);
    before = await everythingIn(settings);
    await open();
  });
  afterAll(async () => {
    await allowed?.close();
    await refused?.close();
    await store?.close();
  });

  it('are refused by a server that was not started for them, and in a run that did not ask for it', async () => {
    expect(await problem(refused, create, { mode: 'write' })).toMatchObject({
      status: 403,
      code: 'read-only',
      detail: expect.stringContaining('HEARSAY_QUERY_WRITES=yes'),
    });
    expect(await problem(refused, create)).toMatchObject({ status: 400, code: 'statement-refused' });
    expect(await problem(allowed, create)).toMatchObject({ faults: [{ code: 'write' }] });
    expect((await refused.json<Meta>('/api/meta')).limits.query.writes).toBe(false);
    expect(await allowed.json<Meta>('/api/meta')).toMatchObject({
      writable: false,
      limits: { query: { writes: true } },
    });
    expect(await all()).toEqual(before);
  });

  it('do not make it Hearsay’s own', async () => {
    const marker = "CREATE (:HearsayMarker {key: 'hearsay', schemaVersion: 1})";
    expect([400, 403]).toContain((await problem(allowed, marker, { mode: 'write' })).status);
    expect(await all()).toEqual(before);
  });

  describe('where they are allowed', () => {
    it('show at once in the schema and in what nodes are called by', async () => {
      const labels = async () => (await allowed.json<DatabaseSchema>('/api/schema')).labels.map(({ name }) => name);
      const captioned = async () =>
        (await allowed.json<Meta>('/api/meta')).labels.filter(({ captions }) => captions).map(({ label }) => label);
      expect([await labels(), await captioned()].flat()).not.toContain('Director');
      await ask(allowed, "CREATE (n:Director {name: 'Agnès Varda'}) RETURN n", { mode: 'write' });
      expect(await labels()).toContain('Director');
      expect(await captioned()).toContain('Director');
      await ask(allowed, 'MATCH (n:Director) DELETE n', { mode: 'write' });
      expect(await labels()).not.toContain('Director');
      expect(await all()).toEqual(before);
    });

    it('do what they say and nothing besides', async () => {
      const { rows, summary } = await ask(allowed, create, { mode: 'write' });
      expect(rows.map(plain)).toEqual([['Anna Karina']]);
      expect(summary?.counters).toEqual({ nodesCreated: 1, labelsAdded: 1, propertiesSet: 1 });
      expect((await ask(allowed, "MATCH (n:Person {name: 'Anna Karina'}) RETURN n.name AS name")).rows).toHaveLength(1);
      await ask(allowed, "MATCH (n:Person {name: 'Anna Karina'}) DELETE n", { mode: 'write' });
      expect(await all()).toEqual(before);
    });

    it('keep nothing of a statement that fails', async () => {
      const failing = "CREATE (:Person {name: 'Half'}) WITH 1 AS x UNWIND [0] AS y RETURN x / y AS z";
      expect((await problem(allowed, failing, { mode: 'write' })).status).toBe(400);
      expect(await all()).toEqual(before);
    });
  });
});
