// Maximum flow where every vertex carries one unit: how many ways to an end share no vertex.
import type { Arcs } from './components.ts';

export interface UnitNetwork {
  readonly arcs: Arcs;
  /** Where the ways begin. */
  readonly entries: readonly number[];
  /** Where they may end, counted first. */
  readonly ends: readonly number[];
  /** Where they may end besides. */
  readonly furtherEnds: readonly number[];
}

export interface UnitFlow {
  /** The most ways without a common vertex from the entries to `ends`. */
  readonly first: number;
  /** The same to `ends` and `furtherEnds` together. */
  readonly total: number;
  /** Of the smallest sets of vertices that part the entries from all ends, the one nearest the ends; in no order. */
  readonly cut: readonly number[];
}

/** The residual graph: arc 2k and arc 2k+1 are each other's reverse. */
class Residual {
  readonly to: number[] = [];
  readonly room: number[] = [];
  readonly at: number[][];

  constructor(size: number) {
    this.at = Array.from({ length: size }, () => []);
  }

  add(from: number, to: number, capacity: number): void {
    this.at[from]?.push(this.to.length);
    this.to.push(to);
    this.room.push(capacity);
    this.at[to]?.push(this.to.length);
    this.to.push(from);
    this.room.push(0);
  }

  /** Whether room is left on ways from each vertex to the end. */
  leadingTo(end: number): boolean[] {
    const leads = new Array<boolean>(this.at.length).fill(false);
    leads[end] = true;
    const queue = [end];
    for (let head = 0; head < queue.length; head++) {
      for (const back of this.at[queue[head] ?? end] ?? []) {
        const from = this.to[back] ?? end;
        if (leads[from] === true || (this.room[back ^ 1] ?? 0) <= 0) continue;
        leads[from] = true;
        queue.push(from);
      }
    }
    return leads;
  }

  push(arc: number): void {
    this.room[arc] = (this.room[arc] ?? 0) - 1;
    this.room[arc ^ 1] = (this.room[arc ^ 1] ?? 0) + 1;
  }

  /** How many arcs with room lie between the start and each vertex; -1 where none lead. */
  levels(start: number): number[] {
    const level = new Array<number>(this.at.length).fill(-1);
    level[start] = 0;
    const queue = [start];
    for (let head = 0; head < queue.length; head++) {
      const vertex = queue[head] ?? start;
      for (const arc of this.at[vertex] ?? []) {
        const to = this.to[arc] ?? start;
        if ((this.room[arc] ?? 0) <= 0 || level[to] !== -1) continue;
        level[to] = (level[vertex] ?? 0) + 1;
        queue.push(to);
      }
    }
    return level;
  }
}

/** Pushes one unit at a time along the levels until none gets through; the walk back is a list, not the call stack. */
function blockLevel(graph: Residual, level: number[], start: number, end: number): number {
  const next = new Array<number>(graph.at.length).fill(0);
  let pushed = 0;
  let way: number[] = [];
  let vertex = start;
  for (;;) {
    if (vertex === end) {
      for (const arc of way) graph.push(arc);
      pushed++;
      way = [];
      vertex = start;
      continue;
    }
    const arc = graph.at[vertex]?.[next[vertex] ?? 0];
    if (arc === undefined) {
      const back = way.pop();
      if (back === undefined) return pushed;
      vertex = graph.to[back ^ 1] ?? start;
      next[vertex] = (next[vertex] ?? 0) + 1;
      continue;
    }
    const to = graph.to[arc] ?? start;
    if ((graph.room[arc] ?? 0) > 0 && level[to] === (level[vertex] ?? 0) + 1) {
      way.push(arc);
      vertex = to;
    } else next[vertex] = (next[vertex] ?? 0) + 1;
  }
}

function augment(graph: Residual, start: number, end: number): number {
  let flow = 0;
  for (;;) {
    const level = graph.levels(start);
    if (level[end] === -1) return flow;
    flow += blockLevel(graph, level, start, end);
  }
}

/**
 * Dinic's algorithm (Soviet Math. Doklady 1970) on vertices split in two, so that each carries one unit: O(E·√V) there
 * (Even and Tarjan, SIAM J. Comput. 1975). By Menger's theorem `total` is the size of the smallest cut; the one given
 * bounds what still leads to an end in the residual graph, which is the same for every maximum flow.
 */
export function unitFlow({ arcs, entries, ends, furtherEnds }: UnitNetwork): UnitFlow {
  const size = arcs.length;
  const [start, end] = [2 * size, 2 * size + 1];
  const graph = new Residual(2 * size + 2);
  for (let vertex = 0; vertex < size; vertex++) graph.add(2 * vertex, 2 * vertex + 1, 1);
  arcs.forEach((targets, vertex) => {
    for (const to of targets) graph.add(2 * vertex + 1, 2 * to, Number.POSITIVE_INFINITY);
  });
  for (const vertex of entries) graph.add(start, 2 * vertex, Number.POSITIVE_INFINITY);
  for (const vertex of ends) graph.add(2 * vertex + 1, end, Number.POSITIVE_INFINITY);
  const first = augment(graph, start, end);
  for (const vertex of furtherEnds) graph.add(2 * vertex + 1, end, Number.POSITIVE_INFINITY);
  const total = first + augment(graph, start, end);
  const leads = graph.leadingTo(end);
  const cut: number[] = [];
  for (let vertex = 0; vertex < size; vertex++) {
    if (leads[2 * vertex] === false && leads[2 * vertex + 1] === true) cut.push(vertex);
  }
  return { first, total, cut };
}
