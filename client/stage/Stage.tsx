// The canvas: sigma on the drawn graph, with its camera, its emphasis and the keys that move over it.
import { effect, signal, untracked } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { palettes } from '../graph/palette.ts';
import { groups } from '../state/appearance.ts';
import { shown } from '../state/data.ts';
import { drawn, frame, version } from '../state/graph.ts';
import { hovered, selectedEdge, selectedNode, shownPath } from '../state/selection.ts';
import { theme } from '../state/theme.ts';
import { picked } from '../state/view.ts';
import { count } from '../text/format.ts';
import { annotate } from './annotations.ts';
import { connectCamera } from './camera.ts';
import { connectDrag } from './drag.ts';
import { connectEvents } from './events.ts';
import { markFirstFrame } from './first-frame.ts';
import { connectGround } from './ground.ts';
import { onKey } from './keys.ts';
import { connectLasso } from './lasso.ts';
import { type Emphasis, reducers } from './reducers.ts';
import { addAnnotations, createRenderer, scaleFor } from './renderer.ts';
import { connectTravel } from './travel.ts';

const emphasisNow = (): Emphasis => ({
  hovered: hovered.value,
  selectedNode: selectedNode.value,
  picked: picked.value,
  selectedEdge: selectedEdge.value,
  path: shownPath.value,
});

function mount(container: HTMLElement): () => void {
  const scale = signal(scaleFor(container));
  const look = reducers(drawn, untracked(emphasisNow), palettes[theme.peek()], scale.peek());
  // From the start: on the way back from another tab the graph is there already, and is drawn before any effect runs.
  const renderer = createRenderer(drawn, container, look);
  const canvas = addAnnotations(renderer);
  const ground = connectGround(renderer);
  renderer.on('afterRender', () =>
    annotate(renderer, drawn, canvas, palettes[theme.peek()], untracked(emphasisNow), groups.peek()),
  );
  markFirstFrame(renderer);
  const stops = [
    effect(() => {
      if (frame.value) renderer.setCustomBBox(frame.value);
    }),
    effect(() => {
      version.value;
      const look = reducers(drawn, emphasisNow(), palettes[theme.value], scale.value);
      renderer.setSettings({ nodeReducer: look.node, edgeReducer: look.edge });
    }),
    connectEvents(renderer, container),
    connectLasso(renderer, container),
    connectDrag(renderer, container),
    connectCamera(renderer),
    connectTravel(),
    ground,
  ];
  document.fonts.ready.then(() => renderer.scheduleRender());
  const observer = new ResizeObserver(() => {
    scale.value = scaleFor(container);
    renderer.resize();
    renderer.scheduleRender();
  });
  observer.observe(container);
  return () => {
    observer.disconnect();
    for (const stop of stops) stop();
    renderer.kill();
  };
}

/** The graph as a picture. Everything in it is also in the table tab, which is named here for those who cannot see it. */
export function Stage() {
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => (container.current ? mount(container.current) : undefined), []);
  const { nodes, edges } = shown.value;
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
