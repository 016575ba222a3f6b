// What a typed statement may take: the limits that hold for a request, and how many statements a client has running.
import { InvalidRequest, ReadOnly, TooManyRequests } from '../errors.ts';
import type { QueryRequest, QuerySettings } from '../schema/cypher.ts';

/** As the settings are where nobody sets them. */
export const defaultQuerySettings: QuerySettings = {
  writes: false,
  timeoutMs: 30_000,
  rows: 250_000,
  concurrency: 3,
  memoryMb: 1024,
};

export interface Limits {
  timeoutMs: number;
  rowLimit: number;
}

/** Errors: InvalidRequest for a limit above the server's own. */
export function limitsFor(request: QueryRequest, settings: QuerySettings): Limits {
  const { timeoutMs = settings.timeoutMs, rowLimit = settings.rows } = request;
  const most = [
    { pointer: '/timeoutMs', given: timeoutMs, limit: settings.timeoutMs, setting: 'HEARSAY_QUERY_TIMEOUT_MS' },
    { pointer: '/rowLimit', given: rowLimit, limit: settings.rows, setting: 'HEARSAY_QUERY_ROWS' },
  ];
  const errors = most.flatMap(({ pointer, given, limit, setting }) =>
    given > limit ? [{ pointer, reason: `must be at most ${limit}, which ${setting} sets` }] : [],
  );
  const [first] = errors;
  if (first !== undefined) throw new InvalidRequest(`${first.pointer}: ${first.reason}.`, { errors });
  return { timeoutMs, rowLimit };
}

/** Errors: ReadOnly, with what would have to change, where a statement may not write here. */
export function checkMode({ mode }: QueryRequest, { writes }: QuerySettings): void {
  if (mode === 'read') return;
  if (!writes) {
    throw new ReadOnly('This server was started without writes by typed Cypher.', {
      detail:
        'Whoever runs it can allow them with HEARSAY_QUERY_WRITES=yes. Everything else that writes works as before.',
    });
  }
}

/** Counts the statements, or whatever else takes its time, that are running, by client. */
export class Running {
  readonly #most: number;
  readonly #what: string;
  readonly #counts = new Map<string, number>();

  constructor(most: number, what = 'statement') {
    this.#most = most;
    this.#what = what;
  }

  /** Of all clients together. */
  get all(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Takes a place for one and gives what frees it. Errors: TooManyRequests. */
  enter(client: string): () => void {
    const now = this.#counts.get(client) ?? 0;
    if (now >= this.#most) {
      throw new TooManyRequests(
        `${now === 1 ? `A ${this.#what}` : `${now} ${this.#what}s`} of yours ${now === 1 ? 'is' : 'are'} still running.`,
        {
          detail: `This server runs at most ${this.#most} at once for each client: wait for one to end, or cancel it.`,
        },
      );
    }
    this.#counts.set(client, now + 1);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const rest = (this.#counts.get(client) ?? 1) - 1;
      if (rest === 0) this.#counts.delete(client);
      else this.#counts.set(client, rest);
    };
  }
}
