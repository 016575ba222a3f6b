// A drawing as plain data: lines, fills and texts in pixels, y downward. SVG and PNG are made of the same one.

/** A path as SVG writes it. Widths and dashes are pixels; what is undefined is not drawn. */
export interface PathMark {
  kind: 'path';
  d: string;
  fill?: string;
  stroke?: string;
  width?: number;
  dash?: readonly [number, number];
  /** The stroke lies under the fill. */
  under?: true;
  /** From units of its own to pixels; the stroke's width is pixels all the same. */
  transform?: { x: number; y: number; scale: number };
}

/** A line of text; `halo` is drawn around it. */
export interface TextMark {
  kind: 'text';
  x: number;
  y: number;
  text: string;
  size: number;
  weight: number;
  fill: string;
  halo?: string;
  anchor: 'start' | 'middle';
  /** The room that was kept for it: another typeface is narrowed or widened to it. */
  length?: number;
}

/** Marks that belong together, with what they stand for. */
export interface GroupMark {
  kind: 'group';
  /** What it is, for those who look at the file: "node", "edge". */
  role: string;
  /** Its key in the graph. */
  id?: string;
  title?: string;
  description?: string;
  marks: readonly Mark[];
}

export type Mark = PathMark | TextMark | GroupMark;

export interface Drawing {
  width: number;
  height: number;
  background: string;
  title: string;
  description: string;
  /** The lowest first; asked for one by one, so that a large drawing can be made in turns with the page. */
  marks: () => Iterable<GroupMark>;
  /** About how many marks there are. */
  count: number;
}

export const family = "'Inter Variable', Inter, system-ui, sans-serif";
/** As CSS writes it. */
export const fontOf = ({ weight, size }: Pick<TextMark, 'weight' | 'size'>): string => `${weight} ${size}px ${family}`;

/** A number of pixels, short. */
export const px = (value: number): string => String(Math.round(value * 100) / 100);
