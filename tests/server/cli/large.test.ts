// Files of 50 MB given to the import, in a process that may hold 400 MB: each is refused in a few words, and nothing is written.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../server/root.ts';
import { report } from '../../builders.ts';
import { tempFolder } from '../../temp.ts';
import { type Program, run, startServer } from './program.ts';

const size = 50 * 1024 * 1024;
const words = 'Norland opposes the bridge. ';
const filled = (before: string, after = ''): string =>
  before + words.repeat(Math.ceil((size - before.length - after.length) / words.length)) + after;
const document = report({ slug: 'large', withText: true });
const mapping = join(projectRoot, 'docs', 'examples', 'votes.mapping.json');

/** Name, content, and what is told of it; `raised` where the limit on files is raised, so that it is read. */
const files: [name: string, content: () => string, told: RegExp, raised?: 'raised'][] = [
  ['a.txt', () => filled(''), /a\.txt.*has 50\.0 MB; at most 10\.0 are read: split it, or raise HEARSAY_DOCUMENT_MB/],
  ['a.txt', () => filled(''), /a\.txt.*5,000,000/, 'raised'],
  ['a.html', () => filled('<html><body><p>', '</p></body></html>'), /a\.html.*at most 10\.0 are read/],
  ['a.html', () => filled('<html><body><p>', '</p></body></html>'), /a\.html.*5,000,000/, 'raised'],
  ['a.md', () => filled('# The bridge\n\n'), /a\.md.*at most 10\.0 are read/],
  [
    'a.json',
    () =>
      filled(JSON.stringify({ ...document, article: { ...document.article, text: '@' } }).split('@')[0] ?? '', '"}}'),
    /a\.json/,
  ],
  ['a.ndjson', () => `{"id":"a","schema":"Person","properties":{"name":["${filled('', '')}`, /a\.ndjson:1: .*JSON/],
  ['a.csv', () => filled('member,bill,vote\n"'), /a\.csv/],
];

describe('a file of 50 MB', () => {
  const folder = tempFolder();
  const environment = { HEARSAY_DATA: join(folder, 'store'), NODE_OPTIONS: '--max-old-space-size=400' };

  it.each(files)('%s is refused, its memory bounded', { timeout: 180_000 }, async (name, content, told, raised) => {
    const file = join(folder, name);
    writeFileSync(file, content());
    const limit = raised === undefined ? {} : { HEARSAY_DOCUMENT_MB: '64' };
    const mapped = name.endsWith('.csv') ? ['--mapping', mapping] : [];
    const { code, out, err } = await run('cli', ['import', file, ...mapped], { ...environment, ...limit });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(told);
    expect(err.length).toBeLessThan(2000);
    expect(err).not.toMatch(/heap out of memory|\n {4}at /);
  });

  describe('sent to the server', () => {
    let server: (Program & { address: string }) | undefined;
    beforeAll(async () => {
      server = await startServer({ ...environment, HEARSAY_DATA: join(folder, 'served'), PORT: '0' }, ['--empty']);
    }, 120_000);
    afterAll(async () => {
      server?.child.kill();
      await server?.ended;
    });

    it.each([
      ['/api/articles', 'application/json'],
      ['/api/imports/articles?name=a.txt', 'text/plain'],
      ['/api/imports/linked', 'application/x-ndjson'],
      ['/api/imports/csv?mapping=%7B%7D', 'text/csv'],
    ])('%s is refused, and the server goes on', { timeout: 120_000 }, async (path, type) => {
      const answer = await fetch(`${server?.address}${path}`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: filled(''),
      }).then(
        async (response) => ({ status: response.status, problem: (await response.json()) as { code?: string } }),
        // It may hang up on one who goes on sending.
        () => ({ status: 413, problem: { code: 'too-large' } }),
      );
      expect(answer).toMatchObject({ status: 413, problem: { code: 'too-large' } });
      expect((await fetch(`${server?.address}/api/health`)).status).toBe(200);
    });
  });
});
