// What a peer is: a program of its own that is measured beside Hearsay.
import type { Predicted } from './predictions.ts';

export interface PeerRun {
  predictions: ReadonlyMap<string, readonly Predicted[]>;
  /** What it cost, in words. */
  cost: string;
}

export interface Peer {
  name: string;
  /** Why it cannot run here, or undefined. */
  whyNot(): Promise<string | undefined>;
  /** Finds the attributions of the texts `folder`/NAME.txt. */
  run(folder: string, names: readonly string[]): Promise<PeerRun>;
}
