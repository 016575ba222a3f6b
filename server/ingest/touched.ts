// Finds what a change bears on: the claims whose derived edges may be others after it, and the edges that hang on these.
import { addContext } from '../evidence/context.ts';
import { joinedTo, type KnownSources } from '../evidence/sources.ts';
import { Tables } from '../evidence/tables.ts';
import type { DerivedEdgeId } from '../schema/evidence.ts';
import { distinct, groupBy, inBatches } from '../schema/lists.ts';
import type { Reader } from '../store/port.ts';

/** Keys of what changes; ask before and after the change, since it may tie things together or take them apart. */
export interface Around {
  articles?: readonly string[];
  outlets?: readonly string[];
  sources?: readonly string[];
  claims?: readonly string[];
}

export type Pair = Pick<DerivedEdgeId, 'source' | 'target'>;

export const pairId = ({ source, target }: Pair): string => `${source}~${target}`;
export const uniquePairs = (pairs: Iterable<Pair>): Pair[] =>
  [...groupBy(pairs, pairId).values()].flatMap(([pair]) => pair ?? []);

/** Claims in whole questions, and the ends of the edges that they may support. */
export interface Touched {
  readonly claims: readonly string[];
  /** Holder and target. */
  readonly stances: readonly Pair[];
  /** Outlet and actor. */
  readonly quotes: readonly Pair[];
  /** Outlet and the outlet it cites. */
  readonly cites: readonly Pair[];
}

/** The articles, and those whose word stands or falls with them. */
async function articlesAround(tx: Reader, keys: readonly string[]): Promise<string[]> {
  const reached = new Set(keys);
  for (let open = [...reached]; open.length > 0; ) {
    const rows = await inBatches(open, (batch) => tx.read('derive/articles-around', { keys: batch }));
    open = distinct(rows.map(({ article }) => article)).filter((key) => !reached.has(key));
    for (const key of open) reached.add(key);
  }
  return [...reached];
}

/** The sources of the articles that are taken together with others, and all of `given`, each with those others. */
async function sourcesAround(
  tx: Reader,
  known: KnownSources,
  articles: readonly string[],
  given: readonly string[],
): Promise<string[]> {
  const named = await inBatches(articles, (batch) => tx.read('derive/sources-of-articles', { keys: batch }));
  const own = distinct(named.map(({ source }) => source));
  await joinedTo(tx, known, own);
  // Alone with its actor, a source changes nothing for the claims of other articles.
  const joined = own.filter((key) =>
    known.links
      .get(key)
      ?.some(({ type, target }) => type !== 'IDENTIFIED_AS' || (known.links.get(target)?.length ?? 0) > 1),
  );
  const reached = await joinedTo(tx, known, [...joined, ...given]);
  return [...reached].filter((key) => key.startsWith('source:'));
}

/** The pairs between which the claims may support edges; they are in the tables, where they are there at all. */
export async function pairsOf(tx: Reader, tables: Tables, claims: readonly string[]): Promise<Omit<Touched, 'claims'>> {
  const stances = claims.flatMap((key) => {
    const { kind, holder, target } = tables.claims.get(key) ?? {};
    return kind === 'stance' && holder !== undefined && target ? [{ source: holder, target }] : [];
  });
  const quotes = await inBatches(claims, (batch) => tx.read('derive/quoting', { claims: batch }));
  const cites = await inBatches(claims, (batch) => tx.read('derive/citing', { claims: batch }));
  return { stances, quotes, cites };
}

async function addAround(
  tx: Reader,
  tables: Tables,
  { articles = [], outlets = [], sources = [], claims = [] }: Around,
): Promise<string[]> {
  const published = await inBatches(outlets, (batch) => tx.read('derive/articles-of-outlets', { keys: batch }));
  const told = await articlesAround(tx, [...articles, ...published.map(({ article }) => article)]);
  const tellers = await sourcesAround(tx, tables.known.sources, told, sources);
  const found = [
    ...(await inBatches(told, (batch) => tx.read('derive/claims-of-articles', { keys: batch }))),
    ...(await inBatches(tellers, (batch) => tx.read('derive/claims-of-sources', { keys: batch }))),
  ];
  await tables.add([...claims, ...found.map(({ claim }) => claim)]);
  await addContext(tx, tables);
  return distinct(tables.claims.keys());
}

/** What hangs on the given things as they stand; the evidence for it is then in the tables, which were empty. */
export async function touchedBy(tx: Reader, around: Around, tables = new Tables(tx)): Promise<Touched> {
  const claims = await addAround(tx, tables, around);
  return { claims, ...(await pairsOf(tx, tables, claims)) };
}

/** The claims, in whole questions, whose derived edges the given things bear on as they stand; sorted keys. */
export function questionsAround(tx: Reader, around: Around): Promise<string[]> {
  return addAround(tx, new Tables(tx), around);
}
