// Imports a pile of documents: all are read first, entities go in before claims, edges are derived once at the end.
import { InvalidDocument } from '../errors.ts';
import type { DraftReport } from '../schema/drafts.ts';
import type { ProblemDetail } from '../schema/problem.ts';
import type { Store } from '../store/port.ts';
import { importBulk } from './bulk.ts';
import { deriveIfStale } from './derive.ts';
import type { ParsedDocument } from './document.ts';
import { committedOrTried, type ImportOptions, type ImportReport, importInto } from './import.ts';
import { Pile } from './pile.ts';
import { rehearse } from './rehearse.ts';
import { WrittenGraph } from './written/graph.ts';

export interface NamedDocument {
  /** Named in errors and in the progress. */
  file: string;
  /** The document as parsed JSON. */
  json: unknown;
  /** An article of which nobody has read yet what it claims. */
  unread?: true | undefined;
}
type Stores = Pick<Store, 'read' | 'transaction'>;
type Whole = Pick<Store, 'read' | 'transaction' | 'flush' | 'capabilities'>;
export interface FileReport {
  file: string;
  report: ImportReport & { draft?: DraftReport | null; notes?: readonly string[] };
}
export interface Progress extends FileReport {
  done: number;
  total: number;
}
export interface ManyOptions {
  dryRun?: boolean | undefined;
  /** Called after each document; what it was told of a trial, or of one begun again, is not written. */
  onProgress?: ((progress: Progress) => void) | undefined;
  /** Imports an article of which nobody has read what it claims; as any other document if absent. */
  unread?:
    | ((
        store: Stores,
        parsed: ParsedDocument & { kind: 'claims' },
        options: ImportOptions,
      ) => Promise<FileReport['report']>)
    | undefined;
}

/** Documents from which on the engine makes itself ready while the rest are read. */
const many = 32;

/** Reads all documents onto the pile; throws InvalidDocument with the faults of all that have any. */
async function readAll(
  documents: AsyncIterable<NamedDocument> | Iterable<NamedDocument>,
  pile: Pile,
  onMany: () => void,
): Promise<void> {
  const errors: ProblemDetail[] = [];
  const bad: string[] = [];
  for await (const document of documents) {
    try {
      pile.add(document);
      if (pile.count === many) onMany();
    } catch (error) {
      if (!(error instanceof InvalidDocument)) throw error;
      bad.push(document.file);
      errors.push(...(error.details.errors ?? []));
    }
  }
  if (bad.length === 0) return;
  const [first] = errors;
  throw new InvalidDocument(`${bad.join(', ')} ${bad.length === 1 ? 'has' : 'have'} faults; nothing was written.`, {
    detail: `${first?.file} ${first?.pointer || 'as a whole'}: ${first?.reason}. Mend what is listed and import all again.`,
    errors,
  });
}

/** The error with a word on the documents before it, which are in the database. */
function afterEarlier(error: unknown, earlier: readonly FileReport[]): unknown {
  if (!(error instanceof InvalidDocument)) return error;
  const stay =
    earlier.length === 0
      ? 'Nothing was written.'
      : `Imported before it, and kept: ${earlier.map((one) => one.file).join(', ')}.`;
  const detail =
    `${error.details.detail ?? ''} ${stay} What is imported already is left unchanged the next time.`.trim();
  return new InvalidDocument(error.message, { ...error.details, detail });
}

/** Brings the derived edges in step with what was imported, and all of it onto the disk. */
async function settle(store: Pick<Store, 'read' | 'transaction' | 'flush'>, written: WrittenGraph): Promise<void> {
  await deriveIfStale(store, written);
  await store.flush();
}

/**
 * Imports each document whole or not at all, neighbours together, and derives the edges at the end; a folder with a
 * document that is bad in itself writes nothing. One that the database refuses stops the rest: its InvalidDocument names those before
 * it, which stay. What was imported is durable when this ends, either way. With `dryRun` all are tried together, in one transaction that is rolled back.
 */
export async function importMany(
  store: Whole,
  documents: AsyncIterable<NamedDocument> | Iterable<NamedDocument>,
  options: ManyOptions = {},
): Promise<FileReport[]> {
  const pile = new Pile();
  let ready: Promise<void> | undefined;
  const onMany = (): void => {
    if (options.dryRun !== true) ready = rehearse(store, 'articles');
  };
  try {
    await readAll(documents, pile, onMany);
    return await importPile(store, pile, options);
  } finally {
    await ready;
    pile.remove();
  }
}

interface Piled {
  file: string;
  parsed: ParsedDocument;
  isUnread: boolean;
}
async function* parsedOf(pile: Pile): AsyncGenerator<Piled> {
  for await (const parsed of pile.each()) yield { file: parsed.file, parsed, isUnread: parsed.unread === true };
}

async function importPile(
  store: Whole,
  pile: Pile,
  { dryRun = false, onProgress, unread }: ManyOptions,
): Promise<FileReport[]> {
  const tell = (reports: FileReport[], file: string, report: FileReport['report']): void => {
    reports.push({ file, report });
    onProgress?.({ file, report, done: reports.length, total: pile.count });
  };
  if (dryRun) {
    return committedOrTried(store, true, async (tx) => {
      const reports: FileReport[] = [];
      // Each sees what those before it would have written.
      const trial: Stores = { read: (...asked) => tx.read(...asked), transaction: (work) => work(tx) };
      for await (const one of pile.each()) {
        const isUnread = one.unread && one.kind === 'claims' && unread !== undefined;
        const options = { dryRun, derive: 'later' } as const;
        tell(reports, one.file, await (isUnread ? unread(trial, one, options) : importInto(tx, one, options)));
      }
      return reports;
    });
  }
  const reports: FileReport[] = [];
  const written = new WrittenGraph();
  try {
    try {
      // An article that nobody has read is read against what those before it brought.
      const byItself = ({ parsed, isUnread }: Piled) =>
        isUnread && parsed.kind === 'claims' && unread !== undefined
          ? () => unread(store, parsed, { derive: 'later', durable: 'later' })
          : undefined;
      for await (const { item, report } of importBulk(store, parsedOf(pile), { byItself, written }))
        tell(reports, item.file, report);
    } catch (error) {
      throw afterEarlier(error, reports);
    }
  } catch (error) {
    // What is wrong with the document is the news; that the rest of the way failed too is not.
    await settle(store, written).catch(() => {});
    throw error;
  }
  await settle(store, written);
  return reports;
}
