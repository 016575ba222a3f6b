// What changed in the explorer's derived edges and among the articles from one day to another.
import { InvalidRequest } from '../../errors.ts';
import { lastDay } from '../../provenance/days.ts';
import type { Diff } from '../../schema/comparison.ts';
import type { DiffQuery, EvidenceQuery } from '../../schema/query.ts';
import type { ArticleRef, EdgeView } from '../../schema/view.ts';
import type { Store } from '../../store/port.ts';
import { edgeViews } from '../edge.ts';
import { derivedTypes, explorerTypes } from '../kinds.ts';
import { sortedBy } from '../order.ts';
import { articles } from './articles.ts';
import { badgeOf } from './badge.ts';
import { filteredBy } from './evidence-filter.ts';
import { loadNodes } from './load.ts';

/** Before all that is dated. */
const beforeAll = '0000-01-01';
const drawn = derivedTypes.filter((type) => explorerTypes.includes(type));

interface State {
  edges: Map<string, EdgeView>;
  articles: Map<string, ArticleRef>;
}

async function stateOf(store: Store, query: EvidenceQuery): Promise<State> {
  const filtered = await filteredBy(store, query);
  const rows = filtered?.derived ?? (await store.read('read/graph/entity-edges', { types: drawn }));
  const edges = edgeViews(rows.filter(({ type }) => drawn.includes(type)));
  const listed = (await articles(store, query)).articles.filter((article) => article.held);
  return {
    edges: new Map(edges.map((edge) => [edge.key, edge])),
    articles: new Map(listed.map(({ assertions: _, ...article }) => [article.key, article])),
  };
}

/** The earlier of the day and the bound on it; undefined where there is neither. */
function bounded(day: string | undefined, asOf: string | undefined): string | undefined {
  if (day === undefined || asOf === undefined) return day ?? asOf;
  return lastDay(day) <= lastDay(asOf) ? day : asOf;
}

/** Those of the one that are not in the other, in their order. */
function missing<T>(all: ReadonlyMap<string, T>, others: ReadonlyMap<string, unknown>): T[] {
  return [...all].flatMap(([key, value]) => (others.has(key) ? [] : [value]));
}

/** Errors: InvalidRequest where `from` is after `to`, and those of the filter. */
export async function diff(store: Store, query: DiffQuery): Promise<Diff> {
  const { from, to, asOf, ...rest } = query;
  if (from !== undefined && to !== undefined && lastDay(from) > lastDay(to)) {
    const reason = `${from} is after to, ${to}`;
    throw new InvalidRequest(`from: ${reason}.`, { errors: [{ field: 'from', reason }] });
  }
  const last = bounded(to, asOf);
  const first = from === undefined ? beforeAll : bounded(from, asOf);
  const before = await stateOf(store, { ...rest, ...(first === undefined ? {} : { asOf: first }) });
  const after = await stateOf(store, last === undefined ? rest : { ...rest, asOf: last });
  const change = (edge: EdgeView, was: EdgeView | undefined, is: EdgeView | undefined) => ({
    edge,
    before: was === undefined ? null : badgeOf(was.properties),
    after: is === undefined ? null : badgeOf(is.properties),
  });
  const added = missing(after.edges, before.edges).map((edge) => change(edge, undefined, edge));
  const removed = missing(before.edges, after.edges).map((edge) => change(edge, edge, undefined));
  const lasting = [...after.edges.values()].flatMap((edge) => {
    const was = before.edges.get(edge.key);
    return was === undefined ? [] : [change(edge, was, edge)];
  });
  const changed = lasting.filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after));
  const ends = [...added, ...removed, ...changed].flatMap(({ edge }) => [edge.source, edge.target]);
  const byKey = (rows: typeof added) => sortedBy(rows, ({ edge }) => [edge.key]);
  return {
    nodes: await loadNodes(store, ends),
    from: from ?? null,
    to: to ?? null,
    added: byKey(added),
    removed: byKey(removed),
    changed: byKey(changed),
    same: lasting.length - changed.length,
    articles: {
      added: missing(after.articles, before.articles),
      removed: missing(before.articles, after.articles),
    },
  };
}
