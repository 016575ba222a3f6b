// A disk that is full fails the write with a reason, and costs nothing that was acknowledged before.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../server/root.ts';
import { openStore } from '../../server/store/open.ts';
import { testStatements, type WithTestTypes } from '../contract/statements.ts';
import { tempFolder } from '../temp.ts';

it.skipIf(process.platform === 'win32')('says so, and keeps what it has acknowledged', async () => {
  const folder = tempFolder();
  const script = join(projectRoot, 'tests', 'faults', 'writer.ts');
  // A limit on the size of files stands in for the full disk: the write fails in the same place.
  const command = `trap '' XFSZ; ulimit -f 1000; exec "$0" --import tsx "$1" "$2" d 100000`;
  const child = spawn('bash', ['-c', command, process.execPath, script, folder], { cwd: projectRoot });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  await new Promise((resolve) => child.once('exit', resolve));
  expect(errors).toContain('EngineUnavailable: The embedded database cannot write to its data folder.');
  expect(errors).toContain('Make room on the disk');

  const acknowledged = output.split('\n').slice(0, -1);
  expect(acknowledged.length).toBeGreaterThan(3);
  const store = await openStore<WithTestTypes>({ kind: 'embedded', folder }, { extra: testStatements });
  for (const key of acknowledged) expect(await store.read('test/get', { key })).toHaveLength(1);
  await store.write('test/create', { key: 'there is room again' });
  await store.close();
});
