// How the scores of a window should change so that its gold labels become likelier: expected less observed counts.
import type { Scores } from '../../server/extract/attributions/chain.ts';
import {
  boundaryColumns,
  closing,
  labelColumn,
  labelColumns,
  labels,
  mayEnd,
  states,
  steps,
} from '../../server/extract/attributions/states.ts';
import {
  type Forward,
  forward,
  labelFactor,
  mayStep,
  stepFactor,
} from '../../server/extract/attributions/sum-chain.ts';

export interface Gradient {
  label: Float64Array;
  boundary: Float64Array;
  /** The logarithm of the gold labels' probability, negated. */
  loss: number;
}

function expected({ alpha, label, boundary, scale }: Forward, { count, heart }: Scores, into: Gradient): void {
  const size = states.length;
  let beta = new Float64Array(size);
  const end = count * size;
  const add = (at: number, column: number, share: number) => {
    if (column >= 0)
      into.boundary[at * boundaryColumns + column] = (into.boundary[at * boundaryColumns + column] as number) + share;
  };
  for (let state = 0; state < size; state++) {
    if (!mayEnd[state]) continue;
    beta[state] = stepFactor(boundary, count, closing[state] as number, -1) / (scale[count] as number);
    add(count, closing[state] as number, (alpha[end + state] as number) * (beta[state] as number));
  }
  for (let at = count - 1; at >= 0; at--) {
    const next = new Float64Array(size);
    const row = (at + 1) * size;
    for (let state = 0; state < size; state++) {
      const share = (alpha[row + state] as number) * (beta[state] as number);
      const column = labelColumn[state] as number;
      if (column >= 0)
        into.label[at * labelColumns + column] = (into.label[at * labelColumns + column] as number) + share;
      // From here on: the factor of this token together with what follows; 0 where the state cannot be here.
      const can = (alpha[row + state] as number) > 0 ? labelFactor(label, at, state) / (scale[at] as number) : 0;
      beta[state] = (beta[state] as number) * can;
      next[state] = beta[state] as number;
    }
    for (let n = 0; n < steps.length; n++) {
      const step = steps[n] as (typeof steps)[number];
      const behind = beta[step.to] as number;
      if (behind === 0 || !mayStep(step.cue, at, heart)) continue;
      const flow = stepFactor(boundary, at, step.end, step.begin) * behind;
      next[step.from] = (next[step.from] as number) + flow;
      const share = (alpha[at * size + step.from] as number) * flow;
      add(at, step.end, share);
      add(at, step.begin, share);
    }
    beta = next;
  }
}

/** Takes the gold path's counts off, and gives its score. */
function observed(gold: Uint8Array, scores: Scores, into: Gradient): number {
  let state = 0;
  let score = 0;
  const take = (at: number, column: number) => {
    if (column < 0) return;
    const place = at * boundaryColumns + column;
    into.boundary[place] = (into.boundary[place] as number) - 1;
    score += scores.boundary[place] as number;
  };
  gold.forEach((label, at) => {
    if (label !== states[state]?.label) {
      const from = state;
      const step = steps.find((one) => one.from === from && states[one.to]?.label === label);
      if (!step) throw new Error(`Gold labels that no path runs through, at ${at}: ${[...gold].join('')}`);
      take(at, step.end);
      take(at, step.begin);
      state = step.to;
    }
    if (label === labels.other) return;
    const place = at * labelColumns + label - 1;
    into.label[place] = (into.label[place] as number) - 1;
    score += scores.label[place] as number;
  });
  take(gold.length, closing[state] as number);
  return score;
}

export function gradientOf(scores: Scores, gold: Uint8Array): Gradient {
  const into: Gradient = {
    label: new Float64Array(scores.label.length),
    boundary: new Float64Array(scores.boundary.length),
    loss: 0,
  };
  const sums = forward(scores);
  expected(sums, scores, into);
  into.loss = sums.logSum - observed(gold, scores, into);
  return into;
}
