// Taking articles out again, on every engine: the rest is as if they had never been there.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NotFound } from '../../server/errors.ts';
import { deriveAll } from '../../server/ingest/derive.ts';
import { importMany } from '../../server/ingest/many.ts';
import { removeArticle } from '../../server/ingest/remove.ts';
import { reports, reportsWithEarlier } from '../server/ingest/arbitrary.ts';
import { describeEngines } from './engines.ts';
import { Ground, one } from './ingest-setup.ts';

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
