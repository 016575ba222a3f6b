// ForceAtlas2 (Jacomy et al., PLoS ONE 2014) in steps, on plain columns: deterministic, keeps what is fixed, tells how much still moves.
import iterate from 'graphology-layout-forceatlas2/iterate.js';
import type { Point } from '../build.ts';
import { relax } from '../relax.ts';
import { type Columns, placesOf } from './columns.ts';

/** Layout units to one of the algorithm's own, of which neighbours keep some twenty apart: room for a node and its name. */
const unit = 2.5;
/** Numbers for each node, as the package has them. */
const perNode = 10;
/** Pairs of nodes are too many from here on: forces from afar are taken together (Barnes and Hut). */
const many = 400;
/** Nodes that move less than this on average in an iteration, in layout units, have come to rest. */
const rest = 0.2;

export class ForceRun {
  readonly #nodes: Float32Array;
  readonly #edges: Float32Array;
  readonly #settings: Parameters<typeof iterate>[0];
  #left: number;
  #moved = Number.POSITIVE_INFINITY;

  /** `most` iterations, unless it comes to rest before. */
  constructor({ ends, places, fixed }: Columns, most: number) {
    const order = fixed.length;
    this.#left = order > 1 ? most : 0;
    this.#nodes = new Float32Array(order * perNode);
    for (let index = 0; index < order; index++) {
      const at = index * perNode;
      this.#nodes.set([(places[2 * index] as number) / unit, (places[2 * index + 1] as number) / unit], at);
      // Mass and convergence start at 1; the forces are nought.
      this.#nodes.set([1, 1, 1, fixed[index] as number], at + 6);
    }
    const edges: number[] = [];
    for (let at = 0; at < ends.length; at += 2) {
      const [from, to] = [(ends[at] as number) * perNode, (ends[at + 1] as number) * perNode];
      if (from === to) continue;
      edges.push(from, to, 1);
      // A node's mass is its degree and 1.
      (this.#nodes[from + 6] as number)++;
      (this.#nodes[to + 6] as number)++;
    }
    this.#edges = Float32Array.from(edges);
    this.#settings = {
      linLogMode: false,
      outboundAttractionDistribution: false,
      adjustSizes: false,
      edgeWeightInfluence: 1,
      scalingRatio: 10,
      strongGravityMode: true,
      gravity: 0.1,
      slowDown: 1 + Math.log(Math.max(1, order)),
      barnesHutOptimize: order > many,
      barnesHutTheta: 0.6,
    };
  }

  /** Whether it has come to rest, or used up its iterations. */
  get settled(): boolean {
    return this.#left <= 0 || this.#moved < rest;
  }

  /** How far a node moved in the last iteration, on average, in layout units. */
  get moved(): number {
    return this.#moved;
  }

  /** Runs so many iterations, or those that are left. */
  step(iterations: number): void {
    const now = Math.min(iterations, this.#left);
    if (now <= 0) return;
    this.#left -= now;
    for (let done = 0; done < now - 1; done++) iterate(this.#settings, this.#nodes, this.#edges);
    const before = this.places();
    iterate(this.#settings, this.#nodes, this.#edges);
    const after = this.places();
    let sum = 0;
    for (let at = 0; at < after.length; at += 2)
      sum += Math.hypot(
        (after[at] as number) - (before[at] as number),
        (after[at + 1] as number) - (before[at + 1] as number),
      );
    this.#moved = sum / Math.max(1, after.length / 2);
  }

  /** Puts a node somewhere while it runs, in layout units; what is around it gives way. */
  put(index: number, { x, y }: Point, fixed: boolean): void {
    const at = index * perNode;
    this.#nodes.set([x / unit, y / unit], at);
    this.#nodes[at + 9] = fixed ? 1 : 0;
    this.#moved = Number.POSITIVE_INFINITY;
    this.#left = Math.max(this.#left, 60);
  }

  /** As `places`, without two nodes on one another: forces let neighbours do that. What is fixed stays. */
  unfolded(): Float32Array {
    const keys = Array.from({ length: this.#nodes.length / perNode }, (_, index) => String(index));
    const points = placesOf(keys, this.places());
    relax(points, () => '', new Set(keys.filter((_, index) => this.#nodes[index * perNode + 9] === 1)));
    return Float32Array.from([...points.values()].flatMap(({ x, y }) => [x, y]));
  }

  /** Where all nodes are, in layout units. */
  places(): Float32Array {
    const places = new Float32Array((2 * this.#nodes.length) / perNode);
    for (let index = 0; 2 * index < places.length; index++) {
      places[2 * index] = (this.#nodes[index * perNode] as number) * unit;
      places[2 * index + 1] = (this.#nodes[index * perNode + 1] as number) * unit;
    }
    return places;
  }
}
