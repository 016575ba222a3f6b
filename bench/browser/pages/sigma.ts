// The bare page: sigma and graphology as their own first example has them, in the versions that Hearsay has.
import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { drawn, graph, stage } from './page.ts';

const { nodes, edges } = await graph();
const model = new MultiDirectedGraph();
for (const { key, ...attributes } of nodes) model.addNode(key, attributes);
for (const { key, source, target } of edges)
  model.addDirectedEdgeWithKey(key, source, target, { size: 1, color: '#9aa4af' });
const renderer = new Sigma(model, stage(), { itemSizesReference: 'screen', enableEdgeEvents: true });
renderer.once('afterRender', drawn);
// As in sigma's example of hovering: the rest fades.
let focus: { nodes: Set<string>; edges: Set<string> } | undefined;
renderer.setSettings({
  nodeReducer: (key, data) => (focus && !focus.nodes.has(key) ? { ...data, color: '#e3e6ea', label: '' } : data),
  edgeReducer: (key, data) => (focus && !focus.edges.has(key) ? { ...data, hidden: true } : data),
});
renderer.on('enterNode', ({ node }) => {
  stage().style.cursor = 'pointer';
  focus = { nodes: new Set([node, ...model.neighbors(node)]), edges: new Set(model.edges(node)) };
  renderer.refresh({ skipIndexation: true });
});
renderer.on('leaveNode', () => {
  stage().style.cursor = '';
  focus = undefined;
  renderer.refresh({ skipIndexation: true });
});
