// As of the last day, and in a case of all, nothing is left out; and what came later changes nothing of an earlier day.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contradictionsOf } from '../../../server/provenance/contradictions/contradictions.ts';
import { deriveEdges } from '../../../server/provenance/edges.ts';
import { filterEvidence } from '../../../server/provenance/filter.ts';
import type { Evidence, EvidenceArticle } from '../../../server/schema/evidence.ts';
import { articleKeys, evidenceFrom, type Input, plainInput } from './arbitrary.ts';
import { type ToldInput, testimony } from './evidence.ts';

/** What each held article's document tells of two others and of two outlets; `first` is imported before all others. */
interface Telling {
  of: Record<string, { article: string; day: string | null; outlet: boolean; owner: string | null }[]>;
  first: string;
}
const telling: fc.Arbitrary<Telling> = fc.record({
  of: fc.dictionary(
    fc.constantFrom(...articleKeys),
    fc.array(
      fc.record({
        article: fc.constantFrom(...articleKeys),
        day: fc.constantFrom(null, '2024-10-20', '2024-10-26'),
        outlet: fc.boolean(),
        owner: fc.constantFrom(null, 'owner', 'other'),
      }),
      { maxLength: 3 },
    ),
  ),
  first: fc.constantFrom(...articleKeys),
});

function valueAt<T>(record: Record<string, T>, key: string, absent: T): T {
  const value = record[key] ?? absent;
  record[key] = value;
  return value;
}

/**
 * The evidence as imports leave it: a stub's days and an outlet's owner are of the document that was first. After others
 * were taken out of `stored`, they stay as they were while one of those left states them (docs/provenance.md).
 */
function imported(input: Input, { of, first }: Telling, stored?: Evidence): Evidence {
  const base = evidenceFrom(input);
  const isHeld = (key: string) => base.articles.get(key)?.held === true;
  const documents = Object.keys(of).filter(isHeld).sort();
  const inOrder = [first, ...documents].filter((key) => documents.includes(key));
  const told = { articles: {}, outlets: {}, owners: {} } as {
    articles: Record<string, { by: string; publishedFrom: string | null; publishedTo: string | null }[]>;
    outlets: Record<string, string[]>;
    owners: Record<string, Record<string, string>>;
  };
  for (const by of documents) {
    for (const { article, day, outlet, owner } of of[by] ?? []) {
      const row = base.articles.get(article);
      if (article === by || row === undefined) continue;
      const list = valueAt(told.articles, article, []);
      if (!list.some((one) => one.by === by)) list.push({ by, publishedFrom: day, publishedTo: day });
      if (outlet) valueAt(told.outlets, article, []).push(by);
      if (owner !== null && row.outlet !== null) valueAt(valueAt(told.owners, row.outlet, {}), by, owner);
    }
  }
  // A stub of which nobody tells any longer is not there any longer.
  for (const key of stored?.told?.ofArticles.keys() ?? []) valueAt(told.articles, key, []);
  const ownerOf = (outlet: string | null, before: string | null): string | null => {
    const owners = told.owners[outlet ?? ''] ?? {};
    const left = inOrder.flatMap((by) => owners[by] ?? []);
    return before !== null && left.includes(before) ? before : (left[0] ?? null);
  };
  const rows = new Map<string, EvidenceArticle>();
  for (const [key, row] of base.articles) {
    const said = inOrder.flatMap(
      (by) => told.articles[key]?.find((one) => one.by === by && one.publishedTo !== null) ?? [],
    );
    const own = row.held && row.outlet !== null ? [key] : [];
    const outlets = [...own, ...(told.outlets[key] ?? [])];
    told.outlets[key] = outlets;
    const outlet = outlets.length > 0 ? row.outlet : null;
    const before = stored?.articles.get(key);
    const kept = before?.held === false && said.find((one) => one.publishedTo === before.publishedTo);
    const dates = row.held ? row : { publishedFrom: null, publishedTo: null, ...(kept || said[0]) };
    const { publishedFrom, publishedTo } = dates;
    rows.set(key, { ...row, outlet, owner: ownerOf(outlet, before?.owner ?? null), publishedFrom, publishedTo });
  }
  for (const outlet of ['o', 'p', 'q']) valueAt(told.owners, outlet, {});
  return { ...base, articles: rows, told: testimony(rows, told as ToldInput) };
}

/** The same after the documents of these articles were taken out of `stored`: as removal leaves what others tell. */
function withoutDocuments(input: Input, { of, first }: Telling, gone: ReadonlySet<string>, stored: Evidence): Evidence {
  const articles = Object.fromEntries(
    Object.entries(input.articles).map(([key, row]) =>
      gone.has(key)
        ? [key, { ...row, held: false, says: [], republishes: [], publishedFrom: null, publishedTo: null }]
        : [key, row],
    ),
  );
  const left = Object.fromEntries(Object.entries(of).filter(([key]) => !gone.has(key)));
  return imported({ ...input, articles }, { of: left, first }, stored);
}

const answer = (of: Evidence) => {
  const contradictions = contradictionsOf(of);
  return [deriveEdges(of, new Set(contradictions.flatMap(({ claims }) => claims))), contradictions];
};

it('as of the last day all is as without a filter', () => {
  fc.assert(
    fc.property(plainInput, telling, (input, told) => {
      const whole = imported(input, told);
      expect(answer(filterEvidence(whole, { asOf: '2024-10-31' }))).toEqual(answer(whole));
      const held = [...whole.articles.values()].flatMap(({ article, held }) => (held ? [article] : []));
      expect(answer(filterEvidence(whole, { only: new Set(held) }))).toEqual(answer(whole));
    }),
    { numRuns: 300 },
  );
});

it('what comes later changes nothing of an earlier day', () => {
  fc.assert(
    fc.property(plainInput, telling, fc.constantFrom('2024-10-23', '2024-10-24'), (input, told, asOf) => {
      const whole = imported(input, told);
      const later = [...whole.articles.values()].filter(
        ({ held, publishedFrom, publishedTo }) => held && (publishedTo ?? publishedFrom ?? '') > asOf,
      );
      const before = withoutDocuments(input, told, new Set(later.map(({ article }) => article)), whole);
      expect(answer(filterEvidence(whole, { asOf }))).toEqual(answer(filterEvidence(before, { asOf })));
    }),
    { numRuns: 300 },
  );
});
