// Who may hold a position in a sentence: one actor, a list of them, a counted or an unnamed collective, a pronoun.
import type { EntityType } from '../../schema/key.ts';
import type { Words } from '../reading/reading.ts';
import type { Quantity } from './quantities.ts';

export interface Actor {
  key: string;
  type: EntityType;
  name: string;
  known: boolean;
  score: number;
  reason: string;
}

/** How a party stands in its clause. */
export type Role =
  /** May be the subject. */
  | 'plain'
  /** After a preposition, which is kept. */
  | 'oblique'
  /** Before 's. */
  | 'possessive'
  /** A demonym before a noun: "German" in "German doubts". */
  | 'adjective';

export interface Party extends Words {
  role: Role;
  /** The preposition before it, or ''. */
  preposition: string;
  /** Those named, in order; empty where only counted. */
  actors: readonly Actor[];
  /** "at least seven of 32 members": held by members of `of`. */
  count?: Quantity & { of_?: Actor };
  /** "many allies": a collective that the text does not name; its words. */
  collective?: string;
  /** A pronoun, or words such as "those two countries", still to be resolved. */
  anaphor?: 'it' | 'they' | 'person' | 'who' | 'theCountries';
}
