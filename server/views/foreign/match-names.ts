// The nodes of somebody else's database that answer to each name of a list: one way through them, as far as time allows.
import { fold } from '../../schema/fold.ts';
import type { NameCandidate, NamesRequest, NamesResult } from '../../schema/names.ts';
import type { Rows } from '../../schema/statements.ts';
import type { Store } from '../../store/port.ts';
import { bestMatches } from '../best-matches.ts';
import { type Captions, captionText } from './captions.ts';
import { toKey } from './convert.ts';
import { captionsOf } from './profile.ts';

type Row = Rows<'read/foreign/nodes'>[number];

/** Nodes that one statement goes through, and after how long no further one is begun. */
const slices = { neo4j: 50_000, embedded: 5_000 };
const patienceMs = 10_000;
/** Nodes kept for each name of the list: more are told by their number. */
const mostFor = 100;
const marks = [...'\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0327\u0328'];

/** As the statement spells texts: in lower case, without the marks that it knows. */
const bare = (text: string): string =>
  marks.reduce((plain, mark) => plain.replaceAll(mark, ''), text.trim().normalize('NFKD')).toLowerCase();

/** Nodes of a slice that may answer; the embedded engine has all of them looked at here. */
function inSlice(store: Store, skip: number, names: readonly string[]): Promise<Row[]> {
  const { engine } = store.capabilities;
  if (engine === 'embedded') return store.read('read/foreign/slice', { skip, slice: slices.embedded });
  const wanted = [...new Set(names.flatMap((name) => [bare(name), name.trim().toLowerCase()]))];
  const scope = { skip, slice: slices.neo4j, limit: names.length * mostFor };
  return store.read('read/foreign/named', { names: wanted, marks, ...scope });
}

function candidates(
  row: Row,
  captions: Captions,
  asked: ReadonlyMap<string, unknown>,
): [name: string, NameCandidate][] {
  const caption = captions.captionOf(row);
  const texts = Object.values(row.properties).flatMap((value) => captionText(value) ?? []);
  const found = new Map<string, NameCandidate['by']>();
  for (const text of texts) if (text.length <= 400 && asked.has(fold(text))) found.set(fold(text), 'text');
  if (asked.has(fold(caption))) found.set(fold(caption), 'name');
  const node = { key: toKey(row.id), labels: captions.inOrder(row.labels), name: caption };
  return [...found].map(([name, by]) => [name, { ...node, by }]);
}

export async function matchForeignNames(store: Store, { names }: NamesRequest): Promise<NamesResult> {
  const end = Date.now() + patienceMs;
  const [captions, counted] = await Promise.all([captionsOf(store), store.read('read/foreign/node-count', {})]);
  const all = counted[0]?.count ?? 0;
  const asked = new Map(names.map((name) => [fold(name), [] as NameCandidate[]]));
  asked.delete('');
  let searched = 0;
  while (searched < all && (searched === 0 || Date.now() < end)) {
    for (const row of await inSlice(store, searched, names)) {
      for (const [name, one] of candidates(row, captions, asked)) {
        const list = asked.get(name);
        if (list && list.length < mostFor) list.push(one);
      }
    }
    searched = Math.min(all, searched + slices[store.capabilities.engine]);
  }
  const rows = names.map((name) => bestMatches(name, asked.get(fold(name)) ?? []));
  return { rows, ...(searched < all ? { partial: { nodes: searched, of: all } } : {}) };
}
