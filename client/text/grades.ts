// The Admiralty (STANAG 2511) scales in words; grades are given by people alone.
import type { GradeStanding } from '../../server/schema/curation.ts';
import { originsInWords } from './origins.ts';

export const reliabilityWords: Readonly<Record<string, string>> = {
  A: 'Completely reliable',
  B: 'Usually reliable',
  C: 'Fairly reliable',
  D: 'Not usually reliable',
  E: 'Unreliable',
  F: 'Reliability cannot be judged',
};
export const credibilityWords: Readonly<Record<string, string>> = {
  1: 'Confirmed by other sources',
  2: 'Probably true',
  3: 'Possibly true',
  4: 'Doubtful',
  5: 'Improbable',
  6: 'Truth cannot be judged',
};

/** What the server says that a person may give at most, on which origins; undefined where it counts none. The grade itself is theirs. */
export function eligibleWords({ origins, eligible }: Pick<GradeStanding, 'origins' | 'eligible'>): string | undefined {
  if (origins === null) return undefined;
  const rests = `Whoever says it, it rests on ${originsInWords({ originsMin: origins.min, originsMax: origins.max })}`;
  if (eligible === null) return `${rests}: that makes neither credibility 1 nor 2 eligible.`;
  const best = `credibility ${eligible} (${credibilityWords[eligible]?.toLowerCase()})`;
  return `${rests}: ${eligible === 1 ? best : `at most ${best}`} may be given.`;
}

/** "B2" taken apart; a part that is not there is empty. */
export const partsOf = (grade: string | null): { reliability: string; credibility: string } => ({
  reliability: /[A-E]/.exec(grade ?? '')?.[0] ?? '',
  credibility: /[1-5]/.exec(grade ?? '')?.[0] ?? '',
});
