// What can be done with several selected nodes at once; each is one step of undo.
import type { EdgeView, NodeView } from '../../server/schema/view.ts';
import { api, filterQuery } from '../api.ts';
import { extend } from '../graph/model.ts';
import { count } from '../text/format.ts';
import { withProgress } from './actions.ts';
import { dataset, shownKeys } from './data.ts';
import { withPage } from './expansions.ts';
import { fetchNodes, withFetched } from './fetch-nodes.ts';
import { notify } from './notices.ts';
import { clearSelection, hovered, selectedNodes } from './selection.ts';
import { addByHand, change, evidenceFilter, expansions, hideByHand } from './view.ts';

/** So many nodes are expanded at once, each by so many neighbours. */
export const expandAtOnce = { nodes: 20, each: 10 } as const;

export function hideSelected(): void {
  const keys = [...selectedNodes.value];
  hideByHand(`hide ${count(keys.length, 'node')}`, ...keys);
  hovered.value = null;
  clearSelection();
  notify(`${count(keys.length, 'node')} ${keys.length === 1 ? 'is' : 'are'} hidden. Ctrl+Z brings them back.`);
}

/** Leaves nothing else on the canvas. */
export function keepOnlySelected(): void {
  const keys = new Set(selectedNodes.value);
  change(`keep only ${count(keys.size, 'node')}`, { hand: { added: keys, hidden: new Set(), only: true } });
}

/** Adds the most connected neighbours of each selected node; the first ones only where there are many. */
export async function expandSelected(): Promise<void> {
  const keys = [...selectedNodes.value].slice(0, expandAtOnce.nodes);
  const filter = evidenceFilter.value;
  const query = { limit: expandAtOnce.each };
  const brought = await withProgress(`Expanding ${count(keys.length, 'node')}`, async () => {
    const found = await Promise.all(keys.map((key) => api.neighbours(key, query, filter)));
    // With what joins them to one another, as in the expansion of one.
    return { found, joined: await fetchNodes(found.flatMap((one) => one.nodes.map((node) => node.key))) };
  });
  if (!brought) return;
  const { found, joined } = brought;
  const nodes: NodeView[] = found.flatMap((one) => one.nodes);
  const edges: EdgeView[] = found.flatMap((one) => one.edges);
  const fresh = new Set(nodes.map(({ key }) => key).filter((key) => !shownKeys.value.has(key)));
  dataset.value = withFetched(extend(dataset.value, nodes, edges), joined);
  // One step, which is collapsed as one; it has no next page: for more, each is expanded by itself.
  const next = withPage(
    expansions.value,
    { of: keys, kind: undefined },
    {
      found: [...new Set(nodes.map(({ key }) => key))],
      fresh: [...fresh],
      given: edges.length,
      total: found.reduce((sum, { total }) => sum + total, 0),
      next: null,
      filter: JSON.stringify(filterQuery(filter)),
    },
  );
  if (fresh.size === 0) {
    expansions.value = next;
    notify('Their nearest neighbours are all on the canvas already. Expand one by itself for more.');
    return;
  }
  addByHand(`expand ${count(keys.length, 'node')}`, [...keys, ...fresh], { expansions: next });
  const more = found.some(({ next }) => next !== null) ? ' There are more: expand one by itself.' : '';
  notify(`Added ${count(fresh.size, 'node')} around ${count(keys.length, 'node')}.${more}`);
}
