// A place in the text that names something, what it stands for, and why.
import type { EntityType } from '../../schema/key.ts';
import type { Words } from '../reading/reading.ts';

export interface Candidate {
  key: string;
  type: EntityType;
  name: string;
  /** From 0 to 1: how sure the rule is, not a probability. */
  score: number;
  /** The rule, in words. */
  reason: string;
}
export interface Mention extends Words, Candidate {
  /** Whether the database has the entity; else it is proposed. */
  known: boolean;
  /** All that it may stand for, the best first. */
  candidates: readonly Candidate[];
  /** True where it only qualifies a noun after it: "German" in "German officials". */
  adjective: boolean;
}

/** Of mentions that share words keeps the longest, and of equally long ones the surest; in the text's order. */
export function withoutOverlap(mentions: readonly Mention[]): Mention[] {
  const byWorth = [...mentions].sort((a, b) => b.to - b.from - (a.to - a.from) || b.score - a.score || a.from - b.from);
  const taken = new Set<number>();
  const kept = byWorth.filter(({ from, to }) => {
    for (let at = from; at < to; at += 1) if (taken.has(at)) return false;
    for (let at = from; at < to; at += 1) taken.add(at);
    return true;
  });
  return kept.sort((a, b) => a.from - b.from);
}
