// The graph as a picture, with its keys; where the browser cannot draw it, the way to the tables.
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type Direction, nextNode } from '../graph/roam.ts';
import { mountViewer } from '../stage/viewer-stage.ts';
import { count } from '../text/format.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { data, dress, graph, inTheme } from './data.ts';
import { hovered, selected, selectNode, theme, view, wish } from './state.ts';

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};
const zoom = (factor: number): void => {
  wish.value = { kind: 'zoom', factor };
};
const showAll = (): void => {
  wish.value = { kind: 'fit' };
};

/** Arrow keys go from node to node, Enter centres, + and - zoom, f fits. */
function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const at = selected.value?.kind === 'node' ? selected.value.key : (data.about.main ?? graph.nodes()[0]);
  const direction = directions[event.key];
  if (direction && at !== undefined && graph.hasNode(at)) {
    event.preventDefault();
    const places = graph.filterNodes((key) => key !== at).map((key) => [key, graph.getNodeAttributes(key)] as const);
    const next = nextNode(places, graph.getNodeAttributes(at), direction);
    if (next !== undefined) selectNode(next);
  } else if (event.key === '+' || event.key === '=') zoom(0.7);
  else if (event.key === '-') zoom(1 / 0.7);
  else if (event.key === 'f') showAll();
  else if (event.key === 'Enter' && at !== undefined) wish.value = { kind: 'centre', key: at };
}

const groups = () => data.groups.map((group) => ({ ...group, color: inTheme(group.color, theme.peek()) }));

export function Canvas() {
  const container = useRef<HTMLDivElement>(null);
  const failed = useSignal(false);
  useEffect(() => {
    if (!container.current) return undefined;
    try {
      const stop = mountViewer(container.current, {
        graph,
        groups,
        outline: data.outline,
        theme,
        selected,
        hovered,
        wish,
        dress,
      });
      return () => {
        wish.value = null;
        hovered.value = null;
        stop();
      };
    } catch {
      failed.value = true;
      return undefined;
    }
  }, []);
  return (
    <>
      <section
        class="stage"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture takes the arrow keys, so it must be reachable
        tabIndex={0}
        aria-label={`Graph of ${count(data.nodes.length, 'node')} and ${count(data.edges.length, 'relation')}. Arrow keys move from node to node; the Table view lists the same.`}
        onKeyDown={onKey}
      >
        <div class="stage-canvas" ref={container} />
      </section>
      <div class="canvas-tools" role="toolbar" aria-label="Canvas">
        <IconButton icon="plus" label="Zoom in" keys="+" onClick={() => zoom(0.7)} />
        <IconButton icon="minus" label="Zoom out" keys="-" onClick={() => zoom(1 / 0.7)} />
        <IconButton icon="fit" label="Fit all" keys="f" onClick={showAll} />
      </div>
      {failed.value && (
        <p class="viewer-note" role="alert">
          This browser cannot draw the graph: it has no WebGL.{' '}
          <button
            type="button"
            class="link"
            onClick={() => {
              view.value = 'table';
            }}
          >
            Read it as tables
          </button>
        </p>
      )}
    </>
  );
}
