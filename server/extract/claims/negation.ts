// Negation before a stance word, and what it makes of the position.

import type { z } from 'zod';
import type { Mode, Stance } from '../../schema/stance.ts';
import type { Word } from '../reading/reading.ts';

export type Negation = 'not' | 'never' | 'noLonger' | 'neither';

/** What may stand between a negation and the word it negates. */
const light = new Set(
  `have has had having do does did is are was were be been being will would can could may might should must to yet also so far
   still really actually fully openly publicly currently at now ever expected likely going "“`.split(/\s+/),
);

/** The negation that governs the word at `at`, looking back over auxiliaries and adverbs to `first`. */
export function negationBefore(words: readonly Word[], at: number, first: number): Negation | undefined {
  for (let index = at - 1; index >= first && at - index <= 6; index -= 1) {
    const word = words[index];
    if (word === undefined) return undefined;
    if (word.lower === 'longer' && words[index - 1]?.lower === 'no') return 'noLonger';
    if (word.lower === 'never') return 'never';
    if (word.lower === 'not' || word.lower === "n't" || word.lower === 'cannot') return 'not';
    if (!light.has(word.lower) && word.pos !== 'ADV' && word.pos !== 'AUX') return undefined;
  }
  return undefined;
}

export interface Judged {
  stance: Stance;
  mode: z.infer<typeof Mode>;
  reason?: string;
}

/**
 * Not to support is to hold back, not to oppose; never to have supported denies the support; whatever else is negated is
 * denied: "neither rules it out" denies that they oppose.
 */
export function negated(stance: Stance, negation: Negation | undefined): Judged {
  if (negation === undefined) return { stance, mode: 'asserts' };
  if (stance === 'supports' && (negation === 'not' || negation === 'neither'))
    return { stance: 'noncommittal', mode: 'asserts', reason: 'not to support is to hold back' };
  return { stance, mode: 'denies', reason: `“${negation === 'noLonger' ? 'no longer' : negation}” before it: denied` };
}

/** Verbs that deny what follows them, and what one denies: "denied that", "dismissed reports that". */
const denying =
  /\b(?:den(?:y|ies|ied|ying)|refut(?:e|es|ed)|rebut(?:s|ted)?)(?: (?:that|having|the|any|reports?|claims?|being))*$/;
const dismissing =
  /\b(?:dismiss(?:es|ed)?|reject(?:s|ed)?|contradict(?:s|ed)?|disput(?:e|es|ed)) (?:the |any |such |media |press )*(?:reports?|claims?|rumou?rs?|allegations?|suggestions?|idea|notion) (?:that|of)$/;
const asking = /\b(?:whether|if it is true that)$/;

/** What the words straight before a clause make of it: denied, left open, or nothing. */
export function framed(before: string): z.infer<typeof Mode> | undefined {
  if (denying.test(before) || dismissing.test(before)) return 'denies';
  return asking.test(before) ? 'questions' : undefined;
}
