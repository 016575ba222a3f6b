// The words a claim and an assertion are classified by.
import { z } from 'zod';

/** Position on a plan: resists, objects and blocks are `opposes`; reluctant, hesitant, not ready are `noncommittal`; hiding behind others is `defers`. */
export const Stance = z.enum(['supports', 'opposes', 'noncommittal', 'defers']);
export type Stance = z.infer<typeof Stance>;

/** Whether the assertion puts the claim forward, denies it, or calls it into question. */
export const Mode = z.enum(['asserts', 'denies', 'questions']);
export type Mode = z.infer<typeof Mode>;

/** Only `now` makes a stance edge: an expected, abstract or hypothetical position is not held today. */
export const Modality = z.enum(['now', 'expected', 'inAbstract', 'hypothetical']);
export type Modality = z.infer<typeof Modality>;

export const Channel = z.enum(['public', 'private', 'unknown']);
export type Channel = z.infer<typeof Channel>;

export const Review = z.enum(['proposed', 'accepted', 'rejected']);
export type Review = z.infer<typeof Review>;

/** `ownReporting` only where the article says so; `unresolved` where it names nobody at all. */
export const SourceKind = z.enum(['named', 'document', 'ownReporting', 'anonymous', 'unresolved']);
export type SourceKind = z.infer<typeof SourceKind>;

export const DateBasis = z.enum(['stated', 'inferred', 'unknown']);
export type DateBasis = z.infer<typeof DateBasis>;

export const Quantifier = z.enum(['atLeast', 'exactly', 'majority', 'all', 'none']);
export type Quantifier = z.infer<typeof Quantifier>;
