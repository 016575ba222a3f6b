// Keeps the derived edges in step with the assertions: all of them, or only those that a change bears on.
import { deriveEdges, edgeId, stanceEdge } from '../provenance/edges.ts';
import type { DerivedEdge, DerivedEdgeId, DerivedType, EvidenceRow } from '../schema/evidence.ts';
import { Stance } from '../schema/stance.ts';
import type { Reader, Store, Transaction } from '../store/port.ts';
import { batches, groupBy, inBatches } from './batches.ts';
import { claimKey } from './keys.ts';

const linkStatement = {
  OPPOSES: 'derive/link/opposes',
  SUPPORTS: 'derive/link/supports',
  NONCOMMITTAL_ON: 'derive/link/noncommittal-on',
  DEFERS_ON: 'derive/link/defers-on',
  REPORTS: 'derive/link/reports',
  QUOTES: 'derive/link/quotes',
  CITES: 'derive/link/cites',
} as const satisfies Record<DerivedType, string>;

async function writeEdges(tx: Transaction, edges: readonly DerivedEdge[]): Promise<void> {
  for (const [type, group] of groupBy(edges, (edge) => edge.type)) {
    for (const batch of batches(group)) {
      const rows = batch.map(({ source, target, properties }) => ({ source, target, properties }));
      await tx.write(linkStatement[type], { rows });
    }
  }
}

async function deleteEdges(tx: Transaction, edges: readonly DerivedEdgeId[]): Promise<void> {
  for (const batch of batches(edges)) {
    await tx.write('derive/delete-links', {
      rows: batch.map(({ type, source, target }) => ({ type, source, target })),
    });
  }
}

const sameEdge = (a: DerivedEdge, b: DerivedEdge): boolean => {
  const { articles, outlets, unnamedOutlets, first, last } = a.properties;
  const other = b.properties;
  return (
    articles === other.articles &&
    outlets === other.outlets &&
    unnamedOutlets === other.unnamedOutlets &&
    first === other.first &&
    last === other.last
  );
};

/** Makes every derived edge anew in the transaction and writes only what differs. */
async function rederive(tx: Transaction): Promise<void> {
  await tx.write('write/lock', {});
  const wanted = new Map(deriveEdges(await tx.read('derive/evidence-all', {})).map((edge) => [edgeId(edge), edge]));
  const stored = new Map((await tx.read('derive/edges', {})).map((edge) => [edgeId(edge), edge]));
  await deleteEdges(
    tx,
    [...stored].filter(([id]) => !wanted.has(id)).map(([, edge]) => edge),
  );
  const changed = [...wanted].filter(([id, edge]) => {
    const before = stored.get(id);
    return before === undefined || !sameEdge(before, edge);
  });
  await writeEdges(
    tx,
    changed.map(([, edge]) => edge),
  );
  await tx.write('schema/marker-set', { properties: { derivedStale: false } });
}

/** Derives everything in one transaction and says that nothing is stale any more. */
export async function deriveAll(store: Pick<Store, 'transaction'>): Promise<void> {
  await store.transaction(rederive);
}

/** Derives everything if an import left it for later, for instance one that was interrupted; says whether it did. */
export async function deriveIfStale(store: Pick<Store, 'read' | 'transaction'>): Promise<boolean> {
  const [marker] = await store.read('schema/marker', {});
  if (marker?.derivedStale !== true) return false;
  await deriveAll(store);
  return true;
}

const evidenceOf = (tx: Reader, assertions: readonly { assertion: string }[]): Promise<EvidenceRow[]> => {
  const keys = [...new Set(assertions.map(({ assertion }) => assertion))];
  return inBatches(keys, (batch) => tx.read('derive/evidence-of', { assertions: batch }));
};

/** The derived edges that the given articles bear on as things stand: call it before and after a change to them. */
export async function edgesOfArticles(tx: Reader, articles: readonly string[]): Promise<DerivedEdgeId[]> {
  const assertions = await inBatches(articles, (batch) =>
    tx.read('derive/assertions-of-articles', { articles: batch }),
  );
  return deriveEdges(await evidenceOf(tx, assertions)).map(({ type, source, target }) => ({ type, source, target }));
}

/** The claim under a stance edge or a REPORTS edge. */
function claimOf({ type, source, target }: DerivedEdgeId): string | undefined {
  if (type === 'REPORTS') return target;
  const stance = Stance.options.find((option) => stanceEdge[option] === type);
  return stance && claimKey({ kind: 'stance', id: '', holder: source, target, stance, text: '' });
}

/** Makes the given derived edges anew in the transaction: changed ones are written, those without support deleted. */
export async function deriveTouched(tx: Transaction, touched: readonly DerivedEdgeId[]): Promise<void> {
  const ids = new Map(touched.map((edge) => [edgeId(edge), edge]));
  const edges = [...ids.values()];
  const pairs = (type: DerivedType) =>
    edges.filter((edge) => edge.type === type).map(({ source, target }) => ({ source, target }));
  const claims = [...new Set(edges.flatMap((edge) => claimOf(edge) ?? []))];
  const assertions = [
    ...(await inBatches(claims, (batch) => tx.read('derive/assertions-of-claims', { claims: batch }))),
    ...(await inBatches(pairs('QUOTES'), (rows) => tx.read('derive/assertions-quoting', { rows }))),
    ...(await inBatches(pairs('CITES'), (rows) => tx.read('derive/assertions-citing', { rows }))),
  ];
  const derived = deriveEdges(await evidenceOf(tx, assertions)).filter((edge) => ids.has(edgeId(edge)));
  const supported = new Set(derived.map(edgeId));
  await deleteEdges(
    tx,
    edges.filter((edge) => !supported.has(edgeId(edge))),
  );
  await writeEdges(tx, derived);
}
