// What an export holds, whatever its format: the part of the canvas with its looks, and where each relation is from.
import type { EdgeGrounds } from '../../server/schema/grounds.ts';
import type { ArticleRef, EdgeView, NodeView } from '../../server/schema/view.ts';
import type { ColourBy, SizeBy } from '../graph/appearance.ts';
import type { Group } from '../graph/blobs.ts';
import type { DrawnEdge, DrawnNode } from '../graph/build.ts';
import type { ThemeName } from '../graph/palette.ts';
import type { StyleEntries } from '../graph/style.ts';

export type ExportNode = NodeView & { drawn: DrawnNode };

export type ExportEdge = EdgeView & {
  drawn: DrawnEdge;
  /** "Hungary opposes the invitation, according to three articles on one to two origins." */
  sentence: string;
  /** Its origins and the words it rests on, newest first; undefined where nobody could tell: another's database. */
  grounds: Pick<EdgeGrounds, 'origins' | 'said'> | undefined;
};

/** What the file says of itself. */
export interface About {
  title: string;
  /** What it shows, in sentences: how much, filters, day, case. */
  lines: readonly string[];
  /** Of the view, to come back to it. */
  address: string;
  /** ISO, UTC. */
  exported: string;
  /** "Hearsay 0.1.0". */
  creator: string;
  theme: ThemeName;
  /** What sizes and colours of nodes tell. */
  size: SizeBy;
  colour: ColourBy;
  /** What is chosen for each type. */
  style: StyleEntries;
  /** The main plan's key, or undefined. */
  main: string | undefined;
  /** Another's database: properties only. */
  foreign: boolean;
  /** All labels that have colours of their own there, so that they keep them. */
  labels: readonly string[];
}

/** Plain data: it can be written as JSON and read again. Positions are layout units, y upward. */
export interface Contents {
  about: About;
  nodes: readonly ExportNode[];
  edges: readonly ExportEdge[];
  /** Those that the grounds name. */
  articles: readonly ArticleRef[];
  groups: readonly Group[];
  /** The map's borders as an SVG path in layout units, y downward, or null. */
  outline: string | null;
}
