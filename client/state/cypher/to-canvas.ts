// Puts the nodes and relations of an answer on the canvas: beside what is there, or on one of their own.
import { batch } from '@preact/signals';
import { isFiltered } from '../../api.ts';
import { merge } from '../../graph/model.ts';
import { count } from '../../text/format.ts';
import { withProgress } from '../actions.ts';
import { fit } from '../camera.ts';
import { dataset, isForeign } from '../data.ts';
import { fetchNodes, withFetched } from '../fetch-nodes.ts';
import { notify } from '../notices.ts';
import { addByHand, change, evidenceFilter, filters, tab } from '../view.ts';
import { keysOfEnds } from './ends.ts';
import { edgeOf, endsBeside, type Found, keyOfNode, mostNodes } from './result-graph.ts';

/** By the engine's ids, the keys of the nodes found and of those that its relations join, as many as a canvas holds. */
async function keysIn(found: Found, foreign: boolean): Promise<{ keys: Map<string, string>; unnamed: number }> {
  const keys = new Map<string, string>();
  for (const [id, node] of found.nodes) {
    const key = keyOfNode(node, foreign);
    if (key !== undefined) keys.set(id, key);
  }
  const ends = new Set([...endsBeside(found)].slice(0, mostNodes - found.nodes.size));
  for (const [id, key] of await keysOfEnds(ends, found.relations.values(), foreign)) keys.set(id, key);
  return { keys, unnamed: ends.size };
}

/** Shows what was found on the canvas; `fresh` takes everything else off it. Undo takes it back. */
export async function toCanvas(found: Found, fresh: boolean): Promise<void> {
  const foreign = isForeign.peek();
  const named = await withProgress('Finding the nodes', () => keysIn(found, foreign));
  if (!named) return;
  const { keys, unnamed } = named;
  const missing = [...new Set(keys.values())].filter((key) => !dataset.peek().nodes.has(key));
  const fetched = await withProgress(`Fetching ${count(missing.length, 'node')}`, () => fetchNodes(missing));
  if (!fetched) return;
  let data = withFetched(dataset.peek(), fetched);
  // A statement knows no filter: what does not count at the moment is drawn only as the API has it.
  if (foreign || !isFiltered(evidenceFilter.peek())) {
    const own = [...found.relations.values()].flatMap((relation) => edgeOf(relation, keys, foreign) ?? []);
    data = merge(
      data,
      [],
      own.filter((edge) => !data.edges.has(edge.key)),
    );
  }
  const shown = [...keys.values()].filter((key) => data.nodes.has(key));
  if (shown.length === 0) {
    notify('None of the nodes has a place in the graph: they are no records of the model.', 'problem');
    return;
  }
  const types = new Set([...found.relations.values()].map(({ _type }) => _type));
  const relationsOff = new Set([...filters.peek().relationsOff].filter((type) => !types.has(type)));
  batch(() => {
    dataset.value = data;
    const next = { ...filters.peek(), relationsOff };
    if (fresh)
      change('show only the result', { filters: next, hand: { added: new Set(shown), hidden: new Set(), only: true } });
    else addByHand('add the result', shown, { filters: next });
    tab.value = 'graph';
  });
  // Once the canvas is there again.
  setTimeout(fit, 100);
  const left = found.nodes.size + unnamed - shown.length;
  notify(
    `${count(shown.length, 'node')} of the result ${shown.length === 1 ? 'is' : 'are'} on the canvas${left > 0 ? `; ${count(left, 'other')} the graph does not know` : ''}. Ctrl+Z takes that back.`,
  );
}
