// The layouts in words: what each is called, and what it shows.
import type { LayoutName } from '../graph/layouts/names.ts';

export const layoutTitle: Readonly<Record<LayoutName, string>> = {
  explorer: 'Around the plan',
  force: 'Forces',
  circle: 'Circle by type',
  rings: 'Rings by degree',
  hops: 'Rings by hops',
  layers: 'Layers',
  map: 'Map',
};

export const layoutMeaning: Readonly<Record<LayoutName, string>> = {
  explorer: 'The plan in the middle, holders by stance, outlets below',
  force: 'What is joined draws together (ForceAtlas2)',
  circle: 'An arc for each type',
  rings: 'The most connected in the middle',
  hops: 'Around the selected node',
  layers: 'Chains from left to right',
  map: 'Countries where they lie',
};
