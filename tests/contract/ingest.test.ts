// Importing one document, on every engine: what the database holds afterwards.
import { expect, it } from 'vitest';
import { removeArticle } from '../../server/ingest/remove.ts';
import { report } from '../builders.ts';
import { describeEngines } from './engines.ts';
import { Ground, one, opposes, two, wire } from './ingest-setup.ts';

describeEngines('importing a document', (engine) => {
  const ground = new Ground(engine);

  it('writes it with its derived edges and reports what is new', async () => {
    const result = await ground.add(one());
    expect(result).toEqual({
      article: 'article:one',
      dryRun: false,
      outcome: 'created',
      removed: 0,
      matched: [],
      created: { Article: 2, Assertion: 2, Claim: 1, Country: 1, Outlet: 2, Plan: 1, Source: 1 },
      relations: 16,
    });
    expect((await ground.dump({ derived: false })).filter((line) => !/^[A-Z][a-z]/.test(line))).toHaveLength(16);
    expect(await ground.edge('OPPOSES country:a plan:x')).toEqual({
      derived: true,
      articles: 1,
      outlets: 1,
      unnamedOutlets: 0,
      // One paper relays the agency, which has it from one unnamed official: a trail, and nobody known at its end.
      sources: 1,
      originsMin: 1,
      originsMax: 1,
      originsByOwner: 1,
      contested: false,
      first: '2024-10-01',
      last: '2024-10-01',
    });
    expect(await ground.edge('REPORTS outlet:agency claim:ffffffffffffffffffff')).toBeUndefined();
    expect((await ground.edges()).map(({ type, source }) => `${type} ${source}`).sort()).toEqual([
      'CITES outlet:first',
      'OPPOSES country:a',
      'REPORTS outlet:agency',
      'REPORTS outlet:first',
    ]);
  });

  it('changes nothing the second time', async () => {
    await ground.add(one());
    const before = await ground.dump();
    expect(await ground.add(one())).toMatchObject({ outcome: 'unchanged', created: {}, relations: 0 });
    expect(await ground.dump()).toEqual(before);
  });

  it('only tries it with dryRun, and says the same', async () => {
    await ground.add(two());
    const before = await ground.dump();
    const tried = await ground.add(one(), { dryRun: true });
    expect(await ground.dump()).toEqual(before);
    expect({ ...tried, dryRun: false }).toEqual(await ground.add(one()));
  });

  it('replaces a changed document of the same text', async () => {
    await ground.add(wire());
    await ground.add(two());
    await ground.add(one());
    const changed = one();
    changed.claims?.push({ id: 'more', kind: 'statement', holder: 'country:a', text: 'More.' });
    changed.assertions?.push({ id: 'more', claim: 'more', span: { start: 0, end: 1, quote: 'c' } });
    expect(await ground.add(changed)).toMatchObject({
      outcome: 'replaced',
      created: { Assertion: 2, Claim: 1, Outlet: 1 },
      removed: 2,
    });
    const after = await ground.dump();
    await ground.clear();
    for (const json of [wire(), two(), changed]) await ground.add(json);
    expect(after).toEqual(await ground.dump());
  });

  it('keeps an earlier text, and only the newest counts', async () => {
    await ground.add(one());
    const later = report({
      slug: 'one',
      outlet: 'outlet:first',
      day: '2024-10-05',
      says: [opposes],
      ending: 'Updated.',
    });
    const key = `article:one.${later.article.textHash.slice(7, 15)}`;
    expect(await ground.add(later)).toMatchObject({ article: key, outcome: 'revised' });
    expect(await ground.edge('OPPOSES country:a plan:x')).toMatchObject({ articles: 1, first: '2024-10-05' });
    expect(await ground.dump()).toContain(`REVISION_OF ${key} → article:one {}`);
    expect(await ground.add(later)).toMatchObject({ article: key, outcome: 'unchanged' });
    expect(await ground.add(one())).toMatchObject({ article: 'article:one', outcome: 'unchanged' });

    const third = report({ slug: 'one', outlet: 'outlet:first', says: [opposes], ending: 'Again.' });
    const newest = (await ground.add(third)).article;
    expect(await ground.dump()).toContain(`REVISION_OF ${newest} → ${key} {}`);
    const { article } = later;
    expect(await ground.add({ ...later, article: { ...article, title: 'Now with a title' } })).toMatchObject({
      article: key,
      outcome: 'replaced',
    });
    expect(await ground.dump()).toContain(`REVISION_OF ${newest} → ${key} {}`);
    await removeArticle(ground.store, key);
    expect(await ground.dump()).toContain(`REVISION_OF ${newest} → article:one {}`);
    await removeArticle(ground.store, newest);
    expect(await ground.edge('OPPOSES country:a plan:x')).toMatchObject({ first: '2024-10-01' });
  });

  it('knows an article by a later text when its first is gone', async () => {
    const later = report({ slug: 'one', outlet: 'outlet:first', day: '2024-10-05', says: [opposes], ending: 'New.' });
    await ground.add(one());
    const { article: key } = await ground.add(later);
    await removeArticle(ground.store, 'article:one');
    expect(await ground.node(key)).toMatchObject({ baseKey: 'article:one' });
    const alone = await ground.dump();
    expect(await ground.add(later)).toMatchObject({ article: key, outcome: 'unchanged' });
    const titled = (title: string) => ({ ...later, article: { ...later.article, title } });
    expect(await ground.add(titled('A title'))).toMatchObject({ article: key, outcome: 'replaced' });
    expect(await ground.add(later)).toMatchObject({ article: key, outcome: 'replaced' });
    expect(await ground.dump()).toEqual(alone);

    expect(await ground.add(one())).toMatchObject({ article: 'article:one', outcome: 'revised' });
    expect(await ground.dump()).toContain(`REVISION_OF article:one → ${key} {}`);
    expect(await ground.edge('OPPOSES country:a plan:x')).toMatchObject({ articles: 1, first: '2024-10-01' });
    expect(await ground.add(one())).toMatchObject({ article: 'article:one', outcome: 'unchanged' });
    const third = report({ slug: 'one', outlet: 'outlet:first', says: [opposes], ending: 'Again.' });
    const newest = (await ground.add(third)).article;
    expect(newest).toMatch(/^article:one\.[0-9a-f]{8}$/);
    expect(await ground.dump()).toContain(`REVISION_OF ${newest} → article:one {}`);
    for (const taken of [newest, 'article:one']) await removeArticle(ground.store, taken);
    expect(await ground.dump()).toEqual(alone);
  });

  it('takes a revision under the key it was exported with', async () => {
    const text = report({ slug: 'one', says: [opposes], ending: 'New.' });
    const key = `article:one.${text.article.textHash.slice(7, 15)}`;
    const exported = { ...text, article: { ...text.article, key } };
    await ground.add(one());
    expect(await ground.add(exported)).toMatchObject({ article: key, outcome: 'revised' });
    expect(await ground.dump()).toContain(`REVISION_OF ${key} → article:one {}`);
    await removeArticle(ground.store, 'article:one');
    expect(await ground.add(exported)).toMatchObject({ article: key, outcome: 'unchanged' });
    expect(await ground.add(one())).toMatchObject({ article: 'article:one', outcome: 'revised' });
    expect(await ground.edge('OPPOSES country:a plan:x')).toMatchObject({ articles: 1 });
  });

  it('makes a stub the article itself once that is imported, and a stub again when it goes', async () => {
    await ground.add(one());
    const before = await ground.dump();
    expect(await ground.node('article:wire')).toMatchObject({ held: false, dateBasis: 'unknown' });
    await ground.add(wire());
    expect(await ground.node('article:wire')).toMatchObject({ held: true, title: 'From the wire' });
    expect(await ground.edge('OPPOSES country:a plan:x')).toMatchObject({
      articles: 2,
      outlets: 2,
      first: '2024-09-30',
    });
    await removeArticle(ground.store, 'article:wire');
    expect(await ground.dump()).toEqual(before);
  });
});
