// Runs the scorer that is kept beside the corpus on predictions.
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';

export interface Score {
  tp: number;
  pred: number;
  gold: number;
  p: number;
  r: number;
  f1: number;
}

/** Why the scorer cannot run here, or undefined. */
export function whyNoScorer(): string | undefined {
  const found = spawnSync('python3', ['--version']);
  return found.status === 0
    ? undefined
    : 'The scorer is a Python program: install python3 (3.9 or later) and run this again.';
}

/** All metrics of one file of predictions for a split. Throws with the scorer's own words where it refuses. */
export function scoreFile(
  corpus: string,
  split: string,
  file: string,
  limit: number | undefined,
): Record<string, Score> {
  const narrow = limit ? ['--limit', String(limit)] : [];
  const out = execFileSync('python3', [join(corpus, 'score.py'), '--json', ...narrow, join(corpus, split), file], {
    encoding: 'utf8',
  });
  return Object.values(JSON.parse(out) as Record<string, Record<string, Score>>)[0] as Record<string, Score>;
}
