// What size, colour and outlines on the canvas tell at the moment: the type, or a metric of what is shown.
import { computed } from '@preact/signals';
import { groupColour, sizeBy } from '../graph/appearance.ts';
import type { Group } from '../graph/blobs.ts';
import { typeOf } from '../graph/model.ts';
import { palettes } from '../graph/palette.ts';
import { nodeColour } from '../graph/style.ts';
import { shown } from './data.ts';
import { metrics } from './metrics.ts';
import { theme } from './theme.ts';
import { canvas, style } from './view.ts';

const size = computed(() => canvas.value.size);
const colour = computed(() => canvas.value.colour);
const grouping = computed(() => canvas.value.group);

/** A node's size and colour where they tell a metric; undefined where its type has both. */
export const look = computed(() => {
  const known = metrics.value;
  const [by, tint] = [size.value, colour.value];
  if (known === null || (by === 'usual' && tint === 'type')) return undefined;
  const palette = palettes[theme.value];
  let greatest = 0;
  if (by !== 'usual') for (const row of known.of.values()) greatest = Math.max(greatest, row[by]);
  return (key: string) => {
    const row = known.of.get(key);
    if (!row) return {};
    return {
      ...(by !== 'usual' && { size: sizeBy(row[by], greatest) }),
      ...(tint !== 'type' && { color: groupColour(palette, row[tint]) }),
    };
  };
});

/** The communities or components of what is shown, the largest first; each is called by its most connected member. */
export function partsBy(name: 'community' | 'component'): Group[] {
  const word = name === 'community' ? 'Around' : 'With';
  const known = metrics.value;
  if (known === null) return [];
  const palette = palettes[theme.value];
  const parts = new Map<number, { key: string; name: string; degree: number }[]>();
  for (const { key, name: called } of shown.value.nodes) {
    const row = known.of.get(key);
    if (!row) continue;
    const part = parts.get(row[name]) ?? [];
    parts.set(row[name], part);
    part.push({ key, name: called, degree: row.degree });
  }
  return [...parts]
    .sort(([a], [b]) => a - b)
    .map(([number, members]) => {
      const [head] = [...members].sort((a, b) => b.degree - a.degree || (a.key < b.key ? -1 : 1));
      return {
        id: `${name} ${number}`,
        title: head ? `${word} ${head.name}` : '',
        color: groupColour(palette, number),
        members: members.map(({ key }) => key),
      };
    });
}

function partsByType(): Group[] {
  const palette = palettes[theme.value];
  const types = new Map<string, string[]>();
  for (const node of shown.value.nodes) {
    const members = types.get(typeOf(node)) ?? [];
    types.set(typeOf(node), members);
    members.push(node.key);
  }
  return [...types]
    .sort(([a, m], [b, n]) => n.length - m.length || (a < b ? -1 : 1))
    .map(([type, members]) => ({ id: type, title: type, color: nodeColour(palette, style.value, type), members }));
}

/** The groups that are outlined on the canvas; none where nothing is grouped. */
export const groups = computed<readonly Group[]>(() => {
  if (grouping.value === 'none') return [];
  return (grouping.value === 'type' ? partsByType() : partsBy('community')).filter(({ members }) => members.length > 1);
});

/** What each colour means, where colour tells a metric. */
export const colours = computed<readonly Group[]>(() => (colour.value === 'type' ? [] : partsBy(colour.value)));
