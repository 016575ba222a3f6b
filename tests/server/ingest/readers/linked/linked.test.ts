// Fact-checks and FollowTheMoney: what documents come of them, and each fault with its place.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidDocument } from '../../../../../server/errors.ts';
import { parseDocument } from '../../../../../server/ingest/document.ts';
import { Faults } from '../../../../../server/ingest/readers/faults.ts';
import { documentsOf, documentsOfLines, documentsOfPage } from '../../../../../server/ingest/readers/linked.ts';
import { Tally } from '../../../../../server/ingest/readers/tally.ts';
import type { ClaimsDocument } from '../../../../../server/schema/article.ts';
import type { EntitiesDocument } from '../../../../../server/schema/entity.ts';
import type { ProblemDetail } from '../../../../../server/schema/problem.ts';

function told(faults: Faults): ProblemDetail[] {
  try {
    faults.stop();
  } catch (error) {
    return (error as InvalidDocument).details.errors ?? [];
  }
  return [];
}
/** The documents, each found good, with what was told of them. */
function read(json: unknown) {
  const [faults, tally] = [new Faults(), new Tally()];
  const documents = [...documentsOf('a.json', json, faults, tally)].map(
    (one) => parseDocument(one.json, 'a.json').document,
  );
  return { documents, faults: told(faults), notes: tally.lines() };
}
const claims = (json: unknown) => read(json).documents as ClaimsDocument[];

const review = {
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: 'https://checks.example/bridge',
  datePublished: '2026-03-03',
  author: { '@type': 'Organization', name: 'The Harbour Checks', url: 'https://checks.example/' },
  claimReviewed: 'Norland has paid for the bridge 🌉 twice.',
  itemReviewed: {
    '@type': 'Claim',
    author: { '@type': 'Person', name: 'Ada Brook' },
    datePublished: '2026-03-01',
    appearance: [{ '@type': 'CreativeWork', url: 'https://harbour.example/speech' }],
  },
  reviewRating: { '@type': 'Rating', ratingValue: 1, bestRating: 5, worstRating: 1, alternateName: 'Mostly false' },
};

describe('a ClaimReview', () => {
  it('is an article that denies a claim, of which the places where it was made are known', () => {
    const [document] = claims(review);
    expect(document?.article).toMatchObject({
      key: 'article:checks-example-bridge',
      outlet: 'outlet:harbour-checks',
      publishedTo: '2026-03-03',
      dateBasis: 'stated',
      text: 'Norland has paid for the bridge 🌉 twice.\n\nMostly false',
    });
    expect(document?.claims).toEqual([
      { id: 'c1', kind: 'statement', holder: 'person:ada-brook', text: 'Norland has paid for the bridge 🌉 twice.' },
    ]);
    expect(document?.assertions).toMatchObject([
      {
        mode: 'denies',
        wording: 'Mostly false',
        span: { start: 0, end: [...review.claimReviewed].length, quote: review.claimReviewed },
      },
      { article: 'article:harbour-example-speech', mode: 'asserts', reconstructed: true, knownFrom: ['a1'] },
    ]);
    expect(document?.articles).toMatchObject([{ url: 'https://harbour.example/speech', publishedFrom: '2026-03-01' }]);
  });

  it.each([
    [{ ratingValue: 5, bestRating: 5, worstRating: 1 }, 'asserts'],
    [{ ratingValue: '1', bestRating: '7', worstRating: '1' }, 'denies'],
    [{ ratingValue: 3, bestRating: 5 }, 'questions'],
    [{ ratingValue: -1, bestRating: -1, alternateName: 'Misleading' }, 'questions'],
    [{ ratingValue: 1, bestRating: 5, alternateName: 'True' }, 'asserts'],
    [{ alternateName: 'Pants on fire!' }, 'denies'],
    [undefined, 'questions'],
  ])('rated %j', (reviewRating, mode) => {
    expect(claims({ ...review, reviewRating })[0]?.assertions[0]?.mode).toBe(mode);
  });

  it.each([
    ['a list', [review, { '@type': 'WebSite' }]],
    ['a graph', { '@context': 'https://schema.org', '@graph': [{ '@type': 'WebPage' }, review] }],
    ['a feed', { '@type': 'DataFeed', dataFeedElement: [{ '@type': 'DataFeedItem', item: [review] }] }],
    ['the full names of types', { ...review, '@type': ['http://schema.org/ClaimReview'] }],
  ])('is found in %s', (_, json) => {
    expect(claims(json).map(({ article }) => article.key)).toEqual(['article:checks-example-bridge']);
  });

  it('of one page is one article with the others of it, each claim once', () => {
    const { documents, notes } = read([review, { ...review, claimReviewed: 'The bridge is red.' }, review]);
    expect((documents as ClaimsDocument[]).map((one) => one.claims.length)).toEqual([2]);
    expect(notes).toEqual([expect.stringMatching(/^1 × reviews of a claim that their page reviews already/)]);
  });

  it('is found in a page', () => {
    const [faults, tally] = [new Faults(), new Tally()];
    const html = `<html><head><script type="application/ld+json">{"no</script><script type='application/ld+json'>${JSON.stringify(review)}</script></head><body>ClaimReview</body></html>`;
    expect([...documentsOfPage('a.html', html, faults, tally)]).toHaveLength(1);
    expect(tally.lines()).toHaveLength(1);
    expect([...documentsOfPage('a.html', '<html>ClaimReview</html>', faults, tally)]).toEqual([]);
  });

  it.each([
    [{ ...review, claimReviewed: undefined }, '/claimReviewed', /is missing/],
    [{ ...review, datePublished: '2026-02-31' }, '/datePublished', /"2026-02-31" is no date of the calendar/],
    [
      { ...review, itemReviewed: { ...review.itemReviewed, datePublished: '2026-02-31' } },
      '/itemReviewed/datePublished',
      /calendar/,
    ],
    [{ '@context': 'https://schema.org', '@type': 'Recipe' }, undefined, /without any ClaimReview/],
  ])('faulty as in case %#', (json, field, reason) => {
    expect(read(json).faults).toEqual([
      { file: 'a.json', ...(field ? { field } : {}), reason: expect.stringMatching(reason) },
    ]);
  });

  it('of any form gives good documents or faults', () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        fc.string(),
        fc.integer(),
        fc.constant(null),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('@type', 'name', 'url', 'author', 'ratingValue', 'bestRating', 'x'), tie('any'), {
          maxKeys: 4,
        }),
      ),
    })).any;
    const members = Object.fromEntries(Object.keys(review).map((name) => [name, fc.option(value, { nil: undefined })]));
    fc.assert(
      fc.property(fc.record(members), (spoilt) => {
        const changes = Object.fromEntries(Object.entries(spoilt).filter(([, one]) => one !== undefined));
        const { '@type': _, ...rest } = changes;
        try {
          read({ ...review, ...rest });
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidDocument);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('FollowTheMoney', () => {
  const entity = (id: string, schema: string, properties: Record<string, unknown>) => ({ id, schema, properties });
  const lines = [
    entity('p1', 'Person', { name: ['Ada Brook'], alias: ['A. Brook'], nationality: ['no'] }),
    entity('p2', 'Person', { name: ['Ada Brook'] }),
    entity('c1', 'Company', { name: ['Harbour Works Ltd'], website: ['https://works.example'] }),
    entity('b1', 'PublicBody', { name: ['Ferry Board'] }),
    entity('e1', 'Event', { name: ['Bridge vote'], date: ['2026-03-02'] }),
    entity('d1', 'Directorship', { director: ['p1'], organization: ['c1'], role: ['Chair'], startDate: ['2024-05'] }),
    entity('m1', 'Membership', { member: ['p2'], organization: ['b1'] }),
    entity('o1', 'Ownership', { owner: ['p1'], asset: ['c1'] }),
    entity('u1', 'UnknownLink', { subject: ['p1'], object: ['gone'] }),
    entity('x1', 'Vessel', { name: ['A ship'] }),
    entity('a1', 'Article', {
      title: ['On the bridge'],
      bodyText: ['Ada Brook wants it.'],
      publishedAt: ['2026-03-02'],
      sourceUrl: ['https://harbour.example/b'],
    }),
    entity('a2', 'Article', { title: ['No text'] }),
    entity('n1', 'Mention', { document: ['a1'], resolved: ['p1'], name: ['Ada Brook'] }),
  ];
  async function readLines(text: string) {
    const [faults, tally] = [new Faults(), new Tally()];
    const documents: (ClaimsDocument | EntitiesDocument)[] = [];
    const chunks = (async function* () {
      yield Buffer.from(text);
    })();
    for await (const one of documentsOfLines('a.ndjson', chunks, faults, tally))
      documents.push(parseDocument(one.json).document);
    return { documents, faults: told(faults), notes: tally.lines() };
  }
  const ndjson = (...all: unknown[]) => all.map((one) => JSON.stringify(one)).join('\n');

  it('becomes entities with lasting relations, statements for other ties, and articles with their texts', async () => {
    const { documents, faults, notes } = await readLines(ndjson(...lines));
    expect(faults).toEqual([]);
    const [entities, relations, statements, article] = documents as [
      EntitiesDocument,
      EntitiesDocument,
      ClaimsDocument,
      ClaimsDocument,
    ];
    expect(entities.entities.map(({ key }) => key)).toEqual([
      'person:ada-brook',
      expect.stringMatching(/^person:ada-brook-[0-9a-f]{8}$/),
      'organization:harbour-works-ltd',
      'organization:ferry-board',
      'event:bridge-vote',
    ]);
    expect(relations.relations).toEqual([
      {
        type: 'HOLDS_OFFICE',
        start: 'person:ada-brook',
        end: 'organization:harbour-works-ltd',
        title: 'Chair',
        from: '2024-05',
      },
      { type: 'MEMBER_OF', start: expect.stringMatching(/^person:ada-brook-/), end: 'organization:ferry-board' },
    ]);
    expect(statements.claims).toMatchObject([
      { holder: 'person:ada-brook', text: 'Ada Brook — Owner — Harbour Works Ltd' },
    ]);
    expect(article).toMatchObject({
      article: { title: 'On the bridge', text: 'Ada Brook wants it.', publishedTo: '2026-03-02' },
      entities: [{ key: 'person:ada-brook' }],
    });
    expect(notes).toEqual([
      '1 × Article without its text, left aside',
      '1 × UnknownLink of which an end is not in the file or nobody, left aside',
      '1 × Vessel, which Hearsay has nothing for, left aside',
    ]);
  });

  it.each([
    ['{"id": "x"', 1, undefined, /is not well-formed JSON/],
    [ndjson(lines[0], 'x'), 2, undefined, /is no entity of FollowTheMoney/],
    [ndjson(lines[0], lines[0]), 2, 'id', /"p1" is taken by line 1/],
    [ndjson(lines[0], { ...lines[1], properties: 3 }), 2, 'properties', /must be an object/],
    [ndjson(entity('e', 'Event', { name: ['Vote'], date: ['2026-02-31'] })), 1, 'properties.date', /calendar/],
    [
      ndjson(
        lines[0],
        lines[2],
        entity('d', 'Directorship', { director: ['p1'], organization: ['c1'], endDate: ['2026-13'] }),
      ),
      3,
      'properties.endDate',
      /calendar/,
    ],
  ])('faulty as in case %#', async (text, line, field, reason) => {
    expect((await readLines(text)).faults).toEqual([
      { file: 'a.ndjson', line, ...(field === undefined ? {} : { field }), reason: expect.stringMatching(reason) },
    ]);
  });

  it('told by the byte where it is not in UTF-8', async () => {
    const [faults, tally] = [new Faults(), new Tally()];
    const chunks = (async function* () {
      yield Buffer.concat([Buffer.from(`${ndjson(lines[0])}\n`), Buffer.from('{"id": "\xe9 and more"}', 'latin1')]);
    })();
    for await (const _ of documentsOfLines('a.ndjson', chunks, faults, tally)) void _;
    expect(told(faults)).toMatchObject([{ line: 2, reason: expect.stringMatching(/not in UTF-8 \(the byte 0xE9\)/) }]);
  });
});
