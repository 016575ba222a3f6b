// Sigma as Hearsay uses it: its outlines and lines, without texts of its own. The page and the viewer of an exported page
// draw with the same.
import Sigma from 'sigma';
import { createGraph, type DrawnEdge, type DrawnNode } from '../graph/build.ts';
import type { Renderer } from './edge-marks.ts';
import { CurveProgram, LineProgram } from './edge-program.ts';
import { motionSettings } from './motion.ts';
import { ShapeProgram } from './node-program.ts';
import { pickOnlyFreely } from './picking.ts';
import { readAnewOnce } from './reading.ts';

/**
 * Of an empty graph: what is to be drawn is given by `setGraph` once all that bears on it is connected, so that nothing is
 * drawn twice. Throws where the browser has no WebGL.
 */
export function createRenderer(container: HTMLElement): Renderer {
  const renderer = new Sigma<DrawnNode, DrawnEdge>(createGraph(), container, {
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
    // In the order of drawing: straight lines of little weight lie under the curves, the others over them.
    edgeProgramClasses: { ground: LineProgram, curve: CurveProgram, line: LineProgram },
    defaultDrawNodeHover: () => undefined,
    defaultDrawNodeLabel: () => undefined,
  });
  pickOnlyFreely(renderer);
  readAnewOnce(renderer);
  return renderer;
}
