// The states through which the words around a cue run: what each is labelled, and what came before.

/** What a token is to a cue: nothing, source, content, or the cue itself. */
export const labels = { other: 0, source: 1, content: 2, cue: 3 } as const;

/** Columns of a row of boundary weights: beginnings of source, first content, later content, cue; ends of source, content, cue. */
export const boundaryColumns = 7;
/** Columns of a row of label weights: source, content, cue; other is 0. */
export const labelColumns = 3;

interface State {
  label: number;
  /** Whether a source has begun; there is one at most, in one piece. */
  source: number;
  /** Pieces of content begun so far; 2 for more. */
  pieces: number;
}

function reached(from: State, label: number): State | undefined {
  if (label === from.label) return from;
  if (label === labels.source) return from.source ? undefined : { label, source: 1, pieces: from.pieces };
  return { ...from, label, pieces: label === labels.content ? Math.min(2, from.pieces + 1) : from.pieces };
}

const same = (a: State, b: State) => a.label === b.label && a.source === b.source && a.pieces === b.pieces;

/** All states that can be reached from the first, in which nothing has begun. */
export const states: readonly State[] = (() => {
  const found: State[] = [{ label: labels.other, source: 0, pieces: 0 }];
  for (let at = 0; at < found.length; at++) {
    for (let label = 0; label < 4; label++) {
      const next = reached(found[at] as State, label);
      if (next && !found.some((state) => same(state, next))) found.push(next);
    }
  }
  return found;
})();

const beginColumn = ({ label, pieces }: State) =>
  label === labels.content ? (pieces < 2 ? 1 : 2) : label === labels.source ? 0 : label === labels.cue ? 3 : -1;
const endColumn = ({ label }: State) => (label === labels.other ? -1 : 3 + label);

/** A step from a state to another label's, with the columns of its end and beginning (-1: none). */
export interface Step {
  from: number;
  to: number;
  end: number;
  begin: number;
  /** 0 any time; 1 enters the cue, only up to its heart; 2 leaves it, only behind. */
  cue: 0 | 1 | 2;
}

/** Every step that changes the label; staying is always possible and costs nothing. */
export const steps: readonly Step[] = states.flatMap((state, from) =>
  [0, 1, 2, 3].flatMap((label): Step[] => {
    const next = label === state.label ? undefined : reached(state, label);
    const to = next ? states.findIndex((other) => same(other, next)) : -1;
    if (!next) return [];
    const cue = label === labels.cue ? 1 : state.label === labels.cue ? 2 : 0;
    return [{ from, to, end: endColumn(state), begin: beginColumn(next), cue }];
  }),
);

/** The column of a state's label weights, or -1. */
export const labelColumn: readonly number[] = states.map(({ label }) => label - 1);
/** The column of the boundary behind the last token of a state, or -1. */
export const closing: readonly number[] = states.map(endColumn);
/** Whether a state may be the last: with content, as every attribution has. */
export const mayEnd: readonly boolean[] = states.map(({ pieces }) => pieces > 0);
export const isCue: readonly boolean[] = states.map(({ label }) => label === labels.cue);
export const stateLabels: readonly number[] = states.map(({ label }) => label);
