// Watches from the command line, as the real program: made, listed, marked as seen by one and not by another, taken away.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { watchesCommand } from '../../../server/commands/watches.ts';
import { report } from '../../builders.ts';
import { tempFolder } from '../../temp.ts';
import { run, startServer } from './program.ts';

const timeout = 400_000;

describe('the command watches', { timeout }, () => {
  const folder = tempFolder();
  const environment = { HEARSAY_DATA: join(folder, 'store') };
  const watches = (...args: string[]) => run('cli', ['watches', ...args], environment);
  const says = (source: string) => [{ holder: 'country:a', stance: 'opposes' as const, target: 'plan:x', source }];
  const take = (slug: string, source: string) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${slug}.json`), JSON.stringify(report({ slug, says: says(source) })));
    return run('cli', ['import', join(folder, `${slug}.json`)], environment);
  };
  const edge = ['--edge', 'OPPOSES~country:a~plan:x'];
  const question = ['--holder', 'country:a', '--plan', 'plan:x'];

  it('makes, lists, marks as seen and removes them', async () => {
    expect((await take('first', 'person:n')).code).toBe(0);
    expect((await watches('list')).out).toBe('Nothing is watched yet.\n');
    const made = await watches('add', ...question, '--by', 'Ada', '--title', 'A on X');
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out).toMatch(/^watch:a-on-x watches from now on\. Where .+ stands on .+: opposes \(1\)\.\n$/);
    expect((await watches('add', ...edge, '--by', 'Ada')).code).toBe(0);
    const query = ['--query', 'MATCH (a:Article {key: $key}) RETURN a.key AS key'];
    const asked = await watches('add', ...query, '--parameters', '{"key": "article:first"}', '--by', 'Ada');
    expect(asked.out).toMatch(/: article:first\.\n$/);
    const again = await watches('add', ...edge, '--by', 'Bo');
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('watches that already, made by Ada') });

    // What changes is found by a server that runs; this one looks at once where it is asked to.
    await take('second', 'person:p');
    const server = await startServer({ ...environment, PORT: '0' });
    const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
    expect((await fetch(`${server.address}/api/watches/watch:a-on-x/check`, json)).status).toBe(200);
    server.child.kill('SIGTERM');
    await server.ended;

    const told = (await watches('list')).out.split('\n');
    expect(told[0]).toMatch(/^ {3}1 unseen {2}watch:a-on-x {2}A on X: Where .+ stands on .+ {2}opposes \(2\)$/);
    expect(told[1]).toMatch(/^ +20\d\d-.+: now opposes \(2\); it was opposes \(1\)\.$/);
    expect((await watches('seen', 'watch:a-on-x', '--by', 'Ada')).out).toBe(
      '1 change of watch:a-on-x marked as seen by Ada.\n',
    );
    expect((await watches('list', '--by', 'Ada')).out).toContain('   0 unseen  watch:a-on-x');
    expect((await watches('list', '--by', 'Bo')).out).toContain('   1 unseen  watch:a-on-x');
    expect((await watches('seen', 'watch:a-on-x')).out).toBe('1 change of watch:a-on-x marked as seen.\n');

    const unknown = await watches('remove', 'watch:a-on-y');
    expect(unknown).toMatchObject({ code: 1, err: expect.stringContaining('There is no watch "watch:a-on-y".') });
    expect((await watches('remove', 'watch:a-on-x')).out).toBe('watch:a-on-x is watched no more.\n');
    expect((await watches('list')).out).not.toContain('watch:a-on-x');
    const logged = (await run('cli', ['audit', '--what', 'watches'], environment)).out;
    expect(logged).toMatch(/\tThe command watches\thearsay watches remove watch:a-on-x\twatch:a-on-x\n/);
  });

  it.each([
    [['add', ...edge], /Say who watches: --by NAME/],
    [['add', '--by', 'Ada'], /Say one thing that is to be watched/],
    [['add', '--by', 'Ada', ...edge, ...question], /Say one thing that is to be watched/],
    [['add', '--by', 'Ada', '--holder', 'country:a'], /both --holder and --plan/],
    [['add', '--by', 'Ada', ...edge, '--parameters', '{}'], /--parameters goes with --query/],
    [['add', '--by', 'Ada', '--query', 'RETURN 1', '--parameters', '{'], /--parameters is not well-formed JSON/],
    [['add', '--by', ' ', ...edge], /^by: /],
    [['list', '--title', 'x'], /--title is not for "watches list"/],
    [['list', 'x'], /"watches list" is not given so/],
    [['seen'], /"watches seen" is not given so/],
    [['sack', 'watch:x'], /"watches sack" is not given so/],
    [['constructor'], /"watches constructor" is not given so/],
  ] as [string[], RegExp][])('%j is refused in a sentence, before anything is opened', async (args, reason) => {
    const opening = () => Promise.reject(new Error('It is opened.'));
    await expect(watchesCommand(args, opening)).rejects.toThrow(reason);
  });

  it('refuses what is no edge and what writes, and watches nothing', async () => {
    const none = await watches('add', '--by', 'Ada', '--edge', 'no key');
    expect(none).toMatchObject({ code: 1, err: expect.stringContaining('must be the key of a derived edge') });
    const refused = await watches('add', '--by', 'Ada', '--query', 'CREATE (n:Article) RETURN n');
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).not.toMatch(/\n\s+at /);
    expect((await watches('list')).out).not.toContain('create');
  });
});
