// The sum over all labellings of a window, by the forward algorithm: what a labelling's score is measured against.
import type { Scores } from './chain.ts';
import { boundaryColumns, closing, isCue, labelColumn, labelColumns, mayEnd, states, steps } from './states.ts';

/** Sums of the ways to each state at each place, each place scaled to 1. */
export interface Forward {
  /** (count + 1) × states; row 0 is before the first token. */
  alpha: Float64Array;
  /** Factors of the scores: e to the power of each. */
  label: Float64Array;
  boundary: Float64Array;
  /** What each place was scaled by: count + 1 of them, the last for the end. */
  scale: Float64Array;
  /** The logarithm of the sum over all labellings. */
  logSum: number;
}

/** Whether a step may be made before the token at a place. */
export const mayStep = (cue: 0 | 1 | 2, at: number, heart: number): boolean =>
  !((cue === 1 && at > heart) || (cue === 2 && at <= heart));

/** The product of a step's factors at the place before a token. */
export function stepFactor(boundary: Float64Array, at: number, end: number, begin: number): number {
  const b = at * boundaryColumns;
  return (end >= 0 ? (boundary[b + end] as number) : 1) * (begin >= 0 ? (boundary[b + begin] as number) : 1);
}

/** e to the power of a state's label score at a token. */
export function labelFactor(label: Float64Array, at: number, state: number): number {
  const column = labelColumn[state] as number;
  return column >= 0 ? (label[at * labelColumns + column] as number) : 1;
}

export function forward(scores: Scores): Forward {
  const { count, heart } = scores;
  const size = states.length;
  const label = scores.label.map(Math.exp);
  const boundary = scores.boundary.map(Math.exp);
  const alpha = new Float64Array((count + 1) * size);
  const scale = new Float64Array(count + 1);
  alpha[0] = 1;
  let logSum = 0;
  for (let at = 0; at < count; at++) {
    const [now, next] = [at * size, (at + 1) * size];
    for (let state = 0; state < size; state++) alpha[next + state] = alpha[now + state] as number;
    for (let n = 0; n < steps.length; n++) {
      const step = steps[n] as (typeof steps)[number];
      const from = alpha[now + step.from] as number;
      if (from === 0 || !mayStep(step.cue, at, heart)) continue;
      alpha[next + step.to] = (alpha[next + step.to] as number) + from * stepFactor(boundary, at, step.end, step.begin);
    }
    let sum = 0;
    for (let state = 0; state < size; state++) {
      const value = at === heart && !isCue[state] ? 0 : (alpha[next + state] as number) * labelFactor(label, at, state);
      alpha[next + state] = value;
      sum += value;
    }
    for (let state = 0; state < size; state++) alpha[next + state] = (alpha[next + state] as number) / sum;
    scale[at] = sum;
    logSum += Math.log(sum);
  }
  let sum = 0;
  for (let state = 0; state < size; state++) {
    if (mayEnd[state])
      sum += (alpha[count * size + state] as number) * stepFactor(boundary, count, closing[state] as number, -1);
  }
  scale[count] = sum;
  return { alpha, label, boundary, scale, logSum: logSum + Math.log(sum) };
}
