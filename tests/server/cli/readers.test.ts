// Importing other people's files from the command line: which are taken, what is told, and how progress is shown.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ProgressTeller } from '../../../server/commands/progress.ts';
import { tempFolder } from '../../temp.ts';
import { ann, text } from '../ingest/readers/brat/setup.ts';
import { run } from './program.ts';

describe('import', () => {
  const folder = tempFolder();
  const environment = { HEARSAY_DATA: join(folder, 'store'), HEARSAY_DOCUMENT_MB: '1' };
  const cli = (...args: string[]) => run('cli', args, environment);
  const file = (name: string, content: string | Buffer): string => {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  beforeAll(() => {
    file('corpus/bridge.txt', text);
    file('corpus/bridge.ann', ann);
    file('corpus/bridge.html', '<p>left aside</p>');
    file('corpus/README.txt', 'no article');
    file('meta.tsv', 'filename\tpublisher\nbridge\tHarbour Times\n');
    file('articles/one.md', '---\ntitle: One\ndate: last week\n---\nWords of one.');
    file('articles/two.html', '<html><body><p>Words of two.</p></body></html>');
    file('articles/three.txt', Buffer.from('Orb\xe1n.', 'latin1'));
  });

  it('takes a folder of annotations once, tells what it left aside, and finds nothing to do again', async () => {
    const args = ['import', join(folder, 'corpus'), '--metadata', join(folder, 'meta.tsv')];
    const first = await cli(...args);
    expect(first).toMatchObject({ code: 0, out: '1 document: 1 created.\n' });
    expect(first.err).toMatch(/1 × spans Discuss outside any event, not used/);
    expect(first.err).toMatch(/1 × files of a folder that are left aside \(\.html\)/);
    expect((await cli(...args)).out).toBe('1 document: 1 unchanged.\n');
  }, 120_000);

  it('takes a folder of articles, each by its kind, in the encoding that is said', async () => {
    const articles = join(folder, 'articles');
    const refused = await cli('import', articles);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toMatch(/three\.txt:1: is not in utf-8 \(the byte 0xE1 at 3\).*--encoding windows-1252/);
    const done = await cli('import', articles, '--encoding', 'windows-1252');
    expect(done.out).toBe('3 documents: 3 created.\n');
    expect(done.err).toMatch(/one\.md: front matter, date is left aside: "last week" is no date/);
  }, 120_000);

  it('takes in the examples of the docs', { timeout: 120_000 }, async () => {
    const other = { ...environment, HEARSAY_DATA: join(folder, 'examples') };
    const annotated = ['docs/examples/annotated/', '--metadata', 'docs/examples/annotated.tsv'];
    expect((await run('cli', ['import', ...annotated], other)).out).toBe('1 document: 1 created.\n');
    // Ada Brook is there already, by the article.
    const linked = await run('cli', ['import', 'docs/examples/checks.jsonld', 'docs/examples/entities.ftm'], other);
    expect(linked.out).toBe('3 documents: 2 created, 1 added to what is there.\n');
  });

  it('gives the claims out as schema.org data, which come in again', async () => {
    const out = join(folder, 'claims.jsonld');
    const written = await cli('export', '--format', 'claimreview', out);
    expect(written.out).toMatch(/claims\.jsonld is written: 4 claims and reviews as schema\.org data\./);
    const graph = JSON.parse(readFileSync(out, 'utf8')) as { '@graph': { '@type': string; text: string }[] };
    expect(graph['@graph'].map((one) => one['@type'])).toEqual(['Claim', 'Claim', 'Claim', 'Claim']);
    expect(graph['@graph'].map((one) => one.text)).toContain('that a letter had been sent');
  }, 120_000);

  it.each([
    [['import', file('a.exe', 'x')], /"[^"]*a\.exe" is of no kind that is read/],
    [['import', file('big.txt', 'words '.repeat(200_000))], /has 1\.1 MB; at most 1\.0 are read/],
    [
      ['import', file('x.txt', 'x'), '--metadata', file('m.tsv', 'filename\n')],
      /--metadata goes with brat annotations/,
    ],
    [['import', file('lost.ann', ann)], /has no text: lost\.txt is neither in/],
    [
      ['import', file('list.ftm', '{"id": "x", "schema": "Person", "properties": 3}')],
      /list\.ftm:1: .*must be an object/,
    ],
    [['import', 'https://harbour.example/'], /fetches no web addresses\.[\s\S]*HEARSAY_FETCH/],
    [['export', '--format', 'pdf', 'x'], /--format is for export, and hearsay or claimreview/],
    [['derive', '--encoding', 'x'], /--encoding is for import and extract only/],
  ] as [string[], RegExp][])('%# ends with 1 and a sentence', async (args, reason) => {
    const ended = await cli(...args);
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toMatch(reason);
    expect(ended.err).not.toMatch(/\n\s+at /);
  });
});

describe('progress', () => {
  const told = (isTTY: boolean) => {
    let time = 0;
    const written: string[] = [];
    const teller = new ProgressTeller({ isTTY, columns: 60, write: (part) => written.push(part) }, () => time);
    return { written, teller, wait: (ms: number) => (time += ms) };
  };

  it('on a terminal is one line that is written over, within its width', () => {
    const { written, teller, wait } = told(true);
    for (let done = 1; done <= 50; done += 1) {
      teller.step('read', done, 50);
      wait(90);
    }
    expect(written.length).toBeLessThan(40);
    expect(written.every((part) => part === '\n' || part.startsWith('\r\u001b[2K'))).toBe(true);
    expect(Math.max(...written.map((part) => part.replace('\r\u001b[2K', '').length))).toBeLessThan(60);
    expect(written.at(-2)).toContain('read 50 of 50');
    expect(written.at(-1)).toBe('\n');
  });

  it('elsewhere is a line now and then, and none of what is done at once', () => {
    const { written, teller, wait } = told(false);
    for (let done = 1; done <= 10; done += 1) {
      teller.step('read', done, 10);
      wait(2000);
    }
    expect(written).toEqual(['read 4 of 10\n', 'read 7 of 10\n', 'read 10 of 10\n']);
    teller.step('import', 1, 1);
    expect(written).toHaveLength(3);
  });
});
