// What an export needs to know of a kind of things that people made: how it is read, told from others, and made again.
import type { ExportedDecisions } from '../schema/exchange.ts';
import type { Reader, Store, Transaction } from '../store/port.ts';

export type Name = keyof ExportedDecisions;
export type Decision<N extends Name> = ExportedDecisions[N][number];

/** Which records an export of a part is about: a decision on others is left out of it. */
export type Within = ReadonlySet<string>;

export interface Kind<N extends Name> {
  readonly name: N;
  /** Every one there is, in no order. */
  read(reader: Reader): Promise<Decision<N>[]>;
  /** What tells it from others of its kind: of two with one subject only one holds. */
  subject(decision: Decision<N>): string;
  /** The records that it is about; null where it does not tell, and is of the whole database alone. */
  records(decision: Decision<N>): string[] | null;
  /** It is kept where what it is about is gone. */
  readonly outlives?: true;
  /** Each rests on those before it: they are read in that order, and stay in it. */
  readonly inOrder?: true;
  /** Whether the two cannot be side by side, though they are of two subjects. */
  excludes?(decision: Decision<N>, other: Decision<N>): boolean;
  /** Gives what decides them again: the function that the route calls. */
  decider(tx: Transaction): Promise<(decision: Decision<N>) => Promise<unknown>>;
}

/** Decides in a transaction that is under way. */
export const inside = (tx: Transaction): Pick<Store, 'transaction'> => ({ transaction: (work) => work(tx) });
