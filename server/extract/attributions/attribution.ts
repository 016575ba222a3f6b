// What an attribution is: whose words or views a text gives, by which words it says so, and what they are.
import type { Range } from '../text/code-points.ts';

/** Spans count code points, ascend within a role and do not overlap there. */
export interface Attribution {
  /** Who says it; empty where the text names nobody ("is expected"). */
  source: Range[];
  /** The words that attribute: "said", "according to". */
  cue: Range[];
  /** What is attributed, in one piece or several. */
  content: Range[];
  /** Whether the content holds a quotation of three words or more. */
  direct: boolean;
  /** How sure the model is, 0 to 1. */
  score: number;
  /** For a source that only points back ("he", "the outlet"): the earlier mention, where plain rules are sure. */
  speaker?: Range;
}
