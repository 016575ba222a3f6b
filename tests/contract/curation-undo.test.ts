// Whatever is decided about whatever reports, in any order: the derived edges are in step, and undone it is as it was.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { removeArticleLink, setArticleLink } from '../../server/curation/article-links.ts';
import { setGrade } from '../../server/curation/grades.ts';
import { addHypothesis, removeHypothesis } from '../../server/curation/hypotheses.ts';
import { InvalidRequest } from '../../server/errors.ts';
import { deriveAll } from '../../server/ingest/derive.ts';
import { removeArticle } from '../../server/ingest/remove.ts';
import type { ArticleLinkBody, CurationReport } from '../../server/schema/curation.ts';
import { reportsWithEarlier } from '../server/ingest/arbitrary.ts';
import { describeEngines } from './engines.ts';
import { Ground } from './ingest-setup.ts';

/** Numbers pick among what the reports of the run happen to hold. */
interface Decision {
  what: 'same' | 'somebody' | 'link' | 'grade';
  one: number;
  other: number;
  type: ArticleLinkBody['type'];
}
const decision: fc.Arbitrary<Decision> = fc.record({
  what: fc.constantFrom<Decision['what']>('same', 'same', 'somebody', 'link', 'link', 'grade'),
  one: fc.nat(1000),
  other: fc.nat(1000),
  type: fc.constantFrom<Decision['type']>('REPUBLISHES', 'CORRECTS', 'RETRACTS'),
});

describeEngines('decisions of every kind', (engine) => {
  const ground = new Ground(engine);
  /** All but the history, which keeps what was undone. */
  const standing = async () => (await ground.dump()).filter((line) => !line.startsWith('Change:'));
  const keys = async (prefix: string): Promise<string[]> => {
    const rows = await ground.store.read('read/curation/names', { prefix, limit: 100 });
    return rows.map(({ key }) => key).sort();
  };
  const pick = (from: readonly string[], number: number): string => from[number % from.length] ?? '';

  /** Carries a decision out; gives how to take it back, or null where it is refused or changes nothing. */
  async function decide({ what, one, other, type }: Decision) {
    const { store } = ground;
    const [by, confidence] = ['Ada', 0.5];
    const [sources, articles] = [await keys('source:'), await keys('article:')];
    if (sources.length === 0) return null;
    const undo = ({ key, outcome }: CurationReport, take: (key: string) => Promise<unknown>) =>
      outcome === 'created' ? () => take(key) : null;
    try {
      if (what === 'link') {
        const body = {
          type,
          article: pick(articles, one),
          other: pick(articles, other),
          review: 'accepted',
          by,
        } as const;
        return undo(await setArticleLink(store, body), (key) => removeArticleLink(store, key));
      }
      if (what === 'grade') {
        const subject = pick(sources, one);
        const back = () => setGrade(store, { subject, reliability: null, by });
        return undo(await setGrade(store, { subject, reliability: 'C', by }), back);
      }
      const body =
        what === 'same'
          ? { source: pick(sources, one), sameAs: pick(sources, other), by, confidence }
          : { source: pick(sources, one), identifiedAs: pick(await keys('country:'), other), by, confidence };
      return undo(await addHypothesis(store, body), (key) => removeHypothesis(store, key));
    } catch (error) {
      if (error instanceof InvalidRequest) return null;
      throw error;
    }
  }

  const runs = engine.name === 'embedded' ? 20 : 3;

  it('are kept in step, outlive other reports, and are undone in any order', { timeout: 300_000 }, async () => {
    let carriedOut = 0;
    await fc.assert(
      fc.asyncProperty(
        reportsWithEarlier(2, 4),
        fc.array(decision, { minLength: 2, maxLength: 6 }),
        fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 }),
        async ({ others, last }, decisions, order) => {
          await ground.clear();
          for (const document of others) await ground.add(document);
          const before = await standing();
          const undone: (() => Promise<unknown>)[] = [];
          for (const one of decisions) undone.push(...[await decide(one)].flatMap((undo) => undo ?? []));
          carriedOut += undone.length;
          const decided = await standing();
          await deriveAll(ground.store);
          expect(await standing()).toEqual(decided);

          await ground.add(last);
          const together = await standing();
          await deriveAll(ground.store);
          expect(await standing()).toEqual(together);
          await removeArticle(ground.store, last.article.key);
          expect(await standing()).toEqual(decided);

          for (const at of order) await undone.splice(at % Math.max(1, undone.length), 1)[0]?.();
          expect(undone).toEqual([]);
          expect(await standing()).toEqual(before);
        },
      ),
      { seed: 2024, numRuns: runs },
    );
    expect(carriedOut).toBeGreaterThan(runs);
  });
});
