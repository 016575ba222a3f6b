// From the bytes of a CSV file to checked documents, with a bounded part of it in memory at a time and the rest on disk.
import { setImmediate } from 'node:timers/promises';
import type { CsvMapping } from '../../../schema/csv-mapping.ts';
import { buildDocument } from './build.ts';
import { checkDraft, type Prepared } from './check.ts';
import { CsvFaults } from './faults.ts';
import { RowReader } from './reader.ts';
import { type CsvRow, csvRows } from './rows.ts';
import type { Spill } from './spill.ts';

export interface CsvInput {
  /** Named in the faults. */
  file: string;
  chunks: AsyncIterable<Uint8Array>;
  /** Bytes, where known: how many buckets the rows are spread over follows from it. */
  size?: number | undefined;
}
export interface PreparedFile {
  documents: () => AsyncIterable<Prepared>;
  total: number;
  rows: number;
  skipped: number;
  merged: number;
  spellings: number;
  asStatements: number;
  assertions: number;
  relations: number;
}

/** A row as it waits for the others of its article. */
interface Waiting {
  key: string;
  row: CsvRow;
}

const bucketBytes = 1_000_000;
const mostBuckets = 1000;
/** Characters of one article's rows, as of any article's text; its further rows are not kept. */
const mostText = 5_000_000;
/** After so many rows the progress is told. */
const progressRows = 10_000;

/** The rows of a bucket by article, articles in the order of their keys; one that is too long is a fault. */
function byArticle(waiting: readonly Waiting[], faults: CsvFaults): [string, CsvRow[]][] {
  const articles = new Map<string, { rows: CsvRow[]; length: number }>();
  for (const { key, row } of waiting) {
    const one = articles.get(key) ?? { rows: [], length: 0 };
    articles.set(key, one);
    const before = one.length;
    one.length += row.raw.length + 1;
    if (one.length <= mostText) one.rows.push(row);
    else if (before <= mostText) {
      const most = mostText.toLocaleString('en');
      faults.add({
        line: row.line,
        reason: `is where the rows of ${key} exceed ${most} characters, the most of an article; tell its parts apart by article.key in the mapping`,
      });
    }
  }
  return [...articles].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, { rows }]) => [key, rows]);
}

async function spread(
  { chunks, size = 0 }: CsvInput,
  mapping: CsvMapping,
  spill: Spill,
  faults: CsvFaults,
  onRows: (rows: number) => void,
) {
  const buckets = spill.buckets<Waiting>(Math.min(mostBuckets, Math.max(1, Math.ceil(size / bucketBytes))));
  let header = '';
  let reader: RowReader | undefined;
  for await (const row of csvRows(chunks, mapping.delimiter, faults)) {
    if (reader === undefined) {
      header = row.raw;
      reader = new RowReader(row, mapping, faults);
      // Without its columns every row would have the same fault again.
      if (faults.any) break;
      continue;
    }
    for (const key of reader.check(row)) if (!faults.any) buckets.add(key, { key, row }, row.raw.length);
    if (reader.counts.rows % progressRows === 0) onRows(reader.counts.rows);
  }
  if (!faults.any && reader === undefined)
    faults.add({ reason: 'is empty; a header line with the names of the columns is expected' });
  if (!faults.any && reader?.counts.rows === 0)
    faults.add({ line: 1, reason: 'is a header, but there are no rows below it' });
  return { buckets: buckets.all, header, reader };
}

/**
 * Reads the file once, spreads its rows over buckets on disk so that all rows of an article are in one, then makes and
 * checks the documents bucket by bucket. Throws InvalidDocument with the first fifty faults of the whole file.
 * In memory at any time: one bucket (1 MB of a file up to 1 GB, a thousandth of a larger one), 4 MB of rows that wait for
 * theirs, documents of 1 MB of rows, and an entry for each distinct name.
 */
export async function prepareCsv(
  input: CsvInput,
  mapping: CsvMapping,
  spill: Spill,
  onRows: (rows: number) => void = () => {},
): Promise<PreparedFile> {
  const faults = new CsvFaults(input.file);
  const { buckets, header, reader } = await spread(input, mapping, spill, faults, onRows);
  faults.stop();
  if (reader === undefined) throw new Error('A file without a header was taken for a good one.');
  const documents = spill.documents<Prepared>('documents');
  const counts = { total: 0, merged: 0, assertions: 0, relations: 0 };
  for (const bucket of buckets) {
    for (const [key, rows] of byArticle(bucket.take(), faults)) {
      const facts = rows.map((row) => reader.read(row, key));
      const draft = buildDocument(header, facts, faults);
      const prepared = draft && checkDraft(draft, faults);
      if (draft === null || prepared === null || faults.any) continue;
      documents.add(prepared, prepared.parsed.document.article.text?.length ?? 0);
      counts.total += 1;
      counts.merged += draft.merged;
      counts.assertions += prepared.parsed.document.assertions.length;
      counts.relations += prepared.parsed.document.relations.length;
      // Other requests get their turn: all of this is work of the processor alone.
      await setImmediate();
    }
  }
  faults.stop();
  const { spellings } = reader.names;
  return { documents: () => documents.each(), ...reader.counts, spellings, ...counts };
}
