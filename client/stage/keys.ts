// The keys on the canvas: from node to node, into the selection, nearer and farther.
import { along, type Direction, nextNode } from '../graph/roam.ts';
import { centre, zoom } from '../state/camera.ts';
import { main } from '../state/data.ts';
import { drawn } from '../state/graph.ts';
import { moveTo } from '../state/pins.ts';
import { lookAt, selectedNode, selectedNodes, selectNode, togglePicked } from '../state/selection.ts';
import { picked } from '../state/view.ts';

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** The node that the keys start from: the one looked at, else one that is selected, else the main plan, else any. */
function standing(): string | undefined {
  const [first] = selectedNodes.value;
  const at = selectedNode.value ?? first ?? main.value ?? drawn.nodes()[0];
  return at !== undefined && drawn.hasNode(at) ? at : drawn.nodes()[0];
}

function roam(direction: Direction): void {
  const from = standing();
  if (from === undefined) return;
  const places = drawn.filterNodes((key) => key !== from).map((key) => [key, drawn.getNodeAttributes(key)] as const);
  const next = nextNode(places, drawn.getNodeAttributes(from), direction);
  if (next === undefined) return;
  // What is picked stays picked while one looks for the next to add.
  if (picked.value.size > 0) lookAt(next);
  else selectNode(next);
}

/** How far one press moves a node, in layout units. */
const stride = 16;

/** Moves what is selected a little, all in one direction. */
function nudge(direction: Direction): void {
  const { x: dx, y: dy } = along[direction];
  const keys = [...selectedNodes.value].filter((key) => drawn.hasNode(key));
  const next = keys.map((key) => {
    const { x, y } = drawn.getNodeAttributes(key);
    return [key, { x: x + dx * stride, y: y + dy * stride }] as const;
  });
  if (next.length > 0) moveTo(new Map(next), `nudge ${keys.join(' ')}`);
}

/** Arrow keys go from node to node, the space bar picks, + and - zoom. */
export function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const direction = directions[event.key];
  if (direction) {
    event.preventDefault();
    if (event.shiftKey) nudge(direction);
    else roam(direction);
  } else if (event.key === ' ') {
    event.preventDefault();
    const at = selectedNode.value;
    if (at !== undefined) togglePicked(at);
  } else if (event.key === '+' || event.key === '=') zoom(0.7);
  else if (event.key === '-') zoom(1 / 0.7);
  else if (event.key === 'Enter' && selectedNode.value !== undefined) centre(selectedNode.value);
}
