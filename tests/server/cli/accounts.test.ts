// Accounts from the command line and at the start of the server, as the real programs.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../server/root.ts';
import { tempFolder } from '../../temp.ts';
import { run, startServer } from './program.ts';

const timeout = 240_000;
const password = 'a harbour in Norland';

/** A command with something on its standard input. */
function users(
  args: readonly string[],
  environment: Record<string, string>,
  input = '',
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(projectRoot, 'server', 'cli.ts'), 'users', ...args], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH ?? '', ...environment },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (part) => (out += part));
  child.stderr.on('data', (part) => (err += part));
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

describe('accounts on the command line', { timeout }, () => {
  it('are added, changed, given tokens and removed, by hashes alone', async () => {
    const environment = { HEARSAY_DATA: tempFolder() };
    expect(await users(['list'], environment)).toMatchObject({ code: 0, out: expect.stringContaining('Nobody has') });
    const added = await users(['add', 'Ada', '--role', 'admin'], environment, `${password}\n`);
    expect(added).toMatchObject({ code: 0, err: '' });
    expect(added.out).toContain('Ada is admin.');
    const file = join(environment.HEARSAY_DATA, 'accounts.json');
    expect(readFileSync(file, 'utf8')).not.toContain(password);
    expect(await users(['add', 'Bo', '--role', 'editor', '--no-password'], environment)).toMatchObject({ code: 0 });
    expect((await users(['role', 'bo', 'reader'], environment)).out).toBe('Bo is reader.\n');
    const made = await users(['tokens', 'Bo', '--make', 'A feed', '--days', '3'], environment);
    expect(made.out).toMatch(/^hearsay_[\w-]{43}\n.*may what readers may/);
    expect(readFileSync(file, 'utf8')).not.toContain(made.out.split('\n')[0]);
    const [key = ''] = (await users(['tokens', 'Bo'], environment)).out.split(' ');
    expect(await users(['tokens', 'Bo', '--end', key], environment)).toMatchObject({ code: 0 });
    const list = (await users(['list'], environment)).out;
    expect(list).toBe('admin   Ada: 0 sessions, 0 tokens\nreader  Bo (no password): 0 sessions, 0 tokens\n');
    expect((await users(['remove', 'Ada'], environment)).err).toContain('the only admin');
    expect((await users(['remove', 'Bo'], environment)).out).toContain('Bo has no account any more');
    const [logged, other] = [await run('cli', ['audit'], environment), ['audit', '--what', 'token', '--who', 'x']];
    expect(logged.out.trim().split('\n').reverse()).toEqual([
      expect.stringMatching(/\tAdds the account, as admin\t\taccount:Ada$/),
      expect.stringMatching(/\tAdds the account, as editor, without a password\t\taccount:Bo$/),
      expect.stringMatching(/\tChanges the role from editor to reader\t\taccount:Bo$/),
      expect.stringMatching(/\tMakes the token "A feed", as reader, until \d{4}-\d\d-\d\d\t\taccount:Bo$/),
      expect.stringMatching(/\tEnds the token "A feed"\t\taccount:Bo$/),
      expect.stringMatching(/\tRemoves the account\t\taccount:Bo$/),
    ]);
    expect((await run('cli', other, environment)).out).toContain('no such entry');
    const pruned = await run('cli', ['audit', '--prune-before', '9998-01-01'], environment);
    expect(pruned.out).toContain('6 entries of before');
    const left = (await run('cli', ['audit'], environment)).out;
    expect(left).not.toContain('account:');
  });

  it.each([
    [['add', 'Ada', '--role', 'owner'], password, /--role must be reader, editor or admin/],
    [['add', 'Ada', '--role', 'admin'], 'short', /The password must be of at least 12 characters/],
    [['add', 'a, b', '--role', 'admin'], password, /The name must be of/],
    [['add', '--role', 'admin'], password, /"users add" is not given so/],
    [['sack', 'Ada'], '', /"users sack" is not given so/],
    [['remove', 'Ada'], '', /There is no account "Ada"/],
  ])('%j is refused in a sentence, and nothing is written', async (args, input, reason) => {
    const environment = { HEARSAY_DATA: tempFolder() };
    const { code, err } = await users(args, environment, input);
    expect(code).toBe(1);
    expect(err).toMatch(reason);
    expect(err).not.toMatch(/\n\s+at /);
    expect(existsSync(join(environment.HEARSAY_DATA, 'accounts.json')) && args[0] === 'add').toBe(false);
  });
});

describe('the server', { timeout }, () => {
  it('refuses to listen for other machines while nobody can sign in, before it opens anything', async () => {
    const environment = { HEARSAY_DATA: tempFolder(), HOST: '0.0.0.0', PORT: '0' };
    const refused = await run('main', ['--empty'], environment);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toMatch(/Nobody has an account yet .*users add NAME --role admin/s);
    expect(existsSync(join(environment.HEARSAY_DATA, 'engine.json'))).toBe(false);
  });

  it('says what to do where nobody has an account, and lets somebody in who is added meanwhile', async () => {
    const environment = { HEARSAY_DATA: tempFolder(), HEARSAY_ACCOUNTS: 'on', PORT: '0' };
    const server = await startServer(environment, ['--empty']);
    await server.line(/Nobody has an account yet .*users add NAME --role admin/s);
    const ask = (headers: Record<string, string> = {}) => fetch(`${server.address}/api/meta`, { headers });
    expect((await ask()).status).toBe(401);
    expect(await (await fetch(`${server.address}/api/session`)).json()).toEqual({
      accounts: true,
      account: null,
      none: true,
    });
    await users(['add', 'Ada', '--role', 'admin'], environment, password);
    const signIn = (word: string) =>
      fetch(`${server.address}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'ada', password: word }),
      });
    const response = await signIn(password);
    expect(response.status).toBe(200);
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect((await ask({ cookie })).status).toBe(200);
    await users(['password', 'Ada'], environment, 'another harbour');
    expect((await ask({ cookie })).status).toBe(401);
    expect((await signIn('another harbour')).status).toBe(200);
    server.child.kill('SIGTERM');
    await server.ended;
  });

  it('says what is wrong with the accounts file', async () => {
    const environment = { HEARSAY_ACCOUNTS_FILE: join(projectRoot, 'package.json'), HEARSAY_ACCOUNTS: 'on', PORT: '0' };
    const refused = await run('main', ['--empty'], { ...environment, HEARSAY_DATA: tempFolder() });
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/The accounts file .*package\.json is not as Hearsay writes it/);
  });
});
