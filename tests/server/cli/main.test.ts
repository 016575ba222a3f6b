// The server as a process: how it starts, what it says when it cannot, and that it keeps what it acknowledged.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../server/root.ts';
import type { Meta } from '../../../server/schema/view.ts';
import { tempFolder } from '../../temp.ts';
import { run, startServer, takenPort } from './program.ts';

const meta = async (address: string): Promise<Meta> => (await fetch(`${address}/api/meta`)).json() as Promise<Meta>;
const document = (name: string): string => readFileSync(join(projectRoot, 'data', 'reports', name), 'utf8');
const fresh = (): Record<string, string> => ({ HEARSAY_DATA: join(tempFolder(), 'data'), PORT: '0' });

describe('the server', () => {
  it('loads the bundled reports once, and stops in order when told to', async () => {
    const environment = fresh();
    const first = await startServer(environment);
    const before = await meta(first.address);
    expect(before.counts.articles).toBeGreaterThan(4);
    expect(before.types.some(({ type }) => type === 'OPPOSES')).toBe(true);
    first.child.kill('SIGTERM');
    expect(await first.ended).toMatchObject({ code: 0, err: '' });

    const second = await startServer(environment);
    expect(await meta(second.address)).toEqual(before);
    second.child.kill('SIGINT');
    expect(await second.ended).toMatchObject({ code: 0, err: '' });
  });

  it('loses nothing that it acknowledged when it is killed, and doubles nothing when it starts again', async () => {
    const environment = fresh();
    const first = await startServer(environment, ['--empty']);
    expect((await meta(first.address)).counts.nodes).toBe(0);
    const send = (address: string, body: string) =>
      fetch(`${address}/api/articles`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect((await send(first.address, readFileSync(join(projectRoot, 'data', 'entities.json'), 'utf8'))).status).toBe(
      200,
    );
    expect((await send(first.address, document('kyiv-post-2024-10-24.json'))).status).toBe(200);
    first.child.kill('SIGKILL');
    await first.ended;

    const second = await startServer(environment);
    const kept = await meta(second.address);
    expect(kept.counts.articles).toBeGreaterThan(0);
    expect(kept.types.some(({ type }) => type === 'OPPOSES')).toBe(true);
    expect(await (await send(second.address, document('kyiv-post-2024-10-24.json'))).json()).toMatchObject({
      outcome: 'unchanged',
    });
    expect(await meta(second.address)).toEqual(kept);
    second.child.kill('SIGTERM');
    await second.ended;
  });

  it('says plainly that its data folder is in use, and leaves the first server alone', async () => {
    const environment = fresh();
    const first = await startServer(environment, ['--empty']);
    const second = await run('main', [], environment);
    expect(second.code).toBe(1);
    expect(second.out).toBe('');
    expect(second.err).toContain('in use');
    expect(second.err).toContain(environment.HEARSAY_DATA);
    expect(second.err).not.toMatch(/\n\s+at /);
    const cli = await run('cli', ['derive'], environment);
    expect(cli.code).toBe(1);
    expect(cli.err).toContain('/api/articles');
    expect((await fetch(`${first.address}/api/health`)).status).toBe(200);
    first.child.kill('SIGTERM');
    await first.ended;
  });

  it('takes the next port only where none was asked for', async () => {
    const taken = await takenPort();
    const refused = await run('main', ['--empty'], { ...fresh(), PORT: String(taken.port) });
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toMatch(new RegExp(`PORT: ${taken.port} on 127.0.0.1 is in use`));
    expect(refused.err).not.toMatch(/\n\s+at /);
    await taken.free();
    const { HEARSAY_DATA = '' } = fresh();
    const one = await startServer({ HEARSAY_DATA }, ['--empty']);
    const other = await startServer({ HEARSAY_DATA: fresh().HEARSAY_DATA ?? '' }, ['--empty']);
    expect(Number(new URL(other.address).port)).toBeGreaterThan(Number(new URL(one.address).port));
    for (const started of [one, other]) started.child.kill('SIGTERM');
    await Promise.all([one.ended, other.ended]);
  });

  it.each([
    [{ NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'secret-word' }, [], /bolt:\/\/127\.0\.0\.1:1 does not answer/],
    [{ PORT: 'many' }, [], /PORT: "many" is not allowed/],
    [{ HOST: '0.0.0.0', HEARSAY_ACCOUNTS: 'off' }, [], /HEARSAY_ALLOW_REMOTE=yes/],
    [{ HOST: '0.0.0.0' }, [], /Nobody has an account yet .* users add NAME --role admin/s],
    [{}, ['--fresh'], /--empty and --help/],
  ] as [Record<string, string>, string[], RegExp][])(
    'says in a sentence why it cannot start with %j %j',
    async (environment, args, reason) => {
      const ended = await run('main', args, { ...fresh(), ...environment });
      expect(ended).toMatchObject({ code: 1, out: '' });
      expect(ended.err).toMatch(reason);
      expect(ended.err).not.toMatch(/\n\s+at |secret-word/);
    },
  );

  it('prints its settings without starting', async () => {
    const ended = await run('main', ['--help'], {});
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out).toContain('HEARSAY_DATA=.hearsay');
  });
});
