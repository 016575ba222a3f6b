// Which credibility a number of origins makes a person free to give; the grade itself is never given by the program.

/**
 * The best credibility (STANAG 2511: 1 confirmed by other sources, 2 probably true) that the independent origins of a
 * claim can bear, or null where their number says nothing. Two identified origins confirm each other; one identified
 * origin with further, unidentified ones makes it probable at most; a single origin confirms nothing.
 */
export function eligibleCredibility({ min, max }: { readonly min: number; readonly max: number }): 1 | 2 | null {
  if (min >= 2) return 1;
  return min === 1 && max > 1 ? 2 : null;
}
