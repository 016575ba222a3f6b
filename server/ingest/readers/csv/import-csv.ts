// Imports a CSV file: all of it is read and checked first, then each article is written whole or not at all.
import { InvalidDocument } from '../../../errors.ts';
import type { CsvMapping, CsvReport } from '../../../schema/csv-mapping.ts';
import type { Store, Transaction } from '../../../store/port.ts';
import { importBulk } from '../../bulk.ts';
import { deriveIfStale } from '../../derive.ts';
import { committedOrTried, type ImportReport, importDocument, importInto } from '../../import.ts';
import { rehearse } from '../../rehearse.ts';
import { WrittenGraph } from '../../written/graph.ts';
import { faultsOf, type Prepared } from './check.ts';
import { CsvFaults } from './faults.ts';
import { onceMore } from './once-more.ts';
import { type CsvInput, type PreparedFile, prepareCsv } from './prepare.ts';
import { Spill } from './spill.ts';

/** Rows read so far; when all are, rows written, with the articles. */
export interface CsvProgress {
  phase: 'read' | 'tried' | 'written' | 'derive';
  rows: number;
  articles?: { done: number; total: number };
}
export interface CsvOptions {
  dryRun?: boolean | undefined;
  onProgress?: ((progress: CsvProgress) => void) | undefined;
}

type Whole = Pick<Store, 'read' | 'transaction' | 'flush' | 'capabilities'>;
type Outcome = ImportReport['outcome'];

/** Bytes of a file from which on the engine makes itself ready while it is read. */
const large = 100_000;

/** Adds up what the documents' imports report. */
class Totals {
  readonly articles: Record<Outcome, number> = { created: 0, revised: 0, replaced: 0, unchanged: 0 };
  readonly created: Record<string, number> = {};
  removed = 0;

  add({ outcome, created, removed }: ImportReport): void {
    this.articles[outcome] += 1;
    for (const [label, count] of Object.entries(created)) this.created[label] = (this.created[label] ?? 0) + count;
    this.removed += removed;
  }
}

/** The importer's error with lines of the file for places in the document, and what is kept of the articles before it. */
function byLine(error: unknown, file: string, prepared: Prepared, earlier: number): unknown {
  if (!(error instanceof InvalidDocument)) return error;
  const { key } = prepared.parsed.document.article;
  const faults = new CsvFaults(file);
  for (const fault of faultsOf(error, prepared, key)) faults.add(fault);
  try {
    faults.stop();
  } catch (told) {
    if (!(told instanceof InvalidDocument) || earlier === 0) return told;
    const kept = `The ${earlier} article${earlier === 1 ? '' : 's'} before it are written and kept; what is there already is left unchanged the next time.`;
    return new InvalidDocument(`${file} stopped at ${key}, which the database does not take.`, {
      ...told.details,
      detail: `${told.details.detail ?? ''} ${kept}`.trim(),
    });
  }
  return error;
}

type Written = AsyncIterable<{ item: Prepared; report: ImportReport }>;

/** Writes the articles by `write`, which gives them back in their order, each with its report. */
async function writeAll(
  file: string,
  { documents, total }: PreparedFile,
  write: (documents: AsyncIterable<Prepared>) => Written,
  onProgress: (progress: CsvProgress) => void,
  phase: 'tried' | 'written' = 'written',
): Promise<Totals> {
  const totals = new Totals();
  let done = 0;
  let rows = 0;
  /** Those that are under way: the first of them is the one that is refused. */
  const waiting: Prepared[] = [];
  async function* taken(): AsyncGenerator<Prepared> {
    for await (const prepared of documents()) {
      waiting.push(prepared);
      yield prepared;
    }
  }
  try {
    for await (const { item, report } of write(taken())) {
      waiting.shift();
      totals.add(report);
      done += 1;
      rows += item.rows;
      onProgress({ phase, rows, articles: { done, total } });
    }
  } catch (error) {
    const [refused] = waiting;
    throw refused === undefined ? error : byLine(error, file, refused, done);
  }
  return totals;
}

/** Each article by itself. */
const oneByOne = (write: (prepared: Prepared) => Promise<ImportReport>) =>
  async function* (documents: AsyncIterable<Prepared>): Written {
    for await (const item of documents) yield { item, report: await write(item) };
  };

/**
 * Below so many assertions and articles each article brings the derived edges in step itself; above it all are made anew
 * at the end. Many articles on one claim would each make that claim's edges anew.
 */
const few = { assertions: 2000, articles: 50 };

async function write(
  store: Whole,
  file: string,
  prepared: PreparedFile,
  { dryRun = false, onProgress = () => {} }: CsvOptions,
): Promise<Totals> {
  if (dryRun) {
    const trial = (tx: Transaction) => (one: Prepared) => importInto(tx, one.parsed, { dryRun, derive: 'later' });
    return committedOrTried(store, true, (tx) => writeAll(file, prepared, oneByOne(trial(tx)), onProgress, 'tried'));
  }
  const isSmall = prepared.assertions <= few.assertions && prepared.total <= few.articles;
  const derive = isSmall ? 'now' : 'later';
  const written = new WrittenGraph();
  const settle = async (): Promise<void> => {
    if (derive === 'later') onProgress({ phase: 'derive', rows: prepared.rows });
    await onceMore(() => deriveIfStale(store, written));
    await store.flush();
  };
  let totals: Totals;
  try {
    const one = ({ parsed }: Prepared) => onceMore(() => importDocument(store, parsed, { derive, durable: 'later' }));
    const write = isSmall
      ? oneByOne(one)
      : (all: AsyncIterable<Prepared>) => importBulk(store, all, { step: onceMore, written });
    totals = await writeAll(file, prepared, write, onProgress);
  } catch (error) {
    // What is wrong with the article is the news; that the rest of the way failed too is not. An engine that was stopped
    // is left alone: the next start derives what is stale.
    if (error instanceof InvalidDocument) await settle().catch(() => {});
    throw error;
  }
  await settle();
  return totals;
}

/**
 * Imports a CSV file by a mapping. A fault anywhere in the file writes nothing; then each article is written
 * whole or not at all, and one that the database refuses (a name of several entities, an outlet unlike the one it has) stops the
 * rest: the InvalidDocument says what stays. The same file again changes nothing. With `dryRun` all is tried in one
 * transaction that is rolled back.
 */
export async function importCsv(
  store: Whole,
  input: CsvInput,
  mapping: CsvMapping,
  options: CsvOptions = {},
): Promise<CsvReport> {
  const spill = new Spill();
  const isLarge = (input.size ?? 0) >= large && options.dryRun !== true;
  const ready = isLarge ? rehearse(store, 'table') : undefined;
  try {
    const { onProgress } = options;
    const prepared = await prepareCsv(input, mapping, spill, (rows) => onProgress?.({ phase: 'read', rows }));
    onProgress?.({ phase: 'read', rows: prepared.rows });
    const { articles, created, removed } = await write(store, input.file, prepared, options);
    const { documents: _, total: __, ...counts } = prepared;
    return { dryRun: options.dryRun ?? false, ...counts, articles, created, removed };
  } finally {
    await ready;
    spill.remove();
  }
}
