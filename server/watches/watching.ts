// Looks at watches after whatever is written, in the background and one at a time, and has their changes delivered.
import type { Logger } from 'pino';
import { AppError, Cancelled, EngineUnavailable, TooManyRequests } from '../errors.ts';
import { readOnce } from '../evidence/settled.ts';
import type { QueryRunner } from '../query/run.ts';
import type { Store } from '../store/port.ts';
import { deliver, isDue } from './hooks/deliver.ts';
import { type HookSettings, type HookTimes, hookTimes } from './hooks/settings.ts';
import { look } from './look.ts';
import { Pace, type PaceTimes, paceTimes } from './pace.ts';
import { type Outcome, type Recorded, record } from './record.ts';
import { readWatch, readWatches, type StoredWatch } from './stored.ts';

export interface WatchingParts {
  store: Store;
  /** Runs the statements of watches. */
  queries: QueryRunner;
  log: Pick<Logger, 'warn' | 'error'>;
  /** Absent where nothing is sent anywhere. */
  hooks?: HookSettings | undefined;
  times?: Partial<PaceTimes & HookTimes>;
}

/** How often a watch is looked at again where the database was written to meanwhile. */
const attempts = 3;
/** How often in a row a statement may take too long before that is told: the machine may be busy. */
const patience = 3;
/** Changes looked up in the audit log begin so many milliseconds before the last look: its clock is another's. */
const slackMs = 200;

/** Errors that say nothing of the watch: it is looked at again. */
const isPassing = (error: unknown): boolean =>
  error instanceof EngineUnavailable ||
  error instanceof TooManyRequests ||
  error instanceof Cancelled ||
  (error instanceof AppError && error.code === 'busy');

export class Watching {
  readonly #parts: WatchingParts;
  readonly times: PaceTimes & HookTimes;
  readonly #pace: Pace;
  readonly #stop = new AbortController();
  /** When each watch was looked at last, in this process. */
  readonly #looked = new Map<string, string>();
  /** How often in a row each took too long. */
  readonly #slow = new Map<string, number>();
  readonly #sending = new Map<string, Promise<void>>();
  #last: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: WatchingParts) {
    this.#parts = parts;
    this.times = { ...paceTimes, ...hookTimes, ...parts.times };
    this.#pace = new Pace(this.times);
  }

  get hooks(): HookSettings | undefined {
    return this.#parts.hooks;
  }

  /** When this process looked at a watch last; null where it has not. */
  lookedAt(key: string): string | null {
    return this.#looked.get(key) ?? null;
  }

  /** From now on it looks at the database every `tickMs`. Nothing is watched in somebody else's. */
  start(): void {
    if (this.#parts.store.capabilities.model !== 'hearsay') return;
    const again = (): void => {
      if (this.#stop.signal.aborted) return;
      this.#timer = setTimeout(() => void this.#tick().finally(again), this.times.tickMs).unref();
    };
    again();
  }

  /** Resolves when nothing of it is under way any more: what is being sent is sent again by whoever starts next. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#stop.abort(new Cancelled());
    await Promise.allSettled([this.#last, ...this.#sending.values()]);
  }

  /** Looks at a watch now, after those that are being looked at. Errors: those of the engine. */
  check(key: string): Promise<Recorded> {
    return this.#inTurn(async () => {
      const watch = await readWatch(this.#parts.store, key);
      return watch === undefined ? 'gone' : this.#checkOne(watch);
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => {});
    return turn;
  }

  async #tick(): Promise<void> {
    const { store, log } = this.#parts;
    try {
      const heads = await store.read('read/watches/heads', {});
      if (heads.length === 0) return;
      const [marker] = await store.read('schema/marker', {});
      if (marker === undefined || marker.restoring !== null) return;
      if (this.#pace.isDue(marker, Date.now())) await this.#inTurn(() => this.#checkAll(marker.revision));
      const now = new Date().toISOString();
      for (const head of await store.read('read/watches/heads', {})) if (isDue(head, now)) this.#send(head.key);
    } catch (error) {
      if (this.#stop.signal.aborted) return;
      if (isPassing(error)) log.warn({ err: error }, 'The watches could not be looked at; they are tried again.');
      else log.error({ err: error }, 'The watches could not be looked at.');
    }
  }

  async #checkAll(revision: number): Promise<void> {
    const began = Date.now();
    let isLate = false;
    for (const watch of await readWatches(this.#parts.store)) {
      if (this.#stop.signal.aborted) return;
      isLate = (await this.#checkOne(watch)) === 'late' || isLate;
    }
    this.#pace.checked(isLate ? undefined : revision, began, Date.now());
  }

  /** `late` where it is to be looked at again: it was written to all the while, or there was no answer. */
  async #checkOne(first: StoredWatch): Promise<Recorded> {
    if (first.paused) return 'same';
    const { store } = this.#parts;
    let watch: StoredWatch | undefined = first;
    for (let attempt = 1; watch !== undefined; attempt++) {
      const before: StoredWatch = watch;
      const since = this.#looked.get(before.key) ?? before.checkedOn ?? before.on;
      const began = new Date().toISOString();
      const { value: outcome, revision } = await readOnce(store, () => this.#look(before));
      if (outcome === undefined) return 'late';
      const about = { revision, since: new Date(Date.parse(since) - slackMs).toISOString() };
      const done = await record(store, before, outcome, about);
      if (done !== 'late') {
        this.#looked.set(before.key, began);
        return done;
      }
      if (attempt === attempts) return 'late';
      watch = await readWatch(store, before.key);
    }
    return 'gone';
  }

  /** What is found, or why nothing is; undefined where it is to be tried again. */
  async #look(watch: StoredWatch): Promise<Outcome | undefined> {
    const { store, queries } = this.#parts;
    const before = { subject: watch.subject, claims: watch.watchedClaims };
    try {
      const found = await look(watch.watched, { store, queries, signal: this.#stop.signal }, before);
      this.#slow.delete(watch.key);
      return { found };
    } catch (error) {
      if (isPassing(error) || this.#stop.signal.aborted) return undefined;
      if (error instanceof AppError && error.code === 'time-limit') {
        const times = (this.#slow.get(watch.key) ?? 0) + 1;
        this.#slow.set(watch.key, times);
        if (times < patience) return undefined;
      }
      if (error instanceof AppError) return { fault: [error.message, error.details.detail ?? ''].join(' ').trim() };
      throw error;
    }
  }

  #send(key: string): void {
    const { hooks, store, log } = this.#parts;
    if (hooks === undefined || this.#sending.has(key) || this.#sending.size >= this.times.sendings) return;
    const sending = deliver(store, key, hooks, this.times, () => this.#stop.signal.aborted)
      .catch((error: unknown) => {
        if (!this.#stop.signal.aborted) log.warn({ err: error }, 'A web hook could not be attended to.');
      })
      .finally(() => this.#sending.delete(key));
    this.#sending.set(key, sending);
  }
}
