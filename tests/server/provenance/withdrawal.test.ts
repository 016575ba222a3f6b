// Retraction, correction, revision: what is withdrawn counts no more, nor what rests on it alone.
import { describe, expect, it } from 'vitest';
import { deriveEdges } from '../../../server/provenance/edges.ts';
import { filterEvidence } from '../../../server/provenance/filter.ts';
import { indexEvidence } from '../../../server/provenance/origins.ts';
import { badge, type EvidenceInput, evidence, origins } from './evidence.ts';

const chain = (r: EvidenceInput['articles'][string], more: EvidenceInput['articles'] = {}) =>
  evidence({
    articles: {
      a: { on: '2024-10-26', outlet: 'o', says: [{ relays: ['b'] }] },
      b: { on: '2024-10-25', says: [{ relays: ['r'] }] },
      r: { on: '2024-10-24', says: [{ sources: ['x'] }], ...r },
      ...more,
    },
  });
const stance = (of: Parameters<typeof badge>[0]) =>
  deriveEdges(of, new Set()).find(({ type }) => type === 'OPPOSES')?.properties;

describe('a retraction', () => {
  const notice = { n: { on: '2024-10-27' } };
  const retracted = chain({ retractedBy: ['n'] }, notice);

  it('leaves 0–0 down the chain, and names the article', () => {
    expect(origins(retracted)).toMatchObject({ min: 0, max: 0, byOwner: 0, sources: 0, cut: [], retracted: ['r'] });
  });

  // A and B still say so; that R did is what was withdrawn.
  it('keeps the edge, as support withdrawn', () => {
    expect(stance(retracted)).toMatchObject({ articles: 2, originsMin: 0, originsMax: 0, first: '2024-10-25' });
    const alone = evidence({ articles: { r: { retractedBy: ['n'], says: [{}] }, ...notice } });
    expect(stance(alone)).toEqual({
      derived: true,
      articles: 0,
      outlets: 0,
      unnamedOutlets: 0,
      sources: 0,
      originsMin: 0,
      originsMax: 0,
      originsByOwner: 0,
      contested: false,
    });
  });

  it('leaves what has another origin, and still names what it also rested on', () => {
    const other = chain({ retractedBy: ['n'] }, { ...notice, a: { says: [{ relays: ['b'] }, { sources: ['y'] }] } });
    expect(origins(other)).toMatchObject({ min: 1, max: 1, sources: 1, retracted: ['r'] });
    const both = chain({ retractedBy: ['n'] }, { ...notice, a: { says: [{ relays: ['b', 's'] }] } });
    expect(origins(both)).toMatchObject({ min: 1, max: 1, unresolved: ['s'], retracted: ['r'] });
    const index = indexEvidence(both);
    expect(both.assertions.filter((one) => index.counts(one)).map(({ assertion }) => assertion)).toEqual(['a']);
  });

  it('counts once the retracting article does', () => {
    expect(badge(filterEvidence(retracted, { asOf: '2024-10-26' }))).toBe('1–1');
    expect(badge(filterEvidence(retracted, { without: ['n'] }))).toBe('1–1');
    expect(badge(filterEvidence(retracted, { only: new Set(['a', 'b', 'r']) }))).toBe('1–1');
    expect(badge(filterEvidence(retracted, { asOf: '2024-10-27' }))).toBe('0–0');
  });

  it('of a retraction brings the article back; articles that retract each other are both out', () => {
    const again = { n: { on: '2024-10-27', retractedBy: ['m'] }, m: { on: '2024-10-28' } };
    expect(badge(chain({ retractedBy: ['n'] }, again))).toBe('1–1');
    expect(badge(chain({ retractedBy: ['n'] }, { n: { retractedBy: ['r'] } }))).toBe('0–0');
    const revised = { n: { revisedBy: ['n.2'] }, 'n.2': {} };
    expect(badge(chain({ retractedBy: ['n'] }, revised))).toBe('1–1');
  });

  // What only the retracted article told of the stub is not known; that B relays it is.
  it('takes what only the retracted article showed', () => {
    const shown = evidence({
      articles: {
        a: { retractedBy: ['n'], says: [{ relays: ['s'] }] },
        b: { says: [{ relays: ['s'] }] },
        s: { held: false, says: [{ sources: ['x'], knownFrom: ['a'] }] },
        n: {},
      },
    });
    expect(origins(shown)).toMatchObject({ min: 1, max: 1, sources: 0, unresolved: ['s'] });
  });
});

describe('a correction', () => {
  const corrected = (...denied: string[]) =>
    evidence({
      articles: {
        a: { says: [{ relays: ['r'] }] },
        r: { correctedBy: ['k'], says: [{ sources: ['x'] }, { claim: 'other', sources: ['x'] }] },
        k: { says: denied.map((claim) => ({ claim, mode: 'denies' as const })) },
      },
    });

  it('withdraws only what it denies', () => {
    expect(badge(corrected('c'))).toBe('0–0');
    expect(badge(corrected('other'))).toBe('1–1');
    expect(badge(corrected())).toBe('1–1');
    expect(origins(corrected('c'))).toMatchObject({ retracted: [], corrected: [{ article: 'r', by: ['k'] }] });
    expect(origins(corrected('other')).corrected).toEqual([]);
    const edges = deriveEdges(corrected('c'), new Set());
    expect(edges.map(({ properties }) => properties.originsMax)).toEqual([1]);
  });

  // S is corrected in what it says of another claim, which alone showed that the stub says this one.
  it('is named where it reaches the claim through what shows it', () => {
    const shown = evidence({
      articles: {
        a: { correctedBy: ['k'], says: [{ claim: 'other' }] },
        s: { held: false, says: [{ knownFrom: ['a'] }] },
        k: { says: [{ claim: 'other', mode: 'denies' }] },
      },
    });
    expect(origins(shown)).toMatchObject({ max: 0, corrected: [{ article: 'a', by: ['k'] }] });
  });

  it('does nothing once it is retracted, or left out', () => {
    const all = corrected('c');
    expect(badge(filterEvidence(all, { without: ['k'] }))).toBe('1–1');
    const { k, ...articles } = Object.fromEntries(all.articles);
    const retracted = { ...all, articles: new Map(Object.entries({ ...articles, k: { ...k, retractedBy: ['n'] } })) };
    expect(badge(retracted as typeof all)).toBe('1–1');
  });
});

describe('a revision', () => {
  const revised = evidence({
    articles: {
      a: { on: '2024-10-25', says: [{ relays: ['r'] }] },
      r: { on: '2024-10-24', revisedBy: ['r.2'], says: [{ sources: ['x'] }] },
      'r.2': { on: '2024-10-26', says: [{ sources: ['y', 'z'] }] },
    },
  });

  // Whoever relays the article relays it as it stands now: its new text is no second origin.
  it('takes the place of the text before, also for what relays that', () => {
    expect(origins(revised)).toMatchObject({ min: 1, max: 1, sources: 2, cut: ['r.2'], unresolved: [] });
    expect(stance(revised)?.articles).toBe(2);
  });

  it('does so only where it counts itself', () => {
    for (const filter of [{ asOf: '2024-10-25' }, { without: ['r.2'] }, { only: new Set(['a', 'r']) }]) {
      expect(origins(filterEvidence(revised, filter))).toMatchObject({ max: 1, sources: 1, cut: ['r'] });
    }
  });
});
