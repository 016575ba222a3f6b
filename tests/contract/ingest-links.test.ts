// Reprints, corrections and retractions as documents state them, on every engine: what then counts, and their removal.
import { expect, it } from 'vitest';
import { deriveAll } from '../../server/ingest/derive.ts';
import { removeArticle } from '../../server/ingest/remove.ts';
import { type ReportInput, report, type Said } from '../builders.ts';
import { describeEngines } from './engines.ts';
import { Ground, opposes, refusal } from './ingest-setup.ts';

const edge = 'OPPOSES country:a plan:x';
const named: Said = { ...opposes, source: 'person:p' };
const first = (more: Partial<ReportInput> = {}) =>
  report({ slug: 'first', outlet: 'outlet:first', day: '2024-10-02', says: [named], ...more });
const relaying = () =>
  report({
    slug: 'second',
    outlet: 'outlet:second',
    day: '2024-10-03',
    says: [{ ...opposes, relays: 'article:first', relayedSource: 'person:p' }],
    stubOutlets: { 'article:first': 'outlet:first' },
  });

describeEngines('an article that another prints, corrects or retracts', (engine) => {
  const ground = new Ground(engine);
  /** Adds the document, checks what then holds, and that without it everything is as it was. */
  const withAndWithout = async (document: ReturnType<typeof report>, then: () => Promise<void>): Promise<void> => {
    const before = await ground.dump();
    await ground.add(document);
    const after = await ground.dump();
    await then();
    expect(await ground.add(document)).toMatchObject({ outcome: 'unchanged' });
    await deriveAll(ground.store);
    expect(await ground.dump()).toEqual(after);
    await removeArticle(ground.store, document.article.key);
    expect(await ground.dump()).toEqual(before);
  };

  it('is no further origin however often it is printed', { timeout: 120_000 }, async () => {
    await ground.add(first());
    const badge = { originsMin: 1, originsMax: 1, originsByOwner: 1, sources: 1 };
    expect(await ground.edge(edge)).toMatchObject({ ...badge, articles: 1 });
    for (const slug of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']) {
      // None of the ten names a source; each would be an origin of its own but for what it prints.
      await ground.add(report({ slug, outlet: `outlet:${slug}`, says: [opposes], republishes: ['article:first'] }));
    }
    expect(await ground.edge(edge)).toMatchObject({ ...badge, articles: 11, outlets: 11 });
    expect(await ground.dump()).toContain('REPUBLISHES article:c → article:first {"articles":["article:c"]}');
  });

  it('leaves an edge without support when it is retracted, and all that relays it with it', {
    timeout: 60_000,
  }, async () => {
    await ground.add(first());
    await ground.add(relaying());
    expect(await ground.edge(edge)).toMatchObject({ originsMin: 1, originsMax: 1, articles: 2 });
    await withAndWithout(report({ slug: 'notice', outlet: 'outlet:first', retracts: ['article:first'] }), async () => {
      // Nobody took back the relaying article, so it still says so; that it has it from nowhere is what 0–0 tells.
      expect(await ground.edge(edge)).toMatchObject({ originsMin: 0, originsMax: 0, sources: 0, articles: 1 });
      expect(await ground.edge('CITES outlet:second outlet:first')).toMatchObject({ originsMin: 0, originsMax: 0 });
    });
  });

  it('keeps what others have from elsewhere when it is retracted', async () => {
    await ground.add(first());
    await ground.add(report({ slug: 'own', outlet: 'outlet:own', says: [{ ...opposes, source: 'person:q' }] }));
    expect(await ground.edge(edge)).toMatchObject({ originsMin: 2, originsMax: 2 });
    await withAndWithout(report({ slug: 'notice', retracts: ['article:first'] }), async () => {
      expect(await ground.edge(edge)).toMatchObject({ originsMin: 1, originsMax: 1 });
    });
  });

  it('loses what a correction denies, and nothing else', async () => {
    const other: Said = { ...named, holder: 'country:b' };
    await ground.add(first({ says: [named, other] }));
    const correction = report({
      slug: 'correction',
      outlet: 'outlet:first',
      corrects: ['article:first'],
      says: [{ ...opposes, mode: 'denies' }],
    });
    await withAndWithout(correction, async () => {
      expect(await ground.edge(edge)).toMatchObject({ originsMin: 0, originsMax: 0 });
      expect(await ground.edge('OPPOSES country:b plan:x')).toMatchObject({ originsMin: 1, originsMax: 1 });
    });
  });

  it('counts again when the retraction is itself retracted', async () => {
    await ground.add(first());
    await ground.add(report({ slug: 'notice', retracts: ['article:first'] }));
    expect(await ground.edge(edge)).toMatchObject({ originsMax: 0 });
    await withAndWithout(report({ slug: 'sorry', retracts: ['article:notice'] }), async () => {
      expect(await ground.edge(edge)).toMatchObject({ originsMin: 1, originsMax: 1 });
    });
  });

  it('may be known from the notice alone, but must be declared then', async () => {
    const notice = report({ slug: 'notice', retracts: ['article:first'] });
    const bare = { ...notice, articles: [] };
    const error = await refusal(ground.add(bare));
    expect(error.details.errors).toMatchObject([
      {
        pointer: '/article/retracts/0',
        reason: expect.stringContaining('"article:first" is neither in this document nor in the database'),
      },
    ]);
    expect(await ground.dump()).toEqual([]);

    await ground.add(notice);
    expect(await ground.node('article:first')).toMatchObject({ held: false });
    await withAndWithout(first(), async () => {
      expect(await ground.edge(edge)).toMatchObject({ originsMin: 0, originsMax: 0 });
    });
    await removeArticle(ground.store, 'article:notice');
    expect(await ground.dump()).toEqual([]);

    await ground.add(first());
    const before = await ground.dump();
    await ground.add(bare);
    expect(await ground.edge(edge)).toMatchObject({ originsMax: 0 });
    await removeArticle(ground.store, 'article:notice');
    expect(await ground.dump()).toEqual(before);
  });

  it('stays as a stub, with the link, while the notice is there', async () => {
    await ground.add(report({ slug: 'notice', retracts: ['article:first'] }));
    const before = await ground.dump();
    await ground.add(first());
    await removeArticle(ground.store, 'article:first');
    expect(await ground.dump()).toEqual(before);
  });

  it('counts through what shows it only while that is accepted', async () => {
    const shown = relaying();
    for (const one of shown.assertions ?? []) if (!one.reconstructed) one.review = 'rejected';
    await ground.add(shown);
    expect(await ground.edge(edge)).toBeUndefined();
    expect(await ground.edges()).toEqual([]);
    await ground.add(relaying());
    expect(await ground.edge(edge)).toMatchObject({ articles: 1, originsMin: 1, originsMax: 1 });
  });

  it('was the first to say so, even if it is imported last', async () => {
    await ground.add(first());
    await ground.add(report({ slug: 'later', outlet: 'outlet:later', day: '2024-10-09', says: [named] }));
    expect(await ground.edge(edge)).toMatchObject({ first: '2024-10-02', last: '2024-10-09' });
    const early = report({ slug: 'early', outlet: 'outlet:early', day: '2024-09-28', says: [named] });
    await withAndWithout(early, async () => {
      expect(await ground.edge(edge)).toMatchObject({ first: '2024-09-28', last: '2024-10-09', articles: 3 });
    });
  });
});
