// What a node's size and colour can tell, and by what nodes can be grouped: the names that the address holds.

export const sizings = ['usual', 'degree', 'pagerank', 'betweenness'] as const;
export type SizeBy = (typeof sizings)[number];
export const colourings = ['type', 'community', 'component'] as const;
export type ColourBy = (typeof colourings)[number];
export const groupings = ['none', 'type', 'community'] as const;
export type GroupBy = (typeof groupings)[number];
