// A pile gives the documents back as they are, entities first, whether they wait in memory or on disk.
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { InvalidDocument } from '../../../server/errors.ts';
import { parseDocument } from '../../../server/ingest/document.ts';
import { type NamedParsed, Pile } from '../../../server/ingest/pile.ts';
import { entitiesDocument, entity, report } from '../../builders.ts';
import { tempFolder } from '../../temp.ts';

const documents = [
  {
    file: 'one.json',
    json: report({ slug: 'one', says: [{ holder: 'country:a', stance: 'opposes', target: 'plan:x' }] }),
  },
  { file: 'people.json', json: entitiesDocument([entity('Person', 'Pat')]) },
  { file: 'two.json', json: report({ slug: 'two', title: 'Zweites – „Blatt“' }) },
  { file: 'more.json', json: entitiesDocument([entity('Person', 'Quinn')]) },
  { file: 'three.json', json: report({ slug: 'three' }) },
];
const order = ['people.json', 'more.json', 'one.json', 'two.json', 'three.json'];
/** Where it waits on disk: a folder that nobody else uses. */
const disk = tempFolder();
const usual = process.env.TMPDIR;
beforeAll(() => {
  process.env.TMPDIR = disk;
});
afterAll(() => {
  if (usual === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = usual;
});

it.each([
  ['in memory', 1_000_000],
  ['on disk', 0],
  ['partly on disk', JSON.stringify(documents[0]?.json).length + 10],
])('keeps documents %s', async (_, most) => {
  const pile = new Pile(most);
  for (const document of documents) pile.add(document);
  expect(pile.count).toBe(5);
  for (const round of [1, 2]) {
    const given: NamedParsed[] = [];
    for await (const one of pile.each()) given.push(one);
    expect(
      given.map(({ file }) => file),
      `round ${round}`,
    ).toEqual(order);
    for (const { file, ...parsed } of given) {
      const json = documents.find((one) => one.file === file)?.json;
      expect({ file, ...parsed }).toEqual(parseDocument(json, file));
    }
  }
  expect(readdirSync(disk)).toHaveLength(most < 1_000_000 ? 1 : 0);
  pile.remove();
  expect(readdirSync(disk)).toEqual([]);
});

it('refuses a document that is bad in itself, and keeps the others', () => {
  const pile = new Pile();
  expect(() => pile.add({ file: 'bad.json', json: { format: 'other' } })).toThrow(InvalidDocument);
  pile.add({ file: 'one.json', json: documents[0]?.json });
  expect(pile.count).toBe(1);
});
