// Reads records by key, in the order of their keys, and names the nearest where one is unknown.
import { NotFound } from '../../errors.ts';
import { fold } from '../../schema/fold.ts';
import type { NodeView } from '../../schema/view.ts';
import type { Reader } from '../../store/port.ts';
import { distance } from '../distance.ts';
import { nodeView } from '../node.ts';
import { compare, sortedBy } from '../order.ts';

/** The records that exist among the keys, each once, sorted by key. */
export async function loadNodes(store: Reader, keys: Iterable<string>): Promise<NodeView[]> {
  const wanted = [...new Set(keys)].sort(compare);
  if (wanted.length === 0) return [];
  const rows = await store.read('read/nodes', { keys: wanted });
  // An assertion or an article with two of what it should have one of would come twice.
  const byKey = new Map(
    sortedBy(rows, (row) => [row.key, row.outlet ?? '', row.claim ?? ''])
      .reverse()
      .map((row) => [row.key, row]),
  );
  return sortedBy([...byKey.values()].map(nodeView), (node) => [node.key]);
}

const candidates = 20_000;
const nearestCount = 5;

/** The entities and articles, or those whose keys start with `type`, whose key or name is most like the given one. */
export async function nearest(store: Reader, key: string, type = ''): Promise<{ key: string; name: string }[]> {
  const given = fold(key.slice(0, 100));
  const bare = fold(key.slice(key.indexOf(':') + 1, 100));
  const rows = (await store.read('read/names', { limit: candidates })).filter((row) => row.key.startsWith(type));
  const scored = rows.map((row) => {
    const name = fold(row.name);
    const starts =
      bare !== '' && (name.startsWith(bare) || fold(row.key.slice(row.key.indexOf(':') + 1)).startsWith(bare));
    const score = starts ? 0 : Math.min(distance(given, fold(row.key)), distance(bare, name));
    return { ...row, score };
  });
  const best = sortedBy(scored, (row) => [String(row.score).padStart(4, '0'), row.key]);
  return best.slice(0, nearestCount).map(({ key, name }) => ({ key, name }));
}

export async function notFound(store: Reader, key: string): Promise<NotFound> {
  return new NotFound(`No record has the key "${key.slice(0, 200)}".`, { nearest: await nearest(store, key) });
}

/** The record; throws NotFound with the nearest names. */
export async function loadNode(store: Reader, key: string): Promise<NodeView> {
  const [node] = await loadNodes(store, [key]);
  if (node === undefined) throw await notFound(store, key);
  return node;
}
