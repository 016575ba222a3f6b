// Of several servers over one database one at a time derives everything: the others wait until it is through, or has died.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Reader, Transaction } from '../store/port.ts';

/** Whoever derives says so with every step; after so long without one the next takes over. */
const patienceMs = 15_000;
const lookMs = 200;

/** Thrown in a step of one whose turn another has taken, which took it for dead. */
export class TurnLost extends Error {}

const turnOf = async (reader: Reader): Promise<string | null> =>
  (await reader.read('derive/turn', {}))[0]?.turn ?? null;

export class Turn {
  readonly #id = randomUUID();
  #step = 0;
  /** What a dead one has left, which may be taken away. */
  #left: string | null = null;

  /** Resolves when nobody else derives. */
  async waitFor(store: Reader): Promise<void> {
    let since = Date.now();
    for (let before = await turnOf(store); before !== null && !this.#isMine(before); ) {
      if (Date.now() - since > patienceMs) {
        this.#left = before;
        return;
      }
      await wait(lookMs);
      const now = await turnOf(store);
      if (now === before) continue;
      [before, since] = [now, Date.now()];
    }
  }

  /** In a step's transaction, after the lock: that it goes on. Throws TurnLost. */
  async hold(tx: Transaction): Promise<void> {
    const now = await turnOf(tx);
    if (now !== null && now !== this.#left && !this.#isMine(now)) throw new TurnLost();
    this.#step += 1;
    await tx.write('write/turn', { turn: `${this.#id} ${this.#step}` });
  }

  /** Lets the next one begin; nothing where another has begun. */
  async end(tx: Transaction): Promise<void> {
    const now = await turnOf(tx);
    if (now !== null && this.#isMine(now)) await tx.write('write/turn', { turn: null });
  }

  #isMine(turn: string): boolean {
    return turn.startsWith(this.#id);
  }
}
