// Runs a statement that somebody typed: through the gate, within the limits, on the connected engine.
import { InvalidRequest, LimitExceeded, StatementRefused, TooManyRequests } from '../errors.ts';
import type {
  KnownNames,
  QueryRequest,
  QuerySettings,
  QuerySummary,
  StatementCheck,
  StatementWarning,
} from '../schema/cypher.ts';
import { Deadline, timeLimit } from '../store/deadline.ts';
import type { QueryAnswer, QueryOptions, QueryOutcome, RowBatch, Store } from '../store/port.ts';
import type { Accepted, Gate } from './gate.ts';
import { checkMode, limitsFor, Running } from './limits.ts';
import { typedParameters } from './parameters.ts';
import { notificationOf, warningsOf } from './warnings.ts';

/** Who asks, and until when it matters. */
export interface Caller {
  /** The address it comes from; statements at once are counted by it. */
  client: string;
  /** Aborted when the caller is gone. */
  signal: AbortSignal;
}

/** An answer on its way: its first rows are there, so whatever fails at once has failed. */
export interface RunningQuery {
  readonly columns: readonly string[];
  /** To be read to its end or returned, which frees the engine and the client's place. */
  readonly batches: AsyncGenerator<RowBatch, QuerySummary, void>;
}

const refusal = (faults: StatementRefused['details']['faults'] & object): StatementRefused => {
  const [first] = faults;
  const place = first === undefined ? '' : ` (line ${first.from.line}, column ${first.from.column})`;
  return new StatementRefused(`${first?.message ?? 'The statement cannot be run here.'}${place}`, faults, {
    ...(first?.wayOut ? { detail: first.wayOut } : {}),
  });
};

export class QueryRunner {
  readonly #store: Store;
  readonly #gate: Gate;
  readonly #settings: QuerySettings;
  readonly #running: Running;
  readonly #known: () => Promise<KnownNames | undefined>;
  /** The check of each client that is under way. */
  readonly #checks = new Map<string, AbortController>();

  /** `known` says which names the database has; where it says nothing, none is told to be missing. */
  constructor(
    store: Store,
    gate: Gate,
    settings: QuerySettings,
    known: () => Promise<KnownNames | undefined> = async () => undefined,
  ) {
    this.#store = store;
    this.#gate = gate;
    this.#settings = settings;
    this.#known = known;
    this.#running = new Running(settings.concurrency);
  }

  /** The most rows that a statement may ask for. */
  get mostRows(): number {
    return this.#settings.rows;
  }

  /** Statements under way: from when they are let in until their last row is taken. */
  get running(): number {
    return this.#running.all;
  }

  /**
   * Whether a statement would be run here, as a client asks while somebody types: its newest check takes the place of
   * the one before. Errors: TooManyRequests for that; Cancelled; LimitExceeded after the time limit.
   */
  async checkNewest(request: QueryRequest, { client, signal }: Caller): Promise<StatementCheck> {
    this.#checks.get(client)?.abort(new TooManyRequests('A later check of yours took the place of this one.'));
    const replaced = new AbortController();
    this.#checks.set(client, replaced);
    const deadline = new Deadline(this.#settings.timeoutMs, signal);
    try {
      return await this.check(request, { client, signal: AbortSignal.any([replaced.signal, deadline.signal]) });
    } finally {
      deadline.clear();
      if (this.#checks.get(client) === replaced) this.#checks.delete(client);
    }
  }

  /** Whether a statement would be run here, without running it. Errors: the reason of the signal. */
  async check({ statement, mode, parameters }: QueryRequest, caller: Caller): Promise<StatementCheck> {
    const verdict = await this.#gate.check(statement, { mode }, caller);
    if (!verdict.accepted)
      return {
        accepted: false,
        faults: verdict.faults,
        warnings: [],
        columns: [],
        parameters: [],
        writes: false,
        explains: null,
      };
    const given = Object.keys(parameters).length > 0;
    const faults = given ? this.#gate.checkParameters(verdict, parameters) : [];
    const { columns, parameters: names, writes, explains } = verdict;
    const warnings = await this.#warnings(verdict);
    return { accepted: faults.length === 0, faults, warnings, columns, parameters: names, writes, explains };
  }

  async #warnings({ names }: Accepted): Promise<StatementWarning[]> {
    if (names.length === 0) return [];
    const known = await this.#known();
    return known ? warningsOf(names, known) : [];
  }

  /**
   * Errors: InvalidRequest, StatementRefused, ReadOnly and TooManyRequests before anything ran; those of Store.query
   * where the statement failed before its first row. What fails later is thrown by `batches`.
   */
  async run(request: QueryRequest, form: QueryOptions['form'], { client, signal }: Caller): Promise<RunningQuery> {
    const start = performance.now();
    checkMode(request, this.#settings);
    const limits = limitsFor(request, this.#settings);
    const leave = this.#running.enter(client);
    // Waiting for the gate takes of the statement's time, too; whatever is left is the engine's.
    const deadline = new Deadline(limits.timeoutMs, signal);
    const told = (error: unknown): unknown =>
      error instanceof LimitExceeded && error.code === 'time-limit' ? timeLimit(limits.timeoutMs) : error;
    try {
      const verdict = await this.#accepted(request, { client, signal: deadline.signal });
      deadline.clear();
      const timeoutMs = Math.max(1, Math.round(limits.timeoutMs - (performance.now() - start)));
      const { engine } = this.#store.capabilities;
      const parameters = typedParameters(request.parameters, engine);
      // Neo4j tells them itself. A statement that writes may make what it asks for.
      const asked = engine === 'neo4j' ? [] : this.#warnings(verdict);
      if (verdict.writes) await asked;
      const answer = await this.#store.query(verdict.text, parameters, {
        ...limits,
        timeoutMs,
        access: verdict.writes ? 'write' : 'read',
        form,
        explains: verdict.explains,
        signal,
      });
      const first = await answer.batches.next();
      const warnings = await asked;
      const rewritten = verdict.rewritten ? verdict.text : null;
      const summarize = (rows: number, outcome: QueryOutcome): QuerySummary => {
        const ms = Math.round((performance.now() - start) * 100) / 100;
        const notifications = [...warnings.map(notificationOf), ...outcome.notifications];
        return { rows, ms, rewritten, ...outcome, notifications };
      };
      const batches = counted(answer, first, { summarize, told, leave });
      return { columns: columnsOf(verdict, answer), batches };
    } catch (error) {
      deadline.clear();
      leave();
      throw told(error);
    }
  }

  async #accepted({ statement, mode, parameters }: QueryRequest, caller: Caller): Promise<Accepted> {
    const verdict = await this.#gate.check(statement, { mode }, caller);
    if (!verdict.accepted) throw refusal(verdict.faults);
    const missing = verdict.parameters.filter((name) => !Object.hasOwn(parameters, name));
    if (missing.length > 0 && verdict.explains !== 'plan') {
      const errors = missing.map((name) => ({ pointer: `/parameters/${name}`, reason: 'is required' }));
      throw new InvalidRequest(`The statement needs a value for $${missing.join(', $')}.`, { errors });
    }
    const faults = this.#gate.checkParameters(verdict, parameters);
    if (faults.length > 0) throw refusal(faults);
    return verdict;
  }
}

/** As the person's statement names them; an engine may know them by other names, since the statement was rewritten. */
function columnsOf({ columns, explains }: Accepted, answer: QueryAnswer): readonly string[] {
  return columns.length === answer.columns.length || explains === 'plan' ? columns : answer.columns;
}

interface End {
  summarize(rows: number, outcome: QueryOutcome): QuerySummary;
  /** The error as the person is told it. */
  told(error: unknown): unknown;
  leave(): void;
}

async function* counted(
  { batches }: QueryAnswer,
  first: IteratorResult<RowBatch, QueryOutcome>,
  { summarize, told, leave }: End,
): AsyncGenerator<RowBatch, QuerySummary, void> {
  let rows = 0;
  try {
    for (let next = first; ; next = await batches.next()) {
      if (next.done) return summarize(rows, next.value);
      rows += next.value.rows;
      yield next.value;
    }
  } catch (error) {
    throw told(error);
  } finally {
    leave();
    await batches.return({ truncated: false, counters: {}, notifications: [], plan: null });
  }
}
