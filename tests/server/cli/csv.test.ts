// CSV by the command line as a process: tried, taken in, and refused by line; and how its progress is told.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvSummary, progressTeller } from '../../../server/commands/csv.ts';
import { projectRoot } from '../../../server/root.ts';
import { tempFolder } from '../../temp.ts';
import { run } from './program.ts';

describe('hearsay import FILE.csv', () => {
  const folder = tempFolder();
  const cli = (...args: string[]) => run('cli', args, { HEARSAY_DATA: join(folder, 'store') });
  const example = (name: string): string => join(projectRoot, 'docs', 'examples', name);
  const [votes, mapping] = [example('votes.csv'), example('votes.mapping.json')];
  const said = `${votes}: 5 rows, 4 assertions, 2 articles`;

  it('tries, takes in, finds nothing to do, and takes the bundled reports for left out', async () => {
    const tried = await cli('import', votes, '--mapping', mapping, '--dry-run');
    expect(tried).toMatchObject({
      code: 0,
      out: `${said} (2 created). 1 row skipped by the mapping. Dry run; nothing was written.\n`,
    });
    expect(tried.err).toMatch(/^tried 5 rows, 2 of 2 articles, [\d,]+ rows\/s$/m);
    const done = await cli('import', votes, '--mapping', mapping);
    expect(done).toMatchObject({ code: 0, out: `${said} (2 created). 1 row skipped by the mapping.\n` });
    expect((await cli('import', votes, '--mapping', mapping)).out).toContain('(2 unchanged)');
  }, 60_000);

  it('names file and line of each fault, and what to do', async () => {
    const bad = join(folder, 'bad.csv');
    writeFileSync(bad, readFileSync(votes, 'utf8').replace('Yea', 'Maybe').replace('Bo Larch,Ferry', ',Ferry'));
    const ended = await cli('import', bad, '--mapping', mapping);
    expect(ended).toMatchObject({ code: 1, out: '' });
    const lines = ended.err.split('\n');
    expect(lines.some((line) => line.startsWith(`${bad}:2: column "vote": "Maybe" is no value`))).toBe(true);
    expect(lines.some((line) => line.startsWith(`${bad}:6: column "member": is empty`))).toBe(true);
    expect(ended.err).toContain('2 faults; nothing of it was written.');
  }, 60_000);

  it.each<[string[], RegExp]>([
    [['import', votes], /is a CSV file: say what its columns mean with --mapping FILE/],
    [['import', votes, mapping, '--mapping', mapping], /--mapping goes with one CSV file at a time/],
    [['import', votes, '--mapping', join(folder, 'none.json')], /There is no file ".*none\.json"/],
    [['import', join(folder, 'none.csv'), '--mapping', mapping], /There is no file ".*none\.csv"/],
    [['import', folder, '--mapping', mapping], /is a folder; name the CSV file itself/],
    [['import', votes, '--mapping', votes], /votes\.csv is not well-formed JSON/],
    [['derive', '--mapping', mapping], /--mapping is for import only/],
  ])(
    '%j ends with 1 and a sentence',
    async (args, reason) => {
      const ended = await cli(...args);
      expect(ended).toMatchObject({ code: 1, out: '' });
      expect(ended.err).toMatch(reason);
      expect(ended.err).not.toMatch(/\n\s+at /);
    },
    60_000,
  );
});

it('progress is told once a second with the rows a second of its phase, and at the end', () => {
  let time = 0;
  const lines: string[] = [];
  const tell = progressTeller(
    (line) => lines.push(line),
    () => time,
  );
  for (const [at, rows] of [
    [500, 10_000],
    [1500, 30_000],
    [2000, 40_000],
  ] as const) {
    time = at;
    tell({ phase: 'read', rows });
  }
  for (const [at, done] of [
    [3000, 1],
    [3100, 2],
    [5000, 3],
  ] as const) {
    time = at;
    tell({ phase: 'written', rows: done * 100, articles: { done, total: 3 } });
  }
  tell({ phase: 'derive', rows: 40_000 });
  expect(lines).toEqual([
    'read 30,000 rows, 20,000 rows/s',
    'written 100 rows, 1 of 3 articles, 100 rows/s',
    'written 300 rows, 3 of 3 articles, 100 rows/s',
    'deriving the edges anew',
  ]);
});

it('the summary leaves nothing unsaid', () => {
  const articles = { created: 0, revised: 1, replaced: 0, unchanged: 1 };
  const counts = { rows: 1200, skipped: 1, merged: 2, spellings: 1, asStatements: 3, assertions: 1190, relations: 1 };
  expect(csvSummary('a.csv', { dryRun: false, ...counts, articles, created: {}, removed: 0 })).toBe(
    'a.csv: 1,200 rows, 1,190 assertions, 1 relation, 2 articles (1 revised, 1 unchanged). 1 row skipped by the mapping. 2 repeats of a claim by the same article merged. 1 other spelling of a name folded. 3 relations kept as statements, as their ends do not fit the type. 1 article held with other rows: these revise them; rows of one article belong into one file.',
  );
});
