// Importing a pile of documents, on every engine.
import { expect, it } from 'vitest';
import { deriveAll, deriveIfStale } from '../../server/ingest/derive.ts';
import { importMany, type Progress } from '../../server/ingest/many.ts';
import { removeArticle } from '../../server/ingest/remove.ts';
import { entitiesDocument, entityOf, report } from '../builders.ts';
import { describeEngines } from './engines.ts';
import { bundled, Ground, one, opposes, refusal } from './ingest-setup.ts';

describeEngines('importing many documents', (engine) => {
  const ground = new Ground(engine);

  it('reads all before it writes any, entities first, and derives at the end', async () => {
    const told: Progress[] = [];
    const files = [
      { file: 'b.json', json: report({ slug: 'two', says: [opposes], bare: true }) },
      { file: 'a.json', json: entitiesDocument([entityOf('country:a'), entityOf('plan:x')]) },
    ];
    await importMany(ground.store, files, { onProgress: (progress) => told.push(progress) });
    expect(told.map(({ file, done, total }) => `${file} ${done}/${total}`)).toEqual(['a.json 1/2', 'b.json 2/2']);
    expect(await ground.edge('OPPOSES country:a plan:x')).toMatchObject({ articles: 1, unnamedOutlets: 1 });
    expect(await deriveIfStale(ground.store)).toBe(false);
  });

  it('writes nothing when one is bad in itself, and names every bad file', async () => {
    const files = ['a', 'b', 'c'].map((name) => ({
      file: `${name}.json`,
      json: name === 'a' ? one() : { format: 'x' },
    }));
    const error = await refusal(importMany(ground.store, files));
    expect(error.message).toBe('b.json, c.json have faults; nothing was written.');
    expect(error.details.errors?.map(({ file, pointer }) => `${file}${pointer}`)).toEqual([
      'b.json/format',
      'c.json/format',
    ]);
    expect(await ground.dump()).toEqual([]);
  });

  it('stops at one that the database refuses, keeps and derives those before it, and says which', async () => {
    const files = [
      { file: 'a.json', json: one() },
      { file: 'b.json', json: report({ slug: 'two', says: [{ ...opposes, holder: 'country:none' }], bare: true }) },
    ];
    const error = await refusal(importMany(ground.store, files));
    expect(error.details.errors?.[0]).toMatchObject({ file: 'b.json', pointer: '/claims/0/holder' });
    expect(error.details.detail).toContain('Imported before it, and kept: a.json.');
    expect(await ground.edge('OPPOSES country:a plan:x')).toMatchObject({ articles: 1 });
    expect(await ground.node('article:two')).toBeUndefined();
  });

  it('tries a whole folder, entities included, and writes nothing', async () => {
    const files = [
      { file: 'b.json', json: report({ slug: 'two', says: [opposes], bare: true }) },
      { file: 'a.json', json: entitiesDocument([entityOf('country:a'), entityOf('plan:x')]) },
    ];
    const tried = await importMany(ground.store, files, { dryRun: true });
    expect(tried.map(({ report: { dryRun, outcome } }) => [dryRun, outcome])).toEqual([
      [true, 'created'],
      [true, 'created'],
    ]);
    expect(await ground.dump()).toEqual([]);
  });

  it('takes the bundled reports, twice, one out and in again, and derives the same each way', {
    timeout: 120_000,
  }, async () => {
    await importMany(ground.store, bundled());
    const before = await ground.dump();
    expect(before.length).toBeGreaterThan(2000);
    const again = await importMany(ground.store, bundled());
    expect(new Set(again.map(({ report: { outcome } }) => outcome))).toEqual(new Set(['unchanged']));
    expect(await ground.dump()).toEqual(before);
    await removeArticle(ground.store, 'article:kyiv-post-2024-10-24');
    expect((await ground.dump()).length).toBeLessThan(before.length);
    for (const { file, json } of bundled()) if (file.includes('kyiv-post')) await ground.add(json);
    const derived = (lines: string[]) => lines.filter((line) => line.includes('"derived":true'));
    expect(derived(await ground.dump())).toEqual(derived(before));
    await deriveAll(ground.store);
    expect(derived(await ground.dump())).toEqual(derived(before));
  });
});
