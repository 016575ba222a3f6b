// Documents imported in few transactions end as they would one by one: the graph, the reports and what is refused.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { InvalidDocument } from '../../server/errors.ts';
import { importBulk } from '../../server/ingest/bulk.ts';
import { deriveIfStale } from '../../server/ingest/derive.ts';
import { parseDocument } from '../../server/ingest/document.ts';
import { importMany } from '../../server/ingest/many.ts';
import { report } from '../builders.ts';
import { articlesInTexts, reportsWithEarlier } from '../server/ingest/arbitrary.ts';
import { describeEngines } from './engines.ts';
import { bundled, Ground, opposes } from './ingest-setup.ts';

type Document = ReturnType<typeof report>;

describeEngines('importing in bulk', (engine) => {
  const ground = new Ground(engine);

  /** Each by itself until one is refused: the reports, the fault and the graph. */
  async function oneByOne(documents: readonly Document[]) {
    const reports = [];
    let fault: string | undefined;
    for (const document of documents) {
      try {
        reports.push(await ground.add(document));
      } catch (error) {
        if (!(error instanceof InvalidDocument)) throw error;
        fault = JSON.stringify(error.details.errors?.map(({ pointer, reason }) => [pointer, reason]));
        break;
      }
    }
    return { reports, fault, graph: await ground.dump() };
  }
  async function inBulk(documents: readonly Document[]) {
    const reports: unknown[] = [];
    let fault: string | undefined;
    const files = documents.map((json, at) => ({ file: `${at}.json`, json }));
    await importMany(ground.store, files, { onProgress: ({ report: told }) => void reports.push(told) }).catch(
      (error) => {
        if (!(error instanceof InvalidDocument)) throw error;
        fault = JSON.stringify(error.details.errors?.map(({ pointer, reason }) => [pointer, reason]));
      },
    );
    return { reports, fault, graph: await ground.dump() };
  }
  /** With writing begun after each document, while the next are looked through. */
  async function inParts(documents: readonly Document[]) {
    const reports: unknown[] = [];
    let fault: string | undefined;
    const all = documents.map((json) => ({ parsed: parseDocument(json) }));
    try {
      for await (const { report: told } of importBulk(ground.store, all, { much: 1 })) reports.push(told);
    } catch (error) {
      if (!(error instanceof InvalidDocument)) throw error;
      fault = JSON.stringify(error.details.errors?.map(({ pointer, reason }) => [pointer, reason]));
    }
    await deriveIfStale(ground.store);
    return { reports, fault, graph: await ground.dump() };
  }
  async function compare(documents: readonly Document[]): Promise<void> {
    await ground.clear();
    const expected = await oneByOne(documents);
    await ground.clear();
    expect(await inBulk(documents)).toEqual(expected);
    await ground.clear();
    expect(await inParts(documents)).toEqual(expected);
  }

  const runs = engine.name === 'embedded' ? 30 : 5;
  it('gives the same whatever is new, said before, said otherwise or revised', { timeout: 600_000 }, async () => {
    const documents = fc
      .tuple(articlesInTexts, reportsWithEarlier(2, 4), fc.array(fc.nat(), { minLength: 4, maxLength: 14 }))
      .map(([texts, { others, last, earlier }, order]) => {
        const all = [...texts.flat(), ...others, earlier, last];
        return order.map((number) => all[number % all.length] as Document);
      });
    await fc.assert(fc.asyncProperty(documents, compare), { seed: 2026, numRuns: runs });
  });

  it('gives the same of names that lead to an entity of another key, within the pile and before it', async () => {
    const named = (slug: string, key: string, name: string, alias: string): Document => {
      const document = report({ slug, says: [{ ...opposes, holder: key }] });
      const entities = (document.entities ?? []).map((one) =>
        one.key === key ? { ...one, name, aliases: [alias] } : one,
      );
      return { ...document, entities };
    };
    await compare([
      named('one', 'country:norland', 'Norland', 'Land of the North'),
      named('two', 'country:nordland', 'Nordland', 'Land of the North'),
      named('three', 'country:nordlandia', 'Norland', 'Nordlandia'),
      named('four', 'country:nor', 'Nor', 'Nordlandia'),
    ]);
  });

  it('stops at the same document for the same reason, and keeps those before it', async () => {
    const first = (slug: string) => report({ slug, outlet: 'outlet:first', says: [opposes] });
    const relaying = { ...opposes, relays: 'article:one' };
    await compare([
      first('zero'),
      first('one'),
      report({ slug: 'two', says: [relaying], stubOutlets: { 'article:one': 'outlet:second' } }),
      first('three'),
    ]);
  });

  it('gives the same of the bundled reports', { timeout: 240_000 }, async () => {
    const documents = bundled().map(({ json }) => json as Document);
    // Entities go in first, in bulk as one by one.
    const reports = documents.slice(0, -1);
    await compare([...documents.slice(-1), ...reports, ...reports]);
  });
});
