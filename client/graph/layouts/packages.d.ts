// The parts of packages that bring no types of their own.

declare module 'graphology-layout-forceatlas2/iterate.js' {
  /** The settings of ForceAtlas2; see the package's own page. */
  interface Settings {
    linLogMode: boolean;
    outboundAttractionDistribution: boolean;
    adjustSizes: boolean;
    edgeWeightInfluence: number;
    scalingRatio: number;
    strongGravityMode: boolean;
    gravity: number;
    slowDown: number;
    barnesHutOptimize: boolean;
    barnesHutTheta: number;
  }
  /**
   * One iteration, in place. A node is ten numbers: x, y, the forces now and before, mass, convergence, size, and 1 if
   * it is fixed; an edge is three: where its ends begin in the nodes, and its weight.
   */
  export default function iterate(settings: Settings, nodes: Float32Array, edges: Float32Array): void;
}

declare module 'world-atlas/countries-50m.json' {
  import type { GeometryCollection, Topology } from 'topojson-specification';

  const world: Topology<{ countries: GeometryCollection<{ name: string }> }>;
  export default world;
}
