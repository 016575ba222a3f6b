// Nodes and relations of somebody else's database as an answer shows them: keys are "~" and the engine's own id.
import type { Rows } from '../../schema/statements.ts';
import type { EdgeView, NodeView, Properties } from '../../schema/view.ts';
import { toProperties } from '../properties.ts';
import type { Captions, Labelled } from './captions.ts';

type Row = Rows<'read/foreign/nodes'>[number];

export const toKey = (id: string): string => `~${id}`;
/** The engine's id in a key, or null where the key is of another form. */
export const toId = (key: string): string | null => (key.startsWith('~') && key.length > 1 ? key.slice(1) : null);

/** In a list of nodes a text or list is cut at so much: whole documents and vectors are for the node's own answer. */
const longestText = 1000;
const longestList = 50;

function short(properties: Properties): Properties {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => {
      if (typeof value === 'string' && value.length > longestText) return [name, `${value.slice(0, longestText)}…`];
      if (Array.isArray(value) && value.length > longestList) return [name, [...value.slice(0, longestList), '…']];
      return [name, value];
    }),
  );
}

/** `whole` for the answer about the one node. */
export function foreignNode(row: Labelled, captions: Captions, whole = false): NodeView {
  const properties = toProperties(row.properties);
  return {
    key: toKey(row.id),
    labels: captions.inOrder(row.labels),
    name: captions.captionOf(row),
    properties: whole ? properties : short(properties),
  };
}

export const foreignNodesOf = (rows: readonly Row[], captions: Captions): NodeView[] =>
  rows.map((row) => foreignNode(row, captions));

export function foreignEdge(row: Rows<'read/foreign/edges-among'>[number]): EdgeView {
  const ends = { source: toKey(row.source), target: toKey(row.target) };
  return {
    key: toKey(row.id),
    ...ends,
    type: row.type,
    derived: false,
    properties: short(toProperties(row.properties)),
  };
}
