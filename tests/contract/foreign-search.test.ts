// Search over somebody else's database: captions, ids and other texts, in any case and without diacritics.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SearchResult } from '../../server/schema/view.ts';
import { type OpenedStore, openStore } from '../../server/store/open.ts';
import { type Api, serve } from './api.ts';
import { describeEngines } from './engines.ts';
import { ownerWrites } from './foreign-owner.ts';

const theirs = [
  "CREATE (:Person {name: 'Péter Szijjártó', note: 'seen in Łódź'}), (:Person {name: 'Žofie Nová'}), (:Person {name: 'Anna'})",
  "CREATE (:Bill {billID: 'hres129-114', stage: 3}), (:Bill {billID: 'hr12-114', stage: 3}), (:Place {name: 'Anna'})",
  "CREATE (:Vote {number: 4711, tags: ['Anna']})",
];

describeEngines("search in somebody else's database", (engine) => {
  let store: OpenedStore;
  let api: Api;
  beforeAll(async () => {
    const settings = await engine.settings();
    await ownerWrites(settings, theirs);
    if (engine.name === 'neo4j')
      await ownerWrites(settings, [
        'CREATE FULLTEXT INDEX people FOR (n:Person) ON EACH [n.name, n.note]',
        'CALL db.awaitIndexes(60)',
      ]);
    store = await openStore(settings);
    api = await serve(store);
  });
  afterAll(async () => {
    await api?.close();
    await store?.close();
  });
  const search = async (q: string, more = '') =>
    (await api.json<SearchResult>(`/api/search?q=${encodeURIComponent(q)}${more}`)).rows;
  const names = async (q: string, more = '') => (await search(q, more)).map(({ name }) => name);

  it.each([
    ['szijjarto', ['Péter Szijjártó']],
    ['SZIJJÁRTÓ PÉTER', ['Péter Szijjártó']],
    ['zofie', ['Žofie Nová']],
    ['hres129-114', ['hres129-114']],
    ['HRES129', ['hres129-114']],
    ['4711', ['4711']],
    ['anna karina', []],
    ['.*', []],
    ['a OR b', []],
  ])('%s finds %j', async (q, found) => {
    expect(await names(q)).toEqual(found);
  });

  it('puts the caption itself first, and takes only the labels that are asked for', async () => {
    expect((await search('114')).map(({ name, score }) => [name, score])).toEqual([
      ['hr12-114', 3],
      ['hres129-114', 3],
    ]);
    expect((await search('29-114')).map(({ name, score }) => [name, score])).toEqual([['hres129-114', 2]]);
    expect((await search('anna')).map(({ labels, score }) => [labels[0], score])).toEqual([
      ['Person', 4],
      ['Place', 4],
    ]);
    expect(await search('anna', '&types=Place')).toMatchObject([{ labels: ['Place'] }]);
    expect(await names('114', '&limit=1')).toEqual(['hr12-114']);
  });

  it('says by what text it found a node whose caption does not tell', async () => {
    expect(await search('lodz')).toMatchObject([{ name: 'Péter Szijjártó', aliases: ['seen in Łódź'], score: 1 }]);
  });

  it('went through everything here', async () => {
    expect(await api.json<SearchResult>('/api/search?q=anna')).not.toHaveProperty('partial');
  });
});
