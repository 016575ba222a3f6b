// What an import knows of the database from one transaction to the next, read once while nobody else writes.
import type { Rows } from '../schema/statements.ts';
import type { Reader } from '../store/port.ts';
import { KnownKeys } from './known-keys.ts';
import { KnownNames } from './known-names.ts';

/** Documents of a pile from which on all keys, or all names, are read, rather than looked for one by one. */
const many = { keys: 8, names: 32 };
/** With more entities or records than these, those of the documents are looked for: the rest would be read in vain. */
const mostEntities = 20_000;
const mostRecords = 20_000;
/** Keys that are held in memory at most, when an import has added its own. */
const mostKeys = 400_000;

export interface Known {
  /** Of all entities. */
  names?: KnownNames | undefined;
  /** Of all records. */
  keys?: KnownKeys | undefined;
  operations?: Rows<'read/identity/operations'> | undefined;
  /** Whether the derived edges are marked as out of date. */
  isStale?: boolean;
}

export class Standing {
  #known: Known | undefined;
  #revision: number | undefined;
  readonly #areTooMany = { names: false, keys: false };

  /**
   * What is known in the transaction that counted this revision. Whoever takes it gives it back when the transaction is
   * committed: what it put there is else in no database.
   */
  async take(tx: Reader, revision: number | undefined, documents: number): Promise<Known> {
    const before = this.#known;
    this.#known = undefined;
    const isSame = revision !== undefined && this.#revision === revision - 1;
    const known: Known = before !== undefined && isSame ? before : {};
    if (documents >= many.names) known.names ??= await this.#allNames(tx);
    if (documents >= many.keys) known.keys ??= await this.#allKeys(tx);
    return known;
  }

  /** `written` are the records that the transaction wrote, which counted this revision. */
  give(known: Known, revision: number | undefined, written: Iterable<{ key: string; base: unknown }>): void {
    const { names, keys } = known;
    for (const { key, base } of written) keys?.put(key, base);
    this.#areTooMany.names ||= (names?.size ?? 0) >= mostEntities;
    this.#areTooMany.keys ||= (keys?.size ?? 0) >= mostKeys;
    const kept = { names: this.#areTooMany.names ? undefined : names, keys: this.#areTooMany.keys ? undefined : keys };
    this.#known = { ...known, ...kept };
    this.#revision = revision;
  }

  async #allNames(tx: Reader): Promise<KnownNames | undefined> {
    if (this.#areTooMany.names) return undefined;
    const rows = await tx.read('write/find/all-names', { limit: mostEntities });
    this.#areTooMany.names = rows.length >= mostEntities;
    if (this.#areTooMany.names) return undefined;
    const names = new KnownNames((asked) => tx.read('write/find/names', { names: asked }));
    names.putAll(rows);
    return names;
  }

  async #allKeys(tx: Reader): Promise<KnownKeys | undefined> {
    if (this.#areTooMany.keys) return undefined;
    const rows = await tx.read('write/find/all-keys', { limit: mostRecords });
    this.#areTooMany.keys = rows.length >= mostRecords;
    if (this.#areTooMany.keys) return undefined;
    const keys = new KnownKeys();
    for (const { key, base } of rows) keys.put(key, base);
    return keys;
  }
}
