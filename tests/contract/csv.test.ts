// A CSV file taken into the graph: the same claims as by hand, the same twice changes nothing, and out again it leaves nothing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { claimKey } from '../../server/ingest/keys.ts';
import { importCsv } from '../../server/ingest/readers/csv/import-csv.ts';
import { parseMapping } from '../../server/ingest/readers/csv/mapping.ts';
import { removeArticle } from '../../server/ingest/remove.ts';
import { projectRoot } from '../../server/root.ts';
import type { CsvMappingInput } from '../../server/schema/csv-mapping.ts';
import { report } from '../builders.ts';
import { describeEngines } from './engines.ts';
import { Ground, refusal } from './ingest-setup.ts';

const example = (name: string): string => readFileSync(join(projectRoot, 'docs', 'examples', name), 'utf8');
const mappingOf = (name: string) => JSON.parse(example(`${name}.mapping.json`)) as CsvMappingInput;
async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

describeEngines('importing CSV', (engine) => {
  const ground = new Ground(engine);
  const add = (csv: string, mapping: CsvMappingInput, options: { dryRun?: boolean } = {}) =>
    importCsv(ground.store, { file: 'test.csv', chunks: bytesOf(csv) }, parseMapping(mapping, 'm.json'), options);
  const addExample = (name: string, options: { dryRun?: boolean } = {}) =>
    add(example(`${name}.csv`), mappingOf(name), options);

  /** Articles have no names to be listed by, so the dump tells their keys. */
  const articleKeys = async (): Promise<string[]> => [
    ...new Set((await ground.dump()).flatMap((line) => /"key":"(article:[^"]+)"/.exec(line)?.[1] ?? [])),
  ];

  it('makes the stances of the file, each with its row as its place', async () => {
    const done = await addExample('votes');
    expect(done).toMatchObject({
      rows: 5,
      skipped: 1,
      assertions: 4,
      articles: { created: 2, revised: 0, replaced: 0, unchanged: 0 },
      created: { Person: 2, Plan: 2, Article: 2, Claim: 4, Assertion: 4, Source: 2 },
    });
    const said = { kind: 'stance', id: '', holder: 'person:ada-brook', target: 'plan:harbour-act', text: '' } as const;
    expect(await ground.node(claimKey({ ...said, stance: 'supports' }))).toMatchObject({
      text: 'Ada Brook supports Harbour Act.',
    });
    expect(await ground.edge('SUPPORTS person:ada-brook plan:harbour-act')).toMatchObject({ articles: 1 });
    expect(await ground.edge('OPPOSES person:bo-larch plan:harbour-act')).toMatchObject({ first: '2026-03-02' });
    const lines = await ground.dump();
    expect(lines.some((line) => line.includes('Ada Brook,Harbour Act,Yea,2026-03-02'))).toBe(true);
  });

  it('twice changes nothing, tried changes nothing, and out again leaves nothing', async () => {
    const empty = await ground.dump();
    const tried = await addExample('stances', { dryRun: true });
    expect(tried).toMatchObject({ dryRun: true, articles: { created: 2 } });
    expect(await ground.dump()).toEqual(empty);
    await addExample('stances');
    const once = await ground.dump();
    expect((await addExample('stances')).articles).toMatchObject({ created: 0, unchanged: 2 });
    expect(await ground.dump()).toEqual(once);
    for (const key of await articleKeys()) await removeArticle(ground.store, key);
    expect(await ground.dump()).toEqual(empty);
  }, 120_000);

  it('revises an article whose rows have changed, and only that', async () => {
    await addExample('votes');
    const changed = example('votes.csv').replace('Bo Larch,Ferry Act,Present', 'Bo Larch,Ferry Act,Yea');
    expect((await add(changed, mappingOf('votes'))).articles).toMatchObject({ revised: 1, unchanged: 1 });
    expect(await ground.edge('SUPPORTS person:bo-larch plan:ferry-act')).toMatchObject({ articles: 1 });
  });

  it('counts every address of a relation as an article of its outlet', async () => {
    await addExample('ties');
    const edges = await ground.edges();
    const reports = edges.filter(({ type }) => type === 'REPORTS');
    const text = 'Ferry Trust — Contractor — Harbour Works Ltd';
    const contractor = claimKey({ kind: 'statement', id: '', holder: 'organization:ferry-trust', text });
    expect(
      reports
        .filter(({ target }) => target === contractor)
        .map(({ source }) => source)
        .sort(),
    ).toEqual(['outlet:coast-radio-example', 'outlet:harbour-times-example']);
    const office = await ground.store.read('write/find/outgoing', {
      keys: ['person:ada-brook'],
      types: ['HOLDS_OFFICE'],
    });
    expect(office[0]?.properties).toMatchObject({
      title: 'Director',
      articles: [expect.any(String), expect.any(String)],
    });
  });

  it('finds an entity of the database by a name it goes by', async () => {
    await ground.add({
      format: 'hearsay-entities/1',
      entities: [{ type: 'Person', key: 'person:brook', name: 'Adelaide Brook', aliases: ['Ada Brook'] }],
    });
    await addExample('votes');
    expect(await ground.edge('SUPPORTS person:brook plan:harbour-act')).toMatchObject({ articles: 1 });
    expect(await ground.node('person:ada-brook')).toBeUndefined();
  });

  describe('what the database refuses', () => {
    it('is told by its line, and what came before is kept', async () => {
      await ground.add({
        format: 'hearsay-entities/1',
        entities: ['person:first', 'person:second'].map((key) => ({ type: 'Person', key, name: 'Cleo Stone' })),
      });
      const csv = example('votes.csv').replace('Cleo Stone,Harbour Act,Not Voting', 'Cleo Stone,Harbour Act,Nay');
      const error = await refusal(add(csv, mappingOf('votes')));
      expect(error.message).toBe(
        'test.csv stopped at article:roll-call-harbour-act, which the database does not take.',
      );
      expect(error.details.errors?.[0]).toMatchObject({ file: 'test.csv', line: 4 });
      expect(error.details.errors?.[0]?.reason).toContain('person:first (Cleo Stone), person:second (Cleo Stone)');
      expect(error.details.detail).toContain('The 1 article before it are written and kept');
      expect(await ground.edge('OPPOSES person:ada-brook plan:ferry-act')).toMatchObject({ articles: 1 });
    });

    it('a key that is nowhere defined among them', async () => {
      await ground.add(report({ slug: 'one', says: [{ holder: 'country:a', stance: 'opposes', target: 'plan:x' }] }));
      const mapping = { ...mappingOf('votes'), holder: { column: 'member', as: 'key' } } as CsvMappingInput;
      const csv = 'member,bill,vote,held on\ncountry:a,x,Yea,2026-03-02\ncountry:aa,y,Yea,2026-03-02\n';
      const error = await refusal(add(csv, mapping));
      expect(error.details.errors?.[0]).toMatchObject({ line: 3 });
      expect(error.details.errors?.[0]?.reason).toContain('nearest: country:a');
    });
  });
});
