// Weights learned by AdaGrad (Duchi, Hazan and Singer 2011): each has a rate of its own that falls as it moves.
import type { Table } from '../../server/extract/attributions/model.ts';

/** A table that learns. */
export interface Learner {
  table: Table;
  squares: Float32Array;
}

export const learnerOf = (table: Table): Learner => ({
  table,
  squares: new Float32Array(table.weights.length).fill(1e-2),
});

/** Moves one weight against its gradient; a weight touched is drawn a little towards 0. */
export function step({ table, squares }: Learner, at: number, gradient: number, rate: number, decay: number): void {
  const full = gradient + decay * (table.weights[at] as number);
  squares[at] = (squares[at] as number) + full * full;
  table.weights[at] = (table.weights[at] as number) - (rate * full) / Math.sqrt(squares[at] as number);
}

/** Weights averaged over several moments of learning: steadier than those of the last one (Polyak and Juditsky 1992). */
export function averageOf(): { take(table: Table): void; into(table: Table): void } {
  let sums: Float64Array | undefined;
  let taken = 0;
  return {
    take({ weights }) {
      sums ??= new Float64Array(weights.length);
      for (let n = 0; n < weights.length; n++) sums[n] = (sums[n] as number) + (weights[n] as number);
      taken++;
    },
    into({ weights }) {
      for (let n = 0; sums && n < weights.length; n++) weights[n] = (sums[n] as number) / taken;
    },
  };
}

/** Whether the weights are taken after an item: at each quarter of the last round. */
export const isQuarter = (at: number, count: number): boolean => (at + 1) % Math.max(1, Math.floor(count / 4)) === 0;
