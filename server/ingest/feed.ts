// Documents in piles that go into one transaction, the next of which is made ready while one is being written.
import { setImmediate } from 'node:timers/promises';
import { InvalidDocument } from '../errors.ts';
import { claimsRowsAhead } from './claims.ts';
import type { ParsedDocument } from './document.ts';
import { baseKeyOf } from './keys.ts';
import type { DocumentRows } from './rows.ts';

/** At most so many documents go into one transaction, with so many characters and assertions: what is held in memory. */
export const most = { documents: 256, characters: 2_000_000, assertions: 10_000 };
/** With so many of both it is large enough that a larger one would not be quicker. */
const enough = { documents: 128, assertions: 3_000 };

const weightOf = ({ document }: ParsedDocument): { characters: number; assertions: number } =>
  document.format === 'hearsay-claims/1'
    ? { characters: document.article.text?.length ?? 0, assertions: document.assertions.length }
    : { characters: 0, assertions: Number.POSITIVE_INFINITY };

/** The rows that a document becomes if none of its entities goes by another key in the database; kept until it is imported. */
export function rowsOf({ document, hash }: ParsedDocument & { kind: 'claims' }): DocumentRows {
  try {
    return claimsRowsAhead(document, { documentHash: hash, baseKey: baseKeyOf(document.article) });
  } catch (error) {
    // It is refused in its turn, with the places of its faults.
    if (error instanceof InvalidDocument) return { nodes: [], relations: [] };
    throw error;
  }
}

type Documents<T> = AsyncIterable<T> | Iterable<T>;

async function* piled<T extends { parsed: ParsedDocument }>(
  documents: Documents<T>,
  isAlone: (item: T) => boolean,
): AsyncGenerator<T[]> {
  let pile: T[] = [];
  let held = { characters: 0, assertions: 0 };
  for await (const item of documents) {
    if (isAlone(item)) {
      if (pile.length > 0) yield pile;
      yield [item];
    } else {
      pile.push(item);
      const { characters, assertions } = weightOf(item.parsed);
      held = { characters: held.characters + characters, assertions: held.assertions + assertions };
      const isFull =
        pile.length >= most.documents || held.characters > most.characters || held.assertions > most.assertions;
      if (!isFull && (pile.length < enough.documents || held.assertions < enough.assertions)) continue;
      yield pile;
    }
    pile = [];
    held = { characters: 0, assertions: 0 };
  }
  if (pile.length > 0) yield pile;
}

export class Feed<T extends { parsed: ParsedDocument }> {
  readonly #piles: AsyncGenerator<T[]>;
  #next: Promise<IteratorResult<T[]>> | undefined;

  /** A document that `isAlone` is a pile of its own. */
  constructor(documents: Documents<T>, isAlone: (item: T) => boolean) {
    this.#piles = piled(documents, isAlone);
  }

  /** The next pile; undefined at the end. Throws what the documents throw. */
  async take(): Promise<T[] | undefined> {
    const { value, done } = await this.#coming();
    this.#next = undefined;
    return done ? undefined : value;
  }

  /** Reads the next pile and, with `rows`, makes what its documents become; others have their turn in between. */
  async prepare(rows: boolean): Promise<void> {
    // What goes wrong is told to who takes the pile.
    const coming = await this.#coming().catch(() => undefined);
    if (coming === undefined || coming.done || !rows) return;
    for (const { parsed } of coming.value) {
      if (parsed.kind === 'claims') rowsOf(parsed);
      await setImmediate();
    }
  }

  /** Ends the reading of the documents. */
  async end(): Promise<void> {
    await this.#next?.catch(() => {});
    await this.#piles.return(undefined);
  }

  #coming(): Promise<IteratorResult<T[]>> {
    this.#next ??= this.#piles.next();
    return this.#next;
  }
}
