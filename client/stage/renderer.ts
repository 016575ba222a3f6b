// Sigma as Hearsay uses it: its outlines and lines, and a layer for everything that is text. The page and the viewer of an
// exported page draw with the same.
import Sigma from 'sigma';
import type { DrawnEdge, DrawnGraph, DrawnNode } from '../graph/build.ts';
import type { Renderer } from './edge-marks.ts';
import { LineProgram } from './edge-program.ts';
import { motionSettings } from './motion.ts';
import { ShapeProgram } from './node-program.ts';
import type { reducers } from './reducers.ts';

/** Throws where the browser has no WebGL. */
export function createRenderer(graph: DrawnGraph, container: HTMLElement, look: ReturnType<typeof reducers>): Renderer {
  return new Sigma<DrawnNode, DrawnEdge>(graph, container, {
    nodeReducer: look.node,
    edgeReducer: look.edge,
    allowInvalidContainer: true,
    renderLabels: false,
    enableEdgeEvents: true,
    zIndex: true,
    stagePadding: 16,
    autoRescale: true,
    itemSizesReference: 'screen',
    minCameraRatio: 0.08,
    maxCameraRatio: 6,
    doubleClickZoomingRatio: 1,
    ...motionSettings(),
    defaultNodeType: 'shape',
    defaultEdgeType: 'line',
    nodeProgramClasses: { shape: ShapeProgram },
    edgeProgramClasses: { line: LineProgram },
    defaultDrawNodeHover: () => undefined,
    defaultDrawNodeLabel: () => undefined,
  });
}

/** A canvas over the graph for its texts; they are read elsewhere by those who do not see it. */
export function addAnnotations(renderer: Renderer): HTMLCanvasElement {
  const canvas = renderer.createCanvas('annotations', { beforeLayer: 'mouse' });
  canvas.setAttribute('aria-hidden', 'true');
  return canvas;
}

/** Below this many pixels of the shorter side, nodes shrink with the stage, down to 60 %. */
const roomy = 600;
export const scaleFor = ({ clientWidth, clientHeight }: HTMLElement): number =>
  Math.min(1, Math.max(0.6, Math.min(clientWidth, clientHeight) / roomy));
