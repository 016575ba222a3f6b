// Writes labels, country codes and edge marks over the WebGL layers, with no label over another.
import type Sigma from 'sigma';
import type { DrawnEdge, DrawnGraph, DrawnNode } from '../graph/build.ts';
import { type LabelRequest, placeLabels } from '../graph/labels.ts';
import type { Palette } from '../graph/palette.ts';
import { type Emphasis, faded, inFocus } from './reducers.ts';

type Renderer = Sigma<DrawnNode, DrawnEdge>;
const family = '"Inter Variable", Inter, system-ui, sans-serif';
const labelHeight = 16;
/** Beyond this many nodes in view, only the most important are considered for a label. */
const mostLabels = 500;

const fontOf = (node: { rank: number }): string => (node.rank < 0 ? `600 13px ${family}` : `500 12px ${family}`);

/** The corner where the canvas's buttons lie, in pixels; a narrow stage has fewer of them. */
const buttonsCorner = (width: number) => ({ left: 0, top: 0, right: width < 480 ? 128 : 200, bottom: 54 });

interface Spot extends LabelRequest {
  node: DrawnNode;
}

function nodesInView(
  renderer: Renderer,
  graph: DrawnGraph,
  context: CanvasRenderingContext2D,
  emphasis: Emphasis,
): Spot[] {
  const { width, height } = renderer.getDimensions();
  const middle = renderer.graphToViewport({ x: 0, y: 0 });
  const spots: Spot[] = [];
  graph.forEachNode((key, node) => {
    const { x, y } = renderer.graphToViewport(node);
    if (x < -20 || y < -20 || x > width + 20 || y > height + 20) return;
    const shown = renderer.getNodeDisplayData(key);
    context.font = fontOf(node);
    const forced = key === emphasis.selectedNode || (emphasis.hovered?.kind === 'node' && emphasis.hovered.key === key);
    spots.push({
      key,
      x,
      y,
      node,
      forced,
      radius: renderer.scaleSize(shown?.size ?? node.size) * (node.shape === 'plate' ? 1.35 : 1),
      width: context.measureText(node.label).width,
      height: labelHeight,
      rank: node.rank,
      // Lines come to a plan from the sides, so its name stands below.
      outward: node.kind === 'Plan' ? { x: 0, y: 1 } : { x: x - middle.x, y: y - middle.y },
    });
  });
  return spots;
}

function drawInscription(context: CanvasRenderingContext2D, { x, y, radius, node }: Spot): void {
  if (node.inscription === '' || radius < 7) return;
  context.font = `600 ${Math.min(12, Math.round(radius * 0.92))}px ${family}`;
  context.fillStyle = node.inscriptionColor;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(node.inscription, x, y + 0.5);
}

/** The point of a bent edge at a share of its way, in viewport pixels. */
function pointOn(
  renderer: Renderer,
  graph: DrawnGraph,
  key: string,
  curvature: number,
  share: number,
): { x: number; y: number } {
  const [source, target] = graph.extremities(key);
  const start = renderer.graphToViewport(graph.getNodeAttributes(source));
  const end = renderer.graphToViewport(graph.getNodeAttributes(target));
  // The viewport's y grows downward, the shader's upward: the bend changes sides.
  const control = {
    x: (start.x + end.x) / 2 + (end.y - start.y) * curvature,
    y: (start.y + end.y) / 2 - (end.x - start.x) * curvature,
  };
  const rest = 1 - share;
  return {
    x: rest * rest * start.x + 2 * rest * share * control.x + share * share * end.x,
    y: rest * rest * start.y + 2 * rest * share * control.y + share * share * end.y,
  };
}

const shares = { stance: [0.34, 0.28, 0.42, 0.22, 0.5], other: [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74] } as const;

/** Draws each edge's mark at the first of a few places on it where it covers no node and no other mark. */
function drawMarks(
  renderer: Renderer,
  graph: DrawnGraph,
  context: CanvasRenderingContext2D,
  palette: Palette,
  focus: ReturnType<typeof inFocus>,
  spots: readonly Spot[],
): void {
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const small = renderer.getDimensions().width < 480;
  const taken: { x: number; y: number; radius: number }[] = [...spots];
  graph.forEachEdge((key, edge) => {
    if (edge.mark === '') return;
    const points = shares[edge.arrow ? 'stance' : 'other'].map((share) =>
      pointOn(renderer, graph, key, edge.curvature, share),
    );
    const free = points.find((point) =>
      taken.every((other) => Math.hypot(other.x - point.x, other.y - point.y) > other.radius + 8),
    );
    if (!free && !edge.arrow) return;
    const { x, y } = free ?? (points[0] as { x: number; y: number });
    taken.push({ x, y, radius: 5 });
    const big = edge.arrow && !small;
    context.globalAlpha = focus !== null && !focus.edges.has(key) ? faded : 1;
    context.beginPath();
    context.arc(x, y, big ? 6.5 : 4.5, 0, 2 * Math.PI);
    context.fillStyle = palette.canvas;
    context.fill();
    context.fillStyle = edge.color;
    context.font = `700 ${big ? 13 : small ? 10 : 12}px ${family}`;
    context.fillText(edge.mark, x, y + (edge.mark === '”' ? 3 : 0.5));
  });
  context.globalAlpha = 1;
}

/** Draws everything that is text. Called after each of sigma's own drawings. */
export function annotate(
  renderer: Renderer,
  graph: DrawnGraph,
  canvas: HTMLCanvasElement,
  palette: Palette,
  emphasis: Emphasis,
): void {
  const { width, height } = renderer.getDimensions();
  const ratio = window.devicePixelRatio || 1;
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  const context = canvas.getContext('2d');
  if (!context) return;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  const focus = inFocus(graph, emphasis);
  const spots = nodesInView(renderer, graph, context, emphasis);
  drawMarks(renderer, graph, context, palette, focus, spots);
  const byKey = new Map(spots.map((spot) => [spot.key, spot]));
  for (const spot of spots) {
    context.globalAlpha = focus !== null && !focus.nodes.has(spot.key) ? faded : 1;
    drawInscription(context, spot);
  }
  const wanted = spots.length > mostLabels ? [...spots].sort((a, b) => a.rank - b.rank).slice(0, mostLabels) : spots;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const label of placeLabels(wanted, { width, height }, [buttonsCorner(width)])) {
    const spot = byKey.get(label.key) as Spot;
    context.globalAlpha = focus !== null && !focus.nodes.has(label.key) ? faded : 1;
    context.font = fontOf(spot.node);
    context.lineWidth = 4;
    context.strokeStyle = palette.canvas;
    context.fillStyle = palette.ink;
    context.strokeText(spot.node.label, label.left, (label.top + label.bottom) / 2);
    context.fillText(spot.node.label, label.left, (label.top + label.bottom) / 2);
  }
  context.globalAlpha = 1;
}
