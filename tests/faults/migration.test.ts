// A program killed in the middle of bringing the schema up: the next start does it over, and nothing is lost.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../server/root.ts';
import { EmbeddedEngine } from '../../server/store/embedded.ts';
import { newestSchemaVersion, openStore } from '../../server/store/open.ts';
import { prepare } from '../../server/store/prepare.ts';
import { loadStatements } from '../../server/store/statements.ts';
import { tempFolder } from '../temp.ts';

/** Runs the migration, killed before its write with that number; says whether it came so far. */
async function killedBefore(write: number, folder: string): Promise<boolean> {
  const script = join(projectRoot, 'tests', 'faults', 'migrator.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder, String(write)], { cwd: projectRoot });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let errors = '';
  child.stderr.on('data', (part) => (errors += part));
  const said = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (part) => resolve(String(part)));
    child.once('exit', () => reject(new Error(errors)));
  });
  if (said.includes('stalled')) child.kill('SIGKILL');
  await ended;
  return said.includes('stalled');
}

it('is repeated after kill -9 before each of its writes', { timeout: 300_000 }, async () => {
  const all = loadStatements('embedded');
  const old = new Map([...all].filter(([name]) => !/^schema\/v([2-9]|\d\d)/.test(name)));
  let cut = 0;
  for (let write = 0, goesOn = true; goesOn; write++) {
    const folder = tempFolder();
    const engine = await EmbeddedEngine.open({ kind: 'embedded', folder });
    await prepare(engine, old);
    await engine.transaction((tx) => tx.run("CREATE (n:Record {key: 'kept'})", {}));
    await engine.close();
    goesOn = await killedBefore(write, folder);
    if (goesOn) cut += 1;
    const store = await openStore({ kind: 'embedded', folder });
    const schemaVersion = newestSchemaVersion('embedded');
    expect(await store.read('schema/marker', {})).toMatchObject([{ schemaVersion, derivedStale: true }]);
    expect(await store.read('read/backup/keys', {})).toEqual([{ key: 'kept' }]);
    await store.close();
  }
  expect(cut).toBeGreaterThanOrEqual(2);
});
