// Which edges follow from which assertions.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveEdges, edgeId } from '../../../server/provenance/edges.ts';
import type { EvidenceRow } from '../../../server/schema/evidence.ts';
import { row, shownBy } from './evidence.ts';

const ids = (rows: EvidenceRow[]): string[] => deriveEdges(rows).map(edgeId);
const stanceOf = (rows: EvidenceRow[]) => deriveEdges(rows).find(({ type }) => type === 'OPPOSES')?.properties;

describe('deriveEdges', () => {
  it('makes a stance edge and a report of an accepted assertion of today', () => {
    expect(ids([row()])).toEqual(['OPPOSES~country:hu~plan:x', 'REPORTS~outlet:o~claim:c']);
  });

  it.each<[string, Partial<EvidenceRow>, string[]]>([
    ['a denial', { mode: 'denies' }, []],
    ['a question', { mode: 'questions' }, []],
    ['an expected position', { modality: 'expected' }, ['REPORTS~outlet:o~claim:c']],
    ['a count', { kind: 'count' }, ['REPORTS~outlet:o~claim:c']],
    ['a statement', { kind: 'statement', stance: null, target: null }, ['REPORTS~outlet:o~claim:c']],
    ['a proposed assertion', { review: 'proposed' }, []],
    ['a rejected assertion', { review: 'rejected', speakers: ['person:p'] }, []],
    ['an article that a newer text replaces', { newer: [{ article: 'article:newer', publishedTo: null }] }, []],
    ['a stub whose assertion nothing shows', { held: false, reconstructed: true }, []],
    ['an unnamed outlet', { outlet: null, speakers: ['person:p'] }, ['OPPOSES~country:hu~plan:x']],
    ['a denial that quotes', { mode: 'denies', speakers: ['person:p'] }, ['QUOTES~outlet:o~person:p']],
    [
      'a denial that relays',
      { mode: 'denies', relays: [{ article: 'article:b', outlet: 'outlet:b' }] },
      ['CITES~outlet:o~outlet:b'],
    ],
    ['a relay of its own outlet', { mode: 'denies', relays: [{ article: 'article:b', outlet: 'outlet:o' }] }, []],
    ['a relay of an unnamed outlet', { mode: 'denies', relays: [{ article: 'article:b', outlet: null }] }, []],
  ])('of %s makes what it should', (_, more, expected) => {
    expect(ids([row(more)])).toEqual(expected);
  });

  it('gives each stance its own edge', () => {
    const stances = (['supports', 'opposes', 'noncommittal', 'defers'] as const).map((stance) =>
      row({ stance, outlet: null }),
    );
    expect(deriveEdges(stances).map(({ type }) => type)).toEqual([
      'DEFERS_ON',
      'NONCOMMITTAL_ON',
      'OPPOSES',
      'SUPPORTS',
    ]);
  });

  it('counts articles and outlets once, and the unnamed apart', () => {
    const rows = [
      row(),
      row(),
      row({ article: 'article:b', publishedFrom: '2024-10', publishedTo: '2024-11-02T10:00:00Z' }),
      row({ article: 'article:c', outlet: null, publishedFrom: null, publishedTo: null }),
      row({ article: 'article:d', outlet: null, publishedFrom: null, publishedTo: null }),
    ];
    expect(stanceOf(rows)).toEqual({
      derived: true,
      articles: 4,
      outlets: 1,
      unnamedOutlets: 2,
      first: '2024-10',
      last: '2024-11-02',
    });
    expect(stanceOf(rows.slice(3))).toEqual({ derived: true, articles: 2, outlets: 0, unnamedOutlets: 2 });
  });

  it('counts a stub only through the held articles that show it', () => {
    const stub = row({
      article: 'article:stub',
      outlet: 'outlet:politico',
      held: false,
      reconstructed: true,
      publishedFrom: '2024-10-23',
      publishedTo: '2024-10-23',
      relays: [{ article: 'article:deeper', outlet: 'outlet:deep' }],
      knownFrom: [
        shownBy('article:a', 'outlet:o', '2024-10-24'),
        shownBy('article:b', null),
        { ...shownBy('article:old', 'outlet:z'), newer: [{ article: 'article:newer', publishedTo: null }] },
      ],
    });
    const edges = new Map(deriveEdges([stub]).map((edge) => [edgeId(edge), edge.properties]));
    const counted = {
      derived: true,
      articles: 2,
      outlets: 1,
      unnamedOutlets: 1,
      first: '2024-10-24',
      last: '2024-10-24',
    };
    expect([...edges.keys()]).toEqual([
      'CITES~outlet:politico~outlet:deep',
      'OPPOSES~country:hu~plan:x',
      'REPORTS~outlet:politico~claim:c',
    ]);
    expect([...edges.values()]).toEqual([counted, counted, counted]);
  });

  it('does not depend on the order of the rows, and a row twice changes nothing', () => {
    const some = fc.record({
      article: fc.constantFrom('article:a', 'article:b'),
      mode: fc.constantFrom('asserts' as const, 'denies' as const),
      stance: fc.constantFrom('supports' as const, 'opposes' as const),
      speakers: fc.subarray(['person:p', 'person:q']),
    });
    const list = fc.array(
      some.map((more) =>
        row({ ...more, outlet: more.article === 'article:a' ? 'outlet:o' : null, claim: `claim:${more.stance}` }),
      ),
      { maxLength: 8 },
    );
    const pair = list.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows, ...rows], { minLength: rows.length * 2 })),
    );
    fc.assert(
      fc.property(pair, ([rows, other]) => {
        expect(deriveEdges(other)).toEqual(deriveEdges(rows));
      }),
      { seed: 11 },
    );
  });
});
