// Sorts the assertions of an edge by the origin they hang on, apart from those that deny it or do not count.
import type { NamedOrigin } from '../../server/schema/origins.ts';
import type { AssertionView, Evidence } from '../../server/schema/view.ts';
import { stanceOf } from './model.ts';
import { type ArticleNote, type Trail, trailFrom } from './trails.ts';

export interface OriginGroup {
  key: string;
  /** The origins on which it hangs, mostly one; none where the trails were not worked out. */
  origins: readonly NamedOrigin[];
  trail: Trail;
  /** Newest first. */
  assertions: readonly AssertionView[];
}
export interface Grouped {
  origins: readonly OriginGroup[];
  /** Denials and questions. */
  against: readonly AssertionView[];
  /** Of a position that is expected, in the abstract or hypothetical: these make no edge. */
  notNow: readonly AssertionView[];
  uncounted: readonly AssertionView[];
}

type Derivation = NonNullable<Evidence['derivation']>;

const linksOf = ({ edges }: Derivation) => edges.filter((edge) => edge.kind !== 'states');

/** Everything that a node's links lead to, itself included only where they lead back to it. */
function reach(from: string, links: Derivation['edges']): Set<string> {
  const found = new Set<string>();
  const queue = [from];
  for (const key of queue) {
    for (const link of links) {
      if (link.source !== key || found.has(link.target)) continue;
      found.add(link.target);
      queue.push(link.target);
    }
  }
  return found;
}

/** The nodes on which origins hang, each with the first key of its origin. */
function originNodes({ origins }: Derivation): Map<string, string> {
  const nodes = origins.flatMap(({ cut, members }) => [...cut, ...members].map((key) => [key, cut[0] ?? key] as const));
  return new Map(nodes);
}

/**
 * The origins that an assertion's trail meets first. From its article along the links that it carries itself; an
 * assertion without any goes the way of its article.
 */
function hangsOn(
  assertion: Pick<AssertionView, 'key' | 'article'>,
  derivation: Derivation,
  origins: ReadonlyMap<string, string>,
): string[] {
  const start = assertion.article.key;
  const itself = origins.get(start);
  if (itself !== undefined) return [itself];
  const links = linksOf(derivation);
  const from = links.filter((link) => link.source === start);
  const own = from.filter((link) => link.assertion === assertion.key);
  const seen = new Set<string>([start]);
  const found = new Set<string>();
  const queue = (own.length > 0 ? own : from).map((link) => link.target);
  for (const key of queue) {
    if (seen.has(key)) continue;
    seen.add(key);
    const origin = origins.get(key);
    if (origin !== undefined) found.add(origin);
    else queue.push(...links.filter((link) => link.source === key).map((link) => link.target));
  }
  return [...found].sort();
}

/** What an edge's assertions say for it: of a position only those that put it forward as held now. */
function sortOut({ edge, assertions }: Pick<Evidence, 'edge' | 'assertions'>) {
  const stance = stanceOf(edge) !== undefined;
  const strict = stance || edge.type === 'REPORTS';
  const lists = { for: [] as AssertionView[], against: [] as AssertionView[], notNow: [] as AssertionView[] };
  const uncounted: AssertionView[] = [];
  for (const one of assertions) {
    if (!one.counts) uncounted.push(one);
    else if (strict && one.mode !== 'asserts') lists.against.push(one);
    else if (stance && one.modality !== 'now') lists.notNow.push(one);
    else lists.for.push(one);
  }
  return { ...lists, uncounted };
}

/** At most so many articles are drawn as read; the rest are in the quotations. */
const mostDrawn = 12;

function group(
  hangs: readonly string[],
  assertions: readonly AssertionView[],
  derivation: Derivation | null,
  article: ArticleNote,
): OriginGroup {
  const starts = [...new Set(assertions.map((one) => one.article.key))].slice(0, mostDrawn);
  return {
    key: hangs.join(' '),
    origins: (derivation?.origins ?? []).filter(({ cut }) => hangs.includes(cut[0] ?? '')),
    trail: derivation ? trailFrom(derivation, starts, article) : { nodes: [], links: [] },
    assertions,
  };
}

/**
 * The assertions of a derived edge by origin, the one with most articles first; within one in the server's order. What an
 * article that is not held asserts stands with those that make it known, however far behind the origin it lies.
 */
export function groupByOrigin(
  found: Pick<Evidence, 'edge' | 'assertions' | 'derivation'>,
  article: ArticleNote,
): Grouped {
  const { derivation } = found;
  const { for: supporting, ...rest } = sortOut(found);
  const nodes = derivation ? originNodes(derivation) : new Map<string, string>();
  const lists = new Map<string, { hangs: string[]; assertions: AssertionView[]; reached: Set<string> }>();
  const take = (one: AssertionView): void => {
    const hangs = derivation ? hangsOn(one, derivation, nodes) : [];
    const list = lists.get(hangs.join(' ')) ?? { hangs, assertions: [], reached: new Set() };
    lists.set(hangs.join(' '), list);
    list.assertions.push(one);
    if (derivation) for (const key of reach(one.article.key, linksOf(derivation))) list.reached.add(key);
  };
  for (const one of supporting) if (!one.reconstructed) take(one);
  for (const one of supporting) {
    if (!one.reconstructed) continue;
    const behind = [...lists.values()].find((list) => list.reached.has(one.article.key));
    if (behind) behind.assertions.push(one);
    else take(one);
  }
  const articles = (of: OriginGroup) => new Set(of.assertions.map((one) => one.article.key)).size;
  const origins = [...lists.values()].map((list) => group(list.hangs, list.assertions, derivation, article));
  return { origins: origins.sort((a, b) => articles(b) - articles(a) || (a.key < b.key ? -1 : 1)), ...rest };
}
