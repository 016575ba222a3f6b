// The same graph in vis-network, its physics off: the places are given.
import { Network } from 'vis-network/standalone';
import { drawn, graph, stage } from './page.ts';

const { nodes, edges } = await graph();
const network = new Network(
  stage(),
  {
    nodes: nodes.map(({ key, label, x, y, size, color }) => ({ id: key, label, x, y: -y, size, color })),
    edges: edges.map(({ key, source, target }) => ({ id: key, from: source, to: target })),
  },
  { physics: false, layout: { improvedLayout: false }, nodes: { shape: 'dot' }, interaction: { hover: true } },
);
network.once('afterDrawing', drawn);
