// The keys at the ends of relations, by which the API knows them: learnt from the answers, or asked for.
import { signal } from '@preact/signals';
import type { TypedRelationship, TypedValue } from '../../../server/schema/cypher.ts';
import { isDerivedType } from '../../graph/derived.ts';
import { entitiesIn } from '../../graph/typed.ts';
import { serverLimits } from './limits.ts';
import { keyOfId, keyOfNode } from './result-graph.ts';
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
const asked = new Map<string, Promise<void>>();
/** One at a time: each takes one of the places that the server gives this person's own statements. */
let queue: Promise<void> = Promise.resolve();
/** So many relations of a type are looked through for those whose ends are not known; fewer where the server has it. */
const most = 20_000;

const quoted = (type: string): string => (/^[A-Za-z_]\w*$/.test(type) ? type : `\`${type.replaceAll('`', '``')}\``);

async function askEnds(type: string): Promise<void> {
  // The engines number elements each in its own way, so they are found by what they join and not by number.
  const statement = `MATCH (a:Record)-[r:${quoted(type)}]->(b:Record) RETURN a.key AS source, r, b.key AS target`;
  const run = startRun({ statement, rowLimit: Math.min(most, serverLimits.peek()?.rows ?? most) });
  await run.ended;
  for await (const batch of run.rows.batches())
    for (const [source, relation, target] of batch) {
      const ends = relation?._value as TypedRelationship;
      keys.set(ends._start_node_element_id, String(source?._value));
      keys.set(ends._end_node_element_id, String(target?._value));
    }
  if (run.state.peek().state === 'done') learnt.value++;
  // The server may have been busy: whoever needs it next asks again.
  else asked.delete(type);
}

function endsOfType(type: string): Promise<void> {
  const before = asked.get(type);
  if (before) return before;
  const answer = queue.then(() => askEnds(type));
  asked.set(type, answer);
  queue = answer;
  return answer;
}

/** After a write: nodes may be gone and their numbers given to others. */
export function forgetEnds(): void {
  keys.clear();
  asked.clear();
}

/** The key of a derived relation; undefined while its ends are not known, which asks for them. */
export function relationKey(relation: TypedRelationship): string | undefined {
  learnt.value;
  const source = keys.get(relation._start_node_element_id);
  const target = keys.get(relation._end_node_element_id);
  if (source !== undefined && target !== undefined) return `${relation._type}~${source}~${target}`;
  if (isDerivedType(relation._type)) queueMicrotask(() => void endsOfType(relation._type));
  return undefined;
}

/** The keys of nodes of which only the ids are known, since relations join them; asks for those that no answer told. */
export async function keysOfEnds(
  ids: ReadonlySet<string>,
  relations: Iterable<TypedRelationship>,
  foreign: boolean,
): Promise<Map<string, string>> {
  if (foreign) return new Map([...ids].map((id) => [id, keyOfId(id)]));
  const unknown = (id: string): boolean => ids.has(id) && !keys.has(id);
  const types = new Set<string>();
  for (const { _type, _start_node_element_id: start, _end_node_element_id: end } of relations)
    if (unknown(start) || unknown(end)) types.add(_type);
  for (const type of types) await endsOfType(type);
  const found = new Map<string, string>();
  for (const id of ids) {
    const key = keys.get(id);
    if (key !== undefined) found.set(id, key);
  }
  return found;
}
