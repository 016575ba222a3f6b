// The tables of an export as a spreadsheet reads them: every row, the provenance, and no formula.
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { Contents } from '../../../client/export/contents.ts';
import { csv } from '../../../client/export/csv.ts';
import { fileName } from '../../../client/export/file-name.ts';
import { hostile, hostileContents, means, small } from './contents.ts';

async function tablesOf(contents: Contents) {
  const zip = unzipSync(new Uint8Array(await (await csv(contents, means())).arrayBuffer()));
  const table = (name: string): Record<string, string>[] =>
    parse(strFromU8(zip[name] as Uint8Array), { columns: true, bom: true });
  return { zip, table };
}

it('has nodes, relations with where they are from, and articles', async () => {
  const { zip, table } = await tablesOf(small());
  expect(Object.keys(zip)).toEqual(['README.txt', 'nodes.csv', 'relations.csv', 'articles.csv']);
  expect(table('nodes.csv')).toHaveLength(5);
  const relations = table('relations.csv');
  expect(relations).toHaveLength(6);
  expect(relations[0]).toMatchObject({
    source: 'country:hu',
    target: 'plan:x',
    originsMin: '1',
    originsMax: '2',
    contested: 'true',
    articleKeys: 'article:a | article:b',
  });
  expect(relations[0]?.reports).toContain('“Hungary is resisting”');
  expect(table('articles.csv').map(({ address }) => address)).toEqual([
    'https://example.org/a',
    'https://example.org/b',
  ]);
  expect(strFromU8(zip['README.txt'] as Uint8Array)).toContain('http://localhost:3000/?plan=x&as-of=2024-10-24');
});

it('makes formulas harmless, in names, columns and quotations', async () => {
  const { zip, table } = await tablesOf(hostileContents());
  expect(table('nodes.csv')).toHaveLength(hostile.length);
  for (const name of ['nodes.csv', 'relations.csv', 'articles.csv']) {
    const rows: string[][] = parse(strFromU8(zip[name] as Uint8Array), { bom: true });
    for (const field of rows.flat()) expect(field, name).not.toMatch(/^[=+@\t\r]|^-\D/);
  }
  expect(table('nodes.csv').map((row) => row.name)).toContain(`'${hostile[1]}`);
});

it('leaves numbers numbers', async () => {
  const contents = small();
  const [first] = contents.nodes;
  if (first) first.drawn.x = -12.5;
  const { table } = await tablesOf(contents);
  expect(table('nodes.csv')[0]?.x).toBe('-12.5');
});

it('is called after what it shows and the day', () => {
  expect(fileName('NATO invitation for Ukraine', '2024-12-03T10:00:00Z', 'svg')).toBe(
    'hearsay-nato-invitation-for-ukraine-2024-12-03.svg',
  );
  expect(fileName('Запрошення', '2024-12-03T10:00:00Z', 'gexf')).toBe('hearsay-graph-2024-12-03.gexf');
});
