// The command line as a process: import, derive, remove, schema, and faults told as file, pointer and reason.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../server/root.ts';
import { openStore } from '../../../server/store/open.ts';
import { report } from '../../builders.ts';
import { tempFolder } from '../../temp.ts';
import { run, startServer } from './program.ts';

describe('the command line', () => {
  const folder = tempFolder();
  const environment = { HEARSAY_DATA: join(folder, 'store') };
  const cli = (...args: string[]) => run('cli', args, environment);
  const entity = (name: string) => ({ type: 'Country', key: `country:${name.toLowerCase()}`, name });
  const file = (name: string, content: unknown) => {
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
    return join(folder, name);
  };
  beforeAll(() => mkdirSync(join(folder, 'many', 'below'), { recursive: true }));

  it('tries an import without writing, then does it, then finds nothing to do', { timeout: 240_000 }, async () => {
    const data = join(projectRoot, 'data');
    const tried = await cli('import', data, '--dry-run');
    expect(tried).toMatchObject({ code: 0, out: '6 documents, dry run: 6 created; nothing was written.\n' });
    expect(tried.err.trim().split('\n')).toHaveLength(6);
    expect((await cli('import', data)).out).toBe('6 documents: 6 created.\n');
    expect((await cli('import', data)).out).toBe('6 documents: 6 unchanged.\n');
    expect((await cli('remove', 'article:kyiv-post-2024-10-24')).out).toMatch(
      /^article:kyiv-post-2024-10-24 is out: \d+ nodes removed\.\n$/,
    );
    expect((await cli('import', join(data, 'reports'))).out).toBe('5 documents: 1 created, 4 unchanged.\n');
    expect(await cli('derive')).toMatchObject({ code: 0, err: '' });
  });

  it('lists pairs that may be one, merges two and takes that back', { timeout: 240_000 }, async () => {
    const two = [entity('Brobdingnag'), { ...entity('Brobdingnag'), key: 'country:brobdignag', name: 'Brobdignag' }];
    await cli('import', file('two.json', { format: 'hearsay-entities/1', entities: two }));
    expect((await cli('candidates')).out).not.toContain('country:brobdignag');
    const more = { ...two[1], aliases: ['Brobdingnag'] };
    await cli('import', file('more.json', { format: 'hearsay-entities/1', entities: [more] }));
    expect((await cli('candidates')).out).toContain('0.90  country:brobdignag  country:brobdingnag  both are called');
    const merge = ['merge', 'country:brobdignag', 'country:brobdingnag'];
    expect(await cli(...merge)).toMatchObject({ code: 1, err: expect.stringContaining('--by NAME') });
    expect((await cli(...merge, '--by', 'Ada')).out).toContain('"unmerge merge:country:brobdignag" takes it back');
    expect((await cli('candidates')).out).not.toContain('country:brobdignag');
    expect((await cli('unmerge', 'merge:country:brobdignag')).out).toContain('is taken back');
    expect((await cli('candidates')).out).toContain('country:brobdignag');
  });

  it('reads the JSON files of a folder and of those below, and no others', async () => {
    file('many/b.json', { format: 'hearsay-entities/1', entities: [entity('Blefuscu')] });
    file('many/below/a.json', { format: 'hearsay-entities/1', entities: [entity('Lilliput')] });
    file('many/notes.txt', 'not a document');
    file('many/.hidden.json', 'not a document');
    expect((await cli('import', join(folder, 'many'))).out).toBe('2 documents: 2 created.\n');
  });

  it('refuses a folder with faulty documents whole, naming file, place and reason of each', async () => {
    const bad = file('bad.json', { format: 'hearsay-entities/1', entities: [{ ...entity('Laputa'), key: 'Laputa' }] });
    const worse = file('worse.json', {
      format: 'hearsay-entities/1',
      entities: [{ ...entity('Luggnagg'), type: 'Island' }],
    });
    const good = file('good.json', { format: 'hearsay-entities/1', entities: [entity('Balnibarbi')] });
    const ended = await cli('import', good, bad, worse);
    expect(ended).toMatchObject({ code: 1, out: '' });
    const lines = ended.err.split('\n');
    expect(lines.some((line) => line.startsWith(`${bad}: /entities/0/key: `))).toBe(true);
    expect(lines.some((line) => line.startsWith(`${worse}: /entities/0/type: `))).toBe(true);
    expect((await cli('import', good)).out).toBe('1 document: 1 created.\n');
  });

  it.each([
    [['import', file('broken.json', '{"format": ')], /broken\.json: \/: is not well-formed JSON/],
    [['import', '/no/such/folder'], /There is no file or folder "\/no\/such\/folder"/],
    [['import', join(folder, 'many', 'empty-of-json.txt')], /There is no file/],
    [['import'], /"import" is given too little/],
    [['remove', 'article:none'], /No article "article:none" is held/],
    [['remove', 'a', 'b'], /"remove" is given too much/],
    [['delete'], /There is no command "delete"/],
    [['constructor'], /There is no command "constructor"/],
    [['toString'], /There is no command "toString"/],
    [['derive', '--dry-run'], /--dry-run is for import only/],
    [['import', '--force', 'x'], /--force/],
  ] as [string[], RegExp][])('%j ends with 1 and a sentence', async (args, reason) => {
    const ended = await cli(...args);
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toMatch(reason);
    expect(ended.err).not.toMatch(/\n\s+at /);
  });

  it('prints the schema and the help', async () => {
    expect(JSON.parse((await cli('schema')).out)).toMatchObject({ title: 'Hearsay claims document', type: 'object' });
    expect((await cli('help')).out).toContain('import FILE|FOLDER');
    expect((await cli()).out).toContain('import FILE|FOLDER');
    for (const asked of [await cli('audit', '--help'), await cli('help', 'audit')]) {
      expect(asked.out).toContain('--prune-before DAY');
      expect(asked.out).not.toContain('import FILE|FOLDER');
    }
  });

  it('leaves the bundled reports out of a database that it began', async () => {
    const other = { HEARSAY_DATA: join(folder, 'own'), PORT: '0' };
    await run('cli', ['import', join(folder, 'good.json')], other);
    const server = await startServer(other);
    const { counts } = (await (await fetch(`${server.address}/api/meta`)).json()) as { counts: { nodes: number } };
    expect(counts.nodes).toBe(1);
    server.child.kill('SIGTERM');
    await server.ended;
  });

  it('leaves them out as well when its first import stopped half-way, but not when nothing was imported', async () => {
    const other = { HEARSAY_DATA: join(folder, 'half'), PORT: '0' };
    const refused = report({
      slug: 'stray',
      says: [{ holder: 'country:nowhere', stance: 'opposes', target: 'plan:nothing' }],
      bare: true,
    });
    const stray = file('stray.json', refused);
    const first = file('first.json', { format: 'hearsay-entities/1', entities: [entity('Glubbdubdrib')] });
    const begun = async () => {
      const store = await openStore({ kind: 'embedded', folder: other.HEARSAY_DATA });
      const [marker] = await store.read('schema/marker', {});
      await store.close();
      return marker?.bundled;
    };
    expect((await run('cli', ['import', stray], other)).code).toBe(1);
    expect(await begun()).toBe('pending');
    expect((await run('cli', ['import', first, stray], other)).code).toBe(1);
    expect(await begun()).toBe('left out');
  });
});
