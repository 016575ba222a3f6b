// Runs typed statements within the engine's process: on a copy of the database, or in a transaction of the owner's.
import { type Database, type EngineTransactionHandle, fail, type QueryResult } from './embedded-engine.ts';
import { type Kind, kindsOf } from './embedded-kinds.ts';
import { notReading, notWriting, planTree, profileTree } from './embedded-plan.ts';
import type { TypedBatch, TypedStatement } from './embedded-protocol.ts';
import { EmbeddedText, engineParameters } from './embedded-typed.ts';
import type { QueryOutcome } from './port.ts';
import { plainText, typedText } from './value-text.ts';

/** As much as is written to a connection at once. */
const batchLength = 64 * 1024;
const batchRows = 1000;

type Runner = Pick<EngineTransactionHandle, 'executeCypher'>;
type Parameters = Record<string, unknown>;

interface Cursor {
  result: QueryResult;
  kinds: ReadonlyMap<string, Kind>;
  text: EmbeddedText;
  next: number;
  end: number;
  outcome: QueryOutcome;
}

/** What asks for a plan stands before a statement's text, or was taken out of it before; here it is never part of it. */
const bare = (text: string): string => text.replace(/^\s*(?:EXPLAIN|PROFILE)\b/i, '');

/** Where the engine cannot say it, such as of a result with values of mixed types, whole numbers are Integers. */
function kindsIn(result: QueryResult): ReadonlyMap<string, Kind> {
  try {
    return kindsOf(result.toArrowIPC());
  } catch {
    return new Map();
  }
}

/** The engine's counters under Neo4j's names, those above zero. */
function countersOf(result: QueryResult): Record<string, number> {
  const { edgesCreated, edgesDeleted, ...same } = result.counters;
  const counters = { ...same, relationshipsCreated: edgesCreated, relationshipsDeleted: edgesDeleted };
  return Object.fromEntries(Object.entries(counters).filter(([, count]) => count > 0));
}

async function explain(runner: Runner, text: string, parameters: Parameters): Promise<string> {
  const result = await runner.executeCypher(`EXPLAIN ${bare(text)}`, parameters);
  return String(result.get(0).plan);
}

/** Refuses, whatever the gate has let through, a plan with an operator that is not allowed. */
function checked(plan: string, notAllowed: (plan: string) => string | undefined): string {
  const other = notAllowed(plan);
  if (other !== undefined) fail({ kind: 'plan', message: other });
  return plan;
}

export class TypedRuns {
  readonly #cursors = new Map<number, Cursor>();
  #count = 0;

  /** On a copy: read, in a transaction that is rolled back, and in which nothing could be written anyway. */
  async read(database: Database, statement: TypedStatement): Promise<TypedBatch> {
    const transaction = database.beginTransaction();
    try {
      const parameters = engineParameters(statement.parameters);
      const plan = checked(await explain(transaction, statement.text, parameters), notReading);
      return await this.#run(transaction, statement, parameters, plan);
    } finally {
      transaction.rollback();
    }
  }

  /** In a transaction that somebody else ends. The gate lets no PROFILE of a write through: it would write twice. */
  async write(transaction: Runner, statement: TypedStatement): Promise<TypedBatch> {
    if (statement.explains === 'profile') fail({ kind: 'query', message: 'PROFILE of a write would write twice.' });
    const parameters = engineParameters(statement.parameters);
    const plan = checked(await explain(transaction, statement.text, parameters), notWriting);
    return this.#run(transaction, statement, parameters, plan);
  }

  next(id: number): TypedBatch {
    return this.#batch(this.#cursors.get(id) ?? fail({ kind: 'query', message: 'The rows are gone.' }), id);
  }

  clear(): void {
    this.#cursors.clear();
  }

  async #run(runner: Runner, statement: TypedStatement, parameters: Parameters, plan: string): Promise<TypedBatch> {
    const { text, explains, rowLimit, form } = statement;
    if (explains === 'plan') {
      const outcome = { truncated: false, counters: {}, notifications: [], plan: planTree(plan) };
      return { columns: [], batch: { rows: 0, lines: '', last: true }, outcome };
    }
    // A profile comes without the rows, so these are read by running it once more.
    const profile =
      explains === 'profile' ? (await runner.executeCypher(`PROFILE ${bare(text)}`, parameters)).profile : null;
    const result = await runner.executeCypher(bare(text), parameters);
    return this.#batch({
      result,
      kinds: kindsIn(result),
      text: new EmbeddedText(form === 'typed' ? typedText : plainText),
      next: 0,
      end: Math.min(result.length, rowLimit),
      outcome: {
        truncated: result.length > rowLimit,
        counters: countersOf(result),
        notifications: [],
        plan: profile === null ? null : profileTree(profile.root),
      },
    });
  }

  #batch(cursor: Cursor, id?: number): TypedBatch {
    const { result, kinds, text, end, outcome } = cursor;
    const { columns } = result;
    const start = cursor.next;
    let lines = '';
    let at = start;
    for (; at < end && at - start < batchRows && lines.length < batchLength; at++) {
      lines += text.line(result.get(at), columns, kinds);
    }
    cursor.next = at;
    const batch = { rows: at - start, lines, last: at >= end };
    if (batch.last) {
      if (id !== undefined) this.#cursors.delete(id);
      return { columns, batch, outcome };
    }
    const own = id ?? ++this.#count;
    this.#cursors.set(own, cursor);
    return { columns, batch, cursor: own };
  }
}
