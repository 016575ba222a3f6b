// Two servers that share an accounts file: who signs in at one is known at the other, and whoever is ended at one is at both.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountsFile } from '../../server/accounts/file.ts';
import { addAccount } from '../../server/accounts/people.ts';
import { roles } from '../../server/schema/accounts.ts';
import { passwordOf } from '../server/accounts/serve.ts';
import { tempFolder } from '../temp.ts';
import { type Running, Several, skipped, title } from './several.ts';

const timeout = 600_000;
const fromPage = { 'content-type': 'application/json', 'x-hearsay': '1', 'sec-fetch-site': 'same-origin' };

describe.skipIf(skipped !== undefined)(title('two servers with one accounts file'), { timeout }, () => {
  const several = new Several();
  const file = join(tempFolder(), 'accounts.json');
  let one: Running;
  let other: Running;
  beforeAll(async () => {
    await several.empty();
    for (const role of roles)
      await addAccount(new AccountsFile(file), { name: role, role, password: passwordOf(role) });
    const shared = { HEARSAY_ACCOUNTS: 'on', HEARSAY_ACCOUNTS_FILE: file, HEARSAY_RATE_LIMIT: '60' };
    [one, other] = (await several.start(2, shared, ['--empty'])) as [Running, Running];
  }, timeout);
  afterAll(() => several.stop(), timeout);

  const signIn = async ({ api }: Running, name: string): Promise<string> => {
    const answer = await api.send('POST', '/api/session', { name, password: passwordOf(name) }, fromPage);
    expect(answer.status, await answer.text()).toBe(200);
    return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  };
  const status = async ({ api }: Running, headers: Record<string, string>) =>
    (await api.get('/api/notes', headers)).status;

  it('lets a session in at both, and ends it at both', async () => {
    const cookie = await signIn(one, 'editor');
    const headers = { ...fromPage, cookie };
    expect(await status(other, { cookie })).toBe(200);
    const note = { by: 'Nobody', subject: 'country:norland', text: 'Ask the harbour.' };
    // There is no such subject: the right to say so is what counts.
    expect((await other.api.send('POST', '/api/notes', note, headers)).status).not.toBe(401);
    expect((await other.api.send('DELETE', '/api/session', undefined, headers)).status).toBe(200);
    for (const server of [one, other]) expect(await status(server, { cookie })).toBe(401);
  });

  it('lets a token in at both until one of them ends it', async () => {
    const cookie = await signIn(other, 'editor');
    const headers = { ...fromPage, cookie };
    const made = await one.api.send('POST', '/api/tokens', { name: 'script', role: 'reader', days: 1 }, headers);
    const { token, key } = (await made.json()) as { token: string; key: string };
    const bearer = { authorization: `Bearer ${token}` };
    for (const server of [one, other]) expect(await status(server, bearer)).toBe(200);
    const ended = await other.api.send('DELETE', `/api/tokens/${encodeURIComponent(key)}`, undefined, headers);
    expect(ended.status).toBe(200);
    for (const server of [one, other]) expect(await status(server, bearer)).toBe(401);
  });

  it('ends what rests on a role when a command changes it', async () => {
    const cookie = await signIn(one, 'reader');
    expect(await status(other, { cookie })).toBe(200);
    const { NEO4J_URI: _, ...environment } = several.environment();
    const { run } = await import('../server/cli/program.ts');
    const changed = await run('cli', ['users', 'role', 'reader', 'editor'], {
      ...environment,
      HEARSAY_ACCOUNTS_FILE: file,
    });
    expect(changed.code, changed.err).toBe(0);
    for (const server of [one, other]) expect(await status(server, { cookie })).toBe(401);
  });

  it('counts requests in each by itself', async () => {
    const asked = async ({ api }: Running) => (await api.get('/api/session')).status;
    let refused = 0;
    for (let number = 0; number < 61; number++) if ((await asked(one)) === 429) refused += 1;
    expect(refused).toBeGreaterThan(0);
    expect(await asked(other)).toBe(200);
  });
});
