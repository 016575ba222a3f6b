// SIGTERM while an import is under way: what was acknowledged is there, nothing is there by half, and the end is in order.
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openStore } from '../../server/store/open.ts';
import { report } from '../builders.ts';
import { startServer } from '../server/cli/program.ts';
import { tempFolder } from '../temp.ts';

/** A report of very many claims, so that its import takes a while. */
const large = () =>
  JSON.stringify(
    report({
      slug: 'large',
      says: Array.from({ length: 400 }, (_, at) => ({
        holder: `country:c${at}`,
        stance: 'opposes' as const,
        target: 'plan:x',
        source: 'envoy',
      })),
    }),
  );

it('finishes the import or takes it back, and ends with 0', { timeout: 300_000 }, async () => {
  const body = large();
  for (const pause of [0, 30, 120, 400]) {
    const folder = join(tempFolder(), 'data');
    const server = await startServer({ HEARSAY_DATA: folder, PORT: '0' }, ['--empty']);
    const headers = { 'content-type': 'application/json' };
    const sent = fetch(`${server.address}/api/articles`, { method: 'POST', headers, body }).then(
      async (answer) => ({ status: answer.status, text: await answer.text() }),
      () => ({ status: 0, text: '' }),
    );
    await wait(pause);
    server.child.kill('SIGTERM');
    const [{ status, text }, ended] = await Promise.all([sent, server.ended]);
    expect(ended, text).toMatchObject({ code: 0, signal: null });
    const store = await openStore({ kind: 'embedded', folder });
    const articles = (await store.read('read/export/held', {})).map(({ key }) => key);
    const claims = (await store.read('read/claim-count', {}))[0]?.count;
    const [marker] = await store.read('schema/marker', {});
    await store.close();
    expect(marker?.derivedStale).toBe(false);
    // A connection that was cut before it was read tells nobody anything; one that was answered did what it says.
    if (status === 200) expect(articles).toEqual(['article:large']);
    expect([
      [0, 0],
      [1, 400],
    ]).toContainEqual([articles.length, claims]);
  }
});

it('ends connections that nobody asks anything on, at once', { timeout: 120_000 }, async () => {
  const server = await startServer({ HEARSAY_DATA: join(tempFolder(), 'data'), PORT: '0' }, ['--empty']);
  expect((await fetch(`${server.address}/api/health`)).status).toBe(200);
  server.child.kill('SIGTERM');
  expect(await server.ended).toMatchObject({ code: 0, signal: null });
});
