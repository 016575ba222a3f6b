// What the tests of the CSV reader share: preparing a text by a mapping, and the faults it ends with.
import { InvalidDocument } from '../../../../../server/errors.ts';
import type { Prepared } from '../../../../../server/ingest/readers/csv/check.ts';
import { parseMapping } from '../../../../../server/ingest/readers/csv/mapping.ts';
import { type PreparedFile, prepareCsv } from '../../../../../server/ingest/readers/csv/prepare.ts';
import { Spill } from '../../../../../server/ingest/readers/csv/spill.ts';
import type { CsvMappingInput } from '../../../../../server/schema/csv-mapping.ts';

/** Bytes in chunks of the given size, as a file or a connection hands them over. */
export async function* inChunks(bytes: Uint8Array, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export type Counts = Omit<PreparedFile, 'documents'>;

/** The documents that a CSV text makes, in their order, and the counts. `size` decides over how many buckets it is spread. */
export async function prepared(
  csv: string | Uint8Array,
  mapping: CsvMappingInput,
  { chunk, size }: { chunk?: number; size?: number } = {},
): Promise<{ documents: Prepared['parsed']['document'][]; counts: Counts }> {
  const spill = new Spill();
  try {
    const bytes = typeof csv === 'string' ? new TextEncoder().encode(csv) : csv;
    const input = { file: 'test.csv', chunks: inChunks(bytes, chunk), size };
    const { documents, ...counts } = await prepareCsv(input, parseMapping(mapping, 'test.mapping.json'), spill);
    const all: Prepared['parsed']['document'][] = [];
    for await (const { parsed } of documents()) all.push(parsed.document);
    return { documents: all, counts };
  } finally {
    spill.remove();
  }
}

/** The faults of a CSV text as "line: reason", with the sentence that sums them up first. */
export async function faults(csv: string | Uint8Array, mapping: CsvMappingInput, chunk?: number): Promise<string[]> {
  const error: unknown = await prepared(csv, mapping, chunk === undefined ? {} : { chunk }).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof InvalidDocument)) throw error ?? new Error('The file was taken.');
  const { errors = [] } = error.details;
  return [error.message, ...errors.map(({ line, reason }) => `${line ?? 'file'}: ${reason}`)];
}

/** A small mapping of stances: who, plan, position, report. */
export const plain = {
  format: 'hearsay-csv/1',
  kind: 'stances',
  holder: { column: 'who', type: 'person' },
  plan: { column: 'plan' },
  stance: { column: 'position', values: { for: 'supports', against: 'opposes', absent: null } },
  article: { key: '{report}' },
} as const satisfies CsvMappingInput;
export const header = 'who,plan,position,report';
