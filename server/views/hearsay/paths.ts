// The shortest ways between two records: between entities over what the explorer draws, otherwise over everything.
import type { PathsQuery } from '../../schema/query.ts';
import type { EdgeView, Paths } from '../../schema/view.ts';
import type { Store } from '../../store/port.ts';
import { edgeViews } from '../edge.ts';
import { allTypes, checkKnown, entityLabels, explorerTypes } from '../kinds.ts';
import { pathsView } from '../path-view.ts';
import { type Expand, shortestPaths } from '../paths.ts';
import { type Filtered, filteredBy } from './evidence-filter.ts';
import { loadNode, loadNodes } from './load.ts';
import { countedRelations } from './relations.ts';

interface Ways {
  expand: Expand;
  /** The edges whose two ends are among the records. */
  among(keys: readonly string[]): Promise<EdgeView[]>;
}

function storedWays(store: Store, types: readonly string[]): Ways {
  return {
    expand: (keys) => store.read('read/expand', { keys, types: [...types] }),
    among: async (keys) => edgeViews(await store.read('read/edges-among', { keys: [...keys], types: [...types] })),
  };
}

function countedWays(store: Store, types: readonly string[], filtered: Filtered): Ways {
  return {
    async expand(keys) {
      const asked = new Set(keys);
      const edges = await countedRelations(store, keys, types, filtered);
      return edges.flatMap(({ source, target }) => [
        ...(asked.has(source) ? [{ key: source, other: target }] : []),
        ...(asked.has(target) ? [{ key: target, other: source }] : []),
      ]);
    },
    async among(keys) {
      const ends = new Set(keys);
      const edges = await countedRelations(store, keys, types, filtered);
      return edges.filter(({ source, target }) => ends.has(source) && ends.has(target));
    },
  };
}

export async function paths(store: Store, query: PathsQuery): Promise<Paths> {
  checkKnown('type', query.type === undefined ? undefined : [query.type], allTypes);
  const filtered = await filteredBy(store, query);
  const ends = [await loadNode(store, query.from), await loadNode(store, query.to)];
  const entities = ends.every((node) => entityLabels.includes(node.labels[0] ?? ''));
  const types = query.type !== undefined ? [query.type] : entities ? explorerTypes : allTypes;
  const ways = filtered === null ? storedWays(store, types) : countedWays(store, types, filtered);
  const shortest = await shortestPaths(query.from, query.to, query.maxHops, ways.expand);
  const keys = [...new Set(shortest.sequences.flat())];
  const edges = keys.length < 2 ? [] : await ways.among(keys);
  return pathsView(query, shortest, await loadNodes(store, keys), edges);
}
