// What a node's size and colour can tell, and by what nodes can be grouped: the names that the address holds.
import type { Palette } from './palette.ts';

export const sizings = ['usual', 'degree', 'pagerank', 'betweenness'] as const;
export type SizeBy = (typeof sizings)[number];
export const colourings = ['type', 'community', 'component'] as const;
export type ColourBy = (typeof colourings)[number];
export const groupings = ['none', 'type', 'community'] as const;
export type GroupBy = (typeof groupings)[number];

/** The radius of a node by a metric, in CSS pixels: its area grows with the metric, up to that of the greatest. */
export const sizeBy = (value: number, greatest: number): number =>
  5 + 13 * Math.sqrt(greatest > 0 ? Math.max(0, value) / greatest : 0);

/** The colour of the group with this number, the largest being 0. */
export const groupColour = (palette: Pick<Palette, 'groups' | 'restGroup'>, group: number): string =>
  palette.groups[group] ?? palette.restGroup;
