// The same graph in cytoscape, at the places that are given.
import cytoscape from 'cytoscape';
import { drawn, graph, stage } from './page.ts';

const { nodes, edges } = await graph();
const core = cytoscape({
  container: stage(),
  elements: {
    nodes: nodes.map(({ key, label, x, y, size }) => ({ data: { id: key, label, size }, position: { x, y: -y } })),
    edges: edges.map(({ key, source, target }) => ({ data: { id: key, source, target } })),
  },
  layout: { name: 'preset' },
  style: [
    { selector: 'node', style: { label: 'data(label)', width: 'data(size)', height: 'data(size)' } },
    { selector: 'edge', style: { width: 1 } },
  ],
});
core.one('render', drawn);
