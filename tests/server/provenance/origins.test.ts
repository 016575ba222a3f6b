// On how many independent origins a claim rests: cases worked out by hand, each with its reasoning.
import { describe, expect, it } from 'vitest';
import { filterEvidence } from '../../../server/provenance/filter.ts';
import { indexEvidence, originsOf } from '../../../server/provenance/origins.ts';
import { asserted, badge, evidence, origins } from './evidence.ts';

const named = { kind: 'named' } as const;

describe('republications and relays', () => {
  // P prints R's text: its only link is R, and R is an entry itself, so no second way to R's source opens.
  it('ten republications of one article leave the badge as it was', () => {
    const one = { r: { says: [{ sources: ['x'] }] } };
    const ten = Object.fromEntries(
      Array.from({ length: 10 }, (_, at) => [`p${at}`, { republishes: ['r'], says: [{ sources: [`own${at}`] }] }]),
    );
    const before = origins(evidence({ articles: one, sources: { x: named } }));
    const after = origins(evidence({ articles: { ...one, ...ten }, sources: { x: named } }));
    expect(after).toEqual(before);
    expect(before).toMatchObject({ min: 1, max: 1, byOwner: 1, sources: 1 });
  });

  // All ways lead through the circle of A and B, which nothing leaves: one end, and it is nobody.
  it('A relays B relays A alone is circular, 1–1', () => {
    const circle = evidence({ articles: { a: { says: [{ relays: ['b'] }] }, b: { says: [{ relays: ['a'] }] } } });
    expect(origins(circle)).toEqual({
      min: 1,
      max: 1,
      byOwner: 1,
      sources: 0,
      cut: ['a'],
      circular: [['a', 'b']],
      dateConflicts: [],
      unresolved: [],
      retracted: [],
      corrected: [],
    });
  });

  // The circle leads out to X: no end of its own, so it is not circular reporting; A and B still count as one.
  it('articles that relay each other and a source count once, and are not circular', () => {
    const way = evidence({
      articles: { a: { says: [{ relays: ['b'] }, { sources: ['x'] }] }, b: { says: [{ relays: ['a'] }] } },
      sources: { x: named },
    });
    expect(origins(way)).toMatchObject({ min: 1, max: 1, circular: [], cut: ['a'] });
  });

  // Everything reported is Politico's report: A and B add nothing, and losing it is losing all.
  it('two relays of one stub rest on the stub, and it is the cut', () => {
    const relayed = evidence({
      articles: {
        a: { says: [{ relays: ['politico'] }] },
        b: { says: [{ relays: ['politico'] }] },
        politico: { held: false, says: [{ sources: ['four'], knownFrom: ['a'] }] },
      },
      sources: { four: { minCount: 4 } },
    });
    expect(origins(relayed)).toMatchObject({ min: 1, max: 1, sources: 4, cut: ['politico'], unresolved: [] });
  });

  // Between what is read and the source lies one more report: the support hangs on the report that has the source, not on
  // the article that happens to be read. A single article's source is no better known than that article.
  it('what is read through one relay hangs on the report that names the source', () => {
    const through = evidence({ articles: { a: { says: [{ relays: ['r'] }] }, r: { says: [{ sources: ['x'] }] } } });
    expect(origins(through)).toMatchObject({ min: 1, max: 1, cut: ['r'] });
    const long = evidence({
      articles: { a: { says: [{ relays: ['b'] }] }, b: { says: [{ relays: ['r'] }] }, r: { says: [{}] } },
    });
    expect(origins(long)).toMatchObject({ min: 1, max: 1, cut: ['r'], unresolved: ['r'] });
  });

  // The ways from A part at once and meet again in X: losing X is losing all, and both reports name it.
  it('ways that part and meet again hang on where they meet, or else on where they part', () => {
    const articles = (r: string, s: string) => ({
      a: { says: [{ relays: ['r', 's'] }] },
      r: { says: [{ sources: [r] }] },
      s: { says: [{ sources: [s] }] },
    });
    const onlyA = (x: string, y: string) => {
      const all = evidence({ articles: articles(x, y) });
      return originsOf(indexEvidence(all), [{ ...asserted, assertions: new Set(['a']) }]);
    };
    expect(onlyA('x', 'x')).toMatchObject({ max: 1, cut: ['x'] });
    expect(onlyA('x', 'y')).toMatchObject({ max: 1, cut: ['a'] });
  });

  // Nothing is known of why the stub says so: its trail ends there, which is an end, but nobody's name.
  it('a relayed article with no assertion of the claim is an unresolved end', () => {
    const silent = evidence({
      articles: { a: { says: [{ relays: ['s'] }] }, s: { says: [{ claim: 'other', sources: ['x'] }] } },
    });
    expect(origins(silent)).toMatchObject({ min: 1, max: 1, sources: 0, unresolved: ['s'] });
  });

  // A way to Y goes over B and one to X over A; A's other link, to B, is an alternative within A's one unit.
  it('two articles relayed by one are alternatives, not both needed', () => {
    const either = evidence({
      articles: {
        a: { says: [{ relays: ['s', 't'] }] },
        b: { says: [{ relays: ['t'] }] },
        s: { held: false, says: [{ sources: ['x'], knownFrom: ['a'] }] },
        t: { held: false, says: [{ sources: ['y'], knownFrom: ['b'] }] },
      },
    });
    expect(badge(either)).toBe('1–2');
    expect(badge(filterEvidence(either, { without: ['y'] }))).toBe('1–1');
  });

  // "Politico, citing officials": the officials are Politico's, so the relay is the next link and the source comes after.
  it('a relay comes before the source of the same assertion', () => {
    const both = evidence({ articles: { a: { says: [{ relays: ['s'], sources: ['x'] }] } }, sources: { x: named } });
    expect(origins(both)).toMatchObject({ min: 1, max: 1, sources: 0, unresolved: ['s'] });
  });
});

describe('sources', () => {
  // Two articles, two people, nothing in common: two ways without a common vertex, both to somebody named.
  it('two outlets each on their own named source are 2–2', () => {
    const two = evidence({
      articles: { a: { outlet: 'o', says: [{ sources: ['x'] }] }, b: { outlet: 'p', says: [{ sources: ['y'] }] } },
      sources: { x: named, y: named },
    });
    expect(origins(two)).toMatchObject({ min: 2, max: 2, byOwner: 2, sources: 2, cut: ['a', 'b'] });
  });

  // Five people, but all known through one article: whoever mistrusts it has nothing left.
  it('one article with five officials has 5 sources and 1 origin', () => {
    const five = ['v', 'w', 'x', 'y', 'z'];
    const each = evidence({ articles: { a: { says: [{ sources: five }] } } });
    const group = evidence({ articles: { a: { says: [{ sources: ['g'] }] } }, sources: { g: { minCount: 5 } } });
    for (const one of [each, group]) expect(origins(one)).toMatchObject({ min: 1, max: 1, sources: 5, cut: ['a'] });
  });

  // They may be one and the same person, or two: at least one origin, at most two.
  it('two anonymous sources of two outlets are 1–2', () => {
    const two = evidence({ articles: { a: { says: [{ sources: ['x'] }] }, b: { says: [{ sources: ['y'] }] } } });
    expect(origins(two)).toMatchObject({ min: 1, max: 2, sources: 2 });
  });

  // Whoever he is, he is one person behind both articles.
  it('two anonymous sources taken to be one are 1–1, and to be somebody still 1–1', () => {
    const articles = { a: { says: [{ sources: ['x'] }] }, b: { says: [{ sources: ['y'] }] } };
    const same = evidence({ articles, sources: { x: { sameAs: ['y'] } } });
    expect(origins(same)).toMatchObject({ min: 1, max: 1, sources: 1, cut: ['x'] });
    const him = { identifiedAs: ['person:p'] };
    expect(origins(evidence({ articles, sources: { x: him, y: him } }))).toMatchObject({ min: 1, max: 1, sources: 1 });
    const himself = evidence({ articles, sources: { x: him, 'source:person:p': named }, claims: {} });
    expect(badge(himself)).toBe('1–2');
    const speaks = { ...articles, d: { says: [{ sources: ['source:person:p'] }] } };
    expect(badge(evidence({ articles: speaks, sources: { x: him, 'source:person:p': named } }))).toBe('1–2');
  });

  // He is one of the four, so he is no fifth person, and no second origin beside them.
  it('"one NATO official", one of "four officials", counts once', () => {
    const officials = evidence({
      articles: { a: { says: [{ sources: ['four'] }] }, b: { says: [{ sources: ['one'] }] } },
      sources: { four: { minCount: 4 }, one: { memberOf: ['four'] } },
    });
    expect(origins(officials)).toMatchObject({ min: 1, max: 1, sources: 4 });
  });

  // Five different people of "at least four" are five.
  it('more different members than the group says are as many people', () => {
    const five = ['v', 'w', 'x', 'y', 'z'];
    const officials = evidence({
      articles: { a: { says: [{ sources: ['four', ...five] }] } },
      sources: { four: { minCount: 4 }, ...Object.fromEntries(five.map((key) => [key, { memberOf: ['four'] }])) },
    });
    expect(origins(officials).sources).toBe(5);
  });

  it('documents and own reporting are identified, what names nobody is not, and is no person', () => {
    const of = (kind: 'document' | 'ownReporting' | 'unresolved' | 'anonymous') =>
      origins(
        evidence({
          articles: { a: { says: [{ sources: ['x'] }] }, b: { says: [{ sources: ['y'] }] } },
          sources: { x: { kind }, y: { kind } },
        }),
      );
    expect(of('document')).toMatchObject({ min: 2, max: 2, sources: 2 });
    expect(of('ownReporting')).toMatchObject({ min: 2, max: 2, sources: 2 });
    expect(of('anonymous')).toMatchObject({ min: 1, max: 2, sources: 2, unresolved: [] });
    expect(of('unresolved')).toMatchObject({ min: 1, max: 2, sources: 0, unresolved: ['a', 'b'] });
  });

  // The article names its source once; that it repeats the claim without one is no further origin.
  it('an unsourced assertion beside a sourced one adds nothing', () => {
    const sources = { x: named, n: { kind: 'unresolved' } as const };
    const beside = evidence({ articles: { a: { says: [{ sources: ['x'] }, {}, { sources: ['n'] }] } }, sources });
    const d = { says: [{ sources: ['x'] }] };
    expect(origins(beside)).toMatchObject({ min: 1, max: 1, sources: 1, unresolved: [] });
    const two = evidence({ articles: { a: { says: [{ sources: ['x'] }, {}, { sources: ['n'] }] }, d }, sources });
    expect(origins(two)).toMatchObject({ min: 1, max: 1, cut: ['x'] });
  });
});

describe('which assertions count', () => {
  it('only accepted ones of held articles in the mode asked for', () => {
    const some = evidence({
      articles: {
        a: { says: [{ sources: ['x'], review: 'proposed' }] },
        b: { says: [{ sources: ['x'], mode: 'denies' }] },
        s: { held: false, says: [{ sources: ['y'] }] },
      },
    });
    expect(badge(some)).toBe('0–0');
    const denied = originsOf(indexEvidence(some), [{ ...asserted, mode: 'denies' }]);
    expect(denied).toMatchObject({ min: 1, max: 1, cut: ['b'] });
  });

  // What B expects is no position of today; but where A has today's from B, B's word on it is what A rests on.
  it('of today’s position only today’s assertions are entries; on the way any modality is', () => {
    const some = evidence({
      articles: {
        a: { says: [{ relays: ['b'] }] },
        b: { says: [{ sources: ['x'], modality: 'expected' }] },
        d: { says: [{ sources: ['y'], modality: 'expected' }] },
      },
      sources: { x: named, y: named },
    });
    const now = originsOf(indexEvidence(some), [{ ...asserted, modality: 'now' }]);
    expect(now).toMatchObject({ min: 1, max: 1, sources: 1 });
    expect(badge(some)).toBe('2–2');
  });

  // A is read for its relay alone: what it has from its own source is no part of that.
  it('of chosen assertions only their own links are the entry’s', () => {
    const some = evidence({
      articles: { a: { says: [{ relays: ['s'] }, { sources: ['x'] }] }, b: { says: [{ relays: ['s'] }] } },
      sources: { x: named },
    });
    const relays = originsOf(indexEvidence(some), [{ ...asserted, assertions: new Set(['a', 'b']) }]);
    expect(relays).toMatchObject({ min: 1, max: 1, sources: 0, cut: ['s'] });
    expect(badge(some)).toBe('1–2');
  });

  // What others tell of an article's sources counts where its own text does not name them, and only there.
  it('a held article’s own word on its sources comes before what others reconstruct', () => {
    const articles = {
      a: { says: [{ relays: ['r'] }] },
      r: { says: [{}, { sources: ['x'], knownFrom: ['a'] }] },
    };
    expect(origins(evidence({ articles, sources: { x: named } }))).toMatchObject({ sources: 1, unresolved: [] });
    const own = { ...articles, r: { says: [{ sources: ['y', 'z'] }, { sources: ['x'], knownFrom: ['a'] }] } };
    expect(origins(evidence({ articles: own })).sources).toBe(2);
  });
});
