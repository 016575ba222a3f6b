// Taking articles out again, on every engine: the rest is as if they had never been there.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NotFound } from '../../server/errors.ts';
import { deriveAll } from '../../server/ingest/derive.ts';
import { importMany } from '../../server/ingest/many.ts';
import { removeArticle } from '../../server/ingest/remove.ts';
import { report } from '../builders.ts';
import { articlesInTexts, reports, reportsWithEarlier } from '../server/ingest/arbitrary.ts';
import { describeEngines } from './engines.ts';
import { bundled, Ground, one, opposes } from './ingest-setup.ts';
import { TextsInTurn } from './texts-in-turn.ts';

describeEngines('removing an article', (engine) => {
  const ground = new Ground(engine);

  it('refuses what is not held', async () => {
    await ground.add(one());
    await expect(removeArticle(ground.store, 'article:none')).rejects.toThrow(NotFound);
    await expect(removeArticle(ground.store, 'article:wire')).rejects.toThrow('No article "article:wire" is held.');
  });

  it('of the only article leaves nothing', async () => {
    await ground.add(one());
    const nodes = (await ground.dump()).filter((line) => /^[A-Z][a-z]/.test(line)).length;
    expect(await removeArticle(ground.store, 'article:one')).toEqual({ removed: nodes });
    expect(await ground.dump()).toEqual([]);
  });

  it('that revises another lets the earlier text count again', { timeout: 120_000 }, async () => {
    await importMany(ground.store, bundled());
    const before = await ground.dump();
    const revision = report({ slug: 'kyiv-independent-2024-10-24', says: [opposes] });
    const { article, outcome } = await ground.add(revision);
    expect(outcome).toBe('revised');
    const derived = (lines: string[]) => lines.filter((line) => line.includes('"derived":true')).length;
    expect(derived(await ground.dump())).toBeLessThan(derived(before));
    await removeArticle(ground.store, article);
    expect(await ground.dump()).toEqual(before);
  });

  // Neo4j takes its time for many small transactions; the rows and rules are the same.
  const runs = engine.name === 'embedded' ? 40 : 6;

  it('leaves what the others alone would have made; deriving all or only what changed is the same', {
    timeout: 300_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(reportsWithEarlier(2, 4), fc.boolean(), async ({ others, last, earlier }, replace) => {
        await ground.clear();
        for (const document of others) await ground.add(document);
        const alone = await ground.dump();
        const replaced = replace && JSON.stringify(earlier) !== JSON.stringify(last);
        if (replaced) await ground.add(earlier);
        expect(await ground.add(last)).toMatchObject({ outcome: replaced ? 'replaced' : 'created' });
        const together = await ground.dump();
        for (const document of [...others, last]) {
          expect(await ground.add(document)).toMatchObject({ outcome: 'unchanged' });
        }
        await deriveAll(ground.store);
        expect(await ground.dump()).toEqual(together);
        await removeArticle(ground.store, last.article.key);
        expect(await ground.dump()).toEqual(alone);
      }),
      { seed: 2024, numRuns: runs },
    );
  });

  it('and import of several texts of one article, in any order, leave one of them to count', {
    timeout: 300_000,
  }, async () => {
    const steps = fc.array(fc.nat(8), { minLength: 4, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(articlesInTexts, steps, async (articles, chosen) => {
        await ground.clear();
        const texts = new TextsInTurn(ground, articles);
        for (const at of chosen) {
          const document = texts.text(at);
          const before = await ground.dump();
          const isNew = texts.keyOf(document) === undefined;
          await texts.turn(document);
          if (isNew) {
            await texts.turn(document);
            expect(await ground.dump()).toEqual(before);
            await texts.turn(document);
            const article = texts.keyOf(document);
            expect(await ground.add(document)).toMatchObject({ article, outcome: 'unchanged' });
          }
          const after = await ground.dump();
          await deriveAll(ground.store);
          expect(await ground.dump()).toEqual(after);
          const revised = after.flatMap((line) => /^REVISION_OF \S+ → (\S+)/.exec(line)?.[1] ?? []);
          expect(new Set(revised).size).toBe(revised.length);
          for (const versions of articles) {
            const keys = versions.flatMap((one) => texts.keyOf(one) ?? []);
            const counting = keys.filter((one) => !revised.includes(one));
            expect(counting).toHaveLength(Math.min(keys.length, 1));
          }
        }
        for (const key of texts.keys) await removeArticle(ground.store, key);
        expect(await ground.dump()).toEqual([]);
      }),
      { seed: 7, numRuns: Math.ceil(runs / 2) },
    );
  });

  it('and import in any order give the same graph', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(reports(2, 4), async (documents) => {
        await ground.clear();
        for (const document of documents) await ground.add(document);
        const before = await ground.dump();
        await ground.clear();
        await importMany(ground.store, documents.map((json, at) => ({ file: `${at}.json`, json })).reverse());
        expect(await ground.dump()).toEqual(before);
      }),
      { seed: 99, numRuns: Math.ceil(runs / 2) },
    );
  });
});
