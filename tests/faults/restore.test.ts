// What is left of a restore that was killed half-way: a database that nobody takes for a whole one, and the way on.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { restoreFromFile } from '../../server/backup/restore.ts';
import { backupToFile } from '../../server/backup/write.ts';
import { loadBundled } from '../../server/bundled.ts';
import { projectRoot } from '../../server/root.ts';
import type { StatementTypes } from '../../server/schema/statements.ts';
import { newestSchemaVersion, openStore } from '../../server/store/open.ts';
import type { Store } from '../../server/store/port.ts';
import { dump, dumpStatements, type dumpTypes } from '../contract/dump.ts';
import { tempFolder } from '../temp.ts';

const newestSchema = newestSchemaVersion('embedded');
const open = (folder: string, restoring = false) =>
  openStore<StatementTypes & typeof dumpTypes>({ kind: 'embedded', folder }, { extra: dumpStatements, restoring });

async function killedAfter(items: number, folder: string, file: string): Promise<void> {
  const script = join(projectRoot, 'tests', 'faults', 'restorer.ts');
  const args = ['--import', 'tsx', script, folder, file, String(items)];
  const child = spawn(process.execPath, args, { cwd: projectRoot });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let errors = '';
  child.stderr.on('data', (part) => (errors += part));
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    child.once('exit', () => reject(new Error(errors)));
  });
  child.kill('SIGKILL');
  await ended;
}

it('says that a restore was cut off, opens for nobody, and is done again with --replace', {
  timeout: 300_000,
}, async () => {
  const folder = tempFolder();
  const [data, file] = [join(folder, 'data'), join(folder, 'backup')];
  const source = await open(join(folder, 'source'));
  await loadBundled(source as unknown as Store, false);
  const before = await dump(source);
  const { nodes } = await backupToFile(source as unknown as Store, file);
  await source.close();
  for (const items of [0, 1, nodes + 10]) {
    await killedAfter(items, items === 0 ? data : join(folder, `data-${items}`), file);
    const cutOff = items === 0 ? data : join(folder, `data-${items}`);
    await expect(open(cutOff)).rejects.toThrow('holds only a part of a backup');
    const store = await open(cutOff, true);
    const plain = store as unknown as Store;
    await expect(restoreFromFile(plain, file, { newestSchema })).rejects.toThrow('is not empty');
    expect(await restoreFromFile(plain, file, { replace: true, newestSchema })).toMatchObject({ before: null });
    expect(await dump(store)).toEqual(before);
    await store.close();
    const again = await open(cutOff);
    expect(await dump(again)).toEqual(before);
    await again.close();
  }
});
