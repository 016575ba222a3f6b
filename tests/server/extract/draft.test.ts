import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toClaimsDocument } from '../../../server/extract/to-document.ts';
import { parseDocument } from '../../../server/ingest/document.ts';
import { Draft } from '../../../server/schema/draft.ts';
import '../../seeded.ts';
import { attribution, draftOf, known, proposals } from './world.ts';

const article =
  'Coast Radio, citing four officials, reports that at least seven Union members, including Norland and Estovia, oppose the harbour tax. ' +
  '“Sudland is hiding behind Westmark,” one official told Coast Radio. Minister Ilse Kron supports the harbour tax.';
const attributions = [attribution(article, 'one official', 'told Coast Radio', '“Sudland is hiding behind Westmark,”')];
const made = () => draftOf(article, { attributions });
const all = (draft: Draft) => draft.proposals.map(({ id }) => id);

describe('a draft', () => {
  it('has the form that is published', () => {
    expect(Draft.parse(made())).toEqual(made());
  });

  it('gives each proposal the words that support it, and a reason', () => {
    const draft = made();
    for (const { span, reason } of draft.proposals) {
      expect([...draft.text].slice(span.start, span.end).join('')).toBe(span.quote);
      expect(reason).not.toBe('');
    }
  });

  it('names its proposals alike each time, so that decisions are remembered', () => {
    expect(all(made())).toEqual(all(made()));
  });
});

const nothing = { entities: [] };
describe('a document of accepted proposals', () => {
  const build = (draft: Draft, ids: Iterable<string>) => {
    const { document, leftOut } = toClaimsDocument(draft, ids);
    const parsed = parseDocument(document);
    if (parsed.kind !== 'claims') throw new Error('not a claims document');
    return { document: parsed.document, leftOut };
  };

  it('holds all of them when all are accepted', () => {
    const draft = made();
    const { document, leftOut } = build(draft, all(draft));
    expect(leftOut).toEqual([]);
    expect(document.articles).toHaveLength(1);
    const reconstructed = document.assertions.filter((one) => one.reconstructed);
    const own = document.assertions.filter((one) => !one.reconstructed);
    expect(own).toHaveLength(proposals(draft, 'claim').length);
    // What the radio said is its own assertion, on the word of the officials, known from this article's.
    const relaying = own.filter(({ relays }) => relays !== undefined);
    expect(new Set(reconstructed.flatMap(({ knownFrom }) => knownFrom))).toEqual(new Set(relaying.map(({ id }) => id)));
    expect(relaying.every(({ attributedTo }) => attributedTo === undefined)).toBe(true);
    const officials = document.sources.find(({ minCount }) => minCount === 4);
    expect(reconstructed.some(({ attributedTo }) => attributedTo?.some(({ source }) => source === officials?.id))).toBe(
      true,
    );
    expect(officials?.spokeTo).toBe(document.articles[0]?.key);
  });

  it('holds exactly what is accepted', () => {
    const draft = made();
    const [claim] = proposals(draft, 'claim').filter(({ claim: { holder } }) => holder === 'country:norland');
    const { document } = build(draft, [claim?.id ?? '']);
    expect(document.assertions.map(({ span }) => span?.quote)).toEqual([claim?.span.quote]);
    expect(document.articles).toEqual([]);
    expect(document.sources).toEqual([]);
    expect(document.entities.map(({ key }) => key).sort()).toEqual(['country:norland', 'plan:harbour-tax']);
  });

  it('leaves out a claim on somebody new who is not accepted, and says so', () => {
    const draft = made();
    const person = proposals(draft, 'entity').find(({ type }) => type === 'Person');
    const { document, leftOut } = build(
      draft,
      all(draft).filter((id) => id !== person?.id),
    );
    expect(document.claims.some(({ holder }) => holder === person?.entity)).toBe(false);
    expect(leftOut.map(({ because }) => because).join()).toContain(person?.entity);
  });

  const words = fc.constantFrom(
    ...'Norland|Estovia|Mara Voss|Minister Ilse Kron|Coast Radio|the Harbour Times|four officials|the Union|at least seven of 32 members|they|it|who|the harbour tax|accession|the idea|building a new port|opposes|support|is reluctant to|is hiding behind|was opposed by|objections from|did not|never|neither|reportedly|would|said|told|citing|according to|including|and|but|,|.|“|”|"|’s|(|)|—|?|\n|\n\n|on Tuesday|in March 2026|𝔄𝔅|\u0000|\ud800|日本'.split(
      '|',
    ),
  );
  it('is valid for any text, whichever proposals are accepted, and its places hold their words', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 80 }), fc.nat(), fc.boolean(), (parts, seed, bare) => {
        const text = parts.join(' ');
        const draft = draftOf(text, {
          article: { publishedTo: '2026-03-05', dateBasis: 'stated' },
          known: bare ? nothing : known,
        });
        expect(Draft.safeParse(draft).success).toBe(true);
        const points = [...text];
        for (const { span } of draft.proposals) expect(points.slice(span.start, span.end).join('')).toBe(span.quote);
        parseDocument(toClaimsDocument(draft, all(draft)).document);
        parseDocument(
          toClaimsDocument(
            draft,
            all(draft).filter((_, index) => (seed >> (index % 24)) & 1),
          ).document,
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('any text', () => {
  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t\r\n '],
    ['marks that never close', '“'.repeat(500)],
    ['brackets', '('.repeat(2000)],
    ['one long word', 'x'.repeat(100_000)],
    ['no sentence end', 'Norland opposes the harbour tax and '.repeat(500)],
    ['astral characters', '𝔄 '.repeat(5000)],
    ['capitals', 'Norland '.repeat(5000)],
  ])('gives a draft: %s', (_, text) => {
    const draft = draftOf(text);
    parseDocument(toClaimsDocument(draft, all(draft)).document);
  });
});
