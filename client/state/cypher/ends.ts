// The keys at the ends of relations, by which the API knows them: learnt from the answers, or asked for.
import { signal } from '@preact/signals';
import type { TypedRelationship, TypedValue } from '../../../server/schema/cypher.ts';
import { isDerivedType } from '../../graph/derived.ts';
import { entitiesIn } from '../../graph/typed.ts';
import { keyOfNode } from './result-graph.ts';
import { startRun } from './run.ts';

/** The keys of nodes by the engine's ids, as far as any answer told them. */
const keys = new Map<string, string>();
/** One more whenever keys were learnt that nobody drew a row for. */
const learnt = signal(0);

/** Remembers the keys of the nodes in a row, for relations whose ends stand elsewhere. */
export function learnKeys(row: readonly TypedValue[]): void {
  for (const value of row)
    for (const entity of entitiesIn(value)) {
      if (entity.kind !== 'node') continue;
      const key = keyOfNode(entity.node, false);
      if (key !== undefined) keys.set(entity.node._element_id, key);
    }
}

/** Types whose relations were asked for: an answer with relations alone names no ends. */
const asked = new Set<string>();
/** So many relations of a type are looked through for those whose ends are not known. */
const most = 20_000;

async function askEnds(type: string): Promise<void> {
  // The engines number elements each in its own way, so they are found by what they join and not by number.
  const statement = `MATCH (a:Record)-[r:${type}]->(b:Record) RETURN a.key AS source, r, b.key AS target`;
  const run = startRun({ statement, rowLimit: most });
  await run.ended;
  for await (const batch of run.rows.batches())
    for (const [source, relation, target] of batch) {
      const ends = relation?._value as TypedRelationship;
      keys.set(ends._start_node_element_id, String(source?._value));
      keys.set(ends._end_node_element_id, String(target?._value));
    }
  learnt.value++;
}

/** The key of a derived relation; undefined while its ends are not known, which asks for them. */
export function relationKey(relation: TypedRelationship): string | undefined {
  learnt.value;
  const source = keys.get(relation._start_node_element_id);
  const target = keys.get(relation._end_node_element_id);
  if (source !== undefined && target !== undefined) return `${relation._type}~${source}~${target}`;
  if (isDerivedType(relation._type) && !asked.has(relation._type)) {
    asked.add(relation._type);
    queueMicrotask(() => void askEnds(relation._type));
  }
  return undefined;
}
