// The canvas: sigma on the drawn graph, with its camera, its emphasis and the keys that move over it.
import { effect, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { palettes } from '../graph/palette.ts';
import { groups } from '../state/appearance.ts';
import { loading, shown } from '../state/data.ts';
import { drawn, frame, moves, version } from '../state/graph.ts';
import { hovered, selectedEdge, selectedNode, shownPath } from '../state/selection.ts';
import { theme } from '../state/theme.ts';
import { picked, tab } from '../state/view.ts';
import { count } from '../text/format.ts';
import { Empty } from '../ui/basics.tsx';
import { connectAnnotations } from './annotation-layer.ts';
import { connectCamera } from './camera.ts';
import { connectDrag } from './drag.ts';
import type { Renderer } from './edge-marks.ts';
import { connectEvents } from './events.ts';
import { markFirstFrame } from './first-frame.ts';
import { connectGround } from './ground.ts';
import { onKey } from './keys.ts';
import { connectLasso } from './lasso.ts';
import { connectLook } from './look.ts';
import { createRenderer } from './renderer.ts';
import { followSize } from './size.ts';
import { connectTravel } from './travel.ts';

/** What the drawing depends on beside the camera; read where signals are tracked. */
function scene() {
  // The graph itself is no signal.
  version.value;
  return {
    emphasis: {
      hovered: hovered.value,
      selectedNode: selectedNode.value,
      picked: picked.value,
      selectedEdge: selectedEdge.value,
      path: shownPath.value,
    },
    palette: palettes[theme.value],
  };
}

function connect(renderer: Renderer, container: HTMLElement): () => void {
  const size = followSize(renderer, container);
  const stops = [
    size.stop,
    connectLook(renderer, drawn, () => ({ ...scene(), scale: size.scale.value })),
    connectGround(renderer),
    connectAnnotations(renderer, drawn, () => ({ ...scene(), groups: groups.value })),
    connectEvents(renderer, container),
    connectLasso(renderer, container),
    connectDrag(renderer, container),
    connectCamera(renderer),
    connectTravel(),
    effect(() => {
      if (frame.value) renderer.setCustomBBox(frame.value);
    }),
    effect(() => {
      // Places are read anew, nothing else.
      if (moves.value > 0) renderer.refresh({ partialGraph: {}, schedule: true });
    }),
  ];
  markFirstFrame(renderer);
  // From here on it follows the graph by itself.
  const stopWaiting = effect(() => {
    version.value;
    if (drawn.order === 0 || renderer.getGraph() === drawn) return;
    renderer.setCustomBBox(frame.peek());
    renderer.setGraph(drawn);
  });
  document.fonts.ready.then(() => renderer.scheduleRender());
  return () => {
    stopWaiting();
    for (const stop of stops) stop();
    renderer.kill();
  };
}

function hasWebGl(): boolean {
  const canvas = document.createElement('canvas');
  return (canvas.getContext('webgl2') ?? canvas.getContext('webgl')) !== null;
}

/** In the place of the canvas where it cannot be drawn: what is missing, and the way to the same in words. */
const NoDrawing = () => (
  <div class="overlay">
    <Empty
      title="This browser cannot draw the graph"
      action={{
        title: 'Read it as tables',
        run: () => {
          tab.value = 'table';
        },
      }}
    >
      It has no WebGL: switch on hardware acceleration in its settings, or use another browser. The tables hold the
      same.
    </Empty>
  </div>
);

/** The graph as a picture. Everything in it is also in the table tab, which is named here for those who cannot see it. */
export function Stage() {
  const container = useRef<HTMLDivElement>(null);
  const failed = useSignal(false);
  useEffect(() => {
    if (!container.current) return undefined;
    let renderer: Renderer;
    try {
      renderer = createRenderer(container.current);
    } catch (error) {
      if (hasWebGl()) throw error;
      failed.value = true;
      return undefined;
    }
    return connect(renderer, container.current);
  }, []);
  const { nodes, edges } = shown.value;
  if (failed.value && loading.value.state === 'ready' && nodes.length > 0) return <NoDrawing />;
  return (
    <section
      class="stage"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture takes the arrow keys, so it must be reachable
      tabIndex={0}
      aria-label={`Graph of ${count(nodes.length, 'node')} and ${count(edges.length, 'relation')}. Arrow keys move from node to node, the space bar takes the node into the selection; the Table tab lists the same.`}
      onKeyDown={onKey}
    >
      <div class="stage-canvas" ref={container} />
    </section>
  );
}
