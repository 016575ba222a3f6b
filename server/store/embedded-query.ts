// Typed statements on the embedded engine: read on a copy in a process of their own, which is killed to stop them.
import { EngineUnavailable, LimitExceeded, StatementFailed } from '../errors.ts';
import { Deadline, narrower } from './deadline.ts';
import type { Copies, Rehearsal, Worker } from './embedded-copies.ts';
import type { EngineProcess } from './embedded-process.ts';
import type { TypedBatch, TypedStatement } from './embedded-protocol.ts';
import type { Collected, Typed } from './engine.ts';
import { KeptRows } from './kept-rows.ts';
import type { QueryAnswer, QueryOptions, QueryOutcome, RowBatch } from './port.ts';

type Limits = Pick<QueryOptions, 'timeoutMs' | 'signal'>;

/** The deadline below ends the process; this is only for a process that hangs without one. */
const patienceMs = 3_600_000;

/** The error to tell where a process failed that ran nothing but this statement. */
function errorOf(error: unknown, process: EngineProcess, signal: AbortSignal, memoryMb: number): unknown {
  if (signal.aborted) return signal.reason;
  if (!process.gone) return error;
  if (error instanceof LimitExceeded) {
    return new LimitExceeded('memory-limit', `The statement was stopped: it took more than ${memoryMb} MB of memory.`, {
      detail: narrower,
      cause: error,
    });
  }
  if (!(error instanceof EngineUnavailable)) return error;
  return new StatementFailed('The statement ended the process of the database engine in which it ran.', {
    detail:
      'It ran there alone and on a copy, so nothing is lost and everything else goes on. Write it in another way, such ' +
      'as with fewer comparisons in a chain and less nesting.',
    cause: error,
  });
}

export const statementOf = ({ text, parameters, options: { rowLimit, form, explains } }: Typed): TypedStatement => {
  return { text, parameters, rowLimit, form, explains };
};

/** A process, unless the signal comes first: one that is ready too late goes back. */
function taken(copies: Copies, signal: AbortSignal): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(signal.reason);
    if (signal.aborted) return leave();
    signal.addEventListener('abort', leave, { once: true });
    copies.take(signal).then(
      (worker) => {
        signal.removeEventListener('abort', leave);
        if (signal.aborted) copies.give(worker);
        else resolve(worker);
      },
      (error) => reject(signal.aborted ? signal.reason : error),
    );
  });
}

/** Errors: StatementFailed, LimitExceeded; EngineUnavailable where no copy can be made. */
export async function readTyped(
  copies: Copies,
  statement: TypedStatement,
  { timeoutMs, signal: given }: Limits,
  memoryMb: number,
): Promise<QueryAnswer> {
  const deadline = new Deadline(timeoutMs, given);
  const { signal } = deadline;
  const worker = await taken(copies, signal).catch((error: unknown) => {
    deadline.clear();
    throw error;
  });
  const { process } = worker;
  let held = true;
  const end = (): void => {
    if (!held) return;
    held = false;
    deadline.clear();
    signal.removeEventListener('abort', stop);
    copies.give(worker);
  };
  const stop = (): void => {
    process.kill();
    end();
  };
  signal.addEventListener('abort', stop);
  const ask = async (request: Promise<TypedBatch>): Promise<TypedBatch> => {
    try {
      return await request;
    } catch (error) {
      const told = errorOf(error, process, signal, memoryMb);
      end();
      throw told;
    }
  };
  const first = await ask(process.requestTyped({ op: 'typed', statement }, patienceMs));

  async function* batches(): AsyncGenerator<RowBatch, QueryOutcome, void> {
    try {
      for (let answer = first; ; ) {
        const { batch, cursor, outcome } = answer;
        if (outcome !== undefined) {
          // Nothing more is needed of the process: whoever reads this slowly keeps nobody waiting.
          end();
          yield batch;
          return outcome;
        }
        const following = ask(process.requestTyped({ op: 'typed-next', cursor: cursor ?? 0 }, patienceMs));
        following.catch(() => {});
        yield batch;
        answer = await following;
      }
    } finally {
      // Left early: the rows that are left in the process go with it.
      if (held) stop();
    }
  }
  return { columns: first.columns, batches: batches() };
}

/**
 * Runs a statement that writes on a copy, and rolls it back: whether it keeps within the limits, and what is wrong with
 * it. `save` makes the copy, and says how much memory the process has in which the statement is to run afterwards.
 */
export async function rehearse(
  copies: Copies,
  statement: TypedStatement,
  { timeoutMs, signal: given }: Limits,
  save: (file: string) => Promise<number>,
): Promise<void> {
  const deadline = new Deadline(timeoutMs, given);
  const { signal } = deadline;
  let rehearsal: Rehearsal | undefined;
  const stop = (): void => rehearsal?.process.kill();
  signal.addEventListener('abort', stop);
  try {
    // It has waited for its turn to write: whoever has gone meanwhile needs no copy.
    signal.throwIfAborted();
    rehearsal = await copies.rehearsal(save);
    signal.throwIfAborted();
    const tx = await rehearsal.process.request({ op: 'begin' }, patienceMs);
    await collectTyped(rehearsal.process, statement, tx, patienceMs);
  } catch (error) {
    if (rehearsal === undefined) throw error;
    throw errorOf(error, rehearsal.process, signal, Math.floor(rehearsal.memoryLimit / (1 << 20)));
  } finally {
    signal.removeEventListener('abort', stop);
    deadline.clear();
    await rehearsal?.end();
  }
}

/** Runs a statement that writes, in a transaction that is open, and keeps its rows. Errors: LimitExceeded for too many. */
export async function collectTyped(
  process: EngineProcess,
  statement: TypedStatement,
  tx: number,
  deadlineMs: number,
): Promise<Collected> {
  const kept = new KeptRows();
  let answer: TypedBatch = await process.requestTyped({ op: 'typed', statement, tx }, deadlineMs);
  kept.add(answer.batch);
  while (answer.outcome === undefined) {
    answer = await process.requestTyped({ op: 'typed-next', cursor: answer.cursor ?? 0 }, deadlineMs);
    kept.add(answer.batch);
  }
  return { columns: answer.columns, batches: kept.batches, outcome: answer.outcome };
}
