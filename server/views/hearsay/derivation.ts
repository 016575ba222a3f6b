// The way from an edge to its origins, to be drawn: the graph of the chains with its names, words and quotations.
import { type Derivation, derivationOf } from '../../provenance/derivation.ts';
import type { EvidenceIndex, Support } from '../../provenance/origins.ts';
import type { DerivationEdge, NamedOrigin } from '../../schema/origins.ts';
import type { AssertionView, Evidence as EvidenceView } from '../../schema/view.ts';
import type { Store } from '../../store/port.ts';
import { compare, distinct, groupBy, sortedBy } from '../order.ts';
import { loadNodes } from './load.ts';
import { type Naming, namedOrigin } from './named-origins.ts';

type Words = Pick<DerivationEdge, 'how' | 'quote'>;

const nobody = 'source not named';
/**
 * Articles and claims are named as everywhere, and a named source is its actor: its record holds what one of the
 * articles that share it calls it. An end without a source says so.
 */
async function namesOf(
  store: Store,
  { sources }: EvidenceIndex['evidence'],
  keys: readonly string[],
): Promise<(key: string) => string | undefined> {
  const actors = new Map(
    keys.flatMap((key): [string, string][] => {
      const source = sources.get(key);
      const [actor] = source?.kind === 'named' ? [...source.identifiedAs].sort(compare) : [];
      return actor === undefined ? [] : [[key, actor]];
    }),
  );
  const loaded = await loadNodes(store, [...keys, ...actors.values()]);
  const nodes = new Map(loaded.map((node) => [node.key, node]));
  return (key) => {
    if (key.startsWith('unresolved:')) return nobody;
    const node = nodes.get(actors.get(key) ?? key) ?? nodes.get(key);
    // What a source is called stands with whoever names it; a record without a name is called by its kind.
    return node === undefined || node.name === key ? undefined : node.name;
  };
}

/** The passage of each link, by assertion and target; of several the first by its words. */
async function passagesOf(store: Store, assertions: readonly string[]): Promise<(id: string) => Words | undefined> {
  const rows = await store.read('read/evidence/attributions', { assertions: [...assertions] });
  const sorted = sortedBy(rows, (row) => [row.assertion, row.target, row.quote ?? '', row.how ?? '']);
  const found = new Map<string, Words>();
  for (const { assertion, target, how, quote } of sorted) {
    const id = `${assertion} ${target}`;
    if (!found.has(id)) found.set(id, { how, quote });
  }
  return (id) => found.get(id);
}

/** What the parts of some derivations are called, and the passages of their links; read once for all of them. */
interface Told {
  nameOf: (key: string) => string | undefined;
  passageOf: (id: string) => Words | undefined;
}

async function toldOf(store: Store, { evidence }: EvidenceIndex, derivations: readonly Derivation[]): Promise<Told> {
  const keys = distinct(derivations.flatMap(({ nodes }) => nodes.map(({ key }) => key)));
  const outlets = keys.flatMap((key) => evidence.articles.get(key)?.outlet ?? []);
  const carrying = derivations.flatMap(({ edges }) => edges.flatMap((edge) => edge.assertion ?? []));
  const [nameOf, passageOf] = await Promise.all([
    namesOf(store, evidence, [...keys, ...outlets]),
    passagesOf(store, distinct(carrying)),
  ]);
  return { nameOf, passageOf };
}

/** What is shared by articles and no named source is called as these articles call it, not as another one does. */
function callsIn({ edges }: Derivation, { sources }: EvidenceIndex['evidence'], { nameOf, passageOf }: Told) {
  const attributions = groupBy(
    edges.filter((edge) => edge.kind === 'attributed' && edge.assertion !== null),
    (edge) => edge.target,
  );
  return (key: string, among?: readonly string[]): string | undefined => {
    const source = sources.get(key);
    if (source === undefined || source.kind === 'named') return undefined;
    const links = (attributions.get(key) ?? []).filter((edge) => among?.includes(edge.source) ?? true);
    const words = distinct(links.flatMap((edge) => passageOf(`${edge.assertion} ${key}`)?.how ?? []));
    const stored = nameOf(key);
    return stored !== undefined && words.includes(stored) ? stored : words[0];
  };
}

function namesOfOrigins(derivation: Derivation, { evidence }: EvidenceIndex, told: Told): NamedOrigin[] {
  const { articles, sources } = evidence;
  const { nameOf } = told;
  const calledIn = callsIn(derivation, evidence, told);
  const naming: Naming = {
    sources,
    article(key) {
      const row = articles.get(key);
      const title = row?.title ?? null;
      return nameOf(row?.outlet ?? '') ?? (title === null ? 'a report of an outlet that is not named' : `“${title}”`);
    },
    source: (key, among) => calledIn(key, among) ?? nameOf(key) ?? key,
  };
  return derivation.origins.map((origin) => namedOrigin(origin, naming));
}

/** The origins of several edges by what a reader calls them, in the order of the supports; read together. */
export async function originNames(
  store: Store,
  index: EvidenceIndex,
  edges: readonly (readonly Support[])[],
): Promise<NamedOrigin[][]> {
  const derivations = edges.map((supports) => derivationOf(index, supports));
  const told = await toldOf(store, index, derivations);
  return derivations.map((derivation) => namesOfOrigins(derivation, index, told));
}

/** `said` are the assertions of the edge's claims as they are shown: a link that is none of theirs has no quotation. */
export async function derivationView(
  store: Store,
  index: EvidenceIndex,
  supports: readonly Support[],
  said: readonly AssertionView[],
): Promise<NonNullable<EvidenceView['derivation']>> {
  const derivation = derivationOf(index, supports);
  const told = await toldOf(store, index, [derivation]);
  const calledIn = callsIn(derivation, index.evidence, told);
  const { nameOf, passageOf } = told;
  const quotes = new Map(said.map((one) => [one.key, one.quote]));
  return {
    origins: namesOfOrigins(derivation, index, told),
    nodes: derivation.nodes.map((node) => ({ ...node, name: calledIn(node.key) ?? nameOf(node.key) ?? node.name })),
    edges: derivation.edges.map((edge) => {
      const own = edge.assertion === null ? null : (quotes.get(edge.assertion) ?? null);
      if (edge.kind === 'states') return { ...edge, quote: own };
      const passage = edge.assertion === null ? undefined : passageOf(`${edge.assertion} ${edge.target}`);
      return { ...edge, how: passage?.how ?? null, quote: passage?.quote ?? own };
    }),
  };
}
