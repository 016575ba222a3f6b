// Decisions out of a row of numbers: what is left out of the row, or 0, is always the simplest choice, so that shrinking simplifies.

export class Choices {
  readonly #numbers: readonly number[];
  #at = 0;
  #names = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  /** From 0 to `below` - 1; 0 when the row has come to its end. */
  number(below: number): number {
    const value = this.#numbers[this.#at++] ?? 0;
    return value % below;
  }

  of<T>(items: readonly [T, ...T[]]): T {
    return items[this.number(items.length)] ?? items[0];
  }

  /** Yes in one of so many cases. */
  oneIn(cases: number): boolean {
    return this.number(cases) === cases - 1;
  }

  /** What the first of the items makes, or another; only the chosen one is run. */
  build<T>(first: () => T, ...others: (() => T)[]): T {
    return this.of([first, ...others])();
  }

  name(prefix: string): string {
    return `${prefix}${++this.#names}`;
  }
}
