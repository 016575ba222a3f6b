// Slows down whoever guesses passwords: by account and address, by address, and a little by account alone.
import { TooManyRequests } from '../errors.ts';

/** So many failures are free, then the wait doubles from a second to the most. */
interface Rule {
  free: number;
  mostMs: number;
}
const [minute, hour] = [60_000, 3_600_000];
const rules: Readonly<Record<'pair' | 'address' | 'account', Rule>> = {
  pair: { free: 5, mostMs: hour / 4 },
  address: { free: 30, mostMs: hour / 4 },
  // From all addresses together, and never for long: nobody is to lock somebody else out.
  account: { free: 50, mostMs: minute },
};
const forgottenAfterMs = hour;
const mostKept = 20_000;

interface Count {
  failures: number;
  last: number;
}

/** Keeps the latest only. */
function dropOldest(kept: Set<string> | Map<string, unknown>): void {
  for (const key of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(key);
  }
}

const pairOf = (account: string, address: string): string => `pair ${account}\n${address}`;

/** Of this process: each server over the same accounts counts for itself, and forgets at its end. */
export class Throttle {
  readonly #counts = new Map<string, Count>();
  /** Accounts with the addresses that they signed in from, the latest last. */
  readonly #signedIn = new Set<string>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /**
   * Counts an attempt as failed before it is judged, so that many at once get no more than one after the other.
   * Names that nobody has are counted too. Errors: TooManyRequests with the seconds to wait.
   */
  attempt(account: string, address: string): void {
    const keys = this.#keys(account, address);
    // Whoever guesses elsewhere, however often, is not to keep out who signed in from here before.
    const isKnown = this.#signedIn.has(pairOf(account, address));
    const held = keys.filter(([rule]) => !(isKnown && rule === rules.account));
    const wait = Math.max(...held.map(([rule, key]) => this.#wait(rule, key)));
    if (wait > 0) {
      const seconds = Math.ceil(wait / 1000);
      throw new TooManyRequests('Too many attempts to sign in failed.', {
        detail: `Try again in ${seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} minutes`}.`,
        retryAfter: seconds,
      });
    }
    for (const [, key] of keys) {
      const count = this.#live(key);
      this.#counts.delete(key);
      this.#counts.set(key, { failures: (count?.failures ?? 0) + 1, last: this.#now() });
    }
    // Those who guess now are the newest.
    dropOldest(this.#counts);
  }

  /** The attempt was right after all: its failures there are forgotten, elsewhere it is one less. */
  succeeded(account: string, address: string): void {
    const pair = pairOf(account, address);
    this.#signedIn.delete(pair);
    this.#signedIn.add(pair);
    dropOldest(this.#signedIn);
    for (const [rule, key] of this.#keys(account, address)) {
      const count = this.#counts.get(key);
      if (rule === rules.pair) this.#counts.delete(key);
      else if (count) count.failures--;
    }
  }

  #keys(account: string, address: string): [Rule, string][] {
    return [
      [rules.pair, pairOf(account, address)],
      [rules.address, `address ${address}`],
      [rules.account, `account ${account}`],
    ];
  }

  #live(key: string): Count | undefined {
    const count = this.#counts.get(key);
    return count && this.#now() - count.last < forgottenAfterMs ? count : undefined;
  }

  #wait({ free, mostMs }: Rule, key: string): number {
    const count = this.#live(key);
    if (!count || count.failures < free) return 0;
    const pause = Math.min(mostMs, 1000 * 2 ** Math.min(30, count.failures - free));
    return count.last + pause - this.#now();
  }
}
