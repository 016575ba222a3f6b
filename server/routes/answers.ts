// Answers that several ask for: made once for all who ask at once, and given again until something is written.
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, Response } from 'express';
import { forNobody } from '../evidence/latest.ts';
import type { Journal } from '../store/port.ts';
import { isLong, pieces, sendJson } from './send-json.ts';

/** Bytes of all answers that are kept, packed forms included, and of one. */
const [most, mostOfOne] = [64 << 20, 8 << 20];
/** Bytes from which an answer is packed, and up to which: as for answers that are not kept. */
const [short, long] = [1024, 1_000_000];
/**
 * Milliseconds for which one is kept at most: a Neo4j may be written to by programs that know nothing of Hearsay's count
 * of writes.
 */
const longest = 10_000;

type Coding = 'br' | 'gzip';
const pack: Readonly<Record<Coding, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: promisify(gzip),
};

/** An answer as it is sent. */
export class Answer {
  readonly tag: string;
  readonly made = Date.now();
  readonly bytes: Buffer;
  readonly #packed = new Map<Coding, Promise<Buffer>>();
  /** Bytes in all its forms. */
  size: number;
  /** Told of how many bytes it has become more. */
  grown: (by: number) => void = () => {};

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.size = this.bytes.length;
    this.tag = `W/"${createHash('sha256').update(this.bytes).digest('base64url').slice(0, 22)}"`;
  }

  /** Packed once, whoever asks how often. */
  packed(coding: Coding): Promise<Buffer> {
    const known = this.#packed.get(coding);
    if (known !== undefined) return known;
    const made = pack[coding](this.bytes);
    this.#packed.set(coding, made);
    made.then(
      ({ length }) => {
        this.size += length;
        this.grown(length);
      },
      () => this.#packed.delete(coding),
    );
    return made;
  }
}

/** An answer as JSON; undefined where that is too long to be kept. */
async function bytesOf(value: unknown): Promise<Buffer | undefined> {
  if (!isLong(value)) {
    const bytes = Buffer.from(JSON.stringify(value));
    return bytes.length > mostOfOne ? undefined : bytes;
  }
  const parts: Buffer[] = [];
  let length = 0;
  const texts = pieces(value as object);
  for (let next = await texts.next(); ; next = await texts.next()) {
    const part = Buffer.from(next.value);
    parts.push(part);
    length += part.length;
    if (length > mostOfOne) return undefined;
    if (next.done) return Buffer.concat(parts);
  }
}

/** What is longer is sent a piece at a time, and kept by nobody. */
export interface TooLong {
  readonly value: unknown;
}

export class Answers {
  readonly #journal: Journal;
  #state = '';
  /** In the order in which they were last asked for. */
  readonly #kept = new Map<string, Answer>();
  /** By what is asked, and in which state. */
  readonly #underWay = new Map<string, Promise<Answer | TooLong>>();
  /** Bytes that are kept. */
  #size = 0;

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  /**
   * The answer to a question, made by `make` where none is kept that is of the state in which the database is now. A
   * failure is told to all who asked at once, and not kept.
   */
  async of(question: string, make: () => Promise<unknown>): Promise<Answer | TooLong> {
    const state = await this.#journal.state();
    if (state !== this.#state) this.#enter(state);
    const known = this.#kept.get(question);
    if (known !== undefined) {
      this.#drop(question, known);
      if (Date.now() - known.made < longest) {
        this.#keep(question, known);
        return known;
      }
    }
    const name = `${state} ${question}`;
    const asked = this.#underWay.get(name);
    if (asked !== undefined) return asked;
    const making = forNobody(() => this.#make(question, state, make)).finally(() => this.#underWay.delete(name));
    this.#underWay.set(name, making);
    return making;
  }

  async #make(question: string, state: string, make: () => Promise<unknown>): Promise<Answer | TooLong> {
    const value = await make();
    const bytes = await bytesOf(value);
    if (bytes === undefined) return { value };
    const answer = new Answer(bytes);
    // What was written meanwhile may be in it in part.
    if ((await this.#journal.state()) === state && this.#state === state) this.#keep(question, answer);
    return answer;
  }

  /** All that is kept is of one state. */
  #enter(state: string): void {
    this.#state = state;
    for (const [question, answer] of this.#kept) this.#drop(question, answer);
  }

  #keep(question: string, answer: Answer): void {
    this.#kept.set(question, answer);
    this.#grow(answer.size);
    answer.grown = (by) => this.#grow(by);
  }

  #drop(question: string, answer: Answer): void {
    this.#kept.delete(question);
    this.#size -= answer.size;
    answer.grown = () => {};
  }

  #grow(by: number): void {
    this.#size += by;
    for (const [question, answer] of this.#kept) {
      if (this.#size <= most) break;
      this.#drop(question, answer);
    }
  }
}

/** Sends it as the asker takes it; only that it is the same where the asker has it already. */
export async function sendAnswer(request: Request, response: Response, answer: Answer | TooLong): Promise<void> {
  if (!(answer instanceof Answer)) return sendJson(response, answer.value);
  response.set('Content-Type', 'application/json; charset=utf-8').set('ETag', answer.tag);
  response.vary('Accept-Encoding');
  if (request.fresh) return void response.status(304).end();
  const { length } = answer.bytes;
  const coding = length < short || length >= long ? false : request.acceptsEncodings(['br', 'gzip']);
  const isPacked = coding === 'br' || coding === 'gzip';
  const bytes = isPacked ? await answer.packed(coding) : answer.bytes;
  if (isPacked) response.set('Content-Encoding', coding);
  response.set('Content-Length', String(bytes.length)).end(bytes);
}
