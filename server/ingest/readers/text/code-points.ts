// A text by its code points: what offsets in the data count, where JavaScript counts UTF-16 code units.

/** A half-open range of code points. */
export interface Range {
  start: number;
  end: number;
}

/** Slices and searches of one text by code points; a text without surrogate pairs costs nothing more than a string. */
export class CodePoints {
  readonly text: string;
  /** The code unit at which each code point begins, and the end; null where the two counts agree. */
  readonly #units: Uint32Array | null;

  constructor(text: string) {
    this.text = text;
    this.#units = /[\ud800-\udfff]/.test(text) ? unitsOf(text) : null;
  }

  get length(): number {
    return this.#units === null ? this.text.length : this.#units.length - 1;
  }

  /** The code unit of a code point; the end of the text for what lies beyond it. */
  unit(at: number): number {
    return this.#units === null ? at : (this.#units[at] ?? this.text.length);
  }

  /** The code point that a code unit belongs to. */
  at(unit: number): number {
    if (this.#units === null) return unit;
    let low = 0;
    let high = this.#units.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#units[middle] ?? 0) <= unit) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  slice({ start, end }: Range): string {
    return this.text.slice(this.unit(start), this.unit(end));
  }
}

function unitsOf(text: string): Uint32Array {
  const units: number[] = [];
  let unit = 0;
  for (const letter of text) {
    units.push(unit);
    unit += letter.length;
  }
  units.push(unit);
  return Uint32Array.from(units);
}
