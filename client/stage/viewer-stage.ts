// The canvas of an exported page: the same drawing as the page's, without what changes the view.
import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Group } from '../graph/blobs.ts';
import type { DrawnGraph } from '../graph/build.ts';
import { palettes, type ThemeName } from '../graph/palette.ts';
import { annotate } from './annotations.ts';
import { drawBlobs } from './blobs.ts';
import { freshContext } from './canvas.ts';
import { drawMap } from './map.ts';
import { duration } from './motion.ts';
import { type Emphasis, reducers } from './reducers.ts';
import { addAnnotations, createRenderer, scaleFor } from './renderer.ts';

type Target = { kind: 'node' | 'edge'; key: string } | null;

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
  const emphasis = (): Emphasis => ({
    hovered: hovered.value,
    selectedNode: selected.value?.kind === 'node' ? selected.value.key : undefined,
    selectedEdge: selected.value?.kind === 'edge' ? selected.value.key : undefined,
    picked: new Set(),
    path: null,
  });
  const scale = signal(scaleFor(container));
  of.dress(theme.peek());
  const renderer = createRenderer(graph, container, reducers(graph, emphasis(), palettes[theme.peek()], scale.peek()));
  const ground = renderer.createCanvas('ground', { beforeLayer: 'edges' });
  ground.setAttribute('aria-hidden', 'true');
  const map = of.outline === null ? undefined : new Path2D(of.outline);
  const canvas = addAnnotations(renderer);
  renderer.on('afterRender', () => {
    const context = freshContext(ground, renderer.getDimensions());
    if (context && map) drawMap(renderer, context, palettes[theme.peek()], map);
    if (context) drawBlobs(renderer, graph, context, of.groups());
    annotate(renderer, graph, canvas, palettes[theme.peek()], emphasis(), of.groups());
  });
  const over = (kind: 'node' | 'edge', key: string) => {
    hovered.value = { kind, key };
    container.style.cursor = 'pointer';
  };
  const out = () => {
    hovered.value = null;
    container.style.cursor = '';
  };
  renderer.on('enterNode', ({ node }) => over('node', node));
  renderer.on('leaveNode', out);
  renderer.on('enterEdge', ({ edge }) => over('edge', edge));
  renderer.on('leaveEdge', out);
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
    effect(() => of.dress(theme.value)),
    effect(() => {
      const look = reducers(graph, emphasis(), palettes[theme.value], scale.value);
      renderer.setSettings({ nodeReducer: look.node, edgeReducer: look.edge });
    }),
    effect(() => {
      const now = of.wish.value;
      if (now?.kind === 'fit') move({ x: 0.5, y: 0.5, ratio: 1 });
      else if (now?.kind === 'zoom') move({ ratio: Math.min(6, Math.max(0.08, lens.ratio * now.factor)) });
      else if (now?.kind === 'centre') queueMicrotask(() => centre(now.key));
    }),
  ];
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
