// Origins in time and by owner, and where the laws of counting end: cases worked out by hand, each with its reasoning.
import { describe, expect, it } from 'vitest';
import { badge, evidence, origins } from './evidence.ts';

const named = { kind: 'named' } as const;

describe('time', () => {
  // A cannot have it from B as B stands now, but somebody says so: the link stays and is pointed out.
  it('a relaying article published before the relayed one is a date conflict, still counted', () => {
    const early = evidence({
      articles: {
        a: { on: '2024-10-23', says: [{ relays: ['b'] }] },
        b: { on: '2024-10-24', says: [{ sources: ['x'] }] },
      },
      sources: { x: named },
    });
    expect(origins(early)).toMatchObject({ min: 1, max: 1, dateConflicts: [{ article: 'a', relays: 'b' }] });
  });

  it.each<[string, string | null, string, string | null, boolean]>([
    ['the same day', '2024-10-24T08:00:00Z', '2024-10-24T09:00:00Z', null, false],
    ['a month that may be later', '2024-10', '2024-10-30', null, false],
    ['a later month', '2024-09', '2024-10-01', null, true],
    ['no date', null, '2024-10-24', null, false],
    ['an open end of the relayed one', '2024-10-01', '2024-10-24', '2024-10-02', true],
  ])('%s', (_, relayingTo, relayedFrom, relayingFrom, isConflict) => {
    const some = evidence({
      articles: {
        a: { publishedFrom: relayingFrom, publishedTo: relayingTo, says: [{ relays: ['b'] }] },
        b: { publishedFrom: relayedFrom, publishedTo: null, says: [{ sources: ['x'] }] },
      },
    });
    expect(origins(some).dateConflicts).toHaveLength(isConflict ? 1 : 0);
  });

  // The agency's text comes in last and turns out to be what both had: two origins become one.
  it('the late arrival of an earlier article changes what the others rest on', () => {
    const a = { on: '2024-10-24', says: [{ relays: ['wire'] }] };
    const b = { on: '2024-10-24', says: [{ sources: ['x'] }] };
    const before = evidence({ articles: { a, b }, sources: { x: named } });
    expect(origins(before)).toMatchObject({ min: 1, max: 2, unresolved: ['wire'] });
    const wire = { on: '2024-10-22', says: [{ sources: ['x'] }] };
    const after = evidence({ articles: { a, b, wire }, sources: { x: named } });
    expect(origins(after)).toMatchObject({ min: 1, max: 1, cut: ['x'], unresolved: [] });
  });
});

describe('owners', () => {
  const own = { owner: 'w', outlet: 'o' };
  // Two papers of one house on two people: two origins, of one owner.
  it('the outlets of one owner are taken as one, and of an unknown owner each outlet', () => {
    const a = { outlet: 'o', says: [{ sources: ['x'] }] };
    const b = { outlet: 'p', says: [{ sources: ['y'] }] };
    const sources = { x: named, y: named };
    const of = (owner: string | null) =>
      origins(evidence({ articles: { a: { ...a, owner }, b: { ...b, owner } }, sources })).byOwner;
    expect([of('w'), of(null)]).toEqual([1, 2]);
    expect(origins(evidence({ articles: { a, b: { ...b, outlet: 'o' } }, sources })).byOwner).toBe(1);
    expect(
      origins(evidence({ articles: { a: { ...a, outlet: null }, b: { ...b, outlet: null } }, sources })).byOwner,
    ).toBe(2);
  });

  // D and E belong to one owner; P, of the same owner, prints R, which is read anyway: it lends R nobody.
  it('a republication in an owner’s paper does not tie others to that owner', () => {
    const articles = {
      d: { ...own, says: [{ sources: ['y'] }] },
      q: { outlet: 'other', says: [{ relays: ['d'] }] },
      r: { outlet: 'other', says: [{ sources: ['x'] }] },
    };
    const sources = { x: named, y: named };
    const more = { ...articles, p: { ...own, republishes: ['r'], says: [{}] } };
    expect(origins(evidence({ articles, sources })).byOwner).toBe(2);
    expect(origins(evidence({ articles: more, sources })).byOwner).toBe(2);
  });
});

describe('where the laws end', () => {
  // Either of A and B could stand alone, but they relay each other: the two count as one, and both must go.
  it('a circle that is cut may take several articles', () => {
    const circle = evidence({
      articles: {
        a: { says: [{ relays: ['b'] }, { sources: ['x'] }] },
        b: { says: [{ relays: ['a'] }, { sources: ['y'] }] },
      },
    });
    expect(origins(circle)).toMatchObject({ max: 1, cut: ['a', 'b'], circular: [] });
  });

  // N brings Z, and tells that S has it from Y too: A's way ends there, and B has X for itself.
  it('an article that tells where another has it can add one more', () => {
    const a = { says: [{ relays: ['s'] }] };
    const b = { says: [{ sources: ['x'] }] };
    const told = { sources: ['x'], knownFrom: ['a'] };
    const before = evidence({ articles: { a, b, s: { held: false, says: [told] } } });
    const n = { says: [{ relays: ['s'] }, { sources: ['z'] }] };
    const s = { held: false, says: [told, { sources: ['y'], knownFrom: ['n'] }] };
    expect([badge(before), badge(evidence({ articles: { a, b, n, s } }))]).toEqual(['1–1', '1–3']);
  });

  // A told that S had it from B. S's own text names Z: there was no circle, and A and B count on their own again.
  it('a text that shows a reported circle to be none can add more', () => {
    const a = { says: [{ relays: ['s'] }, { sources: ['x'] }] };
    const b = { says: [{ relays: ['a'] }, { sources: ['y'] }] };
    const told = { relays: ['b'], knownFrom: ['a'] };
    const before = evidence({ articles: { a, b, s: { held: false, says: [told] } } });
    const s = { says: [{ sources: ['z'] }, told] };
    expect([badge(before), badge(evidence({ articles: { a, b, s } }))]).toEqual(['1–1', '1–3']);
  });
});
