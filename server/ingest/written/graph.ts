// What an import has written, kept until what follows from it is derived: of a record that it made it knows all there is.
import type { Properties } from '../rows.ts';

/** A row of a write statement: of a node with its key, of a relation with its ends. */
export interface WrittenRow {
  readonly key?: string;
  readonly source?: string;
  readonly target?: string;
  readonly properties: Properties;
}

/** At which of its ends a relation is asked for; types that no statement of the evidence asks for are not kept. */
const kept: Readonly<Record<string, 'source' | 'target' | 'both'>> = {
  ABOUT: 'both',
  ATTRIBUTED_TO: 'source',
  CONTAINS: 'target',
  CORRECTS: 'target',
  DISPUTES: 'both',
  HAS_QUOTE: 'source',
  HOLDER: 'source',
  IDENTIFIED_AS: 'both',
  INCLUDES: 'both',
  KNOWN_FROM: 'source',
  MEMBER_OF: 'both',
  PUBLISHED: 'target',
  RELAYS: 'source',
  RENDERS: 'source',
  REPUBLISHES: 'source',
  RETRACTS: 'target',
  REVISION_OF: 'target',
  SPOKEN_BY: 'source',
  TARGET: 'source',
  TRANSLATION_OF: 'source',
};

/** What full-text search is made of, and lists: no statement of the evidence asks for them, and texts are long. */
const isLeftOut = (name: string, value: unknown): boolean =>
  name === 'textIndex' || name === 'nameIndex' || name === 'quote' || Array.isArray(value);

interface Made {
  properties: Properties;
  /** Types and other ends by turns, of relations that begin here and that end here. */
  readonly from: string[];
  readonly to: string[];
}

/** Records and relations that are kept at most; with more nothing is, and all is read from the database. */
const mostKept = 400_000;

export class WrittenGraph {
  readonly #made = new Map<string, Made>();
  readonly #most: number;
  #size = 0;
  #revision: number | undefined;

  constructor(most = mostKept) {
    this.#most = most;
  }

  /** Whether it still holds in the transaction that counted this revision: nobody else has written since. */
  holdsAt(revision: number | undefined): boolean {
    return this.#made.size > 0 && revision !== undefined && this.#revision === revision - 1;
  }

  /** Says that the transaction that counted this revision is committed, and wrote nothing that is kept here. */
  advance(revision: number | undefined): void {
    if (!this.holdsAt(revision)) this.#forget();
    this.#revision = revision;
  }

  /**
   * Takes in what a transaction has written, once it is committed: nodes first. `wasAbsent` tells of a key that there was
   * no such record before the transaction.
   */
  take(
    revision: number | undefined,
    rows: Iterable<readonly [type: string | null, row: WrittenRow]>,
    wasAbsent: (key: string) => boolean,
  ): void {
    this.advance(revision);
    for (const [type, row] of rows) {
      if (type === null) this.#node(row, wasAbsent);
      else this.#relation(type, row, wasAbsent);
    }
    if (this.#size > this.#most) this.#forget();
  }

  /** Whether the import made it, so that all its relations are known. */
  isMade(key: string): boolean {
    return this.#made.has(key);
  }

  /** The properties that the evidence is made of; undefined of a record that was there before. */
  properties(key: string): Properties | undefined {
    return this.#made.get(key)?.properties;
  }

  /** The other ends of a made record's relations: `from` it or `to` it. */
  ends(key: string, direction: 'from' | 'to', type: string): string[] {
    const list = this.#made.get(key)?.[direction] ?? [];
    const found: string[] = [];
    for (let at = 0; at < list.length; at += 2) if (list[at] === type) found.push(list[at + 1] ?? '');
    return found;
  }

  #forget(): void {
    this.#made.clear();
    this.#size = 0;
  }

  #node({ key = '', properties }: WrittenRow, wasAbsent: (key: string) => boolean): void {
    const before = this.#made.get(key);
    if (before === undefined && !wasAbsent(key)) return;
    const entries = Object.entries(properties).filter(([name, value]) => !isLeftOut(name, value));
    // The text of an article is its own; that of a claim or a quotation is evidence.
    const own = key.startsWith('article:') ? entries.filter(([name]) => name !== 'text') : entries;
    const said = Object.fromEntries(own);
    if (before !== undefined) before.properties = said;
    else {
      this.#size += 1;
      this.#made.set(key, { properties: said, from: [], to: [] });
    }
  }

  #relation(type: string, { source = '', target = '' }: WrittenRow, wasAbsent: (key: string) => boolean): void {
    const ends = kept[type];
    if (ends === undefined) return;
    // Between ends of which one is new there was nothing; else it may be there, and be written again.
    const isNew = wasAbsent(source) || wasAbsent(target);
    if (ends !== 'target') this.#end(this.#made.get(source)?.from, type, target, isNew);
    if (ends !== 'source') this.#end(this.#made.get(target)?.to, type, source, isNew);
  }

  #end(list: string[] | undefined, type: string, other: string, isNew: boolean): void {
    if (list === undefined) return;
    if (!isNew) for (let at = 0; at < list.length; at += 2) if (list[at] === type && list[at + 1] === other) return;
    list.push(type, other);
    this.#size += 1;
  }
}
