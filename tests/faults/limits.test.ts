// A query over its deadline or its memory is stopped, says which, and leaves an engine that answers.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LimitExceeded } from '../../server/errors.ts';
import { type OpenedStore, openStore } from '../../server/store/open.ts';
import { describeEngines } from '../contract/engines.ts';
import { testStatements, type WithTestTypes } from '../contract/statements.ts';
import { tempFolder } from '../temp.ts';

describeEngines('the deadline', (engine) => {
  it('stops a query, and the next one works', async () => {
    const settings = { ...(await engine.settings()), deadlineMs: 500 };
    const store = await openStore<WithTestTypes>(settings, { extra: testStatements });
    const started = Date.now();
    const slow = store.read('test/slow', { size: 3000 });
    await expect(slow).rejects.toMatchObject({ code: 'time-limit', status: 503 });
    expect(Date.now() - started).toBeLessThan(10_000);
    await store.write('test/create', { key: 'alive' });
    expect(await store.read('test/count', {})).toEqual([{ count: 1 }]);
    await store.close();
  });
});

describe('the memory limit of the embedded engine', () => {
  let store: OpenedStore<WithTestTypes>;
  beforeAll(async () => {
    const settings = { kind: 'embedded', folder: tempFolder(), memoryMb: 400 } as const;
    store = await openStore<WithTestTypes>(settings, { extra: testStatements });
  });
  afterAll(() => store.close());

  it('stops a query that collects without end, and the next one works', async () => {
    await store.write('test/create', { key: 'kept' });
    const hungry = store.read('test/hungry', { size: 100_000 });
    await expect(hungry).rejects.toThrow(LimitExceeded);
    await expect(hungry).rejects.toMatchObject({ code: 'memory-limit' });
    expect(await store.read('test/get', { key: 'kept' })).toHaveLength(1);
  });

  it('stops one that returns rows without end', async () => {
    await expect(store.read('test/range', { to: 50_000_000 })).rejects.toMatchObject({ code: 'memory-limit' });
    await store.ping();
  });
});
