// The nodes and relations of an answer, on their way to the canvas.
import type { TypedNode, TypedRelationship } from '../../../server/schema/cypher.ts';
import type { EdgeView } from '../../../server/schema/view.ts';
import { edgeProperties, isDerived } from '../../graph/derived.ts';
import { entitiesIn } from '../../graph/typed.ts';
import type { Rows } from './rows.ts';

/** So many nodes of an answer can go on the canvas: as many as an address holds. */
export const mostNodes = 200;

export interface Found {
  /** By the engine's id. */
  readonly nodes: ReadonlyMap<string, TypedNode>;
  readonly relations: ReadonlyMap<string, TypedRelationship>;
  /** Whether there are more nodes than were gathered. */
  readonly more: boolean;
}

/** The first nodes in the rows, and the relations up to there. */
export async function gather(rows: Rows, most = mostNodes): Promise<Found> {
  const nodes = new Map<string, TypedNode>();
  const relations = new Map<string, TypedRelationship>();
  for await (const batch of rows.batches())
    for (const row of batch)
      for (const value of row)
        for (const entity of entitiesIn(value)) {
          if (entity.kind === 'relation') relations.set(entity.relation._element_id, entity.relation);
          else if (nodes.size < most || nodes.has(entity.node._element_id))
            nodes.set(entity.node._element_id, entity.node);
          else return { nodes, relations, more: true };
        }
  return { nodes, relations, more: false };
}

/** The ids of nodes that relations join and that the answer itself does not hold. */
export function endsBeside({ nodes, relations }: Pick<Found, 'nodes' | 'relations'>): Set<string> {
  const ends = new Set<string>();
  for (const { _start_node_element_id: start, _end_node_element_id: end } of relations.values())
    for (const id of [start, end]) if (!nodes.has(id)) ends.add(id);
  return ends;
}

/** The key of a node of another model's database, by the engine's id. */
export const keyOfId = (id: string): string => `~${id}`;

/** The key by which the API knows a node: its own in Hearsay's model, the engine's id elsewhere; undefined where it has none. */
export function keyOfNode(node: TypedNode, foreign: boolean): string | undefined {
  if (foreign) return keyOfId(node._element_id);
  const key = node._properties.key?._value;
  return typeof key === 'string' && key !== '' ? key : undefined;
}

/** A relation as an edge of the graph; undefined where an end of it is not among the nodes. */
export function edgeOf(
  relation: TypedRelationship,
  keys: ReadonlyMap<string, string>,
  foreign: boolean,
): EdgeView | undefined {
  const source = keys.get(relation._start_node_element_id);
  const target = keys.get(relation._end_node_element_id);
  if (source === undefined || target === undefined) return undefined;
  return {
    key: foreign ? `~${relation._element_id}` : `${relation._type}~${source}~${target}`,
    source,
    target,
    type: relation._type,
    derived: !foreign && isDerived(relation),
    properties: edgeProperties(relation),
  };
}
