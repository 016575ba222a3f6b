// The form of an attribution as the rules on claims take it: whose words a text gives, by which words, and what they are.
import type { Range } from './reading/reading.ts';

export interface Attribution {
  source: Range[];
  cue: Range[];
  content: Range[];
  /** Whether the content holds a quotation. */
  direct: boolean;
  /** From 0 to 1. */
  score: number;
}
