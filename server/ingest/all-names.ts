// The names of all entities, from one transaction of an import to the next: read once while nobody else writes.
import type { Reader } from '../store/port.ts';
import { KnownNames } from './known-names.ts';

/** Documents of a pile from which on all names are read, rather than looked for one by one in all entities. */
const many = 32;
/** Entities of which the names are held in memory at most; with more, those of the documents are looked for. */
const mostEntities = 20_000;

export class AllNames {
  #names: KnownNames | undefined;
  #revision: number | undefined;
  #areTooMany = false;

  /**
   * All names as they stand in the transaction that counted this revision; undefined where they are not worth reading.
   * Whoever takes them gives them back when the transaction is committed: what it put there is else in no database.
   */
  async take(tx: Reader, revision: number | undefined, documents: number): Promise<KnownNames | undefined> {
    const before = this.#names;
    this.#names = undefined;
    if (before !== undefined && revision !== undefined && this.#revision === revision - 1) return before;
    if (documents < many || this.#areTooMany) return undefined;
    const rows = await tx.read('write/find/all-names', { limit: mostEntities });
    this.#areTooMany = rows.length >= mostEntities;
    if (this.#areTooMany) return undefined;
    const names = new KnownNames((asked) => tx.read('write/find/names', { names: asked }));
    names.putAll(rows);
    return names;
  }

  give(names: KnownNames, revision: number | undefined): void {
    if (!names.isWhole) return;
    this.#areTooMany ||= names.size >= mostEntities;
    this.#names = this.#areTooMany ? undefined : names;
    this.#revision = revision;
  }
}
