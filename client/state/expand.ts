// Expanding a node, page by page, and collapsing it again.
import { signal } from '@preact/signals';
import { api, filterQuery, type NeighbourQuery } from '../api.ts';
import { extend } from '../graph/model.ts';
import { count, formatNumber } from '../text/format.ts';
import { relationWords } from '../text/words.ts';
import { withProgress } from './actions.ts';
import { dataset, nameOf, shownKeys } from './data.ts';
import {
  type Expansion,
  expansionsOf,
  findExpansion,
  type Kind,
  togetherIn,
  withoutExpansion,
  withPage,
} from './expansions.ts';
import { fetchNodes, withFetched } from './fetch-nodes.ts';
import { recall, remember } from './memory.ts';
import { notify } from './notices.ts';
import { hovered, selectedNodes, shownPath } from './selection.ts';
import { addByHand, canvas, change, evidenceFilter, expansions, filters, hand } from './view.ts';

/** How many relations one expansion brings at most. */
export const pageSizes = [25, 100, 500] as const;
export type PageSize = (typeof pageSizes)[number];
const remembered = Number(recall('expand-limit'));
export const pageSize = signal<PageSize>(pageSizes.find((size) => size === remembered) ?? 25);
export function setPageSize(size: number): void {
  pageSize.value = pageSizes.find((one) => one === size) ?? 25;
  remember('expand-limit', String(pageSize.value));
}

/** "Hungary", "Hungary: member of" where it is about one kind of relation, or "3 nodes". */
export const expansionName = ({ of, kind }: Pick<Expansion, 'of' | 'kind'>): string => {
  const [first = ''] = of;
  if (of.length > 1) return count(of.length, 'node');
  return kind ? `${nameOf(first)}: ${relationWords(kind.type, kind.direction)}` : nameOf(first);
};

/** What is being expanded: the same is not asked for twice. */
const underWay = new Set<string>();

/** Adds the next neighbours of a node to the canvas: all, or those of one relation type and direction. */
export async function expand(key: string, kind?: Kind): Promise<void> {
  const id = `${key}\n${kind?.type ?? ''}\n${kind?.direction ?? ''}`;
  if (underWay.has(id)) return;
  underWay.add(id);
  try {
    await expandNext(key, kind);
  } finally {
    underWay.delete(id);
  }
}

async function expandNext(key: string, kind: Kind | undefined): Promise<void> {
  const name = nameOf(key);
  const filter = JSON.stringify(filterQuery(evidenceFilter.peek()));
  const before = findExpansion(expansions.peek(), [key], kind);
  // A place in the list holds only for the articles that counted then.
  const query: NeighbourQuery = { limit: pageSize.peek(), cursor: before?.filter === filter ? before.next : null };
  if (kind) Object.assign(query, { types: [kind.type], direction: kind.direction });
  const answer = await withProgress(`Expanding ${name}`, async () => {
    const found = await api.neighbours(key, query, evidenceFilter.value);
    // With what joins them to one another and to what is there: else the address would open with more than is seen.
    return { ...found, joined: await fetchNodes(found.nodes.map((node) => node.key)) };
  });
  if (!answer) return;
  // Asking for one kind of relation switches it on, or its edges would stay out of sight.
  const relationsOff = new Set([...filters.value.relationsOff].filter((type) => type !== kind?.type));
  const found = answer.nodes.map((node) => node.key);
  const fresh = found.filter((one) => !shownKeys.value.has(one));
  dataset.value = withFetched(extend(dataset.value, answer.nodes, answer.edges), answer.joined);
  const page = { found, fresh, given: answer.edges.length, total: answer.total, next: answer.next, filter };
  const next = withPage(expansions.value, { of: [key], kind }, page);
  const left = answer.total - (next.at(-1)?.given ?? 0);
  const more = answer.next === null ? '' : ` ${count(left, 'relation')} more: expand again.`;
  if (fresh.length === 0 && relationsOff.size === filters.value.relationsOff.size) {
    expansions.value = next;
    notify(
      answer.total === 0
        ? `${name} has no relations to add.`
        : answer.next === null
          ? `All ${count(answer.total, 'relation')} asked for are on the canvas already.`
          : `The next ${formatNumber(answer.edges.length)} are on the canvas already.${more}`,
    );
    return;
  }
  addByHand(`expand ${expansionName({ of: [key], kind })}`, [key, ...fresh], {
    filters: { ...filters.value, relationsOff },
    expansions: next,
  });
  notify(`Added ${count(fresh.length, 'node')} around ${name}.${more}`);
}

/** Nodes that stay on the canvas whatever is collapsed: those selected, pinned, or of the path that is shown. */
const inUse = (): Set<string> =>
  new Set([...(shownPath.peek()?.nodes ?? []), ...selectedNodes.peek(), ...canvas.peek().pins.keys()]);

/** Takes off the canvas what the expansion added and nothing else uses. */
export function collapse(expansion: Expansion): void {
  const { rest, off } = withoutExpansion(expansions.peek(), expansion, inUse());
  const added = new Set([...hand.peek().added].filter((key) => !off.has(key)));
  const gone = [...off].filter((key) => shownKeys.peek().has(key)).length;
  hovered.value = null;
  change(`collapse ${expansionName(expansion)}`, { hand: { ...hand.peek(), added }, expansions: rest });
  const kept = expansion.added.size - off.size;
  notify(
    `Took ${count(gone, 'node')} off the canvas.${kept === 0 ? '' : ` ${formatNumber(kept)} stayed: something else uses them.`}`,
  );
}

/** The latest expansion of a node. */
export function collapseLatest(key: string): void {
  const [latest] = expansionsOf(expansions.peek(), key);
  if (latest) collapse(latest);
  else notify(`${nameOf(key)} was not expanded since the page was opened.`);
}

/** The latest expansion in one step of several nodes that are selected. */
export function collapseSelected(): void {
  const latest = togetherIn(expansions.peek(), selectedNodes.peek());
  if (latest) collapse(latest);
  else notify('The selected nodes were not expanded together since the page was opened.');
}
