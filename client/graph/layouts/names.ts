// The layouts that somebody can choose, by the name that the address holds.

export const layoutNames = ['explorer', 'force', 'circle', 'rings', 'layers', 'map'] as const;
export type LayoutName = (typeof layoutNames)[number];
