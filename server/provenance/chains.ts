// Follows an assertion from its article to where its trail ends: to the article it relays and on from there, else to its sources.
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

/**
 * The chains of one assertion, each from its article on; `all` are the assertions of its claim in all articles.
 * An assertion's links are one trail in series: where it relays an article, the trail goes on with what that article
 * says of the same claim in the same mode, and only otherwise with its own sources. A trail that comes back to an
 * article ends there, with that article named once more.
 */
export function chainsOf(assertion: ChainAssertion, all: readonly ChainAssertion[]): ChainLink[][] {
  const chains: ChainLink[][] = [];
  const follow = (at: ChainAssertion, before: readonly ChainLink[]): void => {
    if (chains.length >= mostChains) return;
    for (const { article, how } of at.relays) {
      const chain = [...before, articleLink(article, how)];
      const seen = before.some((link) => link.key === article.key);
      const next = seen
        ? []
        : all.filter((one) => one.article.key === article.key && one.claim === at.claim && one.mode === at.mode);
      if (next.length === 0) chains.push(chain);
      for (const one of next) follow(one, chain);
    }
    if (at.relays.length > 0) return;
    for (const source of at.sources) chains.push([...before, ...sourceLinks(source)]);
    if (at.sources.length === 0) chains.push([...before]);
  };
  follow(assertion, [articleLink(assertion.article, null)]);
  const different = new Map(chains.map((chain) => [JSON.stringify(chain), chain]));
  return [...different.values()].slice(0, mostChains);
}
