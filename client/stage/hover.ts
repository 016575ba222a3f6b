// Tells what is under the pointer on the canvas.
import type { Signal } from '@preact/signals';
import type { Renderer } from './edge-marks.ts';

export type Target = { kind: 'node' | 'edge'; key: string } | null;

/** Keeps `hovered` up, and shows by the pointer that what it is over can be clicked. */
export function connectHover(renderer: Renderer, container: HTMLElement, hovered: Signal<Target>): () => void {
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
  return () => {
    hovered.value = null;
  };
}
