// The engine's process knows nothing of the server's surroundings, and stops when the server says so, not before.
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { EmbeddedEngine } from '../../server/store/embedded.ts';
import { tempFolder } from '../temp.ts';

it.runIf(existsSync('/proc/self/environ'))("has nothing of the server's environment", async () => {
  process.env.HEARSAY_TEST_SECRET = 'swordfish';
  const engine = await EmbeddedEngine.open({ kind: 'embedded', folder: tempFolder() });
  const environment = readFileSync(`/proc/${engine.pid}/environ`, 'utf8');
  delete process.env.HEARSAY_TEST_SECRET;
  await engine.close();
  expect(environment).not.toContain('swordfish');
  expect(environment).not.toContain('PATH=');
});

it('outlives a Ctrl-C that is meant for the server, and goes when it is closed', async () => {
  const engine = await EmbeddedEngine.open({ kind: 'embedded', folder: tempFolder() });
  const { pid = 0 } = engine;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.kill(pid, signal);
  await engine.ping();
  expect(engine.pid).toBe(pid);
  await engine.close();
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  await expect(engine.ping()).rejects.toMatchObject({ code: 'engine-unavailable' });
});
