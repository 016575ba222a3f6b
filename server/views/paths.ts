// All shortest paths between two nodes, by widening the smaller of two frontiers; the graph is asked for one layer at a time.
import { LimitExceeded } from '../errors.ts';
import { compare } from './order.ts';

/** Pairs of a given node and one beside it. */
export type Expand = (keys: string[]) => Promise<readonly { key: string; other: string }[]>;

const largestFrontier = 20_000;
export const mostPaths = 10;

interface Side {
  /** Node → nodes one step nearer to where this side began. */
  nearer: Map<string, Set<string>>;
  frontier: Set<string>;
  hops: number;
}

const start = (key: string): Side => ({ nearer: new Map([[key, new Set()]]), frontier: new Set([key]), hops: 0 });

async function widen(side: Side, expand: Expand): Promise<void> {
  if (side.frontier.size > largestFrontier) {
    throw new LimitExceeded('memory-limit', 'Too many nodes lie between the two.', {
      detail: `More than ${largestFrontier} nodes would have to be looked at; a smaller maxHops helps.`,
    });
  }
  const next = new Map<string, Set<string>>();
  for (const { key, other } of await expand([...side.frontier].sort(compare))) {
    if (side.nearer.has(other)) continue;
    const from = next.get(other) ?? new Set();
    next.set(other, from.add(key));
  }
  for (const [key, from] of next) side.nearer.set(key, from);
  side.frontier = new Set(next.keys());
  side.hops += 1;
}

/** Node → nodes one step further towards the end, for every node on a shortest path. */
function steps(near: Side, far: Side, meeting: readonly string[]): Map<string, Set<string>> {
  const forward = new Map<string, Set<string>>();
  const walk = (side: Side, tie: (outer: string, inner: string) => void) => {
    let layer = new Set(meeting);
    while (layer.size > 0) {
      const inner = new Set<string>();
      for (const key of layer) {
        for (const other of side.nearer.get(key) ?? []) {
          tie(key, other);
          inner.add(other);
        }
      }
      layer = inner;
    }
  };
  const add = (from: string, to: string) => forward.set(from, (forward.get(from) ?? new Set()).add(to));
  walk(near, (outer, inner) => add(inner, outer));
  walk(far, (outer, inner) => add(outer, inner));
  return forward;
}

/** The first paths in the order of their keys, and one more where there is one. */
function list(from: string, to: string, forward: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const found: string[][] = [];
  const walk = (path: string[], key: string): void => {
    if (found.length > mostPaths) return;
    if (key === to) found.push(path);
    else for (const next of [...(forward.get(key) ?? [])].sort(compare)) walk([...path, next], next);
  };
  walk([from], from);
  return found;
}

/** Shortest paths as sequences of nodes, and whether there are more than are listed. */
export interface Shortest {
  sequences: string[][];
  more: boolean;
}

/**
 * The node sequences of at most ten shortest paths of at most `maxHops` edges; empty where there is none.
 * Throws LimitExceeded when a layer holds more than 20,000 nodes.
 */
export async function shortestPaths(from: string, to: string, maxHops: number, expand: Expand): Promise<Shortest> {
  const near = start(from);
  const far = start(to);
  for (;;) {
    const meeting = [...near.frontier].filter((key) => far.frontier.has(key));
    if (meeting.length > 0) {
      const found = list(from, to, steps(near, far, meeting));
      return { sequences: found.slice(0, mostPaths), more: found.length > mostPaths };
    }
    if (near.hops + far.hops >= maxHops || near.frontier.size === 0 || far.frontier.size === 0)
      return { sequences: [], more: false };
    await widen(near.frontier.size <= far.frontier.size ? near : far, expand);
  }
}
