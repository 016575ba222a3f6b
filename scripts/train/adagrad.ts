// Weights learned by AdaGrad (Duchi, Hazan and Singer 2011): each has a rate of its own that falls as it moves.
import type { Table } from '../../server/extract/attributions/model.ts';

/** A table that learns. */
export interface Learner {
  table: Table;
  squares: Float32Array;
}

export const learnerOf = (table: Table): Learner => ({ table, squares: new Float32Array(table.weights.length).fill(1e-2) });

/** Moves one weight against its gradient; a weight touched is drawn a little towards 0. */
export function step({ table, squares }: Learner, at: number, gradient: number, rate: number, decay: number): void {
  const full = gradient + decay * (table.weights[at] as number);
  squares[at] = (squares[at] as number) + full * full;
  table.weights[at] = (table.weights[at] as number) - (rate * full) / Math.sqrt(squares[at] as number);
}
