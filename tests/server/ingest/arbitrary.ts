// Random small reports over a few names, for property tests: whatever two of them both say, they say alike.
import fc from 'fast-check';
import { entityOf, type ReportInput, report, type Said } from '../../builders.ts';

const actors = ['country:a', 'country:b', 'person:p', 'organization:o'];
const plans = ['plan:x', 'plan:y'];
/** Any may be held, and any may be known only because another relays it. */
export const slugs = ['one', 'two', 'three', 'wire'];
const outlets: Readonly<Record<string, string>> = { one: 'outlet:first', two: 'outlet:second', wire: 'outlet:agency' };
const days: Readonly<Record<string, string>> = { one: '2024-10-01', three: '2024-10-03', wire: '2024-09-30' };
const stubOutlets = Object.fromEntries(Object.entries(outlets).map(([slug, outlet]) => [`article:${slug}`, outlet]));

const said = (slug: string): fc.Arbitrary<Said> =>
  fc
    .record({
      holder: fc.constantFrom(...actors),
      stance: fc.constantFrom('supports' as const, 'opposes' as const, 'noncommittal' as const, 'defers' as const),
      target: fc.constantFrom(...plans),
      mode: fc.constantFrom('asserts' as const, 'asserts' as const, 'asserts' as const, 'denies' as const),
      modality: fc.constantFrom('now' as const, 'now' as const, 'expected' as const),
      review: fc.constantFrom('accepted' as const, 'accepted' as const, 'proposed' as const),
      source: fc.constantFrom(undefined, 'official', 'person:p', 'insider'),
      relays: fc.constantFrom(undefined, ...slugs.filter((other) => other !== slug).map((other) => `article:${other}`)),
    })
    .map(({ source, relays, ...rest }) => ({ ...rest, ...(source ? { source } : {}), ...(relays ? { relays } : {}) }));

/** Rarely, what a report prints, corrects or takes back. */
const linksFrom = (slug: string) =>
  fc
    .tuple(
      fc.constantFrom(null, null, null, 'republishes' as const, 'corrects' as const, 'retracts' as const),
      fc.constantFrom(...slugs.filter((other) => other !== slug)),
    )
    .map(([name, other]) => (name === null ? {} : { [name]: [`article:${other}`] }));

/** What a report with this slug may say. */
export const reportInput = (slug: string): fc.Arbitrary<ReportInput> => {
  const { [slug]: outlet } = outlets;
  const { [slug]: day } = days;
  return fc
    .record({
      says: fc.array(said(slug), { minLength: 1, maxLength: 6 }),
      speakers: fc.uniqueArray(fc.constantFrom(...actors), { maxLength: 2 }),
      // Then two reports may name two speakers of the same words.
      disputed: fc.constantFrom(false, false, true),
      alias: fc.constantFrom('Alpha', 'Aleph', 'Beta'),
      named: fc.constantFrom(...actors),
      member: fc.boolean(),
      knowsOutlets: fc.boolean(),
      links: linksFrom(slug),
    })
    .map(({ says, speakers, disputed, alias, named, member, knowsOutlets, links }) => ({
      ...links,
      slug,
      ...(outlet ? { outlet } : {}),
      ...(day ? { day } : {}),
      says,
      ...(knowsOutlets ? { stubOutlets } : {}),
      quotes: speakers.map((speaker) => ({
        text: `words of ${speaker}`,
        speaker,
        utterance: disputed ? 'utterance:disputed' : `utterance:of-${speaker.slice(-1)}`,
      })),
      entities: [
        { ...entityOf(named), aliases: [`${alias} of ${slug}`, alias] },
        entityOf('country:a'),
        entityOf('organization:o'),
      ].filter((one, at, all) => all.findIndex(({ key }) => key === one.key) === at),
      ...(member ? { relations: [{ type: 'MEMBER_OF' as const, start: 'country:a', end: 'organization:o' }] } : {}),
    }));
};

/** Reports with different slugs, in any order. */
export const reports = (min: number, max: number): fc.Arbitrary<Document[]> =>
  fc
    .shuffledSubarray(slugs, { minLength: min, maxLength: max })
    .chain((chosen) => fc.tuple(...chosen.map((slug) => reportInput(slug))))
    .map((inputs) => inputs.map(report));
type Document = ReturnType<typeof report>;

/** Articles, each in up to three texts that say different things: the first and its revisions. */
export const articlesInTexts: fc.Arbitrary<Document[][]> = fc
  .shuffledSubarray(slugs, { minLength: 2, maxLength: 3 })
  .chain((chosen) => fc.tuple(...chosen.map((slug) => fc.array(reportInput(slug), { minLength: 2, maxLength: 3 }))))
  .map((articles) => articles.map((texts) => texts.map((input, at) => report({ ...input, ending: `Text ${at}.` }))));

/** Reports, and an earlier reading of the last one: the same text, of which it says other things. */
export const reportsWithEarlier = (
  min: number,
  max: number,
): fc.Arbitrary<{ others: Document[]; last: Document; earlier: Document }> =>
  fc
    .shuffledSubarray(slugs, { minLength: min, maxLength: max })
    .chain(([slug = 'one', ...chosen]) =>
      fc.tuple(fc.tuple(...chosen.map(reportInput)), reportInput(slug), reportInput(slug)),
    )
    .map(([inputs, input, otherwise]) => {
      const last = report(input);
      const before = report(otherwise);
      const { textHash } = last.article;
      return { others: inputs.map(report), last, earlier: { ...before, article: { ...before.article, textHash } } };
    });
