// Which places of a drawing are taken by discs, asked of many points: a grid, so that only what is near is looked at.
import type { Point } from './build.ts';

export interface Disc extends Point {
  radius: number;
}

/** The side of a cell in pixels: about that of a node with what is kept free around it. */
const side = 32;

/** Discs that are drawn, each with a margin in pixels that is to stay free around it. */
export class Taken {
  readonly #margin: number;
  readonly #cells = new Map<number, Disc[]>();

  constructor(margin: number, discs: Iterable<Disc> = []) {
    this.#margin = margin;
    for (const disc of discs) this.add(disc);
  }

  /** Cells are numbered so that no two within a million of the middle have one number. */
  static #cell = (column: number, row: number): number => column * 2_097_152 + row;

  add(disc: Disc): void {
    const reach = disc.radius + this.#margin;
    const [left, right, top, bottom] = [disc.x - reach, disc.x + reach, disc.y - reach, disc.y + reach].map((one) =>
      Math.floor(one / side),
    ) as [number, number, number, number];
    for (let column = left; column <= right; column++)
      for (let row = top; row <= bottom; row++) {
        const cell = Taken.#cell(column, row);
        const there = this.#cells.get(cell);
        if (there) there.push(disc);
        else this.#cells.set(cell, [disc]);
      }
  }

  /** Whether the point is in a disc or in the margin around one. */
  has({ x, y }: Point): boolean {
    const there = this.#cells.get(Taken.#cell(Math.floor(x / side), Math.floor(y / side))) ?? [];
    return there.some((disc) => Math.hypot(disc.x - x, disc.y - y) <= disc.radius + this.#margin);
  }
}
