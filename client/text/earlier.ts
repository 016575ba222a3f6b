// Decisions on an earlier text of an article: a revision is a new article, so they are not on what stands in it now.
import type { EarlierText } from '../../server/schema/curation.ts';

interface Decision {
  earlierTexts?: EarlierText[] | undefined;
}

/** The decisions that were made on what stood, in an earlier text, in the place of the source or assertion with this key. */
export const madeBefore = <D extends Decision>(decisions: readonly D[], key: string): D[] =>
  decisions.filter(({ earlierTexts }) => earlierTexts?.some(({ now }) => now?.key === key));

/** What to say beside a decision on the source or assertion with this key; undefined where that stands in a newest text. */
export const revisedSince = ({ earlierTexts }: Decision, key: string): string | undefined =>
  earlierTexts?.some(({ of }) => of === key) ? 'on a text that was revised since' : undefined;
