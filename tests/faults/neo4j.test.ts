// A Neo4j that is down, comes back, or refuses the password: said within seconds, and no restart needed.

import type { AddressInfo } from 'node:net';
import { connect, createServer, type Server, type Socket } from 'node:net';
import neo4j from 'neo4j-driver';
import { afterAll, describe, expect, it } from 'vitest';
import { EngineUnavailable } from '../../server/errors.ts';
import { openStore } from '../../server/store/open.ts';
import { engines } from '../contract/engines.ts';
import { testStatements, type WithTestTypes } from '../contract/statements.ts';
import { type LaunchedNeo4j, launchNeo4j, whyNot } from '../neo4j/launch.ts';

/** A way to the real Neo4j that can be cut and mended, and made to swallow whatever is said on it. */
class Line {
  #server: Server | undefined;
  #port = 0;
  #isSilent = false;
  readonly #sockets = new Set<Socket>();
  readonly #target: URL;
  constructor(target: string) {
    this.#target = new URL(target);
  }
  async mend(): Promise<string> {
    const server = createServer((inner) => {
      const outer = connect(Number(this.#target.port), this.#target.hostname);
      for (const [from, to] of [
        [inner, outer],
        [outer, inner],
      ] as const) {
        this.#sockets.add(from);
        from.pipe(to);
        if (this.#isSilent) from.pause();
        from.on('error', () => to.destroy());
        from.on('close', () => to.destroy());
      }
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
    return `bolt://127.0.0.1:${this.#port}`;
  }
  /** Connections are taken and kept, and nothing comes through; what was said meanwhile does when it is over. */
  silence(isSilent: boolean): void {
    this.#isSilent = isSilent;
    for (const socket of this.#sockets) {
      if (isSilent) socket.pause();
      else socket.resume();
    }
  }
  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.#server?.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
    await closed;
  }
}

const [, bolt] = engines;
const skipped = bolt?.skipped;

describe.skipIf(skipped !== undefined)(`a Neo4j that stops${skipped ? ` (skipped: ${skipped})` : ''}`, () => {
  it('is told within seconds, and answers again without a restart', async () => {
    const settings = await bolt?.settings();
    if (settings?.kind !== 'neo4j') throw new Error('Not the settings of Neo4j.');
    const line = new Line(settings.uri);
    const uri = await line.mend();
    const store = await openStore<WithTestTypes>({ ...settings, uri }, { extra: testStatements });
    await store.write('test/create', { key: 'a' });
    await line.cut();
    const started = Date.now();
    const calls = [store.read('test/count', {}), store.write('test/create', { key: 'b' }), store.ping()];
    for (const { reason } of (await Promise.allSettled(calls)) as PromiseRejectedResult[]) {
      expect(reason).toBeInstanceOf(EngineUnavailable);
      expect(reason.details.detail).toContain('NEO4J_URI');
    }
    expect(Date.now() - started).toBeLessThan(6_000);
    await line.mend();
    expect(await store.read('test/count', {})).toEqual([{ count: 1 }]);
    await store.write('test/create', { key: 'c' });
    await store.close();
    await line.cut();
  }, 60_000);

  it('that neither answers nor ends its connections is told too, and nothing of what was asked is done later', async () => {
    const settings = await bolt?.settings();
    if (settings?.kind !== 'neo4j') throw new Error('Not the settings of Neo4j.');
    const line = new Line(settings.uri);
    const store = await openStore<WithTestTypes>({ ...settings, uri: await line.mend() }, { extra: testStatements });
    await store.write('test/create', { key: 'a' });
    line.silence(true);
    const calls = [store.read('test/count', {}), store.write('test/create', { key: 'b' }), store.ping()];
    for (const outcome of await Promise.allSettled(calls)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(EngineUnavailable) });
    }
    line.silence(false);
    await expect.poll(() => store.read('test/count', {}), { timeout: 30_000 }).toEqual([{ count: 1 }]);
    await store.write('test/create', { key: 'c' });
    expect(await store.read('test/count', {})).toEqual([{ count: 2 }]);
    await store.close();
    await line.cut();
  }, 120_000);
});

it('says that nothing answers at an address', async () => {
  const started = Date.now();
  const opening = openStore({ kind: 'neo4j', uri: 'bolt://127.0.0.1:1' });
  await expect(opening).rejects.toMatchObject({
    code: 'engine-unavailable',
    message: expect.stringContaining('bolt://127.0.0.1:1'),
  });
  expect(Date.now() - started).toBeLessThan(10_000);
});

describe.skipIf(skipped !== undefined || (await whyNot()) !== undefined)('a Neo4j with a password', () => {
  let launched: LaunchedNeo4j | undefined;
  afterAll(() => launched?.stop());

  it('names the variables to check when it refuses the user, and opens with the right ones', async () => {
    launched = await launchNeo4j({ auth: true });
    const driver = neo4j.driver(launched.uri, neo4j.auth.basic('neo4j', 'neo4j'));
    const session = driver.session({ database: 'system' });
    await session.run("ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO 'correct horse'");
    await driver.close();
    const settings = { kind: 'neo4j', uri: launched.uri, user: 'neo4j', password: 'wrong' } as const;
    const refused = openStore(settings);
    await expect(refused).rejects.toMatchObject({
      code: 'engine-unavailable',
      details: { detail: expect.stringMatching(/NEO4J_USER.*NEO4J_PASSWORD/) },
    });
    await expect(openStore({ ...settings, password: 'correct horse', database: 'nope' })).rejects.toMatchObject({
      details: { detail: expect.stringContaining('NEO4J_DATABASE') },
    });
    const store = await openStore({ ...settings, password: 'correct horse' });
    expect(store.capabilities).toMatchObject({ engine: 'neo4j', model: 'hearsay' });
    await store.close();
  }, 240_000);
});
