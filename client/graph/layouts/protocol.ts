// What the page and the worker of the layouts say to each other.
import type { Columns } from './columns.ts';
import type { CountryHint } from './countries.ts';

export type Order =
  /** Forces, at most so many iterations; every so often the places so far. `quietly`: only the last ones. */
  | { do: 'force'; columns: Columns; most: number; quietly: boolean }
  | { do: 'layers'; ends: Uint32Array; widths: readonly number[] }
  | { do: 'map'; ends: Uint32Array; hints: readonly CountryHint[] }
  /** The last places are drawn: the next may come. */
  | { do: 'next' }
  /** Somebody put a node somewhere while forces are at work, in layout units. */
  | { do: 'put'; index: number; x: number; y: number; fixed: boolean };

export type Report =
  /** x and y of each node, in layout units; `done` with the last. */
  { places: Float32Array; done: boolean; outline?: string; countries?: number } | { error: string };
