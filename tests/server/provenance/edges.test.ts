// Which edges follow from which assertions, and what they say of them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveEdges, edgeId } from '../../../server/provenance/edges.ts';
import type { Evidence, EvidenceAssertion, EvidenceClaim } from '../../../server/schema/evidence.ts';
import { evidenceFrom, wildInput } from './arbitrary.ts';
import { type ArticleInput, evidence } from './evidence.ts';

const none = new Set<string>();
const ids = (of: Evidence): string[] => deriveEdges(of, none).map(edgeId);
const edgesOf = (of: Evidence) => new Map(deriveEdges(of, none).map((edge) => [edgeId(edge), edge.properties]));

interface Case {
  said?: Partial<EvidenceAssertion>;
  claim?: Partial<EvidenceClaim>;
  article?: ArticleInput;
}
const one = ({ said = {}, claim = {}, article = {} }: Case): Evidence =>
  evidence({
    articles: {
      a: { outlet: 'o', on: '2024-10-24', says: [said], ...article },
      b: { outlet: 'b', held: false },
      own: { outlet: 'o', held: false },
      newer: {},
    },
    claims: { c: claim },
  });

describe('deriveEdges', () => {
  it.each<[string, Case, string[]]>([
    ['an accepted assertion of today', {}, ['OPPOSES~country:hu~plan:x', 'REPORTS~o~c']],
    ['a denial', { said: { mode: 'denies' } }, []],
    ['a question', { said: { mode: 'questions' } }, []],
    ['an expected position', { said: { modality: 'expected' } }, ['REPORTS~o~c']],
    ['a count', { claim: { kind: 'count' } }, ['REPORTS~o~c']],
    ['a statement', { claim: { kind: 'statement', stance: null, target: null } }, ['REPORTS~o~c']],
    ['a proposed assertion', { said: { review: 'proposed' } }, []],
    ['a rejected assertion', { said: { review: 'rejected', speakers: ['person:p'] } }, []],
    ['an article that a newer text replaces', { article: { revisedBy: ['newer'] } }, []],
    ['a stub whose assertion nothing shows', { article: { held: false }, said: { reconstructed: true } }, []],
    [
      'an unnamed outlet',
      { article: { outlet: null }, said: { speakers: ['person:p'] } },
      ['OPPOSES~country:hu~plan:x'],
    ],
    ['a denial that quotes', { said: { mode: 'denies', speakers: ['person:p'] } }, ['QUOTES~o~person:p']],
    ['a denial that relays', { said: { mode: 'denies', relays: ['b'] } }, ['CITES~o~b']],
    ['a relay of its own outlet', { said: { mode: 'denies', relays: ['own'] } }, []],
    ['a relay of an unnamed outlet', { said: { mode: 'denies', relays: ['newer'] } }, []],
  ])('of %s makes what it should', (_, input, expected) => {
    expect(ids(one(input))).toEqual(expected);
  });

  it('gives each stance its own edge', () => {
    const stances = ['supports', 'opposes', 'noncommittal', 'defers'] as const;
    const all = evidence({
      articles: { a: { says: stances.map((claim) => ({ claim })) } },
      claims: Object.fromEntries(stances.map((stance) => [stance, { stance }])),
    });
    expect(deriveEdges(all, none).map(({ type }) => type)).toEqual([
      'DEFERS_ON',
      'NONCOMMITTAL_ON',
      'OPPOSES',
      'SUPPORTS',
    ]);
  });

  // Articles a to d: a and b have one outlet, c and d none is named of. Four unresolved ends, one of each article.
  it('counts articles and outlets once, the unnamed apart, and the origins', () => {
    const nobody = { says: [{}] };
    const all = evidence({
      articles: {
        a: { outlet: 'o', on: '2024-10-24', says: [{}, {}] },
        b: { outlet: 'o', publishedFrom: '2024-10', publishedTo: '2024-11-02T10:00:00Z', says: [{}] },
        c: nobody,
        d: nobody,
      },
    });
    expect(edgesOf(all).get('OPPOSES~country:hu~plan:x')).toEqual({
      derived: true,
      articles: 4,
      outlets: 1,
      unnamedOutlets: 2,
      sources: 0,
      originsMin: 1,
      originsMax: 4,
      originsByOwner: 3,
      contested: false,
      first: '2024-10',
      last: '2024-11-02',
    });
  });

  // Politico's word is known from a and b, and is one origin; so is each thing that the stub says or cites.
  it('counts a stub only through the held articles that show it', () => {
    const all = evidence({
      articles: {
        a: { outlet: 'o', on: '2024-10-24', says: [{ relays: ['stub'] }] },
        b: { says: [{ relays: ['stub'] }] },
        old: { outlet: 'z', revisedBy: ['new'], says: [{ relays: ['stub'] }] },
        new: { outlet: 'z' },
        stub: {
          outlet: 'politico',
          held: false,
          on: '2024-10-23',
          says: [{ relays: ['deeper'], knownFrom: ['a', 'b', 'old'] }],
        },
        deeper: { outlet: 'deep', held: false },
      },
    });
    const edges = edgesOf(all);
    expect([...edges.keys()]).toEqual([
      'CITES~o~politico',
      'CITES~politico~deep',
      'OPPOSES~country:hu~plan:x',
      'REPORTS~o~c',
      'REPORTS~politico~c',
    ]);
    const both = { articles: 2, outlets: 1, unnamedOutlets: 1, first: '2024-10-24', last: '2024-10-24' };
    const origin = { originsMin: 1, originsMax: 1, originsByOwner: 1, sources: 0 };
    for (const id of ['CITES~politico~deep', 'OPPOSES~country:hu~plan:x', 'REPORTS~politico~c']) {
      expect(edges.get(id)).toMatchObject({ ...both, ...origin });
    }
    expect(edges.get('REPORTS~o~c')).toMatchObject({ articles: 1, ...origin });
  });

  // a and b report c from one person each; outlet o publishes only a, so that it reports c rests on one.
  it('gives each edge the origins of its own support', () => {
    const all = evidence({
      articles: {
        a: { outlet: 'o', says: [{ sources: ['x'], speakers: ['person:q'] }] },
        b: { outlet: 'p', says: [{ sources: ['y'] }, { claim: 'd', sources: ['y'], speakers: ['person:q'] }] },
      },
      sources: { x: { kind: 'named' }, y: { kind: 'named' } },
      claims: { d: { kind: 'statement', stance: null, target: null } },
    });
    const badges = [...edgesOf(all)].map(([id, { originsMin, originsMax }]) => `${id} ${originsMin}–${originsMax}`);
    expect(badges).toEqual([
      'OPPOSES~country:hu~plan:x 2–2',
      'QUOTES~o~person:q 1–1',
      'QUOTES~p~person:q 1–1',
      'REPORTS~o~c 1–1',
      'REPORTS~p~c 1–1',
      'REPORTS~p~d 1–1',
    ]);
  });

  it('contests the stance and the reports of a contested claim, no quotation and no citation', () => {
    const all = one({ said: { speakers: ['person:p'], relays: ['b'] } });
    const contested = deriveEdges(all, new Set(['c'])).map((edge) => [edge.type, edge.properties.contested]);
    expect(contested).toEqual([
      ['CITES', false],
      ['OPPOSES', true],
      ['QUOTES', false],
      ['REPORTS', true],
    ]);
  });

  it('does not depend on the order of anything', () => {
    const mixed = wildInput.chain((some) => {
      const whole = evidenceFrom(some);
      const { assertions, articles } = whole;
      return fc
        .tuple(
          fc.shuffledSubarray([...assertions], { minLength: assertions.length }),
          fc.shuffledSubarray([...articles], { minLength: articles.size }),
        )
        .map(([said, rows]): [Evidence, Evidence] => [whole, { ...whole, assertions: said, articles: new Map(rows) }]);
    });
    fc.assert(
      fc.property(mixed, ([a, b]) => {
        expect(deriveEdges(b, none)).toEqual(deriveEdges(a, none));
      }),
      { seed: 11 },
    );
  });

  it('never leaves an edge with articles but without origins, unless something is withdrawn', () => {
    fc.assert(
      fc.property(wildInput, (some) => {
        for (const { properties } of deriveEdges(evidenceFrom(some), none)) {
          expect(properties.articles).toBeGreaterThan(0);
          expect(properties.originsMin).toBeGreaterThan(0);
          expect(properties.originsMin).toBeLessThanOrEqual(properties.originsMax);
        }
      }),
      { seed: 12 },
    );
  });
});
