// Strongly connected components of a graph: the groups whose members all lead to one another.

/** A graph by numbers: `arcs[v]` are the vertices that v leads to, from 0 to `arcs.length - 1`. */
export type Arcs = readonly (readonly number[])[];

/**
 * The component of every vertex, numbered so that an arc between two components always leads to the lower number.
 * Tarjan's algorithm (Depth-first search and linear graph algorithms, SIAM J. Comput. 1972), with the recursion kept in
 * a list, so that a chain of any length can be followed. Linear in vertices and arcs.
 */
export function componentsOf(arcs: Arcs): { of: number[]; count: number } {
  const size = arcs.length;
  const of = new Array<number>(size).fill(-1);
  const order = new Array<number>(size).fill(-1);
  const low = new Array<number>(size).fill(0);
  const nextArc = new Array<number>(size).fill(0);
  const open: number[] = [];
  const way: number[] = [];
  let seen = 0;
  let count = 0;
  const enter = (vertex: number): void => {
    order[vertex] = seen;
    low[vertex] = seen++;
    open.push(vertex);
    way.push(vertex);
  };
  const lower = (vertex: number, to: number): void => {
    low[vertex] = Math.min(low[vertex] ?? 0, to);
  };
  /** Everything opened since the vertex is one component with it. */
  const close = (vertex: number): void => {
    for (;;) {
      const member = open.pop();
      if (member === undefined) break;
      of[member] = count;
      if (member === vertex) break;
    }
    count++;
  };
  for (let start = 0; start < size; start++) {
    if (order[start] !== -1) continue;
    enter(start);
    for (let at = way.at(-1); at !== undefined; at = way.at(-1)) {
      const to = arcs[at]?.[nextArc[at] ?? 0];
      if (to !== undefined) {
        nextArc[at] = (nextArc[at] ?? 0) + 1;
        if (order[to] === -1) enter(to);
        else if (of[to] === -1) lower(at, order[to] ?? 0);
        continue;
      }
      way.pop();
      const before = way.at(-1);
      if (before !== undefined) lower(before, low[at] ?? 0);
      if (low[at] === order[at]) close(at);
    }
  }
  return { of, count };
}
