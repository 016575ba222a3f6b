// Reads the rows of a CSV file one by one, each with its line, its cells and its own characters.
import { CsvError, type Parser, parse } from 'csv-parse';
import type { CsvFaults } from './faults.ts';
import { checkedUtf8, NotText } from './utf8.ts';

export interface CsvRow {
  /** The line it begins in; the first of the file is 1. */
  line: number;
  cells: string[];
  /** The row as it stands in the file, without the line break at its end. */
  raw: string;
}

/** Bytes of the largest row: a quotation mark that is never closed must not take in the rest of a huge file. */
export const mostRowBytes = 1_000_000;

interface Parsed {
  record: string[];
  raw: string;
}

const reasons: Partial<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'has a quotation mark that is never closed',
  CSV_INVALID_CLOSING_QUOTE:
    'has something after a closing quotation mark; a quotation mark within a cell in quotes is written twice',
  INVALID_OPENING_QUOTE:
    'has a quotation mark in the middle of a cell; put the cell in quotes and write the mark twice',
  CSV_MAX_RECORD_SIZE: `is a row of more than ${mostRowBytes.toLocaleString('en')} bytes; check for a quotation mark that is never closed, and for line breaks`,
};

/** What the parser made of one chunk, or why it could not go on. */
class Feed {
  readonly #parser: Parser;
  #rows: CsvRow[] = [];
  #lastLine = 0;

  constructor(delimiter: string) {
    this.#parser = parse({
      delimiter,
      bom: true,
      raw: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      max_record_size: mostRowBytes,
      // Rows are taken here and not from the stream: it would drop those before a fault.
      on_record: (parsed) => {
        this.#take(parsed as unknown as Parsed);
        return null;
      },
    });
    this.#parser.on('error', () => {});
    this.#parser.resume();
  }

  #take({ record, raw }: Parsed): void {
    const line = this.#lastLine + 1;
    // The parser's own count takes a CRLF in quotes for two.
    this.#lastLine += raw.match(/\r\n|\r|\n/g)?.length ?? 0;
    const row = raw.replace(/[\r\n]+$/, '');
    if (row.trim() !== '') this.#rows.push({ line, cells: record, raw: row });
  }

  /** The line in which the row begins that is being read. */
  get line(): number {
    return this.#lastLine + 1;
  }

  /** The rows since the last time. */
  taken(): CsvRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  /** Parses the chunk, or with null what is left at the end. Resolves with the fault that ends it, if any. */
  give(chunk: Buffer | null): Promise<Error | null> {
    return new Promise((resolve) => {
      const done = (error?: Error | null): void => resolve(error ?? null);
      if (chunk !== null) this.#parser.write(chunk, done);
      else this.#parser.once('error', done).once('close', done).end();
    });
  }
}

/**
 * The rows of the file, the header first; blank lines are left out. What makes the file unreadable from some line on is
 * a fault, and ends it.
 */
export async function* csvRows(
  chunks: AsyncIterable<Uint8Array>,
  delimiter: string,
  faults: CsvFaults,
): AsyncGenerator<CsvRow> {
  const feed = new Feed(delimiter);
  const parts = checkedUtf8(chunks);
  try {
    for (let ended = false; !ended; ) {
      const { value, done = false } = await parts.next();
      ended = done;
      const error = await feed.give(done ? null : value);
      yield* feed.taken();
      if (error === null) continue;
      if (!(error instanceof CsvError)) throw error;
      const reason = reasons[error.code] ?? `cannot be read as CSV (${error.message})`;
      faults.add({ line: feed.line, reason: `${reason}; what follows was not read` });
      return;
    }
  } catch (error) {
    if (!(error instanceof NotText)) throw error;
    faults.add(error.fault);
  } finally {
    await parts.return(undefined);
  }
}
