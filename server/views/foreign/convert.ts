// Nodes and relations of somebody else's database as an answer shows them: keys are "~" and the engine's own id.
import type { Rows } from '../../schema/statements.ts';
import type { EdgeView, NodeView } from '../../schema/view.ts';
import { compare } from '../order.ts';
import { textOf, toProperties } from '../properties.ts';

type Row = Rows<'read/foreign/nodes'>[number];

/** Names of properties that are likely to hold a caption, the likeliest first. */
export const captionNames = [
  'name',
  'title',
  'label',
  'displayName',
  'fullName',
  'caption',
  'username',
  'headline',
  'text',
  'email',
  'code',
  'key',
  'id',
  'uuid',
];

export const toKey = (id: string): string => `~${id}`;
/** The engine's id in a key, or null where the key is of another form. */
export const toId = (key: string): string | null => (key.startsWith('~') && key.length > 1 ? key.slice(1) : null);

export function captionOf({ id, labels, properties }: Row): string {
  for (const name of captionNames) {
    const value = properties[name];
    const text = textOf(value) ?? (typeof value === 'number' || typeof value === 'bigint' ? String(value) : null);
    if (text !== null && text.trim() !== '') return text;
  }
  return [[...labels].sort(compare)[0] ?? 'node', id].join(' ');
}

export function foreignNode(row: Row): NodeView {
  return {
    key: toKey(row.id),
    labels: [...row.labels].sort(compare),
    name: captionOf(row),
    properties: toProperties(row.properties),
  };
}

export function foreignEdge(row: Rows<'read/foreign/edges-among'>[number]): EdgeView {
  const ends = { source: toKey(row.source), target: toKey(row.target) };
  return { key: toKey(row.id), ...ends, type: row.type, derived: false, properties: toProperties(row.properties) };
}
