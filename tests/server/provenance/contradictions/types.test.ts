// One case for every type of entry, and what is none.
import { describe, expect, it } from 'vitest';
import { entriesOf, type LedgerInput, ledger } from './ledger.ts';

const said = (claim: string, more = {}) => ({ says: [{ claim, sources: [`of ${claim}`], ...more }] });

describe('each type', () => {
  it.each<[string, LedgerInput['articles'], string[]]>([
    ['denial', { a: said('opposes'), b: said('opposes', { mode: 'denies' }) }, ['denial: a / b']],
    ['exclusive', { a: said('supports'), b: said('opposes') }, ['exclusive: a / b']],
    ['count', { a: said('twenty'), b: said('fifteen') }, ['count: b / a']],
    ['tension', { a: said('opposes'), b: said('noncommittal') }, ['tension: a / b']],
    ['tension with what defers', { a: said('supports'), b: said('defers') }, ['tension: a / b']],
    [
      'relay divergence',
      { a: said('opposes', { relays: ['p'] }), b: said('noncommittal', { relays: ['p'] }) },
      ['relayDivergence: a / b'],
    ],
    ['reversal', { a: said('supports', { to: '2023' }), b: said('opposes', { from: '2024-01' }) }, ['reversal: a / b']],
    [
      'public and private',
      { a: said('supports', { channel: 'public' }), b: said('opposes', { channel: 'private' }) },
      ['publicPrivate: a / b'],
    ],
    [
      'a denial between channels',
      { a: said('opposes', { channel: 'private' }), b: said('opposes', { mode: 'denies', channel: 'public' }) },
      ['publicPrivate: a / b'],
    ],
    [
      'a tension between channels, of one source too',
      {
        a: { says: [{ claim: 'opposes', channel: 'private', sources: ['x'] }] },
        b: { says: [{ claim: 'noncommittal', channel: 'public', sources: ['y'] }] },
      },
      ['publicPrivate: a / b'],
    ],
    ['counts that exclude each other', { a: said('none'), b: said('seven') }, ['denial: a / b']],
  ])('%s', (_, articles, expected) => {
    const found = entriesOf({ articles });
    // The order of the sides of counts of one stance follows their keys.
    expect(found).toEqual(expected);
  });
});

describe('denied counts', () => {
  const claims: LedgerInput['claims'] = {
    atLeastFive: { kind: 'count', scope: 'members', of: 32, stance: 'opposes', quantifier: 'atLeast', number: 5 },
    anyone: { kind: 'count', scope: 'members', of: 32, stance: 'opposes', quantifier: 'atLeast', number: 1 },
    otherBody: { kind: 'count', scope: 'members', of: 27, stance: 'opposes', quantifier: 'atLeast', number: 5 },
  };
  const denied = (claim: string) => said(claim, { mode: 'denies' });

  it.each<[string, LedgerInput['articles'], string[]]>([
    ['at least 7 where at least 5 is denied', { a: said('seven'), b: denied('atLeastFive') }, ['denial: a / b']],
    ['exactly 5 where at least 5 is denied', { a: said('five'), b: denied('atLeastFive') }, ['denial: a / b']],
    [
      'at least 7 now, at least 5 denied of another time',
      { a: said('seven', { from: '2024' }), b: said('atLeastFive', { mode: 'denies', to: '2023' }) },
      ['reversal: a / b'],
    ],
    ['that none does and that any does, both denied', { a: denied('none'), b: denied('anyone') }, ['denial: b / a']],
    ['at least 5 where at least 7 is denied: five may', { a: said('atLeastFive'), b: denied('seven') }, []],
    ['none where at least 5 is denied', { a: said('none'), b: denied('atLeastFive') }, []],
    ['at least 7 where exactly 5 is denied', { a: said('seven'), b: denied('five') }, []],
    ['at least 7 of 32 where at least 5 of 27 is denied', { a: said('seven'), b: denied('otherBody') }, []],
    ['that none does and that at least 5 do, both denied', { a: denied('none'), b: denied('atLeastFive') }, []],
    ['of other stances', { a: said('fifteen'), b: denied('atLeastFive') }, []],
  ])('%s', (_, articles, expected) => {
    expect(entriesOf({ articles, claims })).toEqual(expected);
  });

  it('are explained, and contest both', () => {
    const [entry] = ledger({ articles: { a: said('seven'), b: denied('atLeastFive') }, claims });
    expect(entry).toMatchObject({
      explanation: 'At least 7 can only be if at least 5 is, which the other side denies.',
      claims: ['atLeastFive', 'seven'],
    });
    const [both] = ledger({ articles: { a: denied('none'), b: denied('anyone') }, claims });
    expect(both?.explanation).toBe('At least 1 and none leave no number over, and both are denied.');
  });
});

describe('what is no contradiction', () => {
  it.each<[string, LedgerInput]>([
    ['at least seven of 32 oppose and a majority supports', { articles: { a: said('seven'), b: said('majority') } }],
    [
      'what is held and what is expected',
      { articles: { a: said('supports'), b: said('opposes', { modality: 'expected' }) } },
    ],
    [
      'a denial of what is expected',
      { articles: { a: said('opposes', { modality: 'expected' }), b: said('opposes', { mode: 'denies' }) } },
    ],
    ['a proposed assertion', { articles: { a: said('supports'), b: said('opposes', { review: 'proposed' }) } }],
    ['a question', { articles: { a: said('supports'), b: said('supports', { mode: 'questions' }) } }],
    ['two ways not to commit', { articles: { a: said('noncommittal'), b: said('defers') } }],
    ['a denial of the opposite', { articles: { a: said('supports'), b: said('opposes', { mode: 'denies' }) } }],
    ['a stance of the holder and a count of its members', { articles: { a: said('supports'), b: said('twenty') } }],
    ['a stub that nothing shows', { articles: { a: said('supports'), b: { held: false, ...said('opposes') } } }],
    [
      "a person's opinion and the act on behalf of his country",
      {
        articles: { a: said('supports'), b: said('his') },
        claims: { his: { holder: 'person:p', questionKey: 'question:his', stance: 'opposes' } },
      },
    ],
    [
      'a retracted article',
      { articles: { a: said('supports'), b: { ...said('opposes'), retractedBy: ['r'] }, r: {} } },
    ],
    [
      'a text that a newer one revises',
      { articles: { a: said('supports'), b: { ...said('opposes'), revisedBy: ['r'] }, r: {} } },
    ],
    [
      'what a correction denies is withdrawn',
      { articles: { a: { ...said('opposes'), correctedBy: ['b'] }, b: said('opposes', { mode: 'denies' }) } },
    ],
    [
      'a tension at other times',
      { articles: { a: said('opposes', { to: '2023' }), b: said('noncommittal', { from: '2024' }) } },
    ],
  ])('%s', (_, input) => {
    expect(entriesOf(input)).toEqual([]);
  });
});

describe('time', () => {
  it.each<[string, object, object, string]>([
    ['open ends overlap everything', { from: '2025' }, {}, 'exclusive'],
    ['a day in a month', { from: '2024-10', to: '2024-10' }, { from: '2024-10-31', to: '2024-10-31' }, 'exclusive'],
    ['the same day', { to: '2024-10-24' }, { from: '2024-10-24T09:26:00Z' }, 'exclusive'],
    ['the day after', { to: '2024-10-24' }, { from: '2024-10-25' }, 'reversal'],
    ['a month and the next', { to: '2024-02' }, { from: '2024-03-01' }, 'reversal'],
  ])('%s', (_, one, other, type) => {
    const entries = ledger({ articles: { a: said('supports', one), b: said('opposes', other) } });
    expect(entries.map((entry) => entry.type)).toEqual([type]);
  });

  it('keeps what overlaps apart from what was before', () => {
    const articles = {
      a: said('supports', { to: '2022' }),
      b: said('opposes', { from: '2023' }),
      d: said('supports', { from: '2024' }),
    };
    expect(entriesOf({ articles })).toEqual(['exclusive: d / b', 'reversal: a / b']);
  });
});

describe('explanations', () => {
  it.each<[string, string, string]>([
    ['twenty', 'fifteen', 'At least 15 and at least 20 are more than the 32 members there are.'],
    ['none', 'seven', 'None and at least 7 exclude each other.'],
    ['five', 'seven', 'Exactly 5 and at least 7 exclude each other.'],
    [
      'supports',
      'opposes',
      'Nobody supports and opposes the same thing at one time: “Norland opposes the bridge” and “Norland supports the bridge” exclude each other.',
    ],
  ])('of %s and %s', (a, b, expected) => {
    expect(ledger({ articles: { a: said(a), b: said(b) } })[0]?.explanation).toBe(expected);
  });
});
