// The data of an exported page, read once from the page itself, and the graph that is drawn of it.
import type { EdgeView } from '../../server/schema/view.ts';
import type { ViewerData, ViewerEdge, ViewerNode } from '../export/viewer-data.ts';
import { groupColour } from '../graph/appearance.ts';
import { createGraph, syncGraph } from '../graph/build.ts';
import type { EdgeNote } from '../graph/changes.ts';
import { adjacency, typeOf } from '../graph/model.ts';
import { palettes, spreadHues, type ThemeName } from '../graph/palette.ts';
import { nodeColour, styleOf } from '../graph/style.ts';

const read = (): ViewerData => JSON.parse(document.getElementById('data')?.textContent ?? '{}') as ViewerData;

export const data = read();
/** What was chosen for each type when the file was made. */
export const style = styleOf(data.about.style);
spreadHues(data.about.labels);
export const nodes: ReadonlyMap<string, ViewerNode> = new Map(data.nodes.map((node) => [node.key, node]));
export const edges: ReadonlyMap<string, ViewerEdge> = new Map(data.edges.map((edge) => [edge.key, edge]));
export const articles = new Map(data.articles.map((article) => [article.key, article]));
export const around: ReadonlyMap<string, EdgeView[]> = adjacency({ nodes, edges, extra: new Set() });
export const nameOf = (key: string): string => nodes.get(key)?.name ?? key;

const kindOf = (note: string): EdgeNote['kind'] => (note === 'new' ? 'added' : note === 'gone' ? 'removed' : 'changed');
const changes = new Map(
  data.edges
    .filter(({ note }) => note !== '')
    .map(({ key, note }): [string, EdgeNote] => [key, { kind: kindOf(note), note }]),
);

/** A colour that told a metric when the file was made, as it is in this theme; undefined where the type has its own. */
function tint(node: ViewerNode, theme: ThemeName): string | undefined {
  const then = palettes[data.about.theme];
  if (node.color === nodeColour(then, style, typeOf(node))) return undefined;
  const group = then.groups.indexOf(node.color);
  return group >= 0 || node.color === then.restGroup
    ? groupColour(palettes[theme], group < 0 ? then.groups.length : group)
    : node.color;
}

export const graph = createGraph();

/** Draws in a theme; places and sizes are those of the export. */
export function dress(theme: ThemeName): void {
  const look = (key: string) => {
    const node = nodes.get(key);
    if (!node) return {};
    const color = tint(node, theme);
    return { size: node.size, ...(color !== undefined && { color }) };
  };
  const pinned = new Set(data.nodes.filter((node) => node.pinned).map(({ key }) => key));
  const visual = {
    nodes: data.nodes,
    edges: data.edges,
    main: data.about.main,
    positions: nodes,
    pinned,
    style,
    look,
    changes,
  };
  syncGraph(graph, visual, palettes[theme]);
}

/** The colour of a group in this theme. */
export function inTheme(color: string, theme: ThemeName): string {
  const then = palettes[data.about.theme];
  const group = then.groups.indexOf(color);
  if (group >= 0) return groupColour(palettes[theme], group);
  const type = Object.keys(then.type).find((name) => then.type[name] === color);
  return type === undefined ? color : (palettes[theme].type[type] as string);
}
