// Derives the edges of some questions, and those of some outlets, from the evidence for them, and stores what differs.
import { addContext } from '../evidence/context.ts';
import { inTurns } from '../evidence/in-turns.ts';
import type { Tables } from '../evidence/tables.ts';
import { contestedClaims, contradictionSteps } from '../provenance/contradictions/contradictions.ts';
import { deriveSteps, edgeId, underEdgeSteps } from '../provenance/edges.ts';
import { indexSteps } from '../provenance/evidence-index.ts';
import type { DerivedEdge, Evidence } from '../schema/evidence.ts';
import { distinct, inBatches } from '../schema/lists.ts';
import type { Steps } from '../schema/steps.ts';
import type { Reader, Transaction } from '../store/port.ts';
import { replaceEdges, type StoredEdge } from './stored-edges.ts';
import { type Pair, pairId, type Touched, uniquePairs } from './touched.ts';

/** Keys of the contradictions that somebody has settled: they contest nothing any more. */
async function settledContradictions(tx: Reader): Promise<ReadonlySet<string>> {
  const rows = await tx.read('read/curation/dispositions', {});
  return new Set(rows.filter(({ state }) => state === 'settled').map(({ contradiction }) => contradiction));
}

function* edgesOf(evidence: Evidence, settled: ReadonlySet<string>): Steps<DerivedEdge[]> {
  const contradictions = yield* contradictionSteps(evidence);
  const index = yield* indexSteps(evidence);
  return yield* deriveSteps(index, yield* underEdgeSteps(index), contestedClaims(contradictions, settled));
}

export type Tie = Pair & { type: 'QUOTES' | 'CITES' };

/** The claims from which a tie is derived. */
export async function claimsOfTie(tx: Reader, { type, source, target }: Tie): Promise<string[]> {
  const rows =
    type === 'QUOTES'
      ? await tx.read('derive/quoted-claims', { outlet: source, actor: target })
      : await tx.read('derive/cited-claims', { outlet: source, cited: target });
  return rows.map(({ claim }) => claim);
}

/** Quotations and citations between the pairs, each once. */
export const tiesOf = (quotes: readonly Pair[], cites: readonly Pair[]): Tie[] => [
  ...uniquePairs(quotes).map((pair) => ({ ...pair, type: 'QUOTES' as const })),
  ...uniquePairs(cites).map((pair) => ({ ...pair, type: 'CITES' as const })),
];

/** What to derive. */
export interface Part extends Pick<Touched, 'claims' | 'stances'> {
  /** Targets of which the pairs are most of all there are, so that looking at each pair would take longer. */
  readonly targets?: ReadonlySet<string>;
  readonly ties: readonly Tie[];
  /** The claims from which the ties are derived, where they are known. */
  readonly under?: readonly string[];
}

async function storedStances(
  tx: Reader,
  pairs: readonly Pair[],
  targets: ReadonlySet<string> = new Set(),
): Promise<StoredEdge[]> {
  const asked = new Set(pairs.map(pairId));
  const single = pairs.filter(({ target }) => !targets.has(target));
  const whole = distinct(pairs.map(({ target }) => target)).filter((target) => targets.has(target));
  const rows = await inBatches(whole, (batch) => tx.read('derive/stored-stances-on', { targets: batch }));
  return [
    ...rows.filter((edge) => asked.has(pairId(edge))),
    ...(await inBatches(single, (batch) => tx.read('derive/stored-stances', { rows: batch }))),
  ];
}

/**
 * Derives the stances between the pairs and the reports of the claims, which must be whole questions; and the ties, which
 * cross questions, each from all claims under it. The tables may hold some of the evidence, as it stands, and get the rest.
 * With a list, what is being written is put there for the caller to wait for before the transaction ends.
 */
export async function derivePart(
  tx: Transaction,
  { claims, stances, targets, ties, under }: Part,
  tables: Tables,
  underWay?: Promise<void>[],
): Promise<void> {
  const tied: string[] = [...(under ?? [])];
  if (under === undefined) for (const tie of ties) tied.push(...(await claimsOfTie(tx, tie)));
  await tables.add([...claims, ...tied]);
  await addContext(tx, tables);
  const pairs = uniquePairs(stances);
  const [between, about, asked] = [new Set(pairs.map(pairId)), new Set(claims), new Set(ties.map(edgeId))];
  const derived = await inTurns(edgesOf(tables.evidence(), await settledContradictions(tx)));
  const wanted = derived.filter((edge) => {
    if (edge.type === 'QUOTES' || edge.type === 'CITES') return asked.has(edgeId(edge));
    return edge.type === 'REPORTS' ? about.has(edge.target) : between.has(pairId(edge));
  });
  const ends = uniquePairs(ties.map(({ source, target }) => ({ source, target })));
  const stored = [
    ...(await storedStances(tx, pairs, targets)),
    ...(await inBatches(claims, (batch) => tx.read('derive/stored-reports', { claims: batch }))),
    ...(await inBatches(ends, (rows) => tx.read('derive/stored-ties', { rows }))).filter((edge) =>
      asked.has(edgeId(edge)),
    ),
  ];
  const replaced = replaceEdges(tx, stored, wanted);
  if (underWay === undefined) return replaced;
  // What goes wrong is told where it is waited for.
  replaced.catch(() => {});
  underWay.push(replaced);
}
