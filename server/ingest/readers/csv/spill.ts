// Keeps what waits for its turn, all but a little of it on disk: rows in buckets by article, then the documents made of them.
import { appendFileSync, createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Characters of rows that wait in memory, in all buckets of one import together and at least in each. */
const waitingLength = 4_000_000;
const leastWaiting = 4000;
/** The same of documents. */
const heldLength = 1_000_000;

/** Documents say the same words over and over: packed they take a tenth of the room, for little time. */
const pack = (text: string): string => deflateRawSync(text, { level: 1 }).toString('base64');
const unpack = (line: string): string => inflateRawSync(Buffer.from(line, 'base64')).toString('utf8');

/** Items in their order: the last of them in memory, those before in a file, one a line, as packed JSON if they are large. */
class Lines<T> {
  readonly #path: string;
  readonly #packed: boolean;
  readonly #most: number;
  #held: T[] = [];
  #length = 0;
  #isOnDisk = false;

  constructor(path: string, { packed, most }: { packed: boolean; most: number }) {
    this.#path = path;
    this.#packed = packed;
    this.#most = most;
  }

  /** `length` is what it weighs in memory, in characters; the item must not be changed any more. */
  add(item: T, length: number): void {
    this.#held.push(item);
    this.#length += length;
    if (this.#length >= this.#most) this.#write();
  }

  #write(): void {
    appendFileSync(this.#path, this.#held.map((item) => this.#line(item)).join(''));
    this.#isOnDisk = true;
    this.#held = [];
    this.#length = 0;
  }

  #line(item: T): string {
    const json = JSON.stringify(item);
    return `${this.#packed ? pack(json) : json}\n`;
  }

  #item(line: string): T {
    return JSON.parse(this.#packed ? unpack(line) : line) as T;
  }

  /** Every item at once; they are gone then. */
  take(): T[] {
    const held = this.#held;
    this.#held = [];
    this.#length = 0;
    if (!this.#isOnDisk) return held;
    const lines = readFileSync(this.#path, 'utf8').split('\n');
    rmSync(this.#path);
    this.#isOnDisk = false;
    return [...lines.filter((line) => line !== '').map((line) => this.#item(line)), ...held];
  }

  /** One item after the other. */
  async *each(): AsyncGenerator<T> {
    if (this.#isOnDisk)
      for await (const line of createInterface({ input: createReadStream(this.#path, 'utf8') })) yield this.#item(line);
    yield* this.#held;
  }
}

/** FNV-1a: spreads keys over the buckets alike on every machine. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}

/** A folder for one import; `remove` takes it away with all in it. */
export class Spill {
  readonly #folder = mkdtempSync(join(tmpdir(), 'hearsay-csv-'));

  /** A file for large items, which are read one after the other. */
  documents<T>(name: string): Lines<T> {
    return new Lines<T>(join(this.#folder, name), { packed: true, most: heldLength });
  }

  /** Files of which each holds all items of some keys; `length` as of a document. */
  buckets<T>(count: number): { add(key: string, item: T, length: number): void; all: readonly Lines<T>[] } {
    const most = Math.max(leastWaiting, Math.floor(waitingLength / count));
    const all = Array.from(
      { length: count },
      (_, at) => new Lines<T>(join(this.#folder, `rows-${at}`), { packed: false, most }),
    );
    return { all, add: (key, item, length) => all[hashOf(key) % count]?.add(item, length) };
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
