// One run of a statement: asked for, read as it streams in, stopped where somebody stops it.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { QuerySummary } from '../../../server/schema/cypher.ts';
import type { Problem } from '../../../server/schema/problem.ts';
import { api, type Failure, failureOf, type Statement, translateProblem } from '../../api.ts';
import { linesOf } from '../ndjson.ts';
import { Rows } from './rows.ts';

export type RunState =
  | { state: 'running' }
  | { state: 'done'; summary: QuerySummary }
  | { state: 'failed'; failure: Failure }
  | { state: 'cancelled' };

export interface Run {
  /** Which run of this page it is. */
  readonly number: number;
  readonly request: Statement;
  readonly rows: Rows;
  /** The names of the columns; null until the first line is there. */
  readonly columns: ReadonlySignal<readonly string[] | null>;
  /** How many rows have arrived; told a few times a second, and at the end. */
  readonly received: ReadonlySignal<number>;
  readonly state: ReadonlySignal<RunState>;
  /** Milliseconds since it was asked for; once it has ended, those it took. */
  elapsed(): number;
  /** Stops it here and in the database; rows that have arrived stay. */
  cancel(): void;
  /** Resolves when it has ended, however that was. */
  readonly ended: Promise<void>;
}

let last = 0;
/** So often, in milliseconds, the page hears of new rows. */
const rhythm = 100;

interface Line {
  columns?: string[];
  summary?: QuerySummary;
  error?: Partial<Problem>;
}

const brokenOff: Failure = {
  title: 'The answer broke off',
  message: 'The connection ended before the last line; the rows so far are shown. Run the statement again.',
  code: 'unreachable',
  nearest: [],
};

/** Starts a run. `ask` is the request itself, the server's unless a test brings a recorded answer. */
export function startRun(request: Statement, ask: typeof api.query = api.query): Run {
  const controller = new AbortController();
  const rows = new Rows();
  const columns = signal<readonly string[] | null>(null);
  const received = signal(0);
  const state = signal<RunState>({ state: 'running' });
  const began = performance.now();
  let took: number | undefined;
  let told = Number.NEGATIVE_INFINITY;

  const tell = (now: boolean): void => {
    if (!now && performance.now() - told < rhythm) return;
    told = performance.now();
    received.value = rows.count;
  };
  /** Header, summary or error; rows never come here. */
  const readLine = (line: string): RunState | undefined => {
    const said = JSON.parse(line) as Line;
    if (said.columns) columns.value = said.columns;
    if (said.error) return { state: 'failed', failure: translateProblem(said.error.status ?? 500, said.error) };
    return said.summary && { state: 'done', summary: said.summary };
  };
  const read = async (): Promise<RunState> => {
    const response = await ask(request, controller.signal);
    if (response.body === null) return { state: 'failed', failure: brokenOff };
    for await (const lines of linesOf(response.body)) {
      const first = lines.findIndex((line) => !line.startsWith('['));
      rows.add(first < 0 ? lines : lines.slice(0, first));
      for (const line of first < 0 ? [] : lines.slice(first)) {
        if (line.startsWith('[')) rows.add([line]);
        else {
          const end = readLine(line);
          if (end) return end;
        }
      }
      tell(false);
    }
    return { state: 'failed', failure: brokenOff };
  };
  const ended = read()
    .catch((error): RunState => {
      if (controller.signal.aborted) return { state: 'cancelled' };
      // Where the stream has begun, whatever ends it is a connection that was lost.
      return { state: 'failed', failure: columns.value === null ? failureOf(error) : brokenOff };
    })
    .then((end) => {
      took = performance.now() - began;
      tell(true);
      state.value = end;
    });
  return {
    number: ++last,
    request,
    rows,
    columns,
    received,
    state,
    elapsed: () => took ?? performance.now() - began,
    cancel: () => controller.abort(),
    ended,
  };
}
