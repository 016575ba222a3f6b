// The canvas of an exported page: the same drawing as the page's, without what changes the view.
import { effect, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Group } from '../graph/blobs.ts';
import type { DrawnGraph } from '../graph/build.ts';
import { palettes, type ThemeName } from '../graph/palette.ts';
import { connectAnnotations } from './annotation-layer.ts';
import { drawBlobs } from './blobs.ts';
import { freshContext } from './canvas.ts';
import { connectHover, type Target } from './hover.ts';
import { connectLook } from './look.ts';
import { drawMap } from './map.ts';
import { duration } from './motion.ts';
import { createRenderer } from './renderer.ts';
import { followSize } from './size.ts';

const nothing: ReadonlySet<string> = new Set();

export interface ViewerStage {
  graph: DrawnGraph;
  groups: () => readonly Group[];
  /** The map's borders as a path in layout units, or null. */
  outline: string | null;
  theme: ReadonlySignal<ThemeName>;
  selected: Signal<Target>;
  hovered: Signal<Target>;
  wish: ReadonlySignal<{ kind: 'fit' } | { kind: 'zoom'; factor: number } | { kind: 'centre'; key: string } | null>;
  /** Gives the graph its looks in a theme, before it is drawn. */
  dress: (theme: ThemeName) => void;
}

/** Draws until the returned function is called. Throws where there is no WebGL. */
export function mountViewer(container: HTMLElement, of: ViewerStage): () => void {
  const { graph, theme, selected, hovered } = of;
  const scene = () => ({
    emphasis: {
      hovered: hovered.value,
      selectedNode: selected.value?.kind === 'node' ? selected.value.key : undefined,
      selectedEdge: selected.value?.kind === 'edge' ? selected.value.key : undefined,
      picked: nothing,
      path: null,
    },
    palette: palettes[theme.value],
  });
  of.dress(theme.peek());
  const renderer = createRenderer(container);
  const size = followSize(renderer, container);
  const look = connectLook(renderer, graph, () => ({ ...scene(), scale: size.scale.value }));
  const ground = renderer.createCanvas('ground', { beforeLayer: 'edges' });
  ground.setAttribute('aria-hidden', 'true');
  const map = of.outline === null ? undefined : new Path2D(of.outline);
  renderer.on('afterRender', () => {
    const context = freshContext(ground, renderer.getDimensions());
    if (context && map) drawMap(renderer, context, palettes[theme.peek()], map);
    if (context) drawBlobs(renderer, graph, context, of.groups());
  });
  const select = (kind: 'node' | 'edge', key: string) => {
    selected.value = { kind, key };
  };
  renderer.on('clickNode', ({ node }) => select('node', node));
  renderer.on('clickEdge', ({ edge }) => select('edge', edge));
  renderer.on('clickStage', () => {
    selected.value = null;
  });
  const lens = renderer.getCamera();
  const move = (to: { x?: number; y?: number; ratio?: number }) => {
    if (duration() === 0) lens.setState(to);
    else void lens.animate(to, { duration: duration() });
  };
  const centre = (key: string) => {
    // What is selected by the same action has new looks: sigma's places are brought up to date first.
    renderer.refresh();
    const place = renderer.getNodeDisplayData(key);
    if (place) move({ x: place.x, y: place.y, ratio: Math.min(lens.ratio, 0.7) });
  };
  const stops = [
    size.stop,
    look,
    connectAnnotations(renderer, graph, () => ({ ...scene(), groups: of.groups() })),
    connectHover(renderer, container, hovered),
    effect(() => of.dress(theme.value)),
    effect(() => {
      const now = of.wish.value;
      if (now?.kind === 'fit') move({ x: 0.5, y: 0.5, ratio: 1 });
      else if (now?.kind === 'zoom') move({ ratio: Math.min(6, Math.max(0.08, lens.ratio * now.factor)) });
      else if (now?.kind === 'centre') queueMicrotask(() => centre(now.key));
    }),
  ];
  renderer.setGraph(graph);
  return () => {
    for (const stop of stops) stop();
    renderer.kill();
  };
}
