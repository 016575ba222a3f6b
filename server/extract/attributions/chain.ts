// The best labels of the words around one cue, by the algorithm of Viterbi over the states.
import {
  boundaryColumns,
  closing,
  isCue,
  labelColumn,
  labelColumns,
  mayEnd,
  stateLabels,
  states,
  steps,
} from './states.ts';

/** Scores of a window of n tokens: n × labelColumns, and (n + 1) × boundaryColumns for the places before, between and behind. */
export interface Scores {
  count: number;
  label: Float64Array;
  boundary: Float64Array;
  /** The place of the cue's heart in the window. */
  heart: number;
}

const none = -1e30;

/** The best labels, one a token, and their score. */
export function bestLabels({ count, label, boundary, heart }: Scores): { labels: Uint8Array; score: number } {
  const size = states.length;
  let now = new Float64Array(size);
  let next = new Float64Array(size);
  const from = new Int8Array(count * size);
  // Before the first token: state 0, which is other.
  now.fill(none);
  now[0] = 0;
  for (let at = 0; at < count; at++) {
    const b = at * boundaryColumns;
    next.set(now);
    for (let state = 0; state < size; state++) from[at * size + state] = state;
    for (let n = 0; n < steps.length; n++) {
      const step = steps[n] as (typeof steps)[number];
      if ((step.cue === 1 && at > heart) || (step.cue === 2 && at <= heart)) continue;
      let score = now[step.from] as number;
      if (score < none / 2) continue;
      if (step.end >= 0) score += boundary[b + step.end] as number;
      if (step.begin >= 0) score += boundary[b + step.begin] as number;
      if (score > (next[step.to] as number)) {
        next[step.to] = score;
        from[at * size + step.to] = step.from;
      }
    }
    for (let state = 0; state < size; state++) {
      if (at === heart && !isCue[state]) next[state] = none;
      const column = labelColumn[state] as number;
      if (column >= 0) next[state] = (next[state] as number) + (label[at * labelColumns + column] as number);
    }
    [now, next] = [next, now];
  }
  let [best, score] = [-1, none / 2];
  for (let state = 0; state < size; state++) {
    const column = closing[state] as number;
    const end = (now[state] as number) + (column >= 0 ? (boundary[count * boundaryColumns + column] as number) : 0);
    if (mayEnd[state] && end > score) [best, score] = [state, end];
  }
  const found = new Uint8Array(count);
  for (let at = count - 1, state = best; at >= 0 && state >= 0; at--) {
    found[at] = stateLabels[state] as number;
    state = from[at * size + state] as number;
  }
  return { labels: found, score };
}
