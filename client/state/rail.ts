// The left rail: whether it is folded away, and which of its two parts it shows.
import { signal } from '@preact/signals';
import { recall, remember } from './memory.ts';

export const railParts = ['filters', 'legend'] as const;
export type RailPart = (typeof railParts)[number];

const phone = '(max-width: 760px)';
const isPhone = (): boolean => globalThis.matchMedia?.(phone).matches ?? false;

/** On a phone the rail lies over everything, so it is folded at first and that is not remembered. */
export const railFolded = signal(recall('rail-folded') === '1' || isPhone());
export const railPart = signal<RailPart>(railParts.find((part) => part === recall('rail-part')) ?? 'filters');

export function foldRail(folded: boolean): void {
  railFolded.value = folded;
  if (!isPhone()) remember('rail-folded', folded ? '1' : '0');
}

export function showRail(part: RailPart): void {
  railPart.value = part;
  remember('rail-part', part);
  if (railFolded.value) foldRail(false);
}

/** Shows the legend; folds the rail where it is shown already. */
export function flipLegend(): void {
  if (!railFolded.value && railPart.value === 'legend') foldRail(true);
  else showRail('legend');
}
