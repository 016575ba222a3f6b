// A typed write that keeps within its own limits, or goes over them, never costs the process that owns the embedded database.
import { afterEach, expect, it } from 'vitest';
import { EmbeddedEngine, type EmbeddedSettings } from '../../server/store/embedded.ts';
import type { Collected } from '../../server/store/engine.ts';
import { tempFolder } from '../temp.ts';

let engine: EmbeddedEngine;
afterEach(() => engine.close());

async function open(settings: Partial<EmbeddedSettings>): Promise<number | undefined> {
  engine = await EmbeddedEngine.open({ kind: 'embedded', folder: tempFolder(), ...settings });
  return engine.pid;
}

function write(text: string): Promise<Collected> {
  const options = { access: 'write', timeoutMs: 60_000, rowLimit: 10, form: 'plain', explains: null } as const;
  const typed = { text, parameters: {}, options };
  return engine.transaction((tx) => tx.query(typed), { typed });
}

it('has its own time limit in the owner, not the shorter one of other statements', async () => {
  const pid = await open({ deadlineMs: 1000 });
  const slow =
    'UNWIND range(1, 1000) AS a UNWIND range(1, 1000) AS b WITH count(a * b % 7) AS n CREATE (:Slow {n: n}) RETURN n';
  expect((await write(slow)).batches).toEqual([{ rows: 1, lines: '[1000000]\n', last: true }]);
  expect(engine.pid).toBe(pid);
}, 120_000);

it('ends on the copy where the owner has less memory than typed statements may take', async () => {
  const pid = await open({ memoryMb: 300, queryMemoryMb: 2048 });
  const large = 'UNWIND range(1, 4000000) AS i WITH collect(toString(i)) AS all CREATE (:Large {n: size(all)})';
  await expect(write(large)).rejects.toMatchObject({
    code: 'memory-limit',
    message: expect.stringMatching(/^The statement was stopped: it took more than \d+ MB of memory\.$/),
  });
  expect(engine.pid).toBe(pid);
  expect(await engine.read('MATCH (n:Large) RETURN count(n) AS n', {})).toEqual([{ n: 0 }]);
}, 60_000);
