// Different words: of articles for one origin, and of quotes for one utterance.
import { describe, expect, it } from 'vitest';
import { entriesOf, type LedgerInput, ledger } from './ledger.ts';

const relaying = (claim: string, wording: string | null = null, more = {}) => ({
  says: [{ claim, wording, relays: ['p'], ...more }],
});

describe('relay divergence', () => {
  it('in stance is shown instead of a tension, also within one article', () => {
    const says = [
      { claim: 'opposes', wording: 'resisting', relays: ['p'] },
      { claim: 'noncommittal', wording: 'reluctant', relays: ['p'] },
    ];
    const [entry, ...more] = ledger({ articles: { a: { says } } });
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      type: 'relayDivergence',
      a: { claim: 'opposes', assertions: ['a'] },
      b: { claim: 'noncommittal', assertions: ['a2'] },
      explanation: 'Different words for one origin: “resisting”, “reluctant”.',
    });
  });

  it('is told of one origin that one article has undecided and another deferring, not of an article that has both', () => {
    const [a, b] = [relaying('noncommittal', 'hesitant'), relaying('defers', 'hides behind others')];
    expect(ledger({ articles: { a, b } })).toMatchObject([
      {
        type: 'relayDivergence',
        a: { claim: 'noncommittal', assertions: ['a'] },
        b: { claim: 'defers', assertions: ['b'] },
        explanation: 'Different words for one origin: “hesitant”, “hides behind others”.',
      },
    ]);
    expect(entriesOf({ articles: { a, b: { says: [{ claim: 'defers', sources: ['x'] }] } } })).toEqual([]);
    const both = { says: ['noncommittal', 'defers'].map((claim) => ({ claim, relays: ['p'] })) };
    expect(entriesOf({ articles: { a: both, b: both } })).toEqual([]);
    expect(entriesOf({ articles: { a: both, b } })).toEqual(['relayDivergence: a / a2 b']);
    // An article that says both itself is relayed faithfully by whoever has one of the two from it.
    const own = { says: ['noncommittal', 'defers'].map((claim) => ({ claim, sources: [`of ${claim}`] })) };
    expect(entriesOf({ articles: { p: own, a: relaying('noncommittal'), b: relaying('defers') } })).toEqual([]);
  });

  it('holds of counts of the same number alone', () => {
    const of = (claim: string) => entriesOf({ articles: { a: relaying('seven'), b: relaying(claim) } });
    expect(of('sevenReluctant')).toEqual(['relayDivergence: a / b']);
    expect(of('majority')).toEqual([]);
  });

  it('in words alone needs two articles', () => {
    const a = relaying('opposes', 'resisting');
    expect(entriesOf({ articles: { a, b: relaying('opposes', 'opposing') } })).toEqual(['relayDivergence: b / a']);
    expect(entriesOf({ articles: { a, b: relaying('opposes', 'Resisting') } })).toEqual([]);
    expect(entriesOf({ articles: { a, b: relaying('opposes') } })).toEqual([]);
    const both = { says: ['resisting', 'opposing'].map((wording) => ({ claim: 'opposes', wording, relays: ['p'] })) };
    expect(entriesOf({ articles: { a: both } })).toEqual([]);
  });

  it('puts the earliest words first, and keeps its key when further words come', () => {
    const a = { on: '2024-10-24', ...relaying('opposes', 'opposing') };
    const b = { on: '2024-10-23', ...relaying('opposes', 'resisting') };
    const d = { on: '2024-10-22', ...relaying('opposes', 'against it') };
    const [two, three] = [ledger({ articles: { a, b } })[0], ledger({ articles: { a, b, d } })[0]];
    expect(two).toMatchObject({ a: { assertions: ['b'] }, b: { assertions: ['a'] } });
    expect(three).toMatchObject({ key: two?.key, a: { assertions: ['d'] }, b: { assertions: ['a', 'b'] } });
  });

  it.each<[string, LedgerInput, string[]]>([
    [
      'one source in two articles',
      {
        articles: {
          a: { says: [{ claim: 'opposes', sources: ['x'] }] },
          b: { says: [{ claim: 'defers', sources: ['x'] }] },
        },
      },
      ['relayDivergence: a / b'],
    ],
    [
      'sources that are one of the other',
      {
        articles: {
          a: { says: [{ claim: 'opposes', sources: ['x'] }] },
          b: { says: [{ claim: 'defers', sources: ['y'] }] },
        },
        sources: { x: { memberOf: ['y'] }, y: { minCount: 4 } },
      },
      ['relayDivergence: a / b'],
    ],
    [
      'a relay of a relay',
      {
        articles: { a: relaying('opposes'), b: { says: [{ claim: 'defers', relays: ['d'] }] }, d: relaying('defers') },
      },
      ['relayDivergence: a / b d'],
    ],
    [
      'an article and what relays it otherwise',
      { articles: { p: { says: [{ claim: 'opposes', sources: ['x'] }] }, b: relaying('noncommittal') } },
      ['relayDivergence: p / b'],
    ],
    [
      'faithful relays of an article that says both: its own sources are in tension',
      {
        articles: {
          p: {
            says: [
              { claim: 'opposes', sources: ['x'] },
              { claim: 'noncommittal', sources: ['y'] },
            ],
          },
          a: relaying('opposes'),
          b: relaying('noncommittal'),
        },
      },
      ['tension: p / p2'],
    ],
    [
      'what two relays reconstruct of one stub is no third',
      {
        articles: {
          a: relaying('opposes'),
          b: relaying('noncommittal'),
          p: {
            held: false,
            says: [
              { claim: 'opposes', knownFrom: ['a'], sources: ['x'] },
              { claim: 'noncommittal', knownFrom: ['b'], sources: ['x'] },
            ],
          },
        },
      },
      ['relayDivergence: a / b'],
    ],
  ])('of %s', (_, input, expected) => {
    expect(entriesOf(input)).toEqual(expected);
  });
});

it('a third wording leaves the entry of two as it is', () => {
  const quoting = (quote: string) => ({ says: [{ claim: 'opposes', quotes: [quote], sources: [quote] }] });
  const two = { b: quoting('q'), c: quoting('r') };
  const quotes = { q: { text: 'beta gamma delta', article: 'b' }, r: { text: 'beta gamma zeta', article: 'c' } };
  const before = entriesOf({ articles: two, quotes }).filter((entry) => entry.startsWith('wording'));
  const after = entriesOf({
    articles: { a: quoting('p'), ...two },
    quotes: { p: { text: 'alpha omega', article: 'a' }, ...quotes },
  }).filter((entry) => entry.startsWith('wording'));
  expect(before).toHaveLength(1);
  expect(after).toEqual(expect.arrayContaining(before));
  expect(after).toHaveLength(3);
});

describe('wording', () => {
  const quoting = (quote: string) => ({ says: [{ claim: 'opposes', quotes: [quote], sources: [quote] }] });
  const articles = { a: quoting('q'), b: quoting('r') };
  const of = (text: string, other: string, more: object = {}) =>
    entriesOf({ articles, quotes: { q: { text, article: 'a' }, r: { text: other, article: 'b', ...more } } });

  it('is told of renderings of one utterance with other words', () => {
    expect(of('more than terrifying', 'more than horrifying')).toEqual(['wording: a / b']);
  });

  it.each([
    ['the same words', 'More than terrifying!', 'more than “terrifying”', {}],
    ['marks and case', "won't join the U.S.", 'Won’t join the US', {}],
    ['a part of it', 'it is more than terrifying to me', 'more than terrifying', {}],
    ['another utterance', 'terrifying', 'horrifying', { utterance: 'utterance:v' }],
    ['a translation', 'more than terrifying', 'több mint rémisztő', { lang: 'hu', translationOf: ['q'] }],
  ])('is none for %s', (_, text, other, more) => {
    expect(of(text, other, more)).toEqual([]);
  });
});
