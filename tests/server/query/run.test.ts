// Waiting for the gate is within the limits of a statement, and of a client's checks the newest counts.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { Gate } from '../../../server/query/gate.ts';
import { defaultQuerySettings } from '../../../server/query/limits.ts';
import { QueryRunner } from '../../../server/query/run.ts';
import { QueryRequest } from '../../../server/schema/cypher.ts';
import { type OpenedStore, openStore } from '../../../server/store/open.ts';
import { tempFolder } from '../../temp.ts';

let store: OpenedStore;
let gate: Gate;
let runner: QueryRunner;
beforeAll(async () => {
  store = await openStore({ kind: 'embedded', folder: tempFolder() });
});
// A gate whose process is not there yet: whatever is asked waits for it.
beforeEach(async () => {
  await gate?.close();
  gate = new Gate({ dialect: 'embedded', deadlineMs: 60_000 });
  runner = new QueryRunner(store, gate, { ...defaultQuerySettings, concurrency: 1 });
});
afterAll(async () => {
  await gate?.close();
  await store?.close();
});

const request = (statement: string, more: object = {}) => QueryRequest.parse({ statement, ...more });
const caller = (client: string, signal = new AbortController().signal) => ({ client, signal });

it('ends a statement at its time limit while it waits to be read, and frees its place', async () => {
  await expect(runner.run(request('RETURN 1 AS a', { timeoutMs: 20 }), 'typed', caller('a'))).rejects.toMatchObject({
    code: 'time-limit',
    message: 'The statement was stopped after 0.02 s, its time limit here.',
  });
  const { batches } = await runner.run(request('RETURN 1 AS a'), 'typed', caller('a'));
  await batches.return(undefined as never);
}, 60_000);

it('ends one that waits to be read when its caller is gone', async () => {
  const gone = new AbortController();
  const running = runner.run(request('RETURN 1 AS a'), 'typed', caller('a', gone.signal));
  gone.abort();
  await expect(running).rejects.toMatchObject({ name: 'Cancelled' });
});

it('puts the newest check of a client in the place of the one before, and of no other’s', async () => {
  const [first, other, newest] = (['a', 'b', 'a'] as const).map((client, at) =>
    runner.checkNewest(request(`RETURN ${at} AS x`), caller(client)),
  );
  await expect(first).rejects.toMatchObject({ code: 'too-many-requests' });
  expect((await other)?.accepted).toBe(true);
  expect((await newest)?.accepted).toBe(true);
}, 60_000);
