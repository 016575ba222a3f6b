// Relations out of a CSV file: typed where the mapping says so, statements else, each in the articles it cites.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addressOf } from '../../../../../server/ingest/readers/csv/addresses.ts';
import { projectRoot } from '../../../../../server/root.ts';
import type { CsvMappingInput } from '../../../../../server/schema/csv-mapping.ts';
import { faults, prepared } from './prepared.ts';

const mapping = {
  format: 'hearsay-csv/1',
  kind: 'relations',
  start: { column: 'a', type: { column: 'sort', values: { P: 'person', O: 'organization', L: 'plan' } } },
  relation: { column: 'tie', values: { Chair: 'HOLDS_OFFICE', Member: 'MEMBER_OF', Rumour: null } },
  end: { column: 'b', type: 'organization' },
  article: { url: { column: 'links', separator: ';' }, outlet: 'host' },
} as const satisfies CsvMappingInput;
const csv = (...rows: string[]): string => ['a,sort,tie,b,links', ...rows].join('\n');

it('each address is an article of its outlet that states the relation', async () => {
  const { documents, counts } = await prepared(
    csv(
      'Ada,P,Chair,Works,https://one.example/x; https://two.example/y',
      'Ada,P,Lent money,Works,https://one.example/x',
    ),
    mapping,
  );
  expect(counts).toMatchObject({ rows: 2, total: 2, relations: 2, assertions: 1 });
  expect(documents.map(({ article }) => article.outlet)).toEqual(['outlet:one-example', 'outlet:two-example']);
  const [one, two] = documents;
  expect(two?.relations).toMatchObject([
    { type: 'HOLDS_OFFICE', start: 'person:ada', end: 'organization:works', title: 'Chair' },
  ]);
  expect(one?.claims).toEqual([
    { id: 'c1', kind: 'statement', holder: 'person:ada', text: 'Ada — Lent money — Works' },
  ]);
  expect(one?.entities.map(({ key }) => key)).toEqual(['outlet:one-example', 'person:ada', 'organization:works']);
});

it('a typed relation whose ends do not fit is a statement, and counted', async () => {
  const { documents, counts } = await prepared(
    csv('Trust,O,Chair,Works,https://one.example/x', 'Trust,O,Rumour,Works,https://one.example/x'),
    mapping,
  );
  expect(counts).toMatchObject({ asStatements: 1, skipped: 1, relations: 0, assertions: 1 });
  expect(documents[0]?.claims[0]?.text).toBe('Trust — Chair — Works');
});

it.each<[string, string, RegExp]>([
  [
    'an unknown type',
    'Ada,X,Chair,Works,https://one.example/x',
    /^2: column "sort": "X" is no type that start.type.values lists: "P", "O", "L"/,
  ],
  ['no address', 'Ada,P,Chair,Works,', /^2: column "links": is empty, so nothing says which article/],
  [
    'words in place of an address',
    'Ada,P,Chair,Works,hearsay',
    /^2: column "links": "hearsay" is no http or https address/,
  ],
  ['another scheme', 'Ada,P,Chair,Works,javascript:alert(1)', /is no http or https address/],
  [
    'a statement about a plan',
    'Bridge,L,Blocks,Works,https://one.example/x',
    /^2: column "tie": "Blocks" would be a statement about plan:bridge/,
  ],
])('%s is a fault', async (_, row, reason) => {
  expect((await faults(csv(row), mapping))[1]).toMatch(reason);
});

it('words that are not listed are a fault where the mapping says so', async () => {
  const strict = { ...mapping, relation: { ...mapping.relation, others: 'refuse' as const } };
  expect((await faults(csv('Ada,P,Chiar,Works,https://one.example/x'), strict))[1]).toMatch(
    /^2: column "tie": "Chiar" is no word that relation.values lists; nearest: "Chair"/,
  );
});

it('long relations are cut without two becoming one', async () => {
  const long = (end: string) => `${'very '.repeat(60)}${end}`;
  const { documents } = await prepared(
    csv(`Ada,P,${long('near')},Works,https://one.example/x`, `Ada,P,${long('far')},Works,https://one.example/x`),
    mapping,
  );
  expect(documents[0]?.claims.map(({ text }) => [...text].length)).toEqual([300, 300]);
  expect(new Set(documents[0]?.claims.map(({ text }) => text)).size).toBe(2);
});

it('addresses are one article where they differ in nothing that matters', () => {
  const same = [
    'http://www.a.example/x/',
    'https://a.example/x',
    'https://a.example/x#part',
    'https://web.archive.org/web/20200101000000/http://a.example/x',
  ];
  expect(new Set(same.map((text) => addressOf(text)?.slug)).size).toBe(1);
  expect(addressOf(same[3] ?? '')).toMatchObject({
    host: 'a.example',
    url: 'http://a.example/x',
    archivedUrl: same[3],
  });
  const other = [
    'https://a.example/x?page=2',
    'https://a.example/X',
    'https://b.example/x',
    'https://a.example:8080/x',
  ];
  expect(new Set([...other, 'https://a.example/x'].map((text) => addressOf(text)?.slug)).size).toBe(5);
});

it('the example of the docs makes two relations stated twice and statements by two outlets', async () => {
  const at = (file: string) => readFileSync(join(projectRoot, 'docs', 'examples', file), 'utf8');
  const { counts } = await prepared(at('ties.csv'), JSON.parse(at('ties.mapping.json')) as CsvMappingInput);
  expect(counts).toMatchObject({ rows: 3, total: 4, relations: 2, assertions: 3 });
});
