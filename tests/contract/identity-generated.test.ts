// Whatever is merged, split and taken back, in any order and with reports coming in between: the database comes back as it was.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { setGrade } from '../../server/curation/grades.ts';
import { addHypothesis } from '../../server/curation/hypotheses.ts';
import { writeNote } from '../../server/curation/notes.ts';
import { AppError } from '../../server/errors.ts';
import { listOperations } from '../../server/identity/list.ts';
import { mergeEntities } from '../../server/identity/merge.ts';
import { splitEntity } from '../../server/identity/split.ts';
import { undoOperation } from '../../server/identity/undo.ts';
import { deriveAll } from '../../server/ingest/derive.ts';
import { distinct } from '../../server/schema/lists.ts';
import { entitiesDocument, entityOf, report } from '../builders.ts';
import { reportInput, slugs } from '../server/ingest/arbitrary.ts';
import { describeEngines } from './engines.ts';
import { ExchangeGround } from './exchange-setup.ts';

const entities = ['country:a', 'country:b', 'person:p', 'person:q', 'organization:o', 'plan:x', 'plan:y'];
const outlets = ['outlet:first', 'outlet:second', 'outlet:agency'];
interface Step {
  what: 'merge' | 'split' | 'part' | 'undo';
  one: number;
  other: number;
}
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom<Step['what']>('merge', 'merge', 'split', 'part', 'undo'),
  one: fc.nat(40),
  other: fc.nat(40),
});
const decision = fc.record({ what: fc.constantFrom('grade', 'outlet', 'note', 'edge', 'who'), one: fc.nat(30) });

describeEngines('merges and splits, generated', (engine) => {
  const ground = new ExchangeGround(engine);
  const pick = <T>(from: readonly T[], number: number): T | undefined => from[number % from.length];
  const keys = async (prefix: string): Promise<string[]> =>
    distinct((await ground.store.read('read/curation/names', { prefix, limit: 200 })).map(({ key }) => key));

  const refusedOrDone = async (work: Promise<unknown>): Promise<boolean> =>
    work.then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof AppError)) throw error;
        return false;
      },
    );

  /** Where there are none of one type, or what is chosen cannot be, nothing is done; says whether something was. */
  async function take({ what, one, other }: Step): Promise<boolean> {
    const by = 'Ada';
    if (what === 'undo') {
      const all = await listOperations(ground.plain);
      const key = pick(all, one)?.key;
      return key === undefined ? false : refusedOrDone(undoOperation(ground.store, key));
    }
    const from = pick([...entities, ...outlets], one) ?? '';
    const type = from.slice(0, from.indexOf(':') + 1);
    if (what === 'merge') {
      const into =
        pick(
          [...entities, ...outlets].filter((key) => key.startsWith(type)),
          other,
        ) ?? '';
      return refusedOrDone(mergeEntities(ground.store, { from, into, by }));
    }
    const chosen =
      what === 'split'
        ? { articles: [pick(await keys('article:'), other) ?? ''], assertions: [] }
        : { articles: [], assertions: [pick(await keys('assertion:'), other) ?? ''] };
    return refusedOrDone(
      splitEntity(ground.store, {
        entity: from,
        into: `${from}-other-${one % 3}`,
        name: `Other ${one}`,
        ...chosen,
        by,
      }),
    );
  }

  /** The derived edges are what a derivation of everything gives. */
  async function expectInStep(): Promise<void> {
    const before = await ground.dump();
    await deriveAll(ground.store);
    expect(await ground.dump()).toEqual(before);
  }

  async function takeAllBack(): Promise<void> {
    for (let left = await listOperations(ground.plain); left.length > 0; left = await listOperations(ground.plain)) {
      const free = left.find(({ restingOn }) => restingOn.length === 0);
      if (free === undefined) throw new Error('Each rests on another.');
      await undoOperation(ground.store, free.key);
    }
  }

  const shared = entitiesDocument(
    [
      { ...entityOf('country:a'), name: 'Arcadia', aliases: ['Alpha', 'A. Land'] },
      { ...entityOf('outlet:first'), owner: 'Group', country: 'country:a' } as ReturnType<typeof entityOf>,
      entityOf('organization:o'),
    ],
    [{ type: 'MEMBER_OF', start: 'country:a', end: 'organization:o', from: '2001' }],
  );
  const inputs = fc
    .shuffledSubarray(slugs, { minLength: 2, maxLength: 4 })
    .chain((chosen) => fc.tuple(...chosen.map(reportInput)));
  const done: Record<string, number> = {};
  const counted = async (one: Step): Promise<void> => {
    if (await take(one)) done[one.what] = (done[one.what] ?? 0) + 1;
  };
  const runs = engine.name === 'embedded' ? 40 : 4;

  it('with reports that come in between', { timeout: 1_800_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        inputs,
        fc.boolean(),
        fc.nat(3),
        fc.array(step, { minLength: 1, maxLength: 4 }),
        fc.array(step, { maxLength: 4 }),
        async (documents, curate, place, first, then) => {
          const all = documents.map((input) => report(input));
          const at = Math.min(place, all.length);
          await ground.clear();
          if (curate) await ground.add(shared);
          for (const document of all) await ground.add(document);
          const asIfNever = await ground.dump();
          await ground.clear();
          if (curate) await ground.add(shared);
          for (const document of all.slice(0, at)) await ground.add(document);
          for (const one of first) await counted(one);
          for (const document of all.slice(at)) await ground.add(document);
          await expectInStep();
          for (const one of then) await counted(one);
          await expectInStep();
          await takeAllBack();
          expect(await ground.dump()).toEqual(asIfNever);
        },
      ),
      { seed: 51, numRuns: runs },
    );
    // They are no property of nothing.
    if (runs > 4) for (const what of ['merge', 'split', 'part', 'undo']) expect(done[what]).toBeGreaterThan(3);
  });

  it('comes out of an export and into another database', { timeout: 1_800_000 }, async () => {
    // What takes an operation back is made again there, with the names that are known by then.
    const names = (index: string): string =>
      index
        .split('|')
        .map((name) => name.trim())
        .filter((name) => name !== '')
        .sort()
        .join(' | ');
    const shown = (lines: readonly string[]) =>
      lines
        .filter((line) => !/^(Entity(Merge|Split)|Given):/.test(line))
        .map((line) => line.replace(/"(curatedAliases|aliases)":\[.*?\],/g, ''))
        .map((line) => line.replace(/(?<="nameIndex":").*?(?=")/, names));
    await fc.assert(
      fc.asyncProperty(
        inputs,
        fc.boolean(),
        fc.nat(3),
        fc.array(step, { minLength: 1, maxLength: 4 }),
        async (documents, curate, place, steps) => {
          const all = documents.map((input) => report(input));
          const at = Math.min(place, all.length);
          await ground.clear();
          if (curate) await ground.add(shared);
          for (const document of all.slice(0, at)) await ground.add(document);
          for (const one of steps) await take(one);
          for (const document of all.slice(at)) await ground.add(document);
          const before = await ground.dump();
          const json = await ground.exported();
          const again = await ground.take(json);
          expect(again.articles).toMatchObject({ created: 0, revised: 0, replaced: 0 });
          expect([...again.decisions.kept, ...again.decisions.leftOut]).toEqual([]);
          expect(await ground.dump()).toEqual(before);
          await ground.clear();
          const taken = await ground.take(json);
          expect([...taken.decisions.kept, ...taken.decisions.leftOut]).toEqual([]);
          expect(taken.derived).toMatchObject({ equal: taken.derived.compared, more: 0 });
          expect(shown(await ground.dump())).toEqual(shown(before));
        },
      ),
      { seed: 53, numRuns: runs },
    );
  });

  it('with decisions made before', { timeout: 1_800_000 }, async () => {
    async function decide({ what, one }: { what: string; one: number }): Promise<void> {
      const by = 'Ada';
      const [sources, assertions] = [await keys('source:'), await keys('assertion:')];
      if (what === 'grade') {
        await setGrade(ground.store, { subject: pick(sources, one) ?? '', reliability: 'C', by });
        await setGrade(ground.store, { subject: pick(assertions, one) ?? '', credibility: 2, by });
      }
      if (what === 'outlet') await setGrade(ground.store, { subject: pick(outlets, one) ?? '', reliability: 'B', by });
      if (what === 'note')
        await writeNote(ground.store, {
          subject: pick([...entities, ...(await keys('claim:'))], one) ?? '',
          text: 'Who?',
          by,
        });
      if (what === 'edge') {
        const edges = (await ground.edges()).map(({ type, source, target }) => `${type}~${source}~${target}`).sort();
        await writeNote(ground.store, { subject: pick(edges, one) ?? '', text: 'Why?', by });
      }
      if (what === 'who')
        await addHypothesis(ground.store, {
          ...{
            source: pick(sources, one) ?? '',
            identifiedAs: pick(['country:a', 'country:b', 'person:p'], one) ?? '',
          },
          ...{ by, confidence: 0.5 },
        });
    }
    await fc.assert(
      fc.asyncProperty(
        inputs,
        fc.boolean(),
        fc.array(decision, { maxLength: 5 }),
        fc.array(step, { minLength: 1, maxLength: 5 }),
        async (documents, curate, decisions, steps) => {
          await ground.clear();
          for (const input of documents) await ground.add(report(input));
          if (curate) await ground.add(shared);
          for (const one of decisions) await refusedOrDone(decide(one));
          const before = await ground.dump();
          for (const one of steps) await counted(one);
          await expectInStep();
          await takeAllBack();
          expect(await ground.dump()).toEqual(before);
        },
      ),
      { seed: 52, numRuns: runs },
    );
  });
});
