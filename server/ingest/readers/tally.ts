// What readers leave aside, change or shorten, counted by kind and told at the end: nothing of it in silence.

const most = 20;

export class Tally {
  readonly #counts = new Map<string, number>();
  readonly #notes: string[] = [];
  #more = 0;

  add(what: string, count = 1): void {
    if (count > 0) this.#counts.set(what, (this.#counts.get(what) ?? 0) + count);
  }

  /** A word on one file. */
  note(file: string, words: string): void {
    if (this.#notes.length < most) this.#notes.push(`${file}: ${words}`);
    else this.#more += 1;
  }

  /** "620 × spans Discuss outside any event", the most frequent first; then the words on single files. */
  lines(): string[] {
    const counted = [...this.#counts].sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1));
    return [
      ...counted.map(([what, count]) => `${count.toLocaleString('en')} × ${what}`),
      ...this.#notes,
      ...(this.#more > 0 ? [`… and ${this.#more} more such notes`] : []),
    ];
  }
}
