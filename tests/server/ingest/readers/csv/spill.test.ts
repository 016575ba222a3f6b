// What waits comes back in its order, whether it was held in memory, went to disk, or both.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Spill } from '../../../../../server/ingest/readers/csv/spill.ts';

/** Characters; a tenth of what is held of documents, so that of 25 the last few are in memory. */
const length = 100_000;
const documents = Array.from({ length: 25 }, (_, at) => ({ at, words: 'The ferry to Norland ran late.\n'.repeat(at) }));

let folder = '';
let spill: Spill;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-spill-'));
  vi.stubEnv('TMPDIR', folder);
  spill = new Spill();
});
afterEach(() => {
  spill.remove();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const files = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((one) => /\//.test(one));
const listed = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
};

it('gives documents in their order, from disk and from memory', async () => {
  const waiting = spill.documents<(typeof documents)[number]>('documents');
  for (const one of documents) waiting.add(one, length);
  expect(files()).toHaveLength(1);
  expect(await listed(waiting.each())).toEqual(documents);
  expect(await listed(waiting.each())).toEqual(documents);
});

it('leaves the disk alone while there is little', async () => {
  const waiting = spill.documents<(typeof documents)[number]>('documents');
  for (const one of documents) waiting.add(one, 1);
  expect(files()).toEqual([]);
  expect(await listed(waiting.each())).toEqual(documents);
});

it('gives all of a bucket at once and then nothing, and takes its files away', () => {
  const { add, all } = spill.buckets<string>(1000);
  const items = Array.from({ length: 50 }, (_, at) => `Line ${at} of the Harbour Times`);
  for (const one of items) add('article:harbour-times', one, 300);
  expect(files().length).toBe(1);
  expect(all.flatMap((bucket) => bucket.take())).toEqual(items);
  expect(files()).toEqual([]);
  expect(all.flatMap((bucket) => bucket.take())).toEqual([]);
});
