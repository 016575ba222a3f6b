// A good document, the ways in which tests spoil it, and the fault that each is to be told by.
import { report } from '../../builders.ts';

export const good = () =>
  report({
    slug: 'one',
    outlet: 'outlet:first',
    day: '2024-10-24',
    withText: true,
    says: [
      { holder: 'country:a', stance: 'opposes', target: 'plan:x', source: 'official' },
      { holder: 'country:b', stance: 'supports', target: 'plan:x', relays: 'article:wire' },
    ],
    quotes: [{ text: 'Never — “ever” 👩‍👩‍👧.', speaker: 'country:a' }],
  });

/** The good document after a change, as a caller would send it. */
// biome-ignore lint/suspicious/noExplicitAny: a test spoils documents in ways that their type forbids.
export const spoilt = (spoil: (document: any) => void): unknown => {
  const document = structuredClone(good());
  spoil(document);
  return document;
};

/** What is wrong, the document, and the beginning of "pointer: reason". */
export const faulty: readonly (readonly [string, unknown, string])[] = [
  ['no object', [], ': must be a JSON object'],
  [
    'another format',
    { format: 'hearsay-claims/9' },
    '/format: must be "hearsay-claims/1" (one article and its claims) or "hearsay-entities/1" (shared entities), not "hearsay-claims/9"',
  ],
  [
    'an unknown stance',
    spoilt((d) => {
      d.claims[0].stance = 'agrees';
    }),
    '/claims/0/stance: must be one of supports, opposes, noncommittal, defers, not "agrees"',
  ],
  [
    'a misspelt member',
    spoilt((d) => {
      d.assertions[0]['a/b'] = 1;
    }),
    '/assertions/0/a~1b: is no member that the format knows: check its spelling or take it out',
  ],
  [
    'an article that retracts itself',
    spoilt((d) => {
      d.article.retracts = ['article:wire', 'article:one'];
    }),
    "/article/retracts/1: is this document's own article; name another",
  ],
  [
    'a link to something else than an article',
    spoilt((d) => {
      d.article.republishes = ['outlet:first'];
    }),
    '/article/republishes/0: must be a key such as article:some-slug',
  ],
  [
    'a span of another length',
    spoilt((d) => {
      d.assertions[0].span.end += 1;
    }),
    '/assertions/0/span/end: the span covers 35 code points but its quote has 34',
  ],
  [
    'a missing member',
    spoilt((d) => {
      delete d.claims[0].holder;
    }),
    '/claims/0/holder: is missing; a string is expected',
  ],
  [
    'a malformed key',
    spoilt((d) => {
      d.article.outlet = 'First';
    }),
    '/article/outlet: must be a key such as outlet:some-slug',
  ],
  [
    'the hash of another text',
    spoilt((d) => {
      d.article.text += 'x';
    }),
    '/article/textHash: is not the hash of the text given',
  ],
  [
    'a quotation that is not there',
    spoilt((d) => {
      d.assertions[0].span.quote = 'x'.repeat(34);
    }),
    '/assertions/0/span/quote: the text has "country:a asserts opposes plan:x 0" at 0',
  ],
  [
    'a dangling claim',
    spoilt((d) => {
      d.assertions[0].claim = 'country-a-opposes-plan-y';
    }),
    '/assertions/0/claim: no claim "country-a-opposes-plan-y" in this document (nearest: country-a-opposes-plan-x; or declare it in claims)',
  ],
  [
    'a dangling source',
    spoilt((d) => {
      d.assertions[0].attributedTo[0].source = 'zzz';
    }),
    '/assertions/0/attributedTo/0/source: no source "zzz" in this document (declare it in sources)',
  ],
  [
    'a dangling quote',
    spoilt((d) => {
      d.assertions.at(-1).quotes = ['q7'];
    }),
    '/quotes/0: nothing in the document refers to the quote "q0"; use it or leave it out',
  ],
  [
    'a dangling utterance',
    spoilt((d) => {
      d.quotes[0].utterance = 'utterance:none';
    }),
    '/quotes/0/utterance: no utterance "utterance:none"',
  ],
  [
    'an undeclared stub',
    spoilt((d) => {
      d.articles = [];
    }),
    '/assertions/1/relays/0/article: no article "article:wire" in this document (declare it in articles)',
  ],
  [
    'its own article as a stub',
    spoilt((d) => {
      d.articles.push({ key: 'article:one' });
    }),
    "/articles/1/key: is this document's own article; list only those it relays",
  ],
  [
    'one id twice',
    spoilt((d) => {
      d.claims[1].id = d.claims[0].id;
    }),
    '/claims/1/id: "country-a-opposes-plan-x" is taken by claims/0; give this one another',
  ],
  [
    'an article that relays itself',
    spoilt((d) => {
      d.assertions[1].relays[0].article = 'article:one';
    }),
    '/assertions/1/relays/0/article: an article does not relay itself',
  ],
  [
    'a named source without an actor',
    spoilt((d) => {
      d.sources.find((s: { id: string }) => s.id === 'official').kind = 'named';
    }),
    '/sources/0/actor: a named source needs its actor',
  ],
  [
    'an anonymous source with one',
    spoilt((d) => {
      d.sources[0].actor = 'country:a';
    }),
    '/sources/0/actor: only a named source has an actor, and this one is "anonymous"',
  ],
  [
    'no span',
    spoilt((d) => {
      delete d.assertions[0].span;
    }),
    '/assertions/0/span: an assertion needs its place in the article',
  ],
  [
    'a reconstructed one that nothing shows',
    spoilt((d) => {
      d.assertions[2].knownFrom = [];
    }),
    '/assertions/2/knownFrom: a reconstructed assertion needs the assertions of this document that show it',
  ],
  [
    'a reconstructed one in its own article',
    spoilt((d) => {
      delete d.assertions[2].article;
    }),
    '/assertions/2/reconstructed: only what another article says is reconstructed',
  ],
  [
    "a stub's that is not reconstructed",
    spoilt((d) => {
      d.assertions[2].reconstructed = false;
    }),
    '/assertions/2/reconstructed: what an article says that is known only from this one is reconstructed',
  ],
  [
    'a date without a basis',
    spoilt((d) => {
      d.article.dateBasis = 'unknown';
    }),
    '/article/dateBasis: has a date, so its basis is "stated" or "inferred", not "unknown"',
  ],
  [
    'a basis without a date',
    spoilt((d) => {
      d.articles[0].dateBasis = 'inferred';
    }),
    '/articles/0/dateBasis: is "inferred", so publishedFrom and publishedTo are needed',
  ],
  [
    'dates the wrong way round',
    spoilt((d) => {
      d.article.publishedTo = '2024-09';
    }),
    '/article/publishedTo: 2024-09 lies before publishedFrom, 2024-10-24',
  ],
  [
    'a day that is none',
    spoilt((d) => {
      d.article.publishedTo = '2024-02-30';
    }),
    '/article/publishedTo: is no date of the calendar',
  ],
  [
    'a year that never was',
    spoilt((d) => {
      d.article.publishedFrom = '0000-01-01';
    }),
    '/article/publishedFrom: is no date of the calendar: there is no year 0',
  ],
  [
    'an assertion that disputes itself',
    spoilt((d) => {
      d.assertions[0].disputes = [{ claim: d.claims[0].id }, { assertion: d.assertions[0].id }];
    }),
    '/assertions/0/disputes/1/assertion: an assertion does not dispute itself',
  ],
  [
    'a period the wrong way round',
    spoilt((d) => {
      Object.assign(d.assertions[0], { from: '2025', to: '2024-12-31' });
    }),
    '/assertions/0/to: 2024-12-31 lies before from, 2025',
  ],
  [
    'a claim that includes itself',
    spoilt((d) => {
      d.claims[0].includes = [d.claims[0].id];
    }),
    '/claims/0/includes: a claim does not include itself',
  ],
  [
    'claims that include each other',
    spoilt((d) => {
      d.claims[0].includes = [d.claims[1].id];
      d.claims[1].includes = [d.claims[0].id];
    }),
    '/claims/1/includes: leads back to this claim through others',
  ],
  [
    'a count without its number',
    spoilt((d) => {
      Object.assign(d.claims[0], { kind: 'count', quantifier: 'atLeast' });
    }),
    '/claims/0/number: "atLeast" needs a number',
  ],
  [
    'a count of more than all',
    spoilt((d) => {
      Object.assign(d.claims[0], { kind: 'count', quantifier: 'exactly', number: 33, of: 32 });
    }),
    '/claims/0/number: 33 of 32 is more than there are',
  ],
  [
    'a shield for who does not hide',
    spoilt((d) => {
      d.claims[0].shieldedBy = ['country:b'];
    }),
    '/claims/0/shieldedBy: only who "defers" hides behind others',
  ],
  [
    'a relation to itself',
    spoilt((d) => {
      d.relations = [{ type: 'PART_OF', start: 'plan:x', end: 'plan:x' }];
    }),
    '/relations/0/end: PART_OF does not join a thing with itself',
  ],
  [
    'a relation in two ways',
    spoilt((d) => {
      d.relations = ['2023', '2024'].map((from) => ({
        type: 'MEMBER_OF',
        start: 'country:a',
        end: 'organization:o',
        from,
      }));
    }),
    '/relations/1: is relations/0 with another period or role',
  ],
];
