// Stances out of a CSV file: claims, places of rows, sources, skipped and repeated rows, and faults of single cells.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../../../server/root.ts';
import type { CsvMappingInput } from '../../../../../server/schema/csv-mapping.ts';
import { faults, header, plain, prepared } from './prepared.ts';

const rows = (...lines: string[]): string => `${[header, ...lines].join('\n')}\n`;

describe('a row', () => {
  it('is an assertion whose place is the row in the article’s held text', async () => {
    const { documents, counts } = await prepared(
      rows('Ada 𝟙,Ferry,for,r1', 'Bo,Ferry,against,r2', 'Cy,Ferry,against,r1'),
      plain,
    );
    expect(counts).toMatchObject({ rows: 3, total: 2, assertions: 3, skipped: 0, merged: 0 });
    const [first] = documents;
    const text = `${header}\nAda 𝟙,Ferry,for,r1\nCy,Ferry,against,r1`;
    const hash = createHash('sha256').update(text).digest('hex');
    expect(first?.article).toMatchObject({ key: 'article:r1', text, textHash: `sha256:${hash}` });
    expect(first?.assertions.map(({ span }) => span)).toEqual([
      { start: 25, end: 43, quote: 'Ada 𝟙,Ferry,for,r1' },
      { start: 44, end: 63, quote: 'Cy,Ferry,against,r1' },
    ]);
    expect([...text].slice(44, 63).join('')).toBe('Cy,Ferry,against,r1');
    expect(first?.claims.map((claim) => [claim.holder, claim.kind === 'stance' && claim.stance, claim.target])).toEqual(
      [
        ['person:ada-1', 'supports', 'plan:ferry'],
        ['person:cy', 'opposes', 'plan:ferry'],
      ],
    );
  });

  it('that the mapping skips, or that repeats another of its article, is counted and adds nothing', async () => {
    const { documents, counts } = await prepared(
      rows(
        'Ada,Ferry,for,r1',
        'Ada,Ferry,for,r1',
        'Bo,Ferry,absent,r1',
        'Ada,Ferry,against,r1',
        'Cy,Ferry,absent,r2',
        'Ada,Ferry,for,r3',
      ),
      plain,
    );
    expect(counts).toMatchObject({ rows: 6, skipped: 2, merged: 1, assertions: 3, total: 2 });
    expect(documents.map(({ article }) => article.key)).toEqual(['article:r1', 'article:r3']);
    expect(documents[0]?.entities.map(({ key }) => key)).toEqual(['person:ada', 'plan:ferry']);
  });

  it('quotes its words where a column holds them, as they are written there', async () => {
    const mapping = { ...plain, quote: { column: 'words' } };
    const csv = `${header},words\nAda,Ferry,for,r1,"She said ""yes, at once"""\nBo,Ferry,for,r1,\n`;
    const { documents } = await prepared(csv, mapping);
    const quotes = documents[0]?.assertions.map(({ span }) => span?.quote);
    expect(quotes).toEqual(['She said ""yes, at once""', 'Bo,Ferry,for,r1,']);
  });

  it('longer than a quotation may be is cut at its end', async () => {
    const { documents } = await prepared(`${header},note\nAda,Ferry,for,r1,${'x'.repeat(500)}\n`, plain);
    expect(documents[0]?.assertions[0]?.span?.quote).toHaveLength(400);
  });
});

describe('the columns', () => {
  it('give several holders, names beside codes, keys, dates in their order, outlets and moods', async () => {
    const mapping: CsvMappingInput = {
      format: 'hearsay-csv/1',
      kind: 'stances',
      holder: {
        column: 'code',
        type: { column: 'sort', values: { P: 'person', O: 'organization' } },
        name: '{first} {last}',
      },
      plan: { column: 'plan', as: 'key', name: '{plan name}' },
      stance: { column: 'says', values: { no: { stance: 'opposes', mode: 'denies', modality: 'expected' } } },
      article: {
        url: { column: 'url' },
        outlet: 'host',
        published: { column: 'day', order: 'dmy' },
        author: { column: 'by' },
      },
      period: { from: { column: 'since', order: 'mdy' } },
    };
    const csv = [
      'code,sort,first,last,plan,plan name,says,url,day,by,since',
      'A7,P,Ada,Brook,event:vote,The vote,no,http://www.paper.example/a/,3.2.2026,Cy,1/20/2025',
    ].join('\n');
    const { documents } = await prepared(csv, mapping);
    const [document] = documents;
    expect(document?.article).toMatchObject({
      outlet: 'outlet:paper-example',
      url: 'http://www.paper.example/a/',
      publishedFrom: '2026-02-03',
      dateBasis: 'stated',
      author: 'Cy',
    });
    expect(document?.entities).toMatchObject([
      { key: 'outlet:paper-example', name: 'paper.example' },
      { key: 'person:a7', name: 'Ada Brook' },
      { key: 'event:vote', name: 'The vote', type: 'Event' },
    ]);
    expect(document?.assertions[0]).toMatchObject({ mode: 'denies', modality: 'expected', from: '2025-01-20' });
  });

  it.each(['votes', 'stances'])('of the example %s are as the docs show them', async (name) => {
    const at = (file: string) => readFileSync(join(projectRoot, 'docs', 'examples', file), 'utf8');
    const { documents } = await prepared(at(`${name}.csv`), JSON.parse(at(`${name}.mapping.json`)) as CsvMappingInput);
    expect(documents).toHaveLength(2);
  });
});

describe('sources', () => {
  const csv = `${header},told by\nAda,Ferry,for,r1,an aide\nBo,Ferry,for,r1,an aide\nCy,Ferry,for,r1,\n`;
  const sourced = (source: CsvMappingInput['source']) => prepared(csv, { ...plain, ...(source && { source }) });

  it('of a document are one by their words; anonymous ones never are', async () => {
    const [document] = (await sourced({ kind: 'document', descriptor: '{told by}' })).documents;
    expect(document?.sources).toMatchObject([{ kind: 'document', descriptor: 'an aide' }]);
    const [anonymous] = (await sourced({ kind: 'anonymous', descriptor: '{told by}' })).documents;
    expect(anonymous?.sources.map(({ descriptor }) => descriptor)).toEqual(['an aide', 'an aide']);
    expect(anonymous?.assertions.map(({ attributedTo = [] }) => attributedTo.length)).toEqual([1, 1, 0]);
    const [identified] = (await sourced({ kind: 'anonymous', descriptor: 'an aide', id: '{report}' })).documents;
    expect(identified?.sources).toHaveLength(1);
  });

  it('that are named are their actors', async () => {
    const [document] = (await sourced({ kind: 'named', actor: { column: 'told by', type: 'person' } })).documents;
    expect(document?.sources).toMatchObject([{ kind: 'named', actor: 'person:an-aide' }]);
    expect(document?.entities.map(({ key }) => key)).toContain('person:an-aide');
  });
});

describe('a fault of a cell', () => {
  it.each<[string, string[], RegExp]>([
    ['an empty holder', [',Ferry,for,r1'], /^2: column "who": is empty, and holder needs it/],
    ['an empty plan', ['Ada, ,for,r1'], /^2: column "plan": is empty, and plan needs it/],
    ['an empty article', ['Ada,Ferry,for,'], /^2: is empty, so nothing says which article the row belongs to/],
    [
      'a stance that is not listed',
      ['Ada,Ferry,agianst,r1'],
      /^2: column "position": "agianst" .*; nearest: "against"; listed:/,
    ],
    [
      'a name too long',
      ['Ada,Ferry,for,r1', `${'x'.repeat(201)},Ferry,for,r1`],
      /^3: makes the name of one of the entities of article:r1, which is too long: at most 200/,
    ],
    [
      'two names on one key',
      ['Ada,Ferry,for,r1', 'ADA,Ferry,for,r2'],
      /^3: column "who": "ADA" comes out as person:ada, as "Ada" in line 2 does/,
    ],
    [
      'two articles on one key',
      ['Ada,Ferry,for,r 1', 'Bo,Ferry,for,R-1'],
      /^3: "R-1" comes out as article:r-1, as "r 1" in line 2 does/,
    ],
  ])('%s', async (_, lines, reason) => {
    expect((await faults(rows(...lines), plain))[1]).toMatch(reason);
  });

  it('is told of dates and of rows that disagree on their article', async () => {
    const mapping = { ...plain, article: { key: '{report}', published: { column: 'day' }, title: '{title}' } };
    const told = await faults(`${header},day,title\nAda,Ferry,for,r1,24.10.2024,A\n`, mapping);
    expect(told[1]).toMatch(/^2: column "day": "24.10.2024" is no date: the mapping says that they are ISO dates/);
    const two = await faults(`${header},day,title\nAda,Ferry,for,r1,2024-10-24,A\nBo,Ferry,for,r1,,B\n`, mapping);
    expect(two[1]).toMatch(/^3: gives article:r1 the title "B", and line 2 "A"; an article has one/);
  });

  it('folds spellings into one entity only where the mapping says so', async () => {
    const { documents, counts } = await prepared(rows('Péter,Ferry,for,r1', 'PETER,Ferry,against,r1'), {
      ...plain,
      names: 'folded',
    });
    expect(counts.spellings).toBe(1);
    expect(documents[0]?.entities[0]).toMatchObject({ key: 'person:peter', name: 'Péter', aliases: ['PETER'] });
  });

  it('tells names of letters without case apart', async () => {
    const { documents } = await prepared(rows('李明,Ferry,for,r1', '王芳,Ferry,for,r1'), plain);
    const keys = documents[0]?.entities.map(({ key }) => key) ?? [];
    expect(new Set(keys).size).toBe(3);
    expect(keys[0]).toMatch(/^person:[0-9a-f]{12}$/);
  });
});

it('an article with more claims than a document holds is refused with a way out', async () => {
  const many = Array.from({ length: 2001 }, (_, at) => `P${at},Ferry,for,r1`);
  const told = await faults(rows('Zed,Ferry,for,r0', ...many), plain);
  expect(told.find((line) => line.includes('claims'))).toBe(
    '3: begins article:r1, whose rows make 2,001 claims, and that is too long: at most 2000; tell its parts apart by article.key in the mapping',
  );
});
