// A row of evidence for tests: an article of an outlet asserts that a country opposes a plan.
import type { EvidenceRow } from '../../../server/schema/evidence.ts';

let made = 0;
export function row(more: Partial<EvidenceRow> = {}): EvidenceRow {
  made += 1;
  return {
    assertion: `assertion:${made}`,
    article: 'article:a',
    outlet: 'outlet:o',
    publishedFrom: '2024-10-24',
    publishedTo: '2024-10-24',
    newer: [],
    held: true,
    mode: 'asserts',
    modality: 'now',
    review: 'accepted',
    reconstructed: false,
    claim: 'claim:c',
    kind: 'stance',
    stance: 'opposes',
    holder: 'country:hu',
    target: 'plan:x',
    sources: [],
    relays: [],
    speakers: [],
    knownFrom: [],
    ...more,
  };
}
/** An article as one by which a reconstructed assertion is known. */
export const shownBy = (article: string, outlet: string | null, day: string | null = null) => ({
  article,
  outlet,
  publishedFrom: day,
  publishedTo: day,
  newer: [],
});
