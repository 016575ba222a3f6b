// Typed statements on Neo4j: reading under the READ access mode, writing in a transaction, stopped by resetting the connection.
import neo4j, { type Result, type Session } from 'neo4j-driver';
import { AppError, Cancelled, ReadOnly, StatementFailed } from '../errors.ts';
import { Deadline, timeLimit } from './deadline.ts';
import type { Collected, Typed } from './engine.ts';
import { KeptRows } from './kept-rows.ts';
import { isOfAnother, isTerminated } from './neo4j-errors.ts';
import { driverParameters } from './neo4j-parameters.ts';
import { isOutcome, Rows } from './neo4j-rows.ts';
import type { QueryAnswer, QueryOutcome, RowBatch } from './port.ts';

/** What Neo4j says of a typed statement, where that is for the person who typed it. */
export function typedError(error: unknown, timeoutMs: number, otherwise: (error: unknown) => unknown): unknown {
  // The driver reads values within values by calls within calls, and so does what writes them.
  if (error instanceof RangeError) {
    return new StatementFailed('A value of the answer nests too deep, or is too long, to be sent.', {
      detail: 'Return its parts, or UNWIND it into rows.',
      cause: error,
    });
  }
  if (!(error instanceof neo4j.Neo4jError)) return error;
  const { code, message } = error;
  if (isTerminated(code)) return timeLimit(timeoutMs);
  if (code.includes('Statement.AccessMode')) {
    return new ReadOnly('The statement was run for reading and tried to write.', { detail: message, cause: error });
  }
  const known = code.includes('Security.Forbidden') ? error : otherwise(error);
  if (known instanceof AppError) return known;
  return new StatementFailed(`Neo4j refused the statement: ${message}`, { cause: error });
}

/**
 * A statement that was left early may have its DISCARD sent behind the RESET of its connection; Neo4j tells that to
 * whoever has the connection next, and has run nothing of theirs.
 */
const isLeftover = (error: unknown): boolean =>
  error instanceof neo4j.Neo4jError && error.code === 'Neo.ClientError.Request.Invalid';

/** A read in a transaction that commits itself, which takes one exchange with the database in place of three. */
export async function readTyped(
  open: () => Session,
  typed: Typed,
  { toError, memoryMb }: { toError(error: unknown): unknown; memoryMb: number | undefined },
): Promise<QueryAnswer> {
  const { timeoutMs, signal: given } = typed.options;
  const values = driverParameters(typed.parameters);
  const deadline = new Deadline(timeoutMs, given);
  const { signal } = deadline;
  const begin = async (again: boolean): Promise<{ session: Session; rows: Rows; columns: readonly string[] }> => {
    const session = open();
    const rows = new Rows(typed, true, memoryMb).from(session.run(typed.text, values, { timeout: timeoutMs }));
    const fail = (): void => rows.onError(signal.reason);
    if (signal.aborted) fail();
    signal.addEventListener('abort', fail, { once: true });
    try {
      return { session, rows, columns: await rows.columns };
    } catch (error) {
      signal.removeEventListener('abort', fail);
      void session.close().catch(() => {});
      const told = toError(error);
      const passes = isLeftover(error) || isOfAnother(error) || neo4j.isRetryableError(error as never);
      if (again && !signal.aborted && passes) return begin(false);
      deadline.clear();
      throw signal.aborted ? signal.reason : told;
    }
  };
  const { session, rows, columns } = await begin(true);
  // Closing a session in the middle resets its connection, at which Neo4j ends the transaction.
  const end = (): void => {
    deadline.clear();
    void session.close().catch(() => {});
  };
  signal.addEventListener('abort', end, { once: true });

  async function* batches(): AsyncGenerator<RowBatch, QueryOutcome, void> {
    try {
      for (;;) {
        const next = await rows.next();
        if (isOutcome(next)) return next;
        yield next;
      }
    } catch (error) {
      throw signal.aborted ? signal.reason : toError(error);
    } finally {
      end();
    }
  }
  return { columns, batches: batches() };
}

/** A statement that writes, to its end: rows beyond the limit are left out, what they write is not. Errors: LimitExceeded. */
export async function collectTyped(result: Result, typed: Typed): Promise<Collected> {
  const rows = new Rows(typed, false).from(result);
  const { signal } = typed.options;
  const cancel = (): void => rows.onError(new Cancelled());
  signal?.addEventListener('abort', cancel, { once: true });
  const kept = new KeptRows();
  try {
    const columns = await rows.columns;
    for (;;) {
      const next = await rows.next();
      if (isOutcome(next)) return { columns, batches: kept.batches, outcome: next };
      kept.add(next);
    }
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}
