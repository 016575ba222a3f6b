// The embedded engine keeps what writing took until its process ends: it is opened anew, and nobody notices.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { EmbeddedEngine } from '../../server/store/embedded.ts';
import { tempFolder } from '../temp.ts';

const memoryMb = 240;

/** Opens an engine, and rewrites the same nodes in one transaction after another. */
async function rewriting(rounds: number, also: (engine: EmbeddedEngine, round: number) => Promise<void>) {
  const engine = await EmbeddedEngine.open({ kind: 'embedded', folder: tempFolder(), memoryMb });
  const processes = new Set<number | undefined>();
  const text = 'x'.repeat(500);
  for (let round = 0; round < rounds; round++) {
    const rows = Array.from({ length: 4000 }, (_, at) => ({ key: `k${at}`, text: `${text} ${at} ${round}` }));
    await engine.transaction(
      (tx) => tx.run('UNWIND $rows AS row CREATE (n:Written {key: row.key, text: row.text})', { rows }),
      { durable: 'later' },
    );
    processes.add(engine.pid);
    await also(engine, round);
    await engine.transaction((tx) => tx.run('MATCH (n:Written) DETACH DELETE n', {}), { durable: 'later' });
  }
  return { engine, processes };
}

it('stays under its memory limit however much is written, and keeps what was written', {
  timeout: 120_000,
}, async () => {
  let most = 0;
  const { engine, processes } = await rewriting(30, async ({ pid }) => {
    const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    most = Math.max(most, Number(resident) / 1024);
  });
  expect(processes.size).toBeGreaterThan(1);
  expect(most).toBeLessThan(memoryMb);
  await engine.transaction((tx) => tx.run("CREATE (n:Record {key: 'kept'})", {}));
  expect(await engine.read('MATCH (n) RETURN n.key AS key', {})).toEqual([{ key: 'kept' }]);
  await engine.close();
});

it('lets everything that is under way come to its end first', { timeout: 120_000 }, async () => {
  const readings: Promise<unknown>[] = [];
  const { engine, processes } = await rewriting(30, async (engine) => {
    readings.push(engine.read('UNWIND range(1, 20000) AS i RETURN count(i) AS count', {}));
    // The process that gave the first rows must still be there for the last, whatever is written meanwhile.
    let rows = 0;
    for await (const _ of engine.stream('UNWIND range(1, 3000) AS i RETURN i', {})) {
      rows += 1;
      if (rows === 1) await engine.transaction((tx) => tx.run('CREATE (n:Written {key: "beside"})', {}));
    }
    expect(rows).toBe(3000);
  });
  expect(await Promise.all(readings)).toEqual(readings.map(() => [{ count: 20_000 }]));
  expect(processes.size).toBeGreaterThan(1);
  await engine.close();
});
