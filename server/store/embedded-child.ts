// The child process that owns the embedded database, or has a copy of it for typed statements: it answers the parent's requests one message at a time.
import {
  type Database,
  type EngineTransactionHandle,
  fail,
  faultOf,
  openCopy,
  openDatabase,
  type QueryResult,
} from './embedded-engine.ts';
import type { Answers, Batch, ChildOptions, Request, RequestMessage } from './embedded-protocol.ts';
import { memoryExit } from './embedded-protocol.ts';
import { TypedRuns } from './embedded-typed-run.ts';
import { weightOf } from './embedded-values.ts';

const batchRows = 1000;
const batchWeight = 1_000_000;
const memoryCheckMs = 10;

let database: Database | undefined;
let memoryLimit = Number.POSITIVE_INFINITY;
let handles = 0;
let busy = 0;
let watch: NodeJS.Timeout | undefined;
const transactions = new Map<number, EngineTransactionHandle>();
/** The last statement of each transaction: the next waits for it, and fails as it did. */
const last = new Map<number, Promise<QueryResult>>();
const cursors = new Map<number, { result: QueryResult; next: number }>();
const typed = new TypedRuns();

function db(): Database {
  return database ?? fail({ kind: 'query', message: 'The database is not open.' });
}
function transaction(id: number): EngineTransactionHandle {
  return transactions.get(id) ?? fail({ kind: 'query', message: 'The transaction is over.' });
}

function checkMemory(): void {
  if (process.memoryUsage.rss() > memoryLimit) process.exit(memoryExit);
}

async function open(options: ChildOptions): Promise<Answers['open']> {
  memoryLimit = options.memoryLimit;
  const opened = await openDatabase(options);
  database = opened;
  return { version: opened.version(), resident: process.memoryUsage.rss() };
}

/** Rows from `start`, as many as one message carries well: huge texts make the batch shorter. */
function batch(result: QueryResult, start: number, cursor?: number): Batch {
  const rows: Batch['rows'] = [];
  let weight = 0;
  for (let at = start; at < result.length && rows.length < batchRows && weight < batchWeight; at++) {
    const row = result.get(at) as Batch['rows'][number];
    weight += weightOf(row);
    rows.push(row);
  }
  const next = start + rows.length;
  if (next >= result.length) {
    if (cursor !== undefined) cursors.delete(cursor);
    return { rows };
  }
  const id = cursor ?? ++handles;
  cursors.set(id, { result, next });
  return { rows, cursor: id };
}

function runIn(id: number, { text, parameters }: Request & { op: 'run' }): Promise<QueryResult> {
  const open = transaction(id);
  const before = last.get(id) ?? Promise.resolve();
  const result = before.then(() => open.executeCypher(text, parameters));
  last.set(id, result);
  return result;
}

function rollBack(id: number): null {
  const open = transaction(id);
  transactions.delete(id);
  last.delete(id);
  // Of a typed statement that was given up: what is left of its rows. No other is under way, since one writes at a time.
  typed.clear();
  open.rollback();
  return null;
}

function commit(id: number, durable: 'now' | 'later'): number {
  const open = transaction(id);
  transactions.delete(id);
  last.delete(id);
  try {
    open.commit();
  } catch (error) {
    if (open.isActive) open.rollback();
    throw error;
  }
  if (durable === 'now') flush();
  return process.memoryUsage.rss();
}

/**
 * A commit writes the log but does not sync it, and an engine that meets damage in its last log drops what follows
 * without a word: an acknowledged write must be in the database file, which is synced and has checksums.
 */
function flush(): null {
  db().walCheckpoint();
  return null;
}

async function answer(request: Request): Promise<Answers[keyof Answers]> {
  switch (request.op) {
    case 'open':
      return open(request.options);
    case 'run': {
      const { tx, text, parameters } = request;
      return batch(await (tx === undefined ? db().executeCypher(text, parameters) : runIn(tx, request)), 0);
    }
    case 'next': {
      const cursor = cursors.get(request.cursor) ?? fail({ kind: 'query', message: 'The rows are gone.' });
      return batch(cursor.result, cursor.next, request.cursor);
    }
    case 'drop':
      cursors.delete(request.cursor);
      return null;
    case 'begin': {
      const id = ++handles;
      transactions.set(id, db().beginTransaction());
      return id;
    }
    case 'commit':
      return commit(request.tx, request.durable);
    case 'rollback':
      return rollBack(request.tx);
    case 'flush':
      return flush();
    case 'text-index':
      // Every word counts, "the" as well: the other engine leaves none out either. The database keeps the index.
      await db().createTextIndex('Record', 'textIndex', { tokenizer: 'standard', stopWords: [] });
      return flush();
    case 'text-search':
      return searchText(request);
    case 'save':
      db().save(request.file);
      return process.memoryUsage.rss();
    case 'open-copy':
      typed.clear();
      database?.close();
      memoryLimit = request.memoryLimit;
      database = openCopy(request.file, request.writable);
      return null;
    case 'typed':
      if (request.tx !== undefined) return typed.write(transaction(request.tx), request.statement);
      return typed.read(db(), request.statement);
    case 'typed-next':
      return typed.next(request.cursor);
    case 'close':
      for (const open of transactions.values()) open.rollback();
      transactions.clear();
      last.clear();
      db().close();
      return null;
  }
}

/**
 * The engine joins words by OR, so each is searched by itself and the answers are intersected; in order of key.
 * Properties are read through a view of the present, which takes a twentieth of the time of getNode().
 */
async function searchText({ words, limit, types }: Request & { op: 'text-search' }): Promise<string[]> {
  const everything = Math.max(1, db().nodeCount());
  const hits = await Promise.all(words.map((word) => db().textSearch('Record', 'textIndex', word, everything)));
  const [first = [], ...others] = hits.map((found) => found.map(([id = -1]) => id)).sort((a, b) => a.length - b.length);
  const sets = others.map((ids) => new Set(ids));
  const present = db().asOf(db().currentEpoch());
  const keys: string[] = [];
  for (const id of first) {
    if (!sets.every((ids) => ids.has(id))) continue;
    const key = String(present.getNodeProperty(id, 'key'));
    if (types.length > 0 && !types.includes(key.slice(0, key.indexOf(':')))) continue;
    const held = new Set(String(present.getNodeProperty(id, 'textIndex') ?? '').split(' '));
    if (words.every((word) => held.has(word))) keys.push(key);
  }
  present.close();
  return keys.sort().slice(0, limit);
}

async function handle({ id, ...request }: RequestMessage): Promise<void> {
  // The watch runs only while there is work, so that an idle server does not wake a sleeping machine.
  if (busy++ === 0) watch = setInterval(checkMemory, memoryCheckMs);
  try {
    const value = await answer(request);
    process.send?.({ id, value });
  } catch (error) {
    process.send?.({ id, fault: faultOf(error) });
  } finally {
    if (--busy === 0) clearInterval(watch);
  }
}

process.on('message', (message) => void handle(message as RequestMessage));
// Without its parent nobody may commit any more: what is open is lost on purpose.
process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches the whole group of processes; the parent decides when this one stops.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
