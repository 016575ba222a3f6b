// Up to where betweenness is exact: each node more costs a search through the whole graph.

/** Up to so many nodes the shortest ways from all of them are counted. */
export const exactUpTo = 1000;
/** Of more, those from so many, chosen by chance that is the same every time. */
export const sampleSize = 250;
