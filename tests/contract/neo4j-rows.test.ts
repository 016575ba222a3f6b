// Rows on their way from Neo4j: however large they are, few wait in the server, and over its limit they are given up.
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EngineSettings, type OpenedStore, openStore } from '../../server/store/open.ts';
import type { QueryOptions, RowBatch } from '../../server/store/port.ts';
import { engines } from './engines.ts';

const neo4j = engines.find(({ name }) => name === 'neo4j');
const options: QueryOptions = { access: 'read', timeoutMs: 60_000, rowLimit: 100_000, form: 'typed', explains: null };
const text = (length: number) => ({ text: { $type: 'String', _value: 'x'.repeat(length) } });

describe.skipIf(neo4j?.skipped !== undefined)('large rows of Neo4j', () => {
  let settings: EngineSettings;
  let store: OpenedStore;
  beforeAll(async () => {
    settings = (await neo4j?.settings()) as EngineSettings;
    store = await openStore(settings);
  });
  afterAll(() => store?.close());

  it('wait in the database and not in the server while nobody reads them', async () => {
    const statement = 'UNWIND range(1, 1000) AS i RETURN $text + toString(i) AS text';
    const { batches } = await store.query(statement, text(300_000), options);
    let rows = ((await batches.next()).value as RowBatch).rows;
    const before = process.memoryUsage().rss;
    await wait(1500);
    expect((process.memoryUsage().rss - before) / (1 << 20)).toBeLessThan(100);
    for await (const batch of batches) rows += batch.rows;
    expect(rows).toBe(1000);
  }, 60_000);

  it('are given up when more of them wait than may', async () => {
    const limited = await openStore({ ...settings, queryMemoryMb: 5 } as EngineSettings);
    try {
      const statement = "UNWIND range(1, 300) AS i RETURN CASE WHEN i < 200 THEN 'x' ELSE $text END AS text";
      const { batches } = await limited.query(statement, text(1_000_000), options);
      await wait(1000);
      await expect(batches.next()).rejects.toMatchObject({
        code: 'memory-limit',
        message: 'The statement was stopped: its rows took more than 5 MB of the server’s memory.',
      });
      const { batches: next } = await limited.query('RETURN 1 AS x', {}, options);
      expect((await next.next()).value).toMatchObject({ rows: 1 });
      await next.return(undefined as never);
    } finally {
      await limited.close();
    }
  }, 60_000);
});
