// When the watches are looked at: after a write that nothing follows for a moment, and so that it takes little of the time.
export interface PaceTimes {
  /** Milliseconds between two looks at the database's revision. */
  tickMs: number;
  /** Milliseconds without a write after which what was written counts as settled. */
  quietMs: number;
  /** The same while edges are yet to be derived: a large import may be between two of its parts. */
  staleMs: number;
  /** Milliseconds after which they are looked at though writing goes on. */
  mostMs: number;
  /** How many times as long as the last look took nothing is looked at. */
  rest: number;
  /** Web hooks that are sent to at once. */
  sendings: number;
}

export const paceTimes: PaceTimes = {
  tickMs: 2000,
  quietMs: 1000,
  staleMs: 60_000,
  mostMs: 60_000,
  rest: 9,
  sendings: 4,
};

interface Marker {
  revision: number;
  derivedStale: boolean;
}

/** Times are milliseconds of one clock. */
export class Pace {
  readonly #times: PaceTimes;
  #checked: number | undefined;
  #latest: { revision: number; on: number } | undefined;
  /** Since when something was written that was not looked at. */
  #waiting: number | undefined;
  #notBefore = 0;

  constructor(times: PaceTimes) {
    this.#times = times;
  }

  isDue({ revision, derivedStale }: Marker, now: number): boolean {
    if (revision === this.#checked) return false;
    if (this.#latest?.revision !== revision) this.#latest = { revision, on: now };
    this.#waiting ??= now;
    if (now < this.#notBefore) return false;
    const { quietMs, staleMs, mostMs } = this.#times;
    if (now - this.#latest.on >= (derivedStale ? staleMs : quietMs)) return true;
    return !derivedStale && now - this.#waiting >= mostMs;
  }

  /** They were looked at, of that revision; undefined where some are to be looked at again. */
  checked(revision: number | undefined, began: number, ended: number): void {
    this.#notBefore = ended + Math.min((ended - began) * this.#times.rest, this.#times.mostMs);
    this.#waiting = undefined;
    if (revision !== undefined) this.#checked = revision;
  }
}
