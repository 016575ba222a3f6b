// POST /api/export and POST /api/imports/export: what of the database is sent, what is taken, and how a bad file is refused.
import { expect, it } from 'vitest';
import type { HearsayExport } from '../../server/schema/exchange.ts';
import type { Problem } from '../../server/schema/problem.ts';
import { report } from '../builders.ts';
import { serve } from './api.ts';
import { describeEngines } from './engines.ts';
import { ExchangeGround } from './exchange-setup.ts';
import { one, opposes, wire } from './ingest-setup.ts';

describeEngines('the API of exports', (engine) => {
  const ground = new ExchangeGround(engine);

  async function served<T>(work: (send: (path: string, body: unknown) => Promise<Response>) => Promise<T>): Promise<T> {
    const api = await serve(ground.plain);
    try {
      return await work((path, body) => api.send('POST', path, body));
    } finally {
      await api.close();
    }
  }
  const fill = async (): Promise<void> => {
    for (const document of [one(), wire()]) await ground.add(document);
    await ground.add(report({ slug: 'else', outlet: 'outlet:else', day: '2024-12-01', says: [opposes] }));
    await ground.add(report({ slug: 'apart', says: [{ ...opposes, holder: 'country:c' }] }));
  };

  it('sends all, or what is named, passes the filter or lies under what is shown', { timeout: 120_000 }, async () => {
    await fill();
    await served(async (send) => {
      const articles = async (body: unknown) => {
        const response = await send('/api/export', body);
        expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
        const json = (await response.json()) as HearsayExport;
        return json.articles.map(({ document }) => document.article.key).sort();
      };
      expect(await articles({})).toEqual(['article:apart', 'article:else', 'article:one', 'article:wire']);
      expect(await articles({ articles: ['article:one'] })).toEqual(['article:one']);
      expect(await articles({ nodes: ['country:c', 'plan:x'] })).toEqual(['article:apart']);
      expect(await articles({ nodes: ['country:a', 'plan:x', 'country:z'] })).toEqual([
        'article:else',
        'article:one',
        'article:wire',
      ]);
      expect(await articles({ filter: { asOf: '2024-10-05' } })).toEqual([
        'article:apart',
        'article:one',
        'article:wire',
      ]);
      const filter = { without: 'outlet:first' };
      expect(await articles({ nodes: ['country:a', 'plan:x'], filter })).toEqual(['article:else', 'article:wire']);
      expect(await articles({ nodes: ['country:z'] })).toEqual([]);

      const refused = async (body: unknown) => {
        const response = await send('/api/export', body);
        return `${response.status} ${((await response.json()) as Problem).title}`;
      };
      expect(await refused({ articles: ['article:none'] })).toBe('404 No article "article:none" is held.');
      expect(await refused({ texts: 'yes' })).toBe('400 /texts: must be a boolean.');
      expect(await refused({ filter: { case: 'case:none' } })).toMatch(/^404 /);
    });
  });

  it('takes an export, tries it first if asked to, and refuses a bad one whole', { timeout: 120_000 }, async () => {
    await fill();
    const before = await ground.dump();
    const json = await ground.exported();
    await ground.clear();
    await served(async (send) => {
      const tried = await send('/api/imports/export?dryRun=true', json);
      expect(await tried.json()).toMatchObject({
        dryRun: true,
        articles: { created: 4 },
        derived: { differences: [] },
      });
      expect(await ground.dump()).toEqual([]);

      const spoil = async (change: (copy: HearsayExport & Record<string, unknown>) => void) => {
        const copy = structuredClone(json) as HearsayExport & Record<string, unknown>;
        change(copy);
        const response = await send('/api/imports/export', copy);
        expect(response.status).toBe(422);
        expect(await ground.dump()).toEqual([]);
        const { errors } = (await response.json()) as Problem;
        return errors?.map(({ pointer, reason }) => `${pointer}: ${reason}`) ?? [];
      };
      const first = ({ articles }: HearsayExport) =>
        articles[0]?.document as NonNullable<(typeof articles)[0]>['document'];
      expect(await spoil((copy) => Object.assign(copy, { format: 'hearsay-export/3' }))).toEqual([
        expect.stringMatching(/^\/format: "hearsay-export\/3" was written by a newer Hearsay/),
      ]);
      expect(await spoil((copy) => Object.assign(copy, { format: 'hearsay-plain-graph/1' }))).toEqual([
        expect.stringMatching(/^\/format: is of the plain graph of another database/),
      ]);
      expect(await spoil((copy) => Object.assign(copy, { more: 1 }))).toEqual([
        '/more: is no member that the format knows: check its spelling or take it out',
      ]);
      expect(await spoil((copy) => Object.assign(first(copy).assertions[0] ?? {}, { claim: 'none' }))).toEqual([
        expect.stringMatching(/^\/articles\/0\/document\/assertions\/0\/claim: no claim "none"/),
        expect.stringMatching(/^\/articles\/0\/document\/claims\/0: nothing in the document refers/),
      ]);
      expect(await spoil((copy) => copy.articles.push(...copy.articles.slice(0, 1)))).toEqual([
        '/articles/4/document/article/key: "article:apart" stands here twice',
      ]);
      const undefinedEverywhere = await spoil((copy) => {
        copy.standing.entities = [];
        for (const { document } of copy.articles) document.entities = [];
      });
      expect(undefinedEverywhere[0]).toBe(
        '/articles/0/document/claims/0/holder: "country:c" is nowhere in this export; define it in standing/entities',
      );
      expect(
        await spoil((copy) => copy.decisions.grades.push({ subject: 'source:x', reliability: 'A', by: 'Ada' })),
      ).toEqual(['/decisions/grades/0: is about "source:x", which nothing in this export makes']);
      expect(await spoil((copy) => Object.assign(copy.decisions, { cases: [{ key: 'case:c' }] }))).toEqual([
        expect.stringMatching(/^\/decisions\/cases\/0\/name: /),
        expect.stringMatching(/^\/decisions\/cases\/0\/articles: /),
      ]);

      const other = await send('/api/articles', json);
      expect(((await other.json()) as Problem).errors).toEqual([
        { pointer: '/format', reason: expect.stringContaining('POST /api/imports/export') },
      ]);
      expect((await send('/api/imports/export', json)).status).toBe(200);
      expect(await ground.dump()).toEqual(before);
    });
  });
});
