// A chain drawn as a small graph from left to right: outlet read, outlet relayed, source; each box leads to its record.
import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { type ChainBox, layoutChain } from '../graph/chain-layout.ts';
import type { Trail, TrailNode } from '../graph/trails.ts';
import { show } from '../state/actions.ts';
import { selectArticle } from '../state/selection.ts';
import { measures } from '../ui/measure.ts';

const lineHeight = 16;

function open(event: MouseEvent, node: TrailNode): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (node.label === 'Article') selectArticle(node.key);
  else void show(node.key);
}

function Lines({ box }: { box: ChainBox }) {
  const lines = [
    ...box.name.map((text) => ({ text, kind: 'chain-name' })),
    ...box.note.map((text) => ({ text, kind: 'chain-note' })),
    ...box.how.map((text) => ({ text, kind: 'chain-how' })),
  ];
  // The link beneath is called by the whole text, where this is broken into lines and cut.
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of SVG text takes no focus
    <g class="chain-lines" aria-hidden="true">
      {lines.map(({ text, kind }, index) => (
        <text key={index} class={kind} x={box.x + 8} y={box.y + 17 + index * lineHeight}>
          {text}
        </text>
      ))}
    </g>
  );
}

function Box({ box, how }: { box: ChainBox; how: string }) {
  const { node } = box;
  const kind = ['chain-box', node.vague ? 'vague' : '', node.inCut ? 'in-cut' : ''].filter(Boolean).join(' ');
  const tip = `${node.name}, ${node.note}${how === '' ? '' : `: “${how}”`}${node.inCut ? '. The origin hangs on it.' : ''}`;
  const frame = (
    <rect x={box.x} y={box.y} width={box.width} height={box.height} rx="5">
      <title>{tip}</title>
    </rect>
  );
  const field = node.label === 'Article' ? 'article' : 'node';
  return (
    <g class={kind}>
      {node.label === 'Unresolved' ? (
        // An end without a source has no record to lead to.
        frame
      ) : (
        <a
          href={`?${new URLSearchParams({ [field]: node.key })}`}
          aria-label={tip}
          onClick={(event) => open(event, node)}
        >
          {frame}
        </a>
      )}
      <Lines box={box} />
    </g>
  );
}

/** In words, for those who do not see it: "Kyiv Post from Politico; Politico from four officials". */
function inWords({ nodes, links }: Trail): string {
  const name = (key: string) => nodes.find((node) => node.key === key)?.name ?? key;
  const steps = links.map((link) => `${name(link.source)} from ${name(link.target)}`);
  return [...new Set(steps)].join('; ') || nodes.map((node) => node.name).join(', ');
}

export function DerivationGraph({ trail, label = 'Who relays whom' }: { trail: Trail; label?: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useSignal(358);
  const arrow = useId();
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      width.value = element.clientWidth;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  if (trail.nodes.length === 0) return null;
  const drawing = layoutChain(trail, width.value, measures());
  const how = (key: string) =>
    [...new Set(trail.links.filter((link) => link.source === key).flatMap((link) => link.how ?? []))].join(' · ');
  return (
    <div class="chain-frame" ref={frame}>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing whose boxes are links is a group, which SVG has no element for */}
      <svg
        class="chain-graph"
        role="group"
        aria-label={`${label}: ${inWords(trail)}`}
        width={drawing.width}
        height={drawing.height}
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      >
        <defs>
          <marker id={arrow} viewBox="0 0 6 8" refX="1" refY="4" markerWidth="6" markerHeight="8" orient="auto">
            <path class="chain-head" d="M0 0 6 4 0 8Z" />
          </marker>
        </defs>
        {drawing.arrows.map((one) => (
          <path
            key={`${one.source} ${one.target}`}
            class={one.back ? 'chain-arrow back' : 'chain-arrow'}
            d={one.path}
            marker-end={`url(#${arrow})`}
          />
        ))}
        {drawing.boxes.map((box) => (
          <Box key={box.node.key} box={box} how={how(box.node.key)} />
        ))}
      </svg>
    </div>
  );
}
