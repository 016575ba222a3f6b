// The rows of an answer, kept as the lines they came in and parsed when they are looked at: hundreds of thousands fit.
import type { TypedValue } from '../../../server/schema/cypher.ts';

/** So many parsed rows are kept for those who look again. */
const kept = 1000;

export class Rows {
  readonly #lines: string[] = [];
  readonly #parsed = new Map<number, readonly TypedValue[]>();

  get count(): number {
    return this.#lines.length;
  }

  add(lines: readonly string[]): void {
    for (const line of lines) this.#lines.push(line);
  }

  /** The values of a row, in the order of the columns; an empty list beyond the last row. */
  at(index: number): readonly TypedValue[] {
    const known = this.#parsed.get(index);
    if (known) return known;
    const line = this.#lines[index];
    if (line === undefined) return [];
    const row = JSON.parse(line) as TypedValue[];
    this.#parsed.set(index, row);
    if (this.#parsed.size > kept)
      for (const oldest of [...this.#parsed.keys()].slice(0, kept / 2)) this.#parsed.delete(oldest);
    return row;
  }

  /** The line of a row as it arrived: a JSON array of typed values. */
  line(index: number): string {
    return this.#lines[index] ?? '[]';
  }

  /** All rows from the first, in batches between which the page can draw. */
  async *batches(size = 2000): AsyncGenerator<readonly (readonly TypedValue[])[]> {
    for (let from = 0; from < this.count; from += size) {
      yield this.#lines.slice(from, from + size).map((line) => JSON.parse(line) as TypedValue[]);
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
}
