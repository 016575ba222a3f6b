// The store over an engine: statements by name, parameters and rows checked; into somebody else's database only what a
// person typed to be written there.
import { AsyncLocalStorage } from 'node:async_hooks';
import { z } from 'zod';
import { actionNow } from '../action.ts';
import { Cancelled, ReadOnly } from '../errors.ts';
import type { StatementTypes } from '../schema/statements.ts';
import { Watch } from './audited.ts';
import type {
  Collected,
  Engine,
  EngineTransaction,
  EngineTransactionOptions,
  Parameters,
  Row,
  Typed,
} from './engine.ts';
import { mapInPieces } from './in-pieces.ts';
import { Journal } from './journal.ts';
import {
  type Capabilities,
  type QueryAnswer,
  type QueryOptions,
  type QueryOutcome,
  type RowBatch,
  type Store,
  type Transaction,
  type TransactionOptions,
  type TypedParameters,
  type Types,
  type Value,
  writtenRows,
} from './port.ts';
import { restoreInto } from './restore.ts';
import type { Statement } from './statements.ts';
import { WrittenKeys } from './written-keys.ts';

type Run = (text: string, parameters: Parameters) => Promise<Row[]>;

/** A transaction of this asynchronous call chain is open: another write from within would wait for it for ever. */
const inTransaction = new AsyncLocalStorage<true>();

/** `undefined` is no value of a database: it is left out of maps, and is null as a parameter or in a list. */
function plain(value: unknown): Value {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object') return value as Value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, plain(item)]));
}

function parametersFor(statement: Statement, given: unknown): Parameters {
  const parsed = statement.type.parameters.safeParse(given);
  if (!parsed.success)
    throw new Error(`${statement.name} was given wrong parameters: ${z.prettifyError(parsed.error)}`);
  const checked = parsed.data as Record<string, unknown>;
  return Object.fromEntries(Object.keys(statement.type.parameters.shape).map((name) => [name, plain(checked[name])]));
}

function rowOf(statement: Statement, row: Row): unknown {
  const parsed = statement.type.row.safeParse(row);
  if (!parsed.success)
    throw new Error(`${statement.file} gave a row of another form: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

async function rowsOf(statement: Statement, rows: Row[]): Promise<never[]> {
  if (statement.rows === 'none') return [];
  if (statement.rows === 'one' && rows.length > 1) {
    throw new Error(`${statement.file} gave ${rows.length} rows where it declares one`);
  }
  return (await mapInPieces(rows, (row) => rowOf(statement, row))) as never[];
}

function readOnly(): ReadOnly {
  return new ReadOnly('This database is open for reading only.', {
    detail: 'It holds data that Hearsay did not write: only Cypher that somebody types can change such a database.',
  });
}

/** The marker as text that is the same while nothing of it changes, whatever the order of its properties and labels. */
function wholeMarker(rows: readonly Row[]): string {
  const whole = rows.map(({ properties, labels, relations }) => [
    Object.entries(properties as Record<string, unknown>)
      .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
      .sort(),
    [...(labels as string[])].sort(),
    relations,
  ]);
  return JSON.stringify(whole);
}

async function* replay(batches: readonly RowBatch[], outcome: QueryOutcome): QueryAnswer['batches'] {
  yield* batches;
  return outcome;
}

export class EngineStore<T extends Types = StatementTypes> implements Store<T> {
  readonly capabilities: Capabilities;
  readonly journal: Journal;
  readonly #engine: Engine;
  readonly #statements: ReadonlyMap<string, Statement>;

  constructor(engine: Engine, statements: ReadonlyMap<string, Statement>, model: Capabilities['model']) {
    this.#engine = engine;
    this.#statements = statements;
    this.capabilities = { engine: engine.dialect, version: engine.version, model, writable: model === 'hearsay' };
    const marker = statements.get('schema/marker');
    const revision = async (): Promise<number> =>
      Number((marker && (await engine.read(marker.text, {}))[0]?.revision) ?? 0);
    // The embedded engine belongs to one process.
    this.journal = new Journal(revision, engine.dialect === 'embedded');
  }

  read: Store<T>['read'] = async (name, parameters) =>
    this.#run(this.#statement(name, 'read'), parameters, (text, values) => this.#engine.read(text, values));

  write: Store<T>['write'] = (name, parameters) => this.transaction((tx) => tx.write(name, parameters));

  transaction<R>(work: (tx: Transaction<T>) => Promise<R>, options?: TransactionOptions): Promise<R> {
    if (!this.capabilities.writable) {
      return Promise.reject(readOnly());
    }
    if (inTransaction.getStore()) {
      return Promise.reject(new Error('A write within a transaction goes through the transaction, not the store.'));
    }
    return inTransaction.run(true, () =>
      this.#audited((tx, ...follow) => work(this.#transaction(tx, ...follow)), options),
    );
  }

  async *stream<N extends keyof T & string>(
    name: N,
    parameters: z.input<T[N]['parameters']>,
  ): AsyncGenerator<z.output<T[N]['row']>> {
    const statement = this.#statement(name, 'read');
    for await (const row of this.#engine.stream(statement.text, parametersFor(statement, parameters))) {
      yield rowOf(statement, row) as z.output<T[N]['row']>;
    }
  }

  async query(text: string, parameters: TypedParameters, options: QueryOptions): Promise<QueryAnswer> {
    if (options.access === 'read') return this.#engine.query({ text, parameters, options });
    const typed = { text, parameters, options: { ...options, rowLimit: Math.min(options.rowLimit, writtenRows) } };
    const { columns, batches, outcome } = await this.#audited(
      (tx, watch, keys) => this.#writeTyped(tx, typed, watch, keys),
      {
        typed,
      },
    );
    return { columns, batches: replay(batches, outcome) };
  }

  async searchText(words: readonly string[], limit: number, types: readonly string[] = []): Promise<string[]> {
    // Only Hearsay's own database has the full-text index, and none is made in another.
    if (this.capabilities.model === 'foreign' || words.length === 0) return [];
    return this.#engine.searchText(words, limit, types);
  }

  restore: Store<T>['restore'] = async (content, marker) => {
    if (!this.capabilities.writable) throw readOnly();
    await restoreInto(this.#engine, this.#statements, content, marker);
    await this.#audited(async (_, watch, keys) => {
      watch.saw('restore', {});
      keys.unknown = true;
    });
  };

  get vitals(): Store<T>['vitals'] {
    const engine = this.#engine;
    return engine.vitals && (() => engine.vitals?.() ?? { residentBytes: null, restarts: 0 });
  }

  flush(): Promise<void> {
    return this.#engine.flush();
  }

  ping(): Promise<void> {
    return this.#engine.ping();
  }

  close(): Promise<void> {
    return this.#engine.close();
  }

  /**
   * A typed statement writes like everyone else: one after the other, with the revision counted, and what is derived
   * marked as out of date, since nobody knows what it changed. The marker itself is not its to change. In somebody
   * else's database it does what it says and nothing besides; making a marker there would hand it over to Hearsay.
   */
  async #writeTyped(tx: EngineTransaction, typed: Typed, watch: Watch, keys: WrittenKeys): Promise<Collected> {
    keys.unknown = true;
    const text = (name: string): string => this.#statement(name, 'write').text;
    const marker = async (): Promise<string> => wholeMarker(await tx.run(text('schema/marker-whole'), {}));
    const own = this.capabilities.model === 'hearsay';
    // Who only wants the plan writes nothing, so no revision is counted.
    if (own && typed.options.explains !== 'plan') keys.count((await tx.run(text('write/lock'), {}))[0]?.revision);
    const before = await marker();
    const collected = await tx.query(typed);
    if ((await marker()) !== before) {
      throw new ReadOnly('The statement would change the node by which Hearsay knows its database.', {
        detail: 'Nothing was written. Name the labels of what is to change, such as MATCH (n:Record).',
      });
    }
    if (Object.keys(collected.outcome.counters).length > 0) watch.typed(typed.text, collected.outcome.counters);
    if (own && Object.keys(collected.outcome.counters).length > 0)
      await tx.run(text('schema/marker-set'), { properties: { derivedStale: true } });
    // Whoever has gone would not learn that it was written.
    if (typed.options.signal?.aborted) throw new Cancelled();
    return collected;
  }

  /** A transaction with its entry in the audit log; in somebody else's database there is none. */
  async #audited<R>(
    work: (tx: EngineTransaction, watch: Watch, keys: WrittenKeys) => Promise<R>,
    options?: EngineTransactionOptions,
  ): Promise<R> {
    const action = actionNow();
    let isLogged = false;
    const once = async (tx: EngineTransaction, keys: WrittenKeys): Promise<R> => {
      const watch = new Watch();
      const done = await work(tx, watch, keys);
      const entry = this.capabilities.model === 'hearsay' ? watch.entry() : undefined;
      isLogged = entry !== undefined;
      if (entry !== undefined) await tx.run(this.#statement('write/audit/entry', 'write').text, entry);
      keys.ends = true;
      return done;
    };
    const result = await this.journal.following((begin) =>
      this.#engine.transaction((tx) => {
        const keys = new WrittenKeys();
        begin(keys);
        return once(tx, keys);
      }, options),
    );
    if (action !== undefined && isLogged) action.isLogged = true;
    return result;
  }

  #transaction(tx: EngineTransaction, watch: Watch, keys: WrittenKeys): Transaction<T> {
    const run: Run = (text, parameters) => tx.run(text, parameters);
    return {
      read: async (name, parameters) => this.#run(this.#statement(name, 'read'), parameters, run),
      write: async (name, parameters) => {
        watch.saw(name, parameters);
        keys.saw(name, parameters);
        const rows = await this.#run(this.#statement(name, 'write'), parameters, run);
        if (name === 'write/lock') keys.count((rows as { revision?: number }[])[0]?.revision);
        return rows;
      },
    };
  }

  #statement(name: string, access: Statement['access']): Statement {
    const statement = this.#statements.get(name);
    if (!statement) throw new Error(`There is no statement "${name}" for the ${this.#engine.dialect} engine.`);
    if (access === 'read' && statement.access === 'write') throw new Error(`"${name}" writes: run it with write().`);
    return statement;
  }

  async #run(statement: Statement, parameters: unknown, run: Run): Promise<never[]> {
    return rowsOf(statement, await run(statement.text, parametersFor(statement, parameters)));
  }
}
