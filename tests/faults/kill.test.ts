// What is left after kill -9, of the engine's process and of the whole server: every acknowledged write, and no half of one.
import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { EngineUnavailable } from '../../server/errors.ts';
import { projectRoot } from '../../server/root.ts';
import { EmbeddedEngine } from '../../server/store/embedded.ts';
import { openStore } from '../../server/store/open.ts';
import { testStatements, type WithTestTypes } from '../contract/statements.ts';
import { tempFolder } from '../temp.ts';

/** Lets the writer acknowledge some records, kills it at once, and returns their keys. */
async function writeAndKill(folder: string, prefix: string, records: number): Promise<string[]> {
  const script = join(projectRoot, 'tests', 'faults', 'writer.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder, prefix], { cwd: projectRoot });
  let output = '';
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  child.stdout.on('data', (chunk) => {
    output += chunk;
    if (output.split('\n').length > records) child.kill('SIGKILL');
  });
  await new Promise((resolve) => child.once('exit', resolve));
  expect(errors).toBe('');
  return output.split('\n').slice(0, -1);
}

it('keeps every write that a killed server has acknowledged, three times over', async () => {
  const folder = tempFolder();
  const acknowledged: string[] = [];
  for (const prefix of ['a', 'b', 'c']) acknowledged.push(...(await writeAndKill(folder, prefix, 5)));
  expect(acknowledged.length).toBeGreaterThanOrEqual(15);
  const store = await openStore<WithTestTypes>({ kind: 'embedded', folder }, { extra: testStatements });
  const lost: string[] = [];
  for (const key of acknowledged) if ((await store.read('test/get', { key })).length === 0) lost.push(key);
  await store.close();
  expect(lost).toEqual([]);
});

it('keeps no half of a transaction whose engine was killed, and goes on with a new one', async () => {
  const engine = await EmbeddedEngine.open({ kind: 'embedded', folder: tempFolder() });
  await engine.transaction((tx) => tx.run("CREATE (n:Record {key: 'before'})", {}));
  const killed = engine.transaction(async (tx) => {
    await tx.run("CREATE (n:Record {key: 'half'})", {});
    const rest = tx.run('UNWIND range(1, 200000) AS i CREATE (n:Record {key: toString(i)})', {});
    process.kill(engine.pid ?? 0, 'SIGKILL');
    await rest;
  });
  const reading = engine.read('UNWIND range(1, 3000000) AS i RETURN count(i) AS c', {});
  await expect(killed).rejects.toThrow(EngineUnavailable);
  await expect(reading).rejects.toThrow(EngineUnavailable);
  expect(await engine.read('MATCH (n:Record) RETURN n.key AS key', {})).toEqual([{ key: 'before' }]);
  await engine.transaction((tx) => tx.run("CREATE (n:Record {key: 'after'})", {}));
  expect(await engine.read('MATCH (n) RETURN count(n) AS count', {})).toEqual([{ count: 2 }]);
  await engine.close();
});

it('starts one new engine, however many ask at once after one was killed, again and again', async () => {
  const engine = await EmbeddedEngine.open({ kind: 'embedded', folder: tempFolder() });
  await engine.transaction((tx) => tx.run("CREATE (n:Record {key: 'kept'})", {}));
  const count = () => engine.read('MATCH (n:Record) RETURN count(n) AS count', {});
  for (let round = 0; round < 5; round++) {
    process.kill(engine.pid ?? 0, 'SIGKILL');
    // Some of them while nobody has noticed yet, some while the next one is starting.
    const early = await Promise.allSettled(Array.from({ length: 5 }, count));
    for (const one of early) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(EngineUnavailable);
    expect(await Promise.all(Array.from({ length: 10 }, count))).toEqual(Array(10).fill([{ count: 1 }]));
  }
  await engine.close();
});

it('answers a write that is cut off in the middle of a message as a loss of the engine, not as an accident', async () => {
  const engine = await EmbeddedEngine.open({ kind: 'embedded', folder: tempFolder() });
  const rows = Array.from({ length: 200_000 }, (_, i) => ({ key: `k${i}` }));
  for (let round = 0; round < 3; round++) {
    const writing = engine.transaction((tx) =>
      tx.run('UNWIND $rows AS row CREATE (n:Record {key: row.key})', { rows }),
    );
    await wait(20 * round);
    process.kill(engine.pid ?? 0, 'SIGKILL');
    await expect(writing).rejects.toThrow(EngineUnavailable);
    expect(await engine.read('MATCH (n) RETURN count(n) AS count', {})).toEqual([{ count: 0 }]);
  }
  await engine.close();
});

it('has everything in the checked file once it is flushed, so that a damaged log takes none of it', async () => {
  const folder = tempFolder();
  const settings = { kind: 'embedded' as const, folder };
  const engine = await EmbeddedEngine.open(settings);
  await engine.transaction((tx) => tx.run("CREATE (n:Record {key: 'later'})", {}), { durable: 'later' });
  await engine.flush();
  process.kill(engine.pid ?? 0, 'SIGKILL');
  await engine.close();
  await rm(join(folder, 'graph.grafeo.wal'), { recursive: true });
  const again = await EmbeddedEngine.open(settings);
  expect(await again.read('MATCH (n:Record) RETURN n.key AS key', {})).toEqual([{ key: 'later' }]);
  await again.close();
});

it("ends the engine's process with the server's, so that the folder is free again at once", async () => {
  const folder = tempFolder();
  const [first] = await writeAndKill(folder, 'x', 1);
  const started = Date.now();
  const store = await openStore<WithTestTypes>({ kind: 'embedded', folder }, { extra: testStatements });
  expect(Date.now() - started).toBeLessThan(10_000);
  expect(await store.read('test/get', { key: first ?? '' })).toHaveLength(1);
  await store.close();
});
