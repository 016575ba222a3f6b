// Follows an assertion from its article to where its trail ends: to the article it relays and on from there, else to its sources.
import { groupBy } from '../schema/lists.ts';
import type { ChainLink } from '../schema/view.ts';

/** An assertion as far as the chains need it; `relays` and `sources` in the order to be shown. */
export interface ChainAssertion {
  key: string;
  claim: string;
  mode: string;
  article: { key: string; name: string };
  relays: readonly { article: { key: string; name: string }; how: string | null }[];
  sources: readonly {
    key: string;
    kind: ChainLink['sourceKind'];
    descriptor: string | null;
    actor: { key: string; name: string } | null;
    /** Whether it is somebody's hypothesis that it is the actor. */
    supposed?: boolean;
  }[];
}

/** How a source leads to whom somebody takes it to be. */
export const supposedly = 'supposed to be';

/** More branches than anybody reads; a dense web of relays has exponentially many. */
const mostChains = 50;

function articleLink(article: { key: string; name: string }, how: string | null): ChainLink {
  return { key: article.key, label: 'Article', name: article.name, how, sourceKind: null };
}

function sourceLinks(source: ChainAssertion['sources'][number]): ChainLink[] {
  const name = source.actor?.name ?? source.descriptor ?? source.key;
  // A named source is its actor: one step, not two.
  if (source.actor !== null && source.kind === 'named') {
    return [{ key: source.actor.key, label: 'Actor', name, how: source.descriptor, sourceKind: source.kind }];
  }
  const link: ChainLink = {
    key: source.key,
    label: 'Source',
    name: source.descriptor ?? name,
    how: null,
    sourceKind: source.kind,
  };
  if (source.actor === null) return [link];
  const how = source.supposed === true ? supposedly : 'identified as';
  return [link, { key: source.actor.key, label: 'Actor', name, how, sourceKind: null }];
}

/** A chain from its end back, so that many chains share where they begin. */
interface Way {
  readonly link: ChainLink;
  readonly before: Way | null;
}
/** What is left to do: to go on from an assertion, to take a chain down, to leave an article behind. */
type Task =
  | { readonly follow: ChainAssertion; readonly way: Way; readonly entering?: string }
  | { readonly chain: Way }
  | { readonly leave: string };

function linksOf(end: Way): ChainLink[] {
  const links: ChainLink[] = [];
  for (let way: Way | null = end; way !== null; way = way.before) links.push(way.link);
  return links.reverse();
}

/**
 * Finds the chains of one assertion, each from its article on; `all` are the assertions of its claim in all articles.
 * An assertion's links are one trail in series: where it relays an article, the trail goes on with what that article
 * says of the same claim in the same mode, and only otherwise with its own sources. A trail that comes back to an
 * article ends there, with that article named once more. Takes time in proportion to the links on the way.
 */
export function chainFinder(all: readonly ChainAssertion[]): (assertion: ChainAssertion) => ChainLink[][] {
  const nameOf = (article: string, { claim, mode }: ChainAssertion): string => `${mode} ${claim} ${article}`;
  const saying = groupBy(all, (one) => nameOf(one.article.key, one));
  return (assertion) => {
    const chains: ChainLink[][] = [];
    /** The articles on the way to where the walk is; the last task of each takes it off again. */
    const onWay = new Set([assertion.article.key]);
    const first: Way = { link: articleLink(assertion.article, null), before: null };
    const tasks: Task[] = [{ follow: assertion, way: first }];
    for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
      if ('leave' in task) onWay.delete(task.leave);
      else if ('chain' in task) chains.push(linksOf(task.chain));
      else if (chains.length < mostChains) {
        const { follow: at, way } = task;
        if (task.entering !== undefined) {
          onWay.add(task.entering);
          tasks.push({ leave: task.entering });
        }
        const next = at.relays.flatMap(({ article, how }): Task[] => {
          const on: Way = { link: articleLink(article, how), before: way };
          const sayers = onWay.has(article.key) ? [] : (saying.get(nameOf(article.key, at)) ?? []);
          if (sayers.length === 0) return [{ chain: on }];
          return sayers.map((one) => ({ follow: one, way: on, entering: article.key }));
        });
        tasks.push(...next.reverse());
        if (at.relays.length > 0) continue;
        for (const source of at.sources) chains.push([...linksOf(way), ...sourceLinks(source)]);
        if (at.sources.length === 0) chains.push(linksOf(way));
      }
    }
    const different = new Map(chains.map((chain) => [JSON.stringify(chain), chain]));
    return [...different.values()].slice(0, mostChains);
  };
}
