// A password that is typed on a real terminal: asked for twice, and never shown. `script` of util-linux is the terminal.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { projectRoot } from '../../../server/root.ts';
import { tempFolder } from '../../temp.ts';

const timeout = 240_000;
const password = 'a harbour in Norland';
const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(' ');

/** A command on a terminal that shows what is typed, as terminals do; and all that it shows. */
function onTerminal(command: readonly string[], environment: Record<string, string> = {}) {
  const child = spawn('script', ['--quiet', '--return', '--echo', 'always', '-c', quoted(command), '/dev/null'], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH ?? '', SHELL: '/bin/sh', TERM: 'xterm', ...environment },
  });
  let shown = '';
  child.stdout.on('data', (part) => (shown += part));
  child.stderr.on('data', (part) => (shown += part));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    shown: () => shown,
    ended,
    until: (words: string) => vi.waitFor(() => expect(shown).toContain(words), { timeout: 100_000, interval: 20 }),
    type: (keys: string) => void child.stdin.write(keys),
  };
}

describe.skipIf(process.platform !== 'linux')('a password typed on a terminal', { timeout }, () => {
  const adding = (environment: Record<string, string>) =>
    onTerminal(
      [
        process.execPath,
        '--import',
        'tsx',
        join(projectRoot, 'server', 'cli.ts'),
        'users',
        'add',
        'Ada',
        '--role',
      ].concat(['admin']),
      environment,
    );
  const again = 'The same again: ';

  it('is shown by a terminal where nobody hides it', async () => {
    const plain = onTerminal(['head', '-n', '1']);
    plain.type('in plain sight\n');
    // Once as it is typed, once as the program repeats it.
    expect(await plain.ended).toBe(0);
    expect(plain.shown().split('in plain sight')).toHaveLength(3);
  });

  it('is asked for twice and never shown, and lets the account in', async () => {
    const environment = { HEARSAY_DATA: tempFolder() };
    const file = join(environment.HEARSAY_DATA, 'accounts.json');
    const terminal = adding(environment);
    await terminal.until('Password for Ada: ');
    for (const key of `${password.slice(0, -1)}x\u007f${password.at(-1)}`) terminal.type(key);
    terminal.type('\r');
    await terminal.until(again);
    terminal.type(`${password}\r`);
    expect(await terminal.ended, terminal.shown()).toBe(0);
    expect(terminal.shown()).toContain('Ada is admin.');
    for (const part of [password, 'harbour', 'Norland']) expect(terminal.shown()).not.toContain(part);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ accounts: [{ name: 'Ada', role: 'admin' }] });
  });

  it('may be pasted both times at once', async () => {
    const environment = { HEARSAY_DATA: tempFolder() };
    const terminal = adding(environment);
    await terminal.until('Password for Ada: ');
    terminal.type(`${password}\r${password}\r`);
    expect(await terminal.ended, terminal.shown()).toBe(0);
    expect(terminal.shown()).toContain('Ada is admin.');
    expect(terminal.shown()).not.toContain('harbour');
  });

  it.each([
    ['the second is another', `${password}\r`, 'another harbour\r', 'The two differ: nothing was changed.'],
    ['it is broken off by Ctrl-C', `${password}\r`, 'a har\u0003', 'Nothing was changed.'],
    ['it is broken off by Ctrl-D', `${password}\r`, '\u0004', 'Nothing was changed.'],
  ])('changes nothing where %s', async (_, first, second, words) => {
    const environment = { HEARSAY_DATA: tempFolder() };
    const terminal = adding(environment);
    await terminal.until('Password for Ada: ');
    terminal.type(first);
    await terminal.until(again);
    terminal.type(second);
    expect(await terminal.ended).toBe(1);
    expect(terminal.shown()).toContain(words);
    expect(terminal.shown()).not.toContain('harbour');
    expect(existsSync(join(environment.HEARSAY_DATA, 'accounts.json'))).toBe(false);
  });
});
