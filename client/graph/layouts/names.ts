// The layouts that somebody can choose, by the name that the address holds.

export const layoutNames = ['explorer', 'force', 'circle', 'rings', 'hops', 'layers', 'map'] as const;
export type LayoutName = (typeof layoutNames)[number];

/** Beyond so many nodes, layers take minutes and say little. */
export const mostInLayers = 1500;
