// Whatever was imported, replaced, revised, taken out and decided: its export makes the same database again.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { setArticleLink } from '../../server/curation/article-links.ts';
import { putCase } from '../../server/curation/cases.ts';
import { setDisposition } from '../../server/curation/dispositions.ts';
import { setGrade } from '../../server/curation/grades.ts';
import { addHypothesis } from '../../server/curation/hypotheses.ts';
import { editNote, writeNote } from '../../server/curation/notes.ts';
import { AppError } from '../../server/errors.ts';
import { removeArticle } from '../../server/ingest/remove.ts';
import { addStory, changeStory } from '../../server/saved/stories.ts';
import { addView, changeView } from '../../server/saved/views.ts';
import type { Contradictions } from '../../server/schema/comparison.ts';
import { SavedState } from '../../server/schema/saved.ts';
import { entitiesDocument, entityOf, report as reportOf } from '../builders.ts';
import { articlesInTexts, reportsWithEarlier } from '../server/ingest/arbitrary.ts';
import { serve } from './api.ts';
import { describeEngines } from './engines.ts';
import { ExchangeGround } from './exchange-setup.ts';
import { TextsInTurn } from './texts-in-turn.ts';

interface Decision {
  what:
    | 'same'
    | 'somebody'
    | 'link'
    | 'reject'
    | 'grade'
    | 'credibility'
    | 'outlet'
    | 'case'
    | 'note'
    | 'view'
    | 'story';
  one: number;
  other: number;
}
const decision: fc.Arbitrary<Decision> = fc.record({
  what: fc.constantFrom<Decision['what']>(
    'same',
    'somebody',
    'link',
    'reject',
    'grade',
    'credibility',
    'outlet',
    'case',
    'note',
    'view',
    'story',
  ),
  one: fc.nat(1000),
  other: fc.nat(1000),
});

describeEngines('the export of whatever was done', (engine) => {
  const ground = new ExchangeGround(engine);
  const keys = async (prefix: string): Promise<string[]> => {
    const rows = await ground.store.read('read/curation/names', { prefix, limit: 200 });
    return rows.map(({ key }) => key).sort();
  };
  const pick = (from: readonly string[], number: number): string => from[number % from.length] ?? '';

  async function decide({ what, one, other }: Decision): Promise<void> {
    const store = ground.plain;
    const [by, why, confidence] = ['Ada', 'So it seems.', 0.5];
    const [sources, articles] = [await keys('source:'), await keys('article:')];
    const link = { article: pick(articles, one), other: pick(articles, other), by, why };
    if (what === 'link') await setArticleLink(store, { ...link, type: 'REPUBLISHES', review: 'accepted' });
    if (what === 'reject') await setArticleLink(store, { ...link, type: 'REPUBLISHES', review: 'rejected' });
    if (what === 'grade') await setGrade(store, { subject: pick(sources, one), reliability: 'C', by, why });
    if (what === 'outlet') await setGrade(store, { subject: pick(await keys('outlet:'), one), reliability: 'B', by });
    if (what === 'credibility')
      await setGrade(store, { subject: pick(await keys('assertion:'), one), credibility: 2, by });
    if (what === 'same')
      await addHypothesis(store, { source: pick(sources, one), sameAs: pick(sources, other), by, confidence });
    if (what === 'somebody') {
      const identifiedAs = pick(await keys('country:'), other);
      await addHypothesis(store, { source: pick(sources, one), identifiedAs, by, confidence, why });
    }
    if (what === 'note') {
      const edges = (await store.read('read/graph/entity-edges', { types: ['OPPOSES'] })).map(
        ({ type, source, target }) => `${type}~${source}~${target}`,
      );
      const subjects = [...edges, ...sources, ...articles, ...(await keys('claim:')), ...(await keys('case:'))];
      const { note } = await writeNote(store, { subject: pick(subjects, one), text: `Note ${one}\n${why}`, by });
      if (other % 2 === 0) await editNote(store, note.key, { text: `Note ${other}`, by: 'Ben', version: 1 });
    }
    const view = SavedState.parse({
      query: `?mode=table&n=${one}`,
      added: [pick(articles, one)],
      without: other % 2 === 0 ? [pick(sources, other)] : [],
      pins: [{ key: pick(articles, other), x: one, y: -other }],
    });
    if (what === 'view') {
      const { key, savedOn: replaces } = await addView(store, { name: `View ${one % 4}`, by, view });
      if (other % 2 === 0) await changeView(store, key, { name: `View ${other % 4}`, by: 'Ben', replaces });
    }
    if (what === 'story') {
      const steps = Array.from({ length: one % 3 }, (_, at) => ({ caption: at === 0 ? '' : `Step ${at}`, view }));
      const { key, savedOn: replaces } = await addStory(store, { title: `Story ${one % 4}`, by, steps });
      if (other % 2 === 0) await changeStory(store, key, { title: `Story ${other % 4}`, by, steps: [], replaces });
    }
    if (what === 'case') await putCase(store, `case:${one % 3}`, { name: 'A case', articles: [pick(articles, other)] });
  }

  const refusedOrDone = async (work: Promise<unknown>): Promise<void> => {
    await work.catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error;
    });
  };

  /** Exports what is there, imports it over itself and into an empty database, and finds the same each time. */
  async function thereAndBack(): Promise<void> {
    const before = await ground.dump();
    const json = await ground.exported();
    const again = await ground.take(json);
    expect(again.articles).toMatchObject({ created: 0, revised: 0, replaced: 0 });
    expect([...again.decisions.kept, ...again.decisions.leftOut]).toEqual([]);
    expect(await ground.dump()).toEqual(before);
    await ground.clear();
    const report = await ground.take(json);
    expect(await ground.dump()).toEqual(before);
    expect([...report.decisions.kept, ...report.decisions.leftOut]).toEqual([]);
    expect(report.derived).toMatchObject({ equal: report.derived.compared, more: 0 });
    const { exportedOn: _, ...first } = json;
    const { exportedOn: __, ...second } = await ground.exported();
    expect(second).toEqual(first);
  }

  const runs = engine.name === 'embedded' ? 40 : 4;

  it('with replaced documents, removals, shared entities, decisions, notes, views and stories', {
    timeout: 600_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        reportsWithEarlier(2, 4),
        fc.array(decision, { maxLength: 6 }),
        fc.boolean(),
        fc.array(fc.nat(3), { maxLength: 2 }),
        fc.constantFrom('before', 'after', 'never'),
        async ({ others, last, earlier }, decisions, replace, removed, curate) => {
          await ground.clear();
          const shared = entitiesDocument(
            [
              { ...entityOf('country:a'), name: 'Arcadia', aliases: ['Alpha', 'A. Land'] },
              { ...entityOf('outlet:first'), owner: 'Group' } as ReturnType<typeof entityOf>,
              entityOf('organization:o'),
            ],
            [{ type: 'MEMBER_OF', start: 'country:a', end: 'organization:o', from: '2001' }],
          );
          if (curate === 'before') await ground.add(shared);
          for (const document of others) await ground.add(document);
          if (replace) await ground.add(earlier);
          await ground.add(last);
          if (curate === 'after') await ground.add(shared);
          for (const one of decisions) await refusedOrDone(decide(one));
          for (const at of removed) {
            const article = [...others, last][at % (others.length + 1)]?.article.key ?? '';
            await refusedOrDone(removeArticle(ground.store, article));
          }
          await thereAndBack();
        },
      ),
      { seed: 41, numRuns: runs },
    );
  });

  it('with several texts of articles, in any order, some taken out', { timeout: 600_000 }, async () => {
    const steps = fc.array(fc.nat(8), { minLength: 3, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(articlesInTexts, steps, async (articles, chosen) => {
        await ground.clear();
        const texts = new TextsInTurn(ground, articles);
        for (const at of chosen) await texts.turn(texts.text(at));
        await thereAndBack();
      }),
      { seed: 42, numRuns: Math.ceil(runs / 2) },
    );
  });

  it('with dispositions, also of what is no contradiction any more', { timeout: 120_000 }, async () => {
    const api = await serve(ground.plain);
    try {
      const document = (slug: string, mode: 'asserts' | 'denies') => {
        const says = [{ holder: 'country:a', stance: 'opposes' as const, target: 'plan:x', mode, source: 'person:p' }];
        return { slug, says };
      };
      for (const one of [document('one', 'asserts'), document('two', 'denies')]) await ground.add(reportOf(one));
      const { rows } = await api.json<Contradictions>('/api/contradictions');
      const [entry] = rows;
      const body = { state: 'settled' as const, by: 'Ada', why: 'Of another list.' };
      await setDisposition(ground.plain, entry?.key ?? '', body);
      await thereAndBack();
      await removeArticle(ground.store, 'article:two');
      await thereAndBack();
      expect((await ground.dump()).filter((line) => line.startsWith('Disposition'))).toHaveLength(1);
    } finally {
      await api.close();
    }
  });
});
