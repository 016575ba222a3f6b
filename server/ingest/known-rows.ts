// Rows of the database by the key they are asked for: each key is asked for once, and what is written since is put beside.
import { inBatches } from '../schema/lists.ts';

export class KnownRows<R, Q = string> {
  readonly #rows = new Map<string, R[]>();
  readonly #absent = new Set<string>();
  readonly #ask: (questions: Q[]) => Promise<R[]>;
  readonly #idOf: (question: Q) => string;
  readonly #of: (row: R) => string;
  readonly #isAbsent: (id: string) => boolean;

  /**
   * `ask` reads the rows of many at once; `idOf` names a question, `of` the question that a row answers; `isAbsent` tells
   * of a name where it is known without asking that the database has nothing under it.
   */
  constructor(
    ask: (questions: Q[]) => Promise<R[]>,
    idOf: (question: Q) => string,
    of: (row: R) => string,
    isAbsent: (id: string) => boolean = () => false,
  ) {
    this.#ask = ask;
    this.#idOf = idOf;
    this.#of = of;
    this.#isAbsent = isAbsent;
  }

  /** Asks for all that are not known yet. */
  async learn(questions: Iterable<Q>): Promise<void> {
    const unknown = new Map<string, Q>();
    for (const question of questions) {
      const id = this.#idOf(question);
      if (this.#rows.has(id)) continue;
      if (this.#isAbsent(id)) this.putAbsent(id);
      else unknown.set(id, question);
    }
    if (unknown.size === 0) return;
    const rows = await inBatches(unknown.values(), this.#ask);
    for (const id of unknown.keys()) this.#rows.set(id, []);
    for (const row of rows) this.#rows.get(this.#of(row))?.push(row);
    for (const id of unknown.keys()) if (this.#rows.get(id)?.length === 0) this.#absent.add(id);
  }

  /** The rows for the questions, in their order, asked for where they are not known. */
  async all(questions: readonly Q[]): Promise<R[]> {
    await this.learn(questions);
    return questions.flatMap((question) => this.now(this.#idOf(question)));
  }

  /** What is known under a name. */
  now(id: string): readonly R[] {
    return this.#rows.get(id) ?? [];
  }

  /** Whether the database had nothing under the name, whatever was put there since. */
  wasAbsent(id: string): boolean {
    return this.#absent.has(id);
  }

  put(id: string, rows: R[]): void {
    this.#rows.set(id, rows);
  }

  /** Says that the database has nothing under the name, where that follows from something else. */
  putAbsent(id: string): void {
    if (this.#rows.has(id)) return;
    this.#rows.set(id, []);
    this.#absent.add(id);
  }
}
