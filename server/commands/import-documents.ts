// Turns the files given to the import into documents, one after the other, whatever kind each is.
import { createReadStream, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { NotFound } from '../errors.ts';
import type { NamedDocument } from '../ingest/many.ts';
import { readAddress } from '../ingest/readers/address/read.ts';
import type { Checks } from '../ingest/readers/address/request.ts';
import { declaredCharset } from '../ingest/readers/article/charset.ts';
import { readArticle } from '../ingest/readers/article/read.ts';
import { articleToDocument } from '../ingest/readers/article/to-document.ts';
import { Workshop } from '../ingest/readers/article/workshop.ts';
import { readMetadata } from '../ingest/readers/brat/metadata.ts';
import { pairUp } from '../ingest/readers/brat/pairs.ts';
import { bratDocuments } from '../ingest/readers/brat/reader.ts';
import { Faults, refuse } from '../ingest/readers/faults.ts';
import { documentsOf, documentsOfLines, documentsOfPage } from '../ingest/readers/linked.ts';
import type { Tally } from '../ingest/readers/tally.ts';
import { decode } from '../ingest/readers/text/decode.ts';
import type { ArticleForm } from '../schema/article-text.ts';
import type { Chosen } from './import-choice.ts';
import { parse } from './read-files.ts';

export interface ReadOptions {
  /** What the characters of texts and pages are encoded in, where the person says so. */
  encoding?: string | undefined;
  /** A table that says of each annotated text who published it and when. */
  metadata?: string | undefined;
  /** Bytes of the largest text, page or document that is read. */
  mostBytes: number;
  /** Which web addresses may be fetched; absent where none. */
  fetching?: Checks | undefined;
  onRead?: ((done: number, total: number) => void) | undefined;
}

/** Throws InvalidDocument for a file over the limit, before it is read. */
async function readLimited(file: string, most: number): Promise<Uint8Array> {
  const { size } = statSync(file);
  if (size > most) {
    const mb = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);
    refuse({
      file,
      reason: `has ${mb(size)} MB; at most ${mb(most)} are read: split it, or raise HEARSAY_DOCUMENT_MB`,
    });
  }
  return readFile(file);
}

async function* articleDocuments(
  files: readonly { file: string; form: ArticleForm }[],
  { encoding, mostBytes }: ReadOptions,
  faults: Faults,
  tally: Tally,
): AsyncGenerator<NamedDocument> {
  const workshop = new Workshop();
  try {
    for (const { file, form } of files) {
      const bytes = await faults.gather(file, () => readLimited(file, mostBytes));
      if (bytes === undefined) continue;
      if (form === 'html' && Buffer.from(bytes).includes('ClaimReview')) {
        const page = await faults.gather(file, () =>
          decode({ file, bytes, encoding, declared: declaredCharset(bytes) }),
        );
        const reviews = page === undefined ? [] : [...documentsOfPage(file, page, faults, tally)];
        yield* reviews;
        if (reviews.length > 0 || page === undefined) continue;
      }
      const read = await faults.gather(file, () => readArticle({ file, form, encoding, bytes }, workshop));
      for (const note of read?.notes ?? []) tally.note(file, note);
      if (read !== undefined) yield { file, json: articleToDocument(read.article), unread: true };
    }
  } finally {
    await workshop.close();
  }
}

async function* addressDocuments(
  addresses: readonly string[],
  { mostBytes, fetching }: ReadOptions,
  faults: Faults,
  tally: Tally,
): AsyncGenerator<NamedDocument> {
  const workshop = new Workshop();
  try {
    for (const file of addresses) {
      const read = await faults.gather(file, () => readAddress(file, fetching, { mostBytes }, workshop));
      for (const note of read?.notes ?? []) tally.note(file, note);
      if (read !== undefined) yield { file, json: articleToDocument(read.article), unread: true };
    }
  } finally {
    await workshop.close();
  }
}

async function factsIn(file: string | undefined, encoding: string | undefined, faults: Faults) {
  if (file === undefined) return undefined;
  return faults.gather(file, async () =>
    readMetadata(file, decode({ file, bytes: await readFile(file), encoding }), faults),
  );
}

/**
 * The documents of the files. All faults of texts, pages and annotations are told together at the end, by an
 * InvalidDocument; a fault of a JSON file at once.
 */
export async function* documentsIn(
  { json, lines, ann, texts, articles, addresses }: Chosen,
  options: ReadOptions,
  tally: Tally,
): AsyncGenerator<NamedDocument> {
  const faults = new Faults();
  const { pairs, others, alone } =
    ann.length === 0 ? { pairs: [], others: 0, alone: texts } : pairUp([...ann, ...texts], faults);
  tally.add('annotation files of further annotators, left aside', others);
  const all = [...articles, ...alone.map((file) => ({ file, form: 'text' as const }))];
  const total = json.length + lines.length + pairs.length + all.length + addresses.length;
  if (total === 0 && !faults.any) throw new NotFound('There is no file among these that can be imported.');
  let done = 0;
  const tell = (): void => options.onRead?.(++done, total);
  const facts = await factsIn(options.metadata, options.encoding, faults);
  for (const file of json) {
    yield* documentsOf(file, parse(file, await readFile(file)), faults, tally);
    tell();
  }
  for (const file of lines) {
    yield* documentsOfLines(file, createReadStream(file), faults, tally);
    tell();
  }
  const read = (path: string): Promise<Uint8Array> => readLimited(path, options.mostBytes);
  for await (const one of bratDocuments({ pairs, facts, read, encoding: options.encoding }, faults, tally)) {
    yield one;
    tell();
  }
  for await (const one of articleDocuments(all, options, faults, tally)) {
    yield one;
    tell();
  }
  for await (const one of addressDocuments(addresses, options, faults, tally)) {
    yield one;
    tell();
  }
  faults.stop();
}
