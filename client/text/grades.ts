// The Admiralty (STANAG 2511) scales in words; grades are given by people alone.

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

/** What the number of origins lets a person give at most; the grade itself is theirs. */
export function eligibleWords({ min, max }: { min: number; max: number }): string {
  if (min >= 2) return 'Two or more identified origins: credibility 1 (confirmed by other sources) may be given.';
  if (min === 1 && max > 1)
    return 'One identified origin and others that are not: at most credibility 2 (probably true).';
  return 'One origin confirms nothing by itself: the count makes neither credibility 1 nor 2 eligible.';
}

/** "B2" taken apart; a part that is not there is empty. */
export const partsOf = (grade: string | null): { reliability: string; credibility: string } => ({
  reliability: /[A-E]/.exec(grade ?? '')?.[0] ?? '',
  credibility: /[1-5]/.exec(grade ?? '')?.[0] ?? '',
});
