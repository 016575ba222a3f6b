// How the assertions of some claims stand: which are shown, which of these count, and over which links they lead on.
import { evidenceOf } from '../../evidence/load.ts';
import { type EvidenceIndex, indexEvidence } from '../../provenance/evidence-index.ts';
import { placeOf } from '../../provenance/says.ts';
import type { EvidenceAssertion } from '../../schema/evidence.ts';
import type { Store } from '../../store/port.ts';
import type { Filtered } from './evidence-filter.ts';
import { whole } from './surroundings.ts';

export interface Standing {
  /** What is retracted, revised or withdrawn is shown and does not count; what the filter leaves out is not shown. */
  isShown(assertion: string): boolean;
  counts(assertion: string): boolean;
  /** The articles that an article prints: what it says is theirs. */
  prints(article: string): readonly string[];
  /** Whether its trail leads on to the source or the article. */
  leadsTo(assertion: string, other: string): boolean;
}

/** The assertion without the links that are gone, where it counts. */
function countingOf({ counting }: EvidenceIndex, of: EvidenceAssertion) {
  // It counts where it stands today: what an article relays of one that was revised stands in the revision.
  const said = counting.says(of.claim, of.mode).get(placeOf(of, counting));
  return said?.all.find((one) => one.assertion === of.assertion);
}

export function standingIn(index: EvidenceIndex, passes: (article: string) => boolean = () => true): Standing {
  const linksOf = (key: string): EvidenceAssertion | undefined => {
    const one = index.assertion(key);
    return one === undefined ? undefined : (countingOf(index, one) ?? one);
  };
  return {
    isShown: (key) => index.assertion(key) !== undefined,
    counts(key) {
      const one = index.assertion(key);
      return one !== undefined && index.counts(one);
    },
    prints: (article) => (index.evidence.articles.get(article)?.republishes ?? []).filter(passes),
    leadsTo(key, other) {
      const links = linksOf(key);
      return links?.sources.includes(other) === true || links?.relays.includes(other) === true;
    },
  };
}

/** Of the claims with the keys; `filtered` is null where the query leaves nothing out. */
export async function standingOf(
  store: Store,
  claims: readonly string[],
  filtered: Filtered | null,
): Promise<Standing> {
  const known = await whole(store, filtered);
  if (known !== null) return standingIn(known.index, known.passes);
  return standingIn(indexEvidence(await evidenceOf(store, claims)));
}
