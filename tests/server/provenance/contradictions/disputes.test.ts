// What an assertion expressly disputes: claims, articles, quotes and other assertions.
import { describe, expect, it } from 'vitest';
import { contestedClaims } from '../../../../server/provenance/contradictions/contradictions.ts';
import { entriesOf, type LedgerInput, ledger } from './ledger.ts';

const report = {
  held: true,
  title: 'Seven against the bridge',
  says: ['seven', 'sevenReluctant', 'elsewhere'].map((claim) => ({ claim, assertion: `said-${claim}` })),
};
const other = { elsewhere: { questionKey: 'question:elsewhere' } };
const contested = (input: LedgerInput): string[] => [...contestedClaims(ledger(input), new Set())].sort();

describe('disputes', () => {
  it('of a claim by who asserts another: a denial, and no count conflict', () => {
    const articles = { a: report, b: { says: [{ claim: 'majority', disputes: ['seven'] }] } };
    const [entry, ...more] = ledger({ articles, claims: other });
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      type: 'denial',
      a: { claim: 'majority', assertions: ['b'] },
      b: { claim: 'seven', mode: 'asserts', assertions: ['said-seven'] },
      explanation:
        'Whoever asserts “A majority supports the bridge” disputes the claim “At least seven oppose the bridge”.',
    });
    expect(contested({ articles, claims: other })).toEqual(['seven']);
  });

  it('of an article and of a claim in it are two entries, the article on side b', () => {
    const articles = { a: report, b: { says: [{ claim: 'majority', disputes: ['a', 'seven'] }] } };
    const entries = ledger({ articles, claims: other });
    expect(entries.map(({ type, b }) => [type, b.claim, b.article])).toEqual(
      expect.arrayContaining([
        ['denial', null, 'a'],
        ['denial', 'seven', null],
      ]),
    );
    expect(entries).toHaveLength(2);
    // What the article says of other questions is not put in doubt by that.
    expect(contested({ articles, claims: other })).toEqual(['seven', 'sevenReluctant']);
    expect(entries.find(({ b }) => b.article === 'a')?.explanation).toContain('“Seven against the bridge”');
  });

  it('of an article that says nothing on the question contest all it asserts', () => {
    const articles = {
      a: { says: [{ claim: 'elsewhere', assertion: 'said' }] },
      b: { says: [{ claim: 'majority', disputes: ['a'] }] },
    };
    expect(contested({ articles, claims: other })).toEqual(['elsewhere']);
  });

  it('of a count contest what it sums up', () => {
    const articles = { a: report, b: { says: [{ claim: 'seven', mode: 'denies' as const }] } };
    const claims = { ...other, seven: { includes: ['elsewhere'] } };
    expect(contested({ articles, claims })).toEqual(['elsewhere', 'seven']);
  });

  it('of a quote or an assertion ask who said it', () => {
    const quotes = { q: { text: 'never, ever' } };
    const articles = {
      a: { says: [{ claim: 'opposes', quotes: ['q'], assertion: 'said' }] },
      b: { says: [{ claim: 'statement', disputes: ['q', 'said'] }] },
    };
    const entries = ledger({ articles, quotes });
    expect(entries.map(({ type, a, b }) => [type, a.claim, b.quote ?? b.article])).toEqual(
      expect.arrayContaining([
        ['attribution', 'statement', 'q'],
        ['attribution', 'statement', 'a'],
      ]),
    );
    expect(entries).toHaveLength(2);
    expect(contested({ articles, quotes })).toEqual(['opposes']);
  });

  it('of what nothing supports any more are not in the ledger', () => {
    const dispute = { says: [{ claim: 'majority', disputes: ['seven', 'a', 'nowhere'] }] };
    expect(entriesOf({ articles: { b: dispute }, claims: other })).toEqual([]);
    const retracted = { ...report, retractedBy: ['r'] };
    expect(entriesOf({ articles: { a: retracted, b: dispute, r: {} }, claims: other })).toEqual([]);
  });
});

describe('what sums up', () => {
  const claims = {
    group: { questionKey: 'question:group', stance: 'opposes' as const, includes: ['opposes'], text: 'All oppose it.' },
  };
  const sum = { says: [{ claim: 'group' }] };

  it('stands for a claim that nobody asserts by itself', () => {
    expect(entriesOf({ articles: { a: sum, b: { says: [{ claim: 'supports' }] } }, claims })).toEqual([
      'exclusive: b / a',
    ]);
    const denial = { says: [{ claim: 'opposes', mode: 'denies' as const }] };
    expect(entriesOf({ articles: { a: sum, b: denial }, claims })).toEqual(['denial: a / b']);
  });

  it('adds nothing where somebody does', () => {
    const articles = { a: sum, b: { says: [{ claim: 'supports' }] }, d: { says: [{ claim: 'opposes' }] } };
    expect(entriesOf({ articles, claims })).toEqual(['exclusive: b / d']);
  });
});

describe('contested claims', () => {
  const articles = { a: { says: [{ claim: 'supports' }] }, b: { says: [{ claim: 'opposes' }] } };

  it('are those of both sides until the entry is settled', () => {
    const entries = ledger({ articles });
    expect([...contestedClaims(entries, new Set())].sort()).toEqual(['opposes', 'supports']);
    expect(contestedClaims(entries, new Set(entries.map(({ key }) => key)))).toEqual(new Set());
  });

  it('are not those of a tension, a reversal or two channels', () => {
    const split = {
      a: { says: [{ claim: 'supports', to: '2020', channel: 'public' as const }] },
      b: { says: [{ claim: 'opposes', from: '2021' }] },
      d: { says: [{ claim: 'opposes', to: '2020', channel: 'private' as const }] },
      e: { says: [{ claim: 'noncommittal' }] },
    };
    expect(new Set(ledger({ articles: split }).map(({ type }) => type))).toEqual(
      new Set(['reversal', 'publicPrivate', 'tension']),
    );
    expect(contested({ articles: split })).toEqual([]);
  });
});
