// The small signs that stand for a stance or a type in lists, legend and facets: the same as on the canvas.
import type { ComponentChildren } from 'preact';
import { type Shape, shapeOf, stanceMark } from '../graph/encode.ts';
import type { Palette } from '../graph/palette.ts';
import { nodeColour, type Style } from '../graph/style.ts';
import { type StanceName, stanceMeaning, stanceTitle } from '../text/words.ts';

/** A stance's mark in its colour. The word must stand beside it, or `title` be given. */
export function StanceMark({ stance, title }: { stance: StanceName; title?: boolean }) {
  const meaning = `${stanceTitle(stance)}: ${stanceMeaning[stance]}`;
  return (
    <span
      class={`stance-mark stance-${stance}`}
      {...(title ? { role: 'img', 'aria-label': stanceTitle(stance), title: meaning } : { 'aria-hidden': true })}
    >
      {stanceMark[stance]}
    </span>
  );
}

const outlines: Readonly<Record<Shape, ComponentChildren>> = {
  circle: <circle cx="8" cy="8" r="6" />,
  square: <rect x="2.5" y="2.5" width="11" height="11" rx="1.5" />,
  diamond: <rect x="3" y="3" width="10" height="10" rx="1.5" transform="rotate(45 8 8)" />,
  hexagon: <path d="M8 1.2 13.9 4.6v6.8L8 14.8l-5.9-3.4V4.6Z" />,
  triangle: <path d="M8 2 14.5 13.5h-13Z" />,
  plate: <rect x="0.8" y="3.6" width="14.4" height="8.8" rx="2.4" />,
  page: <rect x="3.4" y="1.6" width="9.2" height="12.8" rx="1.2" />,
  ring: (
    <path d="M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm0 2.2a3.8 3.8 0 1 1 0 7.6 3.8 3.8 0 0 1 0-7.6ZM8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z" />
  ),
};

interface Outlined {
  type: string;
  style: Style;
  palette: Palette;
  /** Grey: for where colours tell something else than the type. */
  grey?: boolean;
}

/** A node type's outline in its colour; the type or the node's name must stand beside it. */
export const TypeOutline = ({ type, style, palette, grey = false }: Outlined) => (
  <svg
    class="type-mark"
    viewBox="0 0 16 16"
    width="14"
    height="14"
    style={{ fill: grey ? palette.muted : nodeColour(palette, style, type) }}
    aria-hidden="true"
  >
    {outlines[shapeOf(type, style)]}
  </svg>
);

const icons = {
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.4 10.4 14 14',
  sun: 'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.2 1.2M11.8 11.8 13 13M3 13l1.2-1.2M11.8 4.2 13 3',
  moon: 'M13.5 9.6A6 6 0 0 1 6.4 2.5a6 6 0 1 0 7.1 7.1Z',
  system: 'M2 3h12v8H2zM6 14h4M8 11v3',
  help: 'M6 6a2 2 0 1 1 2.9 1.8C8.2 8.2 8 8.6 8 9.4M8 12v.1',
  close: 'M4 4l8 8M12 4l-8 8',
  fit: 'M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  target: 'M8 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM8 1v3M8 12v3M1 8h3M12 8h3',
  hide: 'M2 2l12 12M6.2 6.3a2.5 2.5 0 0 0 3.5 3.5M4 4.3C2.500 5.300 1.500 6.900 1 8c1 2.400 3.500 4.500 7 4.500 1.200 0 2.200-.2 3.100-.6M7 3.550C11 3.200 13.900 5.300 15 8c-.3.700-.7 1.400-1.300 2.100',
  expand: 'M8 8m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0M8 1.500v3M8 11.500v3M1.500 8h3M11.500 8h3',
  collapse: 'M8 8m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0M1.500 8h3.500M11 8h3.500M3.500 6l2 2-2 2M12.500 6l-2 2 2 2',
  path: 'M3.500 12.500m-1.700 0a1.700 1.700 0 1 0 3.400 0a1.700 1.700 0 1 0-3.400 0M12.500 3.500m-1.700 0a1.700 1.700 0 1 0 3.400 0a1.700 1.700 0 1 0-3.400 0M5 11.300 11 4.700',
  layout:
    'M8 8m-1.800 0a1.800 1.800 0 1 0 3.600 0a1.800 1.800 0 1 0-3.600 0M2 3.500h2.500M11.500 3.500H14M2 12.500h2.500M11.500 12.500H14M4.500 4l2.200 2.600M11.500 4 9.300 6.600M4.500 12l2.200-2.600M11.500 12 9.300 9.400',
  pin: 'M6 2h4M6.600 2v4.200L4.500 9h7L9.400 6.200V2M8 9v5',
  lasso:
    'M8 2.500c3.300 0 6 1.700 6 4s-2.700 4-6 4-6-1.700-6-4 2.700-4 6-4ZM4 9.700a1.600 1.600 0 1 0 1.900 1.200M5.300 12.600c.3 1.200-.3 1.900-1.300 1.900',
  undo: 'M3 6h6.500a3.500 3.500 0 1 1 0 7H6M6 3 3 6l3 3',
  redo: 'M13 6H6.500a3.500 3.500 0 1 0 0 7H10M10 3l3 3-3 3',
  history: 'M8 2.500a5.500 5.500 0 1 1-5.200 3.700M2.500 2.500v3.700h3.700M8 5v3.300l2.300 1.400',
  rail: 'M2 3h12v10H2zM6 3v10',
  filter: 'M2 3.500h12M4.500 8h7M6.500 12.500h3',
  out: 'M6 3H3v10h10v-3M9 3h4v4M13 3 7.500 8.500',
  calendar: 'M2.500 3.500h11v10h-11zM2.500 6.500h11M5.500 2v3M10.500 2v3',
  chevron: 'M6 3l5 5-5 5',
  play: 'M5 3.500v9l7.500-4.500Z',
  pause: 'M5.500 3.500v9M10.500 3.500v9',
  before: 'M10.500 3.500 5.500 8l5 4.500M3.500 3.500v9',
  after: 'M5.500 3.500l5 4.500-5 4.500M12.500 3.500v9',
  alert: 'M8 2 14.500 13.500h-13ZM8 6v3.500M8 11.500v.1',
  list: 'M2.500 4h1M6 4h7.500M2.500 8h1M6 8h7.500M2.500 12h1M6 12h7.500',
  download: 'M8 2v8M4.500 7 8 10.500 11.500 7M2.500 11v2.500h11V11',
  folder: 'M2 4h4.500l1.500 1.500h6v7.500H2Z',
  person:
    'M8 2.500a2.800 2.800 0 1 0 0 5.600a2.800 2.800 0 0 0 0-5.600ZM2.500 14c.4-3 2.700-4.300 5.500-4.300s5.100 1.300 5.500 4.300',
  bell: 'M3.500 11.500h9l-1.200-2V7a3.300 3.300 0 0 0-6.600 0v2.500ZM6.700 13.300a1.400 1.400 0 0 0 2.600 0',
  bookmark: 'M4 2.500h8v11L8 10.500l-4 3Z',
} as const;
export type IconName = keyof typeof icons;

/** A line icon; it says nothing by itself, so its button needs a label. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path d={icons[name]} />
  </svg>
);
