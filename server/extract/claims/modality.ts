// Whether a position is held now, expected, only in the abstract or hypothetical, and the article's own hedge.

import type { z } from 'zod';
import type { Modality } from '../../schema/stance.ts';
import type { Word } from '../reading/reading.ts';

/** Before the stance word. */
const expected =
  /\b(?:will|'ll|expected to|likely to|set to|poised to|going to|due to|plans? to|planning to|intends? to|about to|may|shall)\b/;
const hypothetical = /\b(?:would|'d|could|might|should|ought to|must|if|unless|were to|can)\b/;
/** After it, or before: a position on the idea and not on the deed. */
const abstract = /\b(?:in the abstract|in principle|in theory|on paper|as an idea)\b/;
/** Verbs of saying in the past: "said it would" reports a "will". */
const saidWould =
  /\b(?:said|told|announced|vowed|pledged|promised|warned|predicted|added|declared|confirmed)\b.*\bwould\b/;
const persuaded =
  /\b(?:persuade|convince|urge[sd]?|ask(?:s|ed)?|press(?:es|ed)?|influence|get|push(?:es|ed)?|force[sd]?|allow(?:s|ed)?|want(?:s|ed)?|expect(?:s|ed)?|call(?:s|ed)? on) \S+(?: \S+){0,3} to\b/;

export interface ModalityFound {
  modality: z.infer<typeof Modality>;
  reason?: string;
}

/** Lower-case words, single blanks between: `before` from the subject on, `around` with what stands before that. */
export function modalityOf(before: string, after: string, around = before): ModalityFound {
  const inAbstract = abstract.exec(after) ?? abstract.exec(before);
  if (inAbstract) return { modality: 'inAbstract', reason: `“${inAbstract[0]}”` };
  const persuading = persuaded.exec(around);
  if (persuading) return { modality: 'hypothetical', reason: `“${persuading[0]}”: what somebody is to be brought to` };
  const would = saidWould.exec(around);
  if (would) return { modality: 'expected', reason: '“would” after a verb of saying in the past' };
  const may = hypothetical.exec(before);
  const will = expected.exec(before);
  if (may && !will) return { modality: 'hypothetical', reason: `“${may[0]}” before it` };
  return will ? { modality: 'expected', reason: `“${will[0]}” before it` } : { modality: 'now' };
}

const hedges =
  /\b(?:reportedly|allegedly|apparently|seemingly|purportedly|supposedly|presumably|rumou?red to|(?:is|are|was|were) (?:said|believed|thought|understood|known|rumou?red) to|seems? to|appears? to|seem(?:s|ed)?|may|might|could|possibly|perhaps|probably)\b/;

/** The first hedge in the words of a clause, as written there. */
export function hedgeIn(words: readonly Word[]): string | undefined {
  return hedges.exec(words.map(({ lower }) => lower).join(' '))?.[0];
}
