// The command line makes backups and restores them, as processes of their own, and a server gives its backup out.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { report } from '../../builders.ts';
import { linesOf } from '../../contract/backup-setup.ts';
import { tempFolder } from '../../temp.ts';
import { run, startServer } from './program.ts';

describe('the commands backup and restore', () => {
  const folder = tempFolder();
  const at = (name: string) => join(folder, name);
  /** What is in a backup but for the audit log: a restore has an entry of its own. */
  const held = (file: string) =>
    linesOf(file)
      .slice(1, -1)
      .filter((line) => !line.startsWith('{"labels":["Audit"]'));
  const cli = (store: string, ...args: string[]) => run('cli', args, { HEARSAY_DATA: at(store) });

  it('take a database from one place to another, and refuse what would lose something', {
    timeout: 300_000,
  }, async () => {
    const says = [{ holder: 'country:a', stance: 'opposes' as const, target: 'plan:x', source: 'envoy' }];
    writeFileSync(at('one.json'), JSON.stringify(report({ slug: 'one', says })));
    await cli('first', 'import', at('one.json'));
    const file = at('all');
    const made = await cli('first', 'backup', file);
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out).toMatch(/all is written: \d+ nodes and \d+ relations, derived edges and decisions included\.\n$/);
    const refused = await cli('first', 'backup', file);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('is there already.\nName another file, or add --force');

    const restored = await cli('second', 'restore', file);
    expect(restored.out).toMatch(/is restored: \d+ nodes and \d+ relations, as of 20/);
    expect((await cli('second', 'restore', file)).err).toContain('The database is not empty: nothing was restored.');
    const replaced = await cli('second', 'restore', file, '--replace');
    const before = /What was there before is in (.+)\.\n/.exec(replaced.out)?.[1] ?? '';
    expect(held(before)).toEqual(held(file));
    expect((await cli('second', 'restore', at('one.json'))).err).toContain('no backup of Hearsay');
    expect((await cli('first', 'derive', '--force')).err).toContain('--force is for backup only.');

    const server = await startServer({ HEARSAY_DATA: at('second'), PORT: '0' });
    try {
      const answer = await fetch(`${server.address}/api/backup`);
      expect(answer.headers.get('content-type')).toBe('application/gzip');
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[\d-]+\.hearsay-backup"$/);
      writeFileSync(at('sent'), Buffer.from(await answer.arrayBuffer()));
      expect(held(at('sent'))).toEqual(held(file));
    } finally {
      server.child.kill('SIGTERM');
      await server.ended;
    }
    expect(existsSync(at('all'))).toBe(true);
    expect(readFileSync(at('all')).subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
  });
});
