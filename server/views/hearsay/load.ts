// Reads records by key, in the order of their keys, and names the nearest where one is unknown.
import { InvalidRequest, NotFound } from '../../errors.ts';
import { mergedAway } from '../../evidence/operations.ts';
import { readNodes } from '../../evidence/records.ts';
import { distance } from '../../schema/distance.ts';
import { edgeKey } from '../../schema/edge-key.ts';
import { fold } from '../../schema/fold.ts';
import { slugOf } from '../../schema/key.ts';
import { nearestCount } from '../../schema/nearest.ts';
import type { NodeView } from '../../schema/view.ts';
import type { Reader } from '../../store/port.ts';
import { stanceTypes } from '../kinds.ts';
import { nodeView } from '../node.ts';
import { ascending, compare, sortedBy } from '../order.ts';
import { listWords } from './source-words.ts';

/** The records that exist among the keys, each once, sorted by key. */
export async function loadNodes(store: Reader, keys: Iterable<string>): Promise<NodeView[]> {
  const wanted = [...new Set(keys)].sort(compare);
  if (wanted.length === 0) return [];
  const rows = await readNodes(store, wanted);
  return sortedBy(rows.map(nodeView), (node) => [node.key]);
}

const candidates = 20_000;
/** Keys of edges are long, and several texts of each are compared. */
const edgeCandidates = 5000;
const explorerEdges = [...stanceTypes, 'QUOTES', 'CITES'];

/** How far a name is from what was asked for: 0 where it begins so, else the letters to change in it or in one word. */
function farness(given: string, name: string): number {
  const folded = fold(name);
  if (given !== '' && folded.startsWith(given)) return 0;
  const words = folded.split(' ').map((word) => distance(given, word) + 1);
  return Math.min(distance(given, folded), ...words);
}

/** Types of records whose names are not among those of entities and articles. */
const others = ['case:', 'claim:', 'source:', 'utterance:', 'quote:', 'assertion:'];

async function namesLike(store: Reader, type: string) {
  if (!others.includes(type)) return store.read('read/names', { limit: candidates });
  const rows = await store.read('read/curation/names', { prefix: type, limit: candidates });
  return rows.map((row) => ({ ...row, aliases: null }));
}

/**
 * The entities and articles whose key or names are most like the given key; with `type`, such as "case:", only those
 * whose keys start so.
 */
export async function nearest(store: Reader, key: string, type = ''): Promise<{ key: string; name: string }[]> {
  const asked = key.slice(0, 100);
  const rows = await namesLike(store, type);
  const scored = rows
    .filter((row) => row.key.startsWith(type))
    .map((row) => {
      const wholeKey = distance(fold(asked), fold(row.key));
      const names = [slugOf(row.key), row.name, ...(row.aliases ?? [])].map((name) =>
        farness(fold(slugOf(asked)), name),
      );
      return { ...row, far: Math.min(wholeKey, ...names) };
    });
  const best = sortedBy(scored, (row) => [ascending(row.far), row.key]);
  return best.slice(0, nearestCount).map((row) => ({ key: row.key, name: row.name }));
}

/** The stances, quotations and citations whose key is most like the given one. */
export async function nearestEdges(store: Reader, key: string): Promise<{ key: string; name: string }[]> {
  const asked = fold(key.slice(0, 200));
  const rows = await store.read('read/edge-names', { types: [...explorerEdges], limit: edgeCandidates });
  const scored = rows.map((row) => {
    const found = edgeKey({ ...row, number: 1 });
    const name = `${row.sourceName ?? row.source} ${row.type} ${row.targetName ?? row.target}`;
    const texts = [found, name, row.source, row.target, row.sourceName ?? '', row.targetName ?? ''];
    const parts = texts.map((text) => distance(asked, fold(text)));
    return { key: found, name, far: Math.min(...parts) };
  });
  const best = sortedBy(scored, (row) => [ascending(row.far), row.key]);
  return best.slice(0, nearestCount).map(({ key: found, name }) => ({ key: found, name }));
}

export async function notFound(store: Reader, key: string): Promise<NotFound> {
  const [away] = await mergedAway(store, [key]);
  if (away !== undefined) {
    const { name, into, by } = away;
    return new NotFound(`"${key}" is no record of its own any more: ${by} merged "${name}" into "${into.name}".`, {
      detail: `It is found at "${into.key}" now.`,
      nearest: [into],
    });
  }
  return new NotFound(`No record has the key "${key.slice(0, 200)}".`, { nearest: await nearest(store, key) });
}

/** Labels by what a parameter asks for. */
const kinds = {
  plan: ['Plan', 'Event'],
  holder: ['Person', 'Country', 'Organization', 'Group'],
  among: ['Organization', 'Group'],
} as const;

/**
 * The record that a parameter names. Errors: NotFound with the nearest names, InvalidRequest naming the parameter, what
 * the record is and what is asked for.
 */
export async function loadAs(store: Reader, field: keyof typeof kinds, key: string): Promise<NodeView> {
  const node = await loadNode(store, key);
  const wanted: readonly string[] = kinds[field];
  if (node.labels.some((label) => wanted.includes(label))) return node;
  const is = node.labels[0]?.toLowerCase() ?? 'record';
  const names = listWords(
    wanted.map((label) => label.toLowerCase()),
    'or',
  );
  const reason = `"${key.slice(0, 200)}" is of another kind (${is}); give the key of a ${names}`;
  throw new InvalidRequest(`${field}: ${reason}.`, { errors: [{ field, reason }] });
}

/** The record; throws NotFound with the nearest names. */
export async function loadNode(store: Reader, key: string): Promise<NodeView> {
  const [node] = await loadNodes(store, [key]);
  if (node === undefined) throw await notFound(store, key);
  return node;
}
