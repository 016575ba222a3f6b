// A position found in a text, and what the sentences before leave behind for it.
import type { z } from 'zod';
import type { Modality, Mode, Stance } from '../../schema/stance.ts';
import type { Words } from '../reading/reading.ts';
import type { Actor, Party } from './party.ts';
import type { Quantity } from './quantities.ts';
import type { PlanMemory, Target } from './targets.ts';

export interface StanceFound extends Words {
  sentence: number;
  cue: Words;
  holder: Actor;
  /** Of a count: how many of the holder's members. */
  count?: Quantity;
  /** Of a count: those it names. */
  includes: readonly string[];
  target: Target;
  stance: Stance;
  shieldedBy: readonly Actor[];
  mode: z.infer<typeof Mode>;
  modality: z.infer<typeof Modality>;
  hedge?: string;
  wording: Words;
  score: number;
  reasons: readonly string[];
}

/** What the sentences before leave behind: parties for pronouns, plans for "the move", the organization that counts are of. */
export interface Memory {
  parties: Party[];
  plans: PlanMemory;
  organization?: Actor;
}

/** Who says the words at a place, if somebody named does. */
export type SpeakerOf = (words: Words, sentence: number) => Actor | undefined;

/** The least range that holds all given. */
export const unite = (...all: (Words | undefined)[]): Words => {
  const given = all.filter((one) => one !== undefined);
  return { from: Math.min(...given.map(({ from }) => from)), to: Math.max(...given.map(({ to }) => to)) };
};
