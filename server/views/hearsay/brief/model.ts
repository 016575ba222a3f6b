// A brief as a plain document: blocks of text, and notes that its statements cite; both formats are written from it.

/** A piece of running text. Everything in it is text: whoever writes a format escapes it. */
export type Inline =
  | string
  | { readonly strong: string }
  /** Somebody's words, never ours. */
  | { readonly words: string }
  | { readonly link: string; readonly text: string }
  /** Numbers of notes, ascending. */
  | { readonly notes: readonly number[] };

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly of: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      /** Indexes of the columns that hold numbers. */
      readonly numeric: readonly number[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    };

export interface BriefDocument {
  readonly title: string;
  /** What stands below the title: day and filter. */
  readonly lines: readonly (readonly Inline[])[];
  readonly blocks: readonly Block[];
  /** The text of note 1, 2 … */
  readonly notes: readonly (readonly Inline[])[];
}

/** Numbers what is cited in the order of its first citation, so that the same data always have the same numbers. */
export class Notes {
  private readonly numbers = new Map<string, number>();
  private readonly resolve: (key: string) => readonly string[];

  /** `resolve` gives what to cite for an assertion: itself, others in its place, or nothing where nothing is known. */
  constructor(resolve: (key: string) => readonly string[]) {
    this.resolve = resolve;
  }

  /** The notes of these assertions, ascending; nothing where none is known. */
  cite(assertions: Iterable<string>): Inline[] {
    const numbers = new Set<number>();
    for (const key of [...assertions].flatMap((one) => [...this.resolve(one)])) {
      const number = this.numbers.get(key) ?? this.numbers.size + 1;
      this.numbers.set(key, number);
      numbers.add(number);
    }
    return numbers.size === 0 ? [] : [{ notes: [...numbers].sort((a, b) => a - b) }];
  }

  /** The cited assertions in the order of their numbers. */
  cited(): string[] {
    return [...this.numbers.keys()];
  }
}

export const heading = (level: 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
export const paragraph = (...of: Inline[]): Block => ({ kind: 'paragraph', of });
export const list = (items: readonly (readonly Inline[])[]): Block[] =>
  items.length === 0 ? [] : [{ kind: 'list', items }];
