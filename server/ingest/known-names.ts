// Which entities go by a name: those of the database, each name asked for once, and those written since.
import { namesIn } from '../schema/fold.ts';
import { addTo, inBatches } from '../schema/lists.ts';
import type { Rows } from '../schema/statements.ts';

type Named = Rows<'write/find/names'>[number];

/** A name is given as it stands in the index of names: "| folded |". */
export class KnownNames {
  readonly #asked = new Set<string>();
  readonly #entities = new Map<string, Named>();
  readonly #bearers = new Map<string, string[]>();
  #isWhole = false;
  readonly #ask: (names: string[]) => Promise<Named[]>;

  constructor(ask: (names: string[]) => Promise<Named[]>) {
    this.#ask = ask;
  }

  /** How many entities are known. */
  get size(): number {
    return this.#entities.size;
  }

  /** Takes in all entities that there are: none is asked for any more. */
  putAll(entities: readonly Named[]): void {
    for (const entity of entities) this.put(entity);
    this.#isWhole = true;
  }

  async learn(names: Iterable<string>): Promise<void> {
    if (this.#isWhole) return;
    const unknown = [...new Set(names)].filter((name) => !this.#asked.has(name));
    for (const row of await inBatches(unknown, this.#ask)) {
      // What was written since is newer than what the database has.
      if (!this.#entities.has(row.key)) this.put(row);
    }
    for (const name of unknown) this.#asked.add(name);
  }

  async all(names: readonly string[]): Promise<Named[]> {
    await this.learn(names);
    const found = new Map<string, Named>();
    for (const name of names) {
      for (const key of this.#bearers.get(name) ?? []) {
        const entity = this.#entities.get(key);
        // An entity may have gone by a name before its last writing only.
        if (entity?.nameIndex.includes(name)) found.set(key, entity);
      }
    }
    return [...found.values()];
  }

  put(entity: Named): void {
    const before = new Set(namesIn(this.#entities.get(entity.key)?.nameIndex ?? '|'));
    this.#entities.set(entity.key, entity);
    for (const name of namesIn(entity.nameIndex))
      if (!before.has(name)) addTo(this.#bearers, `| ${name} |`, entity.key);
  }
}
