// What an export holds of single things that are easily lost, what it leaves out when it is of a part, and how it meets other data.
import { expect, it } from 'vitest';
import { setGrade } from '../../server/curation/grades.ts';
import { removeArticle } from '../../server/ingest/remove.ts';
import type { ClaimsDocumentInput } from '../../server/schema/article.ts';
import { entitiesDocument, entityOf, report } from '../builders.ts';
import { describeEngines } from './engines.ts';
import { ExchangeGround, withoutTexts } from './exchange-setup.ts';
import { one, opposes, refusal, two, wire } from './ingest-setup.ts';

describeEngines('an export holds', (engine) => {
  const ground = new ExchangeGround(engine);

  /** Into its own database and into an empty one the export changes nothing and makes the same. */
  async function same(options: { texts?: boolean } = {}): Promise<void> {
    const before = await ground.dump();
    const json = await ground.exported(null, options);
    await ground.take(json);
    expect(await ground.dump()).toEqual(before);
    await ground.clear();
    await ground.take(json);
    expect(await ground.dump()).toEqual(before);
  }

  it('entities that only a document taken out defined', async () => {
    await ground.add(report({ slug: 'first', says: [opposes], entities: [{ ...entityOf('country:a'), name: 'Old' }] }));
    await ground.add(report({ slug: 'second', says: [opposes], bare: true }));
    await removeArticle(ground.store, 'article:first');
    expect((await ground.node('country:a'))?.name).toBe('Old');
    await same();
  });

  it('of two descriptions the one that stands, whichever was first', async () => {
    const described = (slug: string, description: string) =>
      report({ slug, says: [opposes], entities: [{ ...entityOf('country:a'), description }] });
    await ground.add(described('z', 'The first word.'));
    await ground.add(described('a', 'The second.'));
    await same();
    expect((await ground.node('country:a'))?.description).toBe('The first word.');
  });

  it('two entities that a name would make one', async () => {
    await ground.add(report({ slug: 'z', says: [opposes], entities: [{ ...entityOf('country:a'), name: 'Alpha' }] }));
    const other = { ...opposes, holder: 'country:b' };
    await ground.add(report({ slug: 'y', says: [other], entities: [{ ...entityOf('country:b'), name: 'Beta' }] }));
    const both = { ...entityOf('country:a'), name: 'Alpha', aliases: ['Beta'] };
    await ground.add(report({ slug: 'x', says: [opposes], entities: [both] }));
    await same();
  });

  it('links to articles that no document describes, and to those that come later', async () => {
    await ground.add(report({ slug: 'later', says: [opposes] }));
    const retracting = report({ slug: 'a', says: [opposes], retracts: ['article:later'] });
    await ground.add({ ...retracting, articles: [] });
    await same();
    await removeArticle(ground.store, 'article:later');
    await same();
  });

  it('lasting relations with the places that say so, offices told apart, and shared ones', async () => {
    const office = (title: string) => ({ type: 'HOLDS_OFFICE' as const, start: 'person:p', end: 'country:a', title });
    const span = (start: number) => ({ start, end: start + 5, quote: `no. ${start % 10}` });
    const entities = [entityOf('person:p'), entityOf('country:a'), entityOf('organization:o')];
    await ground.add(entitiesDocument(entities, [{ ...office('president'), from: '2019' }]));
    const member = { type: 'MEMBER_OF' as const, start: 'country:a', end: 'organization:o' };
    const relations = [office('president'), office('chair'), member].flatMap((relation, at) => [
      { ...relation, span: span(10 + at) },
      { ...relation, span: span(30 + at) },
    ]);
    await ground.add(report({ slug: 'one', says: [opposes], entities, relations }));
    await ground.add(report({ slug: 'two', says: [opposes], entities, relations: [member] }));
    await same();
  });

  it('a named source that only speaks', async () => {
    const base = report({ slug: 'one', says: [opposes], quotes: [{ text: 'No.', speaker: 'person:p' }] });
    const document = {
      ...base,
      utterances: (base.utterances ?? []).map(({ speaker: _, ...one }) => ({ ...one, speakerSource: 'person-p' })),
      assertions: (base.assertions ?? []).map(({ attributedTo: _, ...one }) => one),
    };
    await ground.add(document);
    expect(await ground.node('source:person:p')).toBeDefined();
    await same();
  });

  it('a named source that is one of two groups', async () => {
    const base = report({ slug: 'one', says: [opposes, { ...opposes, holder: 'country:b' }] });
    const group = (id: string) => ({ id, kind: 'anonymous' as const, descriptor: id });
    const person = (id: string, memberOf: string) => ({
      id,
      kind: 'named' as const,
      actor: 'person:p',
      descriptor: 'P',
      memberOf,
    });
    const [first, second] = base.assertions ?? [];
    const document: ClaimsDocumentInput = {
      ...base,
      entities: [...(base.entities ?? []), entityOf('person:p')],
      sources: [group('envoys'), group('aides'), person('p-envoy', 'envoys'), person('p-aide', 'aides')],
      assertions: [
        { ...first, attributedTo: [{ source: 'p-envoy' }] },
        { ...second, attributedTo: [{ source: 'p-aide', descriptor: 'an aide' }] },
      ] as NonNullable<ClaimsDocumentInput['assertions']>,
    };
    await ground.add(document);
    await same();
  });

  it('the texts where they are asked for, and takes none away where they are not', async () => {
    await ground.add({ ...report({ slug: 'one', says: [opposes], withText: true }) });
    await ground.add(two());
    await same({ texts: true });
    const before = await ground.dump();
    const json = await ground.exported();
    expect(JSON.stringify(json)).not.toContain('"text":"country:a asserts');
    expect(json.articles.map(({ withoutText }) => withoutText)).toEqual([true, false]);
    await ground.take(json);
    expect(await ground.dump()).toEqual(before);
    // Somebody's other reading of the same text, without the text: that stays.
    const [article] = json.articles;
    if (article !== undefined) article.document.article.author = 'Somebody';
    await ground.take(json);
    expect(await ground.node('article:one')).toMatchObject({ author: 'Somebody', text: expect.any(String) });
    await ground.clear();
    await ground.take(await ground.exported());
    await ground.take({ ...json, articles: json.articles.map((each) => ({ ...each, document: each.document })) });
    expect((await ground.node('article:one'))?.text).toBeUndefined();
    // The document with its text is another, and brings it.
    expect(await ground.add(report({ slug: 'one', says: [opposes], withText: true }))).toMatchObject({
      outcome: 'replaced',
    });
    expect(withoutTexts(await ground.dump())).toEqual(withoutTexts(before));
  });

  it('of a part only its articles, with what they rest on, and imports beside other data', async () => {
    await ground.add(one());
    await ground.add(wire());
    await ground.add(report({ slug: 'else', says: [{ ...opposes, holder: 'country:c', source: 'envoy' }] }));
    const store = ground.plain;
    await setGrade(store, { subject: 'source:wire#insider', reliability: 'B', by: 'Ada' });
    await setGrade(store, { subject: 'source:else#envoy', reliability: 'E', by: 'Ada' });
    const json = await ground.exported(['article:else']);
    expect(json.part).toEqual({ articles: 1, of: 3 });
    expect(json.articles.map(({ document }) => document.article.key)).toEqual(['article:else']);
    expect(json.decisions.grades.map(({ subject }) => subject)).toEqual(['source:else#envoy']);
    expect(json.standing.entities.map(({ key }) => key)).toEqual(['country:c', 'plan:x']);
    expect(json.derived.edges.map(({ reports }) => reports.map(({ article }) => article))).toEqual([['article:else']]);
    await ground.clear();
    await ground.add(two());
    await ground.add(
      report({
        slug: 'own',
        says: [{ ...opposes, holder: 'country:other' }],
        entities: [{ ...entityOf('country:other'), name: 'Other', aliases: ['The C', 'C', 'Cee'] }],
      }),
    );
    const before = await ground.dump({ derived: false });
    const tried = await ground.take(json, { dryRun: true });
    expect(await ground.dump({ derived: false })).toEqual(before);
    const report_ = await ground.take(json);
    expect({ ...tried, dryRun: false }).toEqual(report_);
    expect(report_).toMatchObject({ decisions: { taken: 2 }, articles: { created: 1 } });
    expect(report_.alike).toEqual([{ key: 'country:c', name: 'C', other: 'country:other' }]);
    expect(report_.derived).toMatchObject({ compared: 1, equal: 1 });
  });

  it('decisions, and leaves what is decided here otherwise as it is', async () => {
    await ground.add(wire());
    const grade = { subject: 'source:wire#insider', by: 'Ada' };
    await setGrade(ground.plain, { ...grade, reliability: 'B' });
    const json = await ground.exported();
    await setGrade(ground.plain, { ...grade, reliability: 'D' });
    const { decisions } = await ground.take(json);
    expect(decisions).toMatchObject({ taken: 0, unchanged: 1, leftOut: [] });
    expect(decisions.kept).toMatchObject([{ pointer: '/decisions/grades/0', what: 'source:wire#insider' }]);
    expect((await ground.node('source:wire#insider'))?.reliability).toBe('D');
  });

  it('more articles than go in together, and goes on where it was stopped', async () => {
    for (const document of [one(), two(), wire()]) await ground.add(document);
    const before = await ground.dump();
    const json = await ground.exported();
    await ground.clear();
    const broken = structuredClone(json);
    const [, second] = broken.articles;
    // Published by another outlet than the article before it says: only the database can tell.
    const last = broken.articles.at(-1);
    if (second === undefined || last === undefined) throw new Error('There are three articles.');
    last.document.article.outlet = 'outlet:first';
    await expect(ground.take(broken, { together: 1 })).rejects.toMatchObject({
      details: { detail: expect.stringContaining('2 of 3 articles were imported before it, and are kept') },
    });
    const report_ = await ground.take(json, { together: 1 });
    expect(report_.articles).toEqual({ created: 1, revised: 0, replaced: 0, unchanged: 2 });
    expect(report_.derived).toMatchObject({ equal: report_.derived.compared, more: 0 });
    expect(await ground.dump()).toEqual(before);
  });

  it('stopped on the way, tells what it wrote that is alike, since begun again it is new no longer', async () => {
    for (const document of [one(), two(), wire()]) await ground.add(document);
    const json = await ground.exported();
    await ground.clear();
    const named = { ...entityOf('country:other'), name: 'A' };
    await ground.add(report({ slug: 'own', says: [{ ...opposes, holder: 'country:other' }], entities: [named] }));
    const broken = structuredClone(json);
    const last = broken.articles.at(-1);
    if (last !== undefined) last.document.article.outlet = 'outlet:first';
    const refused = await refusal(ground.take(broken, { together: 1 }));
    expect(refused.details.detail).toMatch(/2 of 3 articles were imported before it, and are kept: .* goes on\. New/);
    expect(refused.details.detail).toContain('both kept: country:a (A) and country:other.');
    expect((await ground.take(json, { together: 1 })).alike).toEqual([]);
  });
});
