// A list of names that somebody pastes: what answers to each, over the bundled reports and over somebody else's database.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NamesResult } from '../../server/schema/names.ts';
import type { Problem } from '../../server/schema/problem.ts';
import type { SearchResult } from '../../server/schema/view.ts';
import { openStore } from '../../server/store/open.ts';
import { type Api, bundledApi, serveStore } from './api.ts';
import { describeEngines } from './engines.ts';
import { ownerWrites } from './foreign-owner.ts';

const matching = (api: () => Api) => async (names: readonly unknown[]) => {
  const response = await api().send('POST', '/api/search/names', { names });
  return { status: response.status, body: (await response.json()) as NamesResult & Problem };
};
const told = ({ rows }: NamesResult) =>
  rows.map(({ name, candidates }) => [
    name,
    ...candidates.map(({ by, labels, name: called }) => `${by}: ${labels[0]} ${called}`),
  ]);

describeEngines('a list of names', (engine) => {
  describe('over the bundled reports', () => {
    const api = bundledApi(engine);
    const match = matching(() => api);

    it('is answered name by name, in the closest way there is', async () => {
      const { body } = await match([
        'hungary',
        'Wolodymyr Selenskyj',
        'Сий́ярто',
        'Péter Szijjarto',
        'viktor',
        'Nobody Known',
        '§§',
        'hungary',
      ]);
      expect(told(body)).toEqual([
        ['hungary', 'name: Country Hungary'],
        ['Wolodymyr Selenskyj', expect.stringMatching(/^spelling: Person Volodymyr Zelensky$/)],
        ['Сий́ярто', 'spelling: Person Péter Szijjártó'],
        ['Péter Szijjarto', 'name: Person Péter Szijjártó'],
        ['viktor', 'beginning: Person Viktor Orbán'],
        ['Nobody Known'],
        ['§§'],
        ['hungary', 'name: Country Hungary'],
      ]);
      expect(body.partial).toBeUndefined();
    });

    it('finds a name with an article before it, which is none of it', async () => {
      const { body } = await match(['The United States']);
      expect(body.rows[0]?.candidates.map(({ key }) => key)).toEqual(['country:us']);
      const { rows } = await api.json<SearchResult>('/api/search?q=the%20united%20states');
      expect(rows[0]?.key).toBe('country:us');
    });

    it('has whole names first when searched for, then beginnings, then words within', async () => {
      const keys = async (q: string) => (await api.json<SearchResult>(`/api/search?limit=50&q=${q}`)).rows;
      expect((await keys('Selenskyj'))[0]?.key).toBe('person:volodymyr-zelensky');
      const nato = await keys('nato');
      expect(nato[0]?.name).toBe('NATO');
      const named = nato.filter(({ score }) => score === 3).map(({ name }) => name.toLowerCase().startsWith('nato'));
      // Once one does not begin so, none does any more.
      expect(named).toEqual([...named].sort((a, b) => Number(b) - Number(a)));
    });

    it('names several where several are meant', async () => {
      const { body } = await match(['ukr']);
      expect(body.rows[0]?.candidates.length).toBeGreaterThan(1);
    });

    it.each(['Zelensky', 'Zelenskyy', 'Зеленський', 'Selenskyj', 'Zelenskij', 'Зеленский'])(
      'finds, as the search does, one person by %s',
      async (name) => {
        const { body } = await match([name]);
        expect(body.rows[0]?.candidates.map(({ key }) => key)).toEqual(['person:volodymyr-zelensky']);
        const { rows } = await api.json<SearchResult>(`/api/search?q=${encodeURIComponent(name)}&types=Person`);
        expect(rows.map(({ key }) => key)).toEqual(['person:volodymyr-zelensky']);
      },
    );

    it('has from 1 to 500 names that can be seen', async () => {
      const many = Array.from({ length: 500 }, (_, at) => `name ${at}`);
      expect((await match(many)).body.rows).toHaveLength(500);
      for (const names of [[], [...many, 'one more'], [''], ['   '], ['a\u0000'], [1], ['a'.repeat(201)]]) {
        const { status, body } = await match(names);
        expect([status, body.code]).toEqual([400, 'invalid-request']);
        expect(body.errors?.[0]?.pointer).toMatch(/^\/names/);
      }
    });
  });

  describe("over somebody else's database", () => {
    let api: Api;
    let close: () => Promise<void>;
    const match = matching(() => api);
    beforeAll(async () => {
      const settings = await engine.settings();
      await ownerWrites(settings, [
        "CREATE (:Film {title: 'Alphaville'}), (:Person {name: 'Anna Karina', born: 'Solbjerg'}), (:Person {name: 'Péter Eötvös'}), (:Town {name: 'Solbjerg'})",
        "CREATE (:Person {name: 'Łukasz  Żal'}), (:Person {name: 'Anna Karina', born: 'Paris'})",
      ]);
      ({ api, close } = await serveStore(await openStore(settings)));
    });
    afterAll(() => close?.());

    it('is answered by whole texts, in any case and without diacritics', async () => {
      const { body } = await match(['ALPHAVILLE', 'anna karina', 'Peter Eotvos', 'solbjerg', 'Karina', 'péter eötvös']);
      expect(told(body)).toEqual([
        ['ALPHAVILLE', 'name: Film Alphaville'],
        ['anna karina', 'name: Person Anna Karina', 'name: Person Anna Karina'],
        ['Peter Eotvos', 'name: Person Péter Eötvös'],
        ['solbjerg', 'name: Town Solbjerg'],
        ['Karina'],
        ['péter eötvös', 'name: Person Péter Eötvös'],
      ]);
      expect(body.rows[0]?.candidates[0]?.key).toMatch(/^~/);
      expect(told((await match(['paris'])).body)).toEqual([['paris', 'text: Person Anna Karina']]);
    });
  });
});
