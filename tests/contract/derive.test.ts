// The derived edges are the same whether made step by step or as a whole; on every engine, and in random histories.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { setArticleLink } from '../../server/curation/article-links.ts';
import { setDisposition } from '../../server/curation/dispositions.ts';
import { addHypothesis, removeHypothesis } from '../../server/curation/hypotheses.ts';
import { AppError } from '../../server/errors.ts';
import { evidenceAround, questionParts } from '../../server/evidence/load.ts';
import { allEvidence, evidenceWithin } from '../../server/evidence/whole.ts';
import { deriveAll, deriveIfStale } from '../../server/ingest/derive.ts';
import { importMany } from '../../server/ingest/many.ts';
import { removeArticle } from '../../server/ingest/remove.ts';
import { contradictionsOf } from '../../server/provenance/contradictions/contradictions.ts';
import { deriveEdges, edgeId } from '../../server/provenance/edges.ts';
import { articleLinks } from '../../server/schema/curation.ts';
import { compare } from '../../server/schema/lists.ts';
import { entitiesDocument, entity, report } from '../builders.ts';
import { reportInput, slugs } from '../server/ingest/arbitrary.ts';
import { describeEngines } from './engines.ts';
import { bundled, Ground, one, opposes, wire } from './ingest-setup.ts';

const by = { by: 'Ada' };

describeEngines('derived edges', (engine) => {
  const ground = new Ground(engine);
  const derivedLines = async () => (await ground.dump()).filter((line) => line.includes('"derived":true'));

  // The first statements on a cold engine take their time.
  it('cost a write only where they differ', { timeout: 120_000 }, async () => {
    await ground.add(one());
    const [before] = await ground.store.read('schema/marker', {});
    await ground.add(one(), { dryRun: true });
    expect(await ground.store.read('schema/marker', {})).toEqual([before]);
    await ground.store.write('test/touch-edges', {});
    const touched = await derivedLines();
    // A mark that no derivation makes stays on what is not written again.
    await ground.add(report({ slug: 'two', says: [{ ...opposes, holder: 'country:b' }] }));
    const after = await derivedLines();
    expect(after).toEqual(expect.arrayContaining(touched));
    expect(after).toHaveLength(touched.length + 1);
  });

  it('follow the owner of an outlet', { timeout: 120_000 }, async () => {
    const said = (slug: string) =>
      report({ slug, outlet: `outlet:${slug}`, says: [{ ...opposes, source: `person:${slug}` }] });
    await ground.add(said('east'));
    await ground.add(said('west'));
    const edge = 'OPPOSES country:a plan:x';
    expect(await ground.edge(edge)).toMatchObject({ originsMax: 2, originsByOwner: 2 });
    const owned = ['East', 'West'].map((name) => entity('Outlet', name, { owner: 'One Group' }));
    await ground.add(entitiesDocument(owned));
    expect(await ground.edge(edge)).toMatchObject({ originsMax: 2, originsByOwner: 1 });
    const after = await derivedLines();
    await deriveAll(ground.store);
    expect(await derivedLines()).toEqual(after);
  });

  it('quote each whom an article names as the speaker of the words, under claims of others too', {
    timeout: 120_000,
  }, async () => {
    const spoken = (slug: string, speaker: string, outlet: string) =>
      report({
        ...{ slug, outlet, says: [{ ...opposes, holder: `country:${slug}` }] },
        quotes: [{ text: 'Never.', speaker, utterance: 'utterance:never' }],
      });
    const quotes = async () =>
      (await ground.dump()).flatMap((line) => (line.startsWith('QUOTES ') ? [line.split(' {')[0]] : []));
    const expectQuotes = async (...expected: string[]) => {
      expect(await quotes()).toEqual(expected);
      const before = await ground.dump();
      await deriveAll(ground.store);
      expect(await ground.dump()).toEqual(before);
    };
    await ground.add(spoken('one', 'person:p', 'outlet:first'));
    await expectQuotes('QUOTES outlet:first → person:p');
    await ground.add(spoken('two', 'person:q', 'outlet:second'));
    await expectQuotes(
      ...['QUOTES outlet:first → person:p', 'QUOTES outlet:first → person:q'],
      ...['QUOTES outlet:second → person:p', 'QUOTES outlet:second → person:q'],
    );
    await ground.add(spoken('two', 'person:p', 'outlet:second'));
    await expectQuotes('QUOTES outlet:first → person:p', 'QUOTES outlet:second → person:p');
    await ground.add(spoken('two', 'person:q', 'outlet:second'));
    await removeArticle(ground.store, 'article:two');
    await expectQuotes('QUOTES outlet:first → person:p');
  });

  it('are the same from whole evidence, from its parts and from what is around each claim', {
    timeout: 120_000,
  }, async () => {
    await importMany(ground.store, bundled());
    const all = await allEvidence(ground.store);
    expect(all.claims.size).toBeGreaterThan(50);
    const whole = new Map(deriveEdges(all, new Set()).map((edge) => [edgeId(edge), edge]));
    let count = 0;
    for (const part of await questionParts(ground.store, 20)) {
      const claims = new Set(part.map(({ claim }) => claim));
      const evidence = await evidenceAround(ground.store, claims);
      count += claims.size;
      const reports = deriveEdges(evidence, new Set()).filter(
        (edge) => edge.type === 'REPORTS' && claims.has(edge.target),
      );
      for (const edge of reports) expect(edge).toEqual(whole.get(edgeId(edge)));
      for (const claim of claims) expect(all.claims.get(claim)).toEqual(evidence.claims.get(claim));
      for (const [key, article] of evidence.articles) expect(all.articles.get(key)).toEqual(article);
      for (const [key, source] of evidence.sources) expect(all.sources.get(key)).toEqual(source);
    }
    expect(count).toBe(all.claims.size);
    expect((await evidenceAround(ground.store, all.claims.keys())).assertions).toEqual(all.assertions);
  });

  it('that somebody else adds while all is derived stay, and those that no claim ties go', {
    timeout: 120_000,
  }, async () => {
    const { store } = ground;
    const others = ['b', 'c', 'd', 'e'].map((name) =>
      report({
        slug: `of-${name}`,
        outlet: 'outlet:first',
        says: [{ ...opposes, holder: `country:${name}`, relays: `article:wire-${name}` }],
        quotes: [{ text: `Never, says ${name}.`, speaker: `person:${name}` }],
        stubOutlets: { [`article:wire-${name}`]: `outlet:agency-${name}` },
      }),
    );
    /** Brings the next of the others in after each reading of what there is to derive, as often as told. */
    const meddling = (times: number): Parameters<typeof deriveAll>[0] => ({
      transaction: (work, options) => store.transaction(work, options),
      read: async (name, parameters) => {
        const rows = await store.read(name, parameters);
        if (name === 'evidence/claim-keys' && times-- > 0) await ground.add(others.shift());
        return rows;
      },
    });
    const isStale = async () => (await store.read('schema/marker', {}))[0]?.derivedStale;
    const stray = 'OPPOSES country:a plan:x';

    await ground.add(one());
    await ground.add(report({ slug: 'one', outlet: 'outlet:first', says: [{ ...opposes, holder: 'country:f' }] }), {
      derive: 'later',
    });
    expect(await ground.edge(stray)).toBeDefined();
    await deriveAll(meddling(1));
    expect(await isStale()).toBe(false);
    expect(await ground.edge(stray)).toBeUndefined();
    for (const edge of [
      'OPPOSES country:b plan:x',
      'QUOTES outlet:first person:b',
      'CITES outlet:first outlet:agency-b',
    ])
      expect(await ground.edge(edge), edge).toBeDefined();

    await deriveAll(meddling(3));
    expect(await isStale()).toBe(true);
    const stepByStep = await derivedLines();
    expect(await ground.edge('CITES outlet:first outlet:agency-e')).toBeDefined();
    expect(await deriveIfStale(store)).toBe(true);
    expect(await isStale()).toBe(false);
    expect(await derivedLines()).toEqual(stepByStep);
  });

  it('come from evidence that is read again after each write, and only then', { timeout: 60_000 }, async () => {
    await ground.add(one());
    const first = await allEvidence(ground.store);
    expect(await allEvidence(ground.store)).toBe(first);
    await ground.add(one(), { dryRun: true });
    expect(await allEvidence(ground.store)).toBe(first);
    await removeArticle(ground.store, 'article:one');
    expect((await allEvidence(ground.store)).assertions).toEqual([]);
  });

  it('come from evidence that is read once for all who ask at the same time', { timeout: 120_000 }, async () => {
    const { store } = ground;
    let whole = 0;
    const read: typeof store.read = (name, parameters) => {
      if (name === 'evidence/claim-keys') whole++;
      return store.read(name, parameters);
    };
    const counting = { read, journal: store.journal } as typeof store;
    for (const [at, document] of [one(), wire()].entries()) {
      await ground.add(document);
      const asked = await Promise.all(Array.from({ length: 6 }, () => allEvidence(counting)));
      expect(asked[0]?.assertions.length).toBeGreaterThan(at);
      expect(new Set(asked).size).toBe(1);
    }
    // What the second write bears on is known, so all of it was read before that only.
    expect(whole).toBe(1);
  });

  type Step = (at: number) => Promise<unknown>;
  /** Something to do with what is there; the number chooses. A step that is refused changes nothing, and is none. */
  const steps: Readonly<Record<string, Step>> = {
    async remove(at) {
      const held = [...(await allEvidence(ground.store)).articles.values()].filter((article) => article.held);
      const article = held.sort((a, b) => compare(a.article, b.article))[at % Math.max(1, held.length)];
      if (article !== undefined) await removeArticle(ground.store, article.article);
    },
    async suppose(at) {
      const sources = [...(await allEvidence(ground.store)).sources.values()].sort((a, b) =>
        compare(a.source, b.source),
      );
      const open = sources.filter(({ kind }) => kind === 'anonymous');
      const source = open[at % Math.max(1, open.length)]?.source;
      const other = open[(at + 1) % Math.max(1, open.length)]?.source;
      if (source === undefined || other === undefined) return;
      const body = at % 2 === 0 ? { source, sameAs: other } : { source, identifiedAs: 'person:p' };
      await addHypothesis(ground.store, { ...body, ...by, confidence: 0.5 });
    },
    async suppress(at) {
      const rows = await ground.store.read('read/curation/hypotheses', {});
      const row = rows.sort((a, b) => compare(a.source, b.source))[at % Math.max(1, rows.length)];
      if (row !== undefined) await removeHypothesis(ground.store, `${row.type}~${row.source}~${row.other}`);
    },
    async link(at) {
      const articles = [...(await allEvidence(ground.store)).articles.keys()].sort(compare);
      const [article, other] = [articles[at % articles.length], articles[(at + 1) % articles.length]];
      if (article === undefined || other === undefined) return;
      await setArticleLink(ground.store, {
        type: articleLinks[at % 3] ?? 'RETRACTS',
        article,
        other,
        review: 'accepted',
        ...by,
      });
    },
    async settle(at) {
      const entries = contradictionsOf(await allEvidence(ground.store));
      const entry = entries[at % Math.max(1, entries.length)];
      if (entry === undefined) return;
      await setDisposition(ground.store, entry.key, { state: at % 3 === 0 ? 'open' : 'settled', ...by, why: 'Asked.' });
    },
  };

  /** Texts of each article, which say different things; most steps bring one in. */
  const histories = fc.record({
    inputs: fc.tuple(...slugs.map((slug) => fc.array(reportInput(slug), { minLength: 2, maxLength: 2 }))),
    names: fc.array(
      fc.tuple(fc.constantFrom('add', 'add', 'add', 'add', ...Object.keys(steps)), fc.nat({ max: 1000 })),
      { minLength: 6, maxLength: 12 },
    ),
  });

  // Neo4j takes its time for many small transactions; what is put together is the same.
  it.runIf(engine.name === 'embedded')(
    'are the same step by step as whole, whatever is imported, taken out and decided',
    { timeout: 300_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(histories, async ({ inputs, names }) => {
          await ground.clear();
          const texts = inputs.flatMap((two) => two.map((input, at) => report({ ...input, ending: `Text ${at}.` })));
          for (const [name, at] of names) {
            try {
              if (name === 'add') await ground.add(texts[at % texts.length]);
              else await steps[name]?.(at);
            } catch (error) {
              if (!(error instanceof AppError)) throw error;
            }
            // What is kept and brought up to date is what is there.
            expect(await allEvidence(ground.store)).toEqual(await evidenceWithin(ground.store));
            const before = await derivedLines();
            await deriveAll(ground.store);
            expect(await derivedLines()).toEqual(before);
          }
        }),
        { seed: 4, numRuns: 12 },
      );
    },
  );
});
