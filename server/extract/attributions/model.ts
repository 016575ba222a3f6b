// The learned weights: tables found by hashes of features, packed as one byte a weight.
import { gunzipSync, gzipSync } from 'node:zlib';
import { emptyLexicon, type Lexicon } from './lexicon.ts';
import { boundaryColumns, labelColumns } from './states.ts';

/** A table of 2^bits rows. */
export interface Table {
  bits: number;
  columns: number;
  weights: Float32Array;
}

/** All tables, and the least score that an attribution is given out with. */
export interface AttributionModel {
  cue: Table;
  label: Table;
  boundary: Table;
  rank: Table;
  lexicon: Lexicon;
  threshold: number;
}

const tables = ['cue', 'label', 'boundary', 'rank'] as const;
const magic = 'hearsay-attributions/1';

export const emptyTable = (bits: number, columns: number): Table => ({
  bits,
  columns,
  weights: new Float32Array(columns * 2 ** bits),
});

/** An untrained model: every score is 0. */
export const emptyModel = (): AttributionModel => ({
  cue: emptyTable(19, 1),
  label: emptyTable(19, labelColumns),
  boundary: emptyTable(18, boundaryColumns),
  rank: emptyTable(14, 1),
  lexicon: emptyLexicon,
  threshold: 0.5,
});

/** One byte a weight: the largest weight of a table is 127. Gives the weights as they will be read. */
function quantise({ weights }: Table): { scale: number; bytes: Int8Array } {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const scale = largest / 127 || 1;
  return { scale, bytes: Int8Array.from(weights, (weight) => Math.round(weight / scale)) };
}

/** The model as a file: a line of JSON, then the tables one after the other, packed by gzip. */
export function packModel(model: AttributionModel): Uint8Array {
  const packed = tables.map((name) => ({ name, ...quantise(model[name]) }));
  const head = {
    format: magic,
    threshold: model.threshold,
    words: model.lexicon.stems.length,
    tables: packed.map(({ name, scale }) => ({ name, bits: model[name].bits, columns: model[name].columns, scale })),
  };
  const parts = [Buffer.from(`${JSON.stringify(head)}\n`), ...packed.map(({ bytes }) => Buffer.from(bytes.buffer))];
  const { stems, meanings } = model.lexicon;
  for (const words of [Uint32Array.from(stems), meanings])
    parts.push(Buffer.from(words.buffer, words.byteOffset, words.byteLength));
  return gzipSync(Buffer.concat(parts), { level: 9 });
}

/** Reads what `packModel` wrote. Throws where the file is something else or cut off. */
export function unpackModel(file: Uint8Array): AttributionModel {
  const whole = gunzipSync(file);
  const lineEnd = whole.indexOf(10);
  const head = JSON.parse(whole.subarray(0, lineEnd).toString('utf8'));
  if (head.format !== magic)
    throw new Error(`The model of attributions is ${head.format}, not ${magic}; run "npm run train" to make it anew.`);
  const model = { threshold: Number(head.threshold) } as AttributionModel;
  let at = lineEnd + 1;
  for (const { name, bits, columns, scale } of head.tables as {
    name: (typeof tables)[number];
    bits: number;
    columns: number;
    scale: number;
  }[]) {
    const size = columns * 2 ** bits;
    const bytes = new Int8Array(whole.buffer, whole.byteOffset + at, size);
    model[name] = { bits, columns, weights: Float32Array.from(bytes, (byte) => byte * scale) };
    at += size;
  }
  const words = (from: number) => Uint32Array.from({ length: head.words }, (_, n) => whole.readUInt32LE(from + 4 * n));
  model.lexicon = { stems: Int32Array.from(words(at)), meanings: words(at + 4 * head.words) };
  return model;
}
