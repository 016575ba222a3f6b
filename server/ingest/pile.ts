// Documents that wait for their turn: few are held as they are, of a large pile the rest waits on disk.
import { type ParsedDocument, parseDocument } from './document.ts';
import { Spill } from './readers/csv/spill.ts';

export type NamedParsed = ParsedDocument & { file: string; unread?: true | undefined };
interface Named {
  file: string;
  json: unknown;
  unread?: true | undefined;
}

/** Characters of JSON of which the documents are held in memory together, in several times as many bytes. */
const mostHeld = 20_000_000;

/** Documents of one kind in the order they came in. */
class Queue {
  readonly #held: NamedParsed[] = [];
  #waiting: ReturnType<Spill['documents']> | null = null;
  count = 0;

  hold(parsed: NamedParsed): void {
    this.count += 1;
    this.#held.push(parsed);
  }

  wait(spill: Spill, name: string, document: Named, length: number): void {
    this.count += 1;
    this.#waiting ??= spill.documents(name);
    this.#waiting.add(document, length);
  }

  get hasWaiting(): boolean {
    return this.#waiting !== null;
  }

  async *each(): AsyncGenerator<NamedParsed> {
    yield* this.#held;
    for await (const item of this.#waiting?.each() ?? []) {
      const { file, json, unread } = item as Named;
      yield { ...parseDocument(json, file), file, unread };
    }
  }
}

/** Takes documents in any order and gives those of entities first. `remove` takes its folder on disk away, if it has one. */
export class Pile {
  readonly #queues = { entities: new Queue(), claims: new Queue() };
  #spill: Spill | null = null;
  #held = 0;
  readonly #most: number;

  constructor(most = mostHeld) {
    this.#most = most;
  }

  /** Throws InvalidDocument for one that is bad in itself. */
  add(document: Named): void {
    const { file, json, unread } = document;
    const parsed = parseDocument(json, file);
    const queue = this.#queues[parsed.kind];
    const { length } = JSON.stringify(json);
    this.#held += length;
    if (this.#held <= this.#most && !queue.hasWaiting) {
      queue.hold({ ...parsed, file, unread });
      return;
    }
    this.#spill ??= new Spill();
    queue.wait(this.#spill, parsed.kind, document, length);
  }

  get count(): number {
    return this.#queues.entities.count + this.#queues.claims.count;
  }

  async *each(): AsyncGenerator<NamedParsed> {
    yield* this.#queues.entities.each();
    yield* this.#queues.claims.each();
  }

  remove(): void {
    this.#spill?.remove();
  }
}
