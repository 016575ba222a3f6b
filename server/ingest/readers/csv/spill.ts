// Keeps what waits for its turn on disk: rows in buckets by article, then the documents made of them, one a line.
import { appendFileSync, createReadStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Characters that wait in memory, in all files of one import together and at least in each. */
const waitingLength = 16_000_000;
const leastWaiting = 16_000;

/** Documents say the same words over and over: packed they take a tenth of the room, for little time. */
const pack = (text: string): string => deflateRawSync(text, { level: 1 }).toString('base64');
const unpack = (line: string): string => inflateRawSync(Buffer.from(line, 'base64')).toString('utf8');

/** A file with an item a line, as packed JSON if they are large, that is written to its end and then read. */
class Lines<T> {
  readonly #path: string;
  readonly #packed: boolean;
  readonly #most: number;
  #waiting: string[] = [];
  #length = 0;

  constructor(path: string, { packed, most }: { packed: boolean; most: number }) {
    this.#path = path;
    this.#packed = packed;
    this.#most = most;
  }

  add(item: T): void {
    const json = JSON.stringify(item);
    const line = `${this.#packed ? pack(json) : json}\n`;
    this.#waiting.push(line);
    this.#length += line.length;
    if (this.#length >= this.#most) this.#write();
  }

  #write(): void {
    if (this.#waiting.length === 0) return;
    appendFileSync(this.#path, this.#waiting.join(''));
    this.#waiting = [];
    this.#length = 0;
  }

  #item(line: string): T {
    return JSON.parse(this.#packed ? unpack(line) : line) as T;
  }

  /** Every item at once; the file is gone then. */
  take(): T[] {
    this.#write();
    if (!existsSync(this.#path)) return [];
    const lines = readFileSync(this.#path, 'utf8').split('\n');
    rmSync(this.#path);
    return lines.filter((line) => line !== '').map((line) => this.#item(line));
  }

  /** One item after the other. */
  async *each(): AsyncGenerator<T> {
    this.#write();
    if (!existsSync(this.#path)) return;
    for await (const line of createInterface({ input: createReadStream(this.#path, 'utf8') })) yield this.#item(line);
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
    return new Lines<T>(join(this.#folder, name), { packed: true, most: leastWaiting });
  }

  /** Files of which each holds all items of some keys. */
  buckets<T>(count: number): { add(key: string, item: T): void; all: readonly Lines<T>[] } {
    const most = Math.max(leastWaiting, Math.floor(waitingLength / count));
    const all = Array.from(
      { length: count },
      (_, at) => new Lines<T>(join(this.#folder, `rows-${at}`), { packed: false, most }),
    );
    return { all, add: (key, item) => all[hashOf(key) % count]?.add(item) };
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
