// What an import keeps of what it wrote answers as the database does; and names hold from one of its transactions to the next.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { importBulk } from '../../server/ingest/bulk.ts';
import { parseDocument } from '../../server/ingest/document.ts';
import { importMany } from '../../server/ingest/many.ts';
import { byClaims, type byKeys } from '../../server/ingest/written/answers.ts';
import { WrittenGraph } from '../../server/ingest/written/graph.ts';
import { overWritten } from '../../server/ingest/written/reader.ts';
import { report } from '../builders.ts';
import { articlesInTexts } from '../server/ingest/arbitrary.ts';
import { describeEngines } from './engines.ts';
import { bundled, Ground, opposes } from './ingest-setup.ts';

type Document = ReturnType<typeof report>;
/** Each row once: a relation between two of the keys is told from both ends, or once. */
const sorted = (rows: readonly unknown[]): string[] =>
  [...new Set(rows.map((row) => JSON.stringify(Object.entries(row as object).sort())))].sort();

/** Of which records a statement is asked, by what their keys begin with. */
const askedOf: Readonly<Record<keyof typeof byKeys | keyof typeof byClaims, RegExp>> = {
  'evidence/claims': /^claim:/,
  'evidence/summed-up': /^claim:/,
  'evidence/said-links': /^assertion:/,
  'evidence/disputing': /^(claim|assertion|quote|article):/,
  'evidence/articles': /^article:/,
  'evidence/article-links': /^article:/,
  'evidence/sources': /^source:/,
  'evidence/source-links': /^(source|person|organization|country|group):/,
  'evidence/quotes': /^quote:/,
  'evidence/translations': /^quote:/,
  'evidence/assertions': /^claim:/,
  'derive/quoting': /^claim:/,
  'derive/citing': /^claim:/,
  'derive/stored-reports': /^claim:/,
};

describeEngines('what an import has written', (engine) => {
  const ground = new Ground(engine);

  async function importAll(documents: readonly unknown[], written: WrittenGraph): Promise<void> {
    const items = documents.map((json, at) => ({ parsed: parseDocument(json, `${at}.json`) }));
    for await (const { report: told } of importBulk(ground.store, items, { written })) expect(told.dryRun).toBe(false);
  }

  /** Compares each answer with the database's, if it holds still; gives how many of the records are known to be the import's. */
  async function compare(written: WrittenGraph): Promise<number> {
    const keys = (await ground.store.read('test/dump-nodes', {})).map(({ key }) => key);
    let holds = false;
    await ground.store.transaction(async (tx) => {
      const [marker] = await tx.write('write/lock', {});
      holds = written.holdsAt(marker?.revision);
      if (!holds) return;
      const over = overWritten(tx, written);
      for (const [name, of] of Object.entries(askedOf)) {
        const list = keys.filter((key) => of.test(key));
        // The form that the statement takes.
        const asked = (name in byClaims ? { claims: list } : { keys: list }) as never;
        const statement = name as 'evidence/claims';
        expect([name, ...sorted(await over.read(statement, asked))]).toEqual([
          name,
          ...sorted(await tx.read(statement, asked)),
        ]);
      }
    });
    return holds ? keys.filter((key) => written.isMade(key)).length : 0;
  }

  it('answers as the database, of what was there before too', { timeout: 120_000 }, async () => {
    const documents = bundled().map(({ json }) => json);
    const written = new WrittenGraph();
    await ground.add(documents.at(-1));
    await importAll(documents.slice(0, -1), written);
    expect(await compare(written)).toBeGreaterThan(100);
  });

  const runs = engine.name === 'embedded' ? 20 : 4;
  it('answers as the database whatever was written', { timeout: 300_000 }, async () => {
    const property = fc.asyncProperty(articlesInTexts, async (texts) => {
      await ground.clear();
      const written = new WrittenGraph();
      // The first texts together; the later ones go by themselves, and what was kept is forgotten.
      await importAll(
        texts.map(([first]) => first),
        written,
      );
      expect(await compare(written)).toBeGreaterThan(0);
      await importAll(texts.flat(), written);
      await compare(written);
    });
    await fc.assert(property, { seed: 2026, numRuns: runs });
  });

  it('is forgotten when somebody else has written, and when it is too much', async () => {
    const documents = ['one', 'two'].map((slug) => report({ slug, says: [opposes] }));
    const written = new WrittenGraph();
    await importAll(documents, written);
    const lock = () => ground.store.write('write/lock', {}).then(([marker]) => marker?.revision);
    const revision = await lock();
    expect(written.holdsAt(revision)).toBe(true);
    expect(written.holdsAt(await lock())).toBe(false);
    written.advance((revision ?? 0) + 1);
    expect(written.isMade('article:one')).toBe(false);
    await ground.clear();
    const small = new WrittenGraph(5);
    await importAll(documents, small);
    expect(small.isMade('article:one')).toBe(false);
  });

  it('finds an entity by a name that an earlier transaction brought', { timeout: 120_000 }, async () => {
    const calls = (slug: string, key: string): Document => {
      const document = report({ slug, says: [{ ...opposes, holder: key }] });
      const named = (one: { key: string }) => (one.key === key ? { ...one, name: 'Norland' } : one);
      return { ...document, entities: (document.entities ?? []).map(named) as Document['entities'] };
    };
    const documents = Array.from({ length: 70 }, (_, at) => calls(`number-${at}`, `country:norland-${at}`));
    const matched: unknown[] = [];
    const files = documents.map((json, at) => ({ file: `${at}.json`, json }));
    await importMany(ground.store, files, { onProgress: ({ report: told }) => void matched.push(told.matched) });
    const norland = 'country:norland-0';
    expect(matched).toEqual(
      documents.map((_, at) => {
        const others = at === 0 ? [] : [{ key: opposes.target, given: opposes.target, by: 'key' }];
        return at === 0 ? others : [...others, { key: norland, given: `country:norland-${at}`, by: 'alias' }];
      }),
    );
  });
});
