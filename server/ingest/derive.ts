// Keeps the derived edges in step with the evidence: all of them in parts, or only those that a change bears on.
import { type ClaimKey, questionParts } from '../evidence/load.ts';
import { Known, Tables } from '../evidence/tables.ts';
import type { DerivedEdgeId } from '../schema/evidence.ts';
import { batches, distinct, inBatches } from '../schema/lists.ts';
import type { Store, Transaction } from '../store/port.ts';
import { claimsOfTie, derivePart, type Tie, tiesOf } from './derive-part.ts';
import { deleteEdges } from './stored-edges.ts';
import { type Around, type Pair, pairId, pairsOf, questionsAround, type Touched, touchedBy } from './touched.ts';
import { Turn, TurnLost } from './turn.ts';
import type { WrittenGraph } from './written/graph.ts';
import { overWritten } from './written/reader.ts';

export { type Around, questionsAround };

/**
 * Makes anew, in the transaction, every derived edge that hangs on the given things as they stand, or on what was touched
 * before they changed.
 */
export async function deriveAround(tx: Transaction, before: readonly Touched[], around: Around): Promise<void> {
  const tables = new Tables(tx);
  const touched = [...before, await touchedBy(tx, around, tables)];
  const all = (of: 'stances' | 'quotes' | 'cites'): Pair[] => touched.flatMap((one) => one[of]);
  const claims = distinct(touched.flatMap((one) => one.claims));
  await derivePart(tx, { claims, stances: all('stances'), ties: tiesOf(all('quotes'), all('cites')) }, tables);
}

/** The same for claims that are all still there: those that `questionsAround` gave before the change and after it. */
export async function deriveTouched(tx: Transaction, claims: readonly string[]): Promise<void> {
  const tables = new Tables(tx);
  await tables.add(claims);
  const { stances, quotes, cites } = await pairsOf(tx, tables, claims);
  await derivePart(tx, { claims, stances, ties: tiesOf(quotes, cites) }, tables);
}

type Whole = Pick<Store, 'read' | 'transaction'>;

/** Claims that are derived together: their evidence is in memory at once. */
const partSize = 2000;
/** Parts in one transaction where all the evidence is in memory, so that nobody else has to wait long for its end. */
const partsAtOnce = 4;

/** The parts that go into one transaction each. */
function together(parts: readonly ClaimKey[][], written: WrittenGraph | undefined): ClaimKey[][][] {
  const isMade = (part: readonly ClaimKey[]): boolean => part.every(({ claim }) => written?.isMade(claim));
  return parts.every(isMade) ? batches(parts, partsAtOnce) : parts.map((part) => [part]);
}

/** The steps of one derivation of everything, each a transaction of its own. */
class Steps {
  readonly #store: Whole;
  readonly #written: WrittenGraph | undefined;
  readonly #turn: Turn;
  #known = new Known();
  #revision: number | undefined;
  /** Whether nobody else has written between the steps. */
  alone = true;

  constructor(store: Whole, turn: Turn, written?: WrittenGraph) {
    this.#store = store;
    this.#turn = turn;
    this.#written = written;
  }

  async run<T>(work: (tx: Transaction, known: Known) => Promise<T>, durable: 'now' | 'later' = 'later'): Promise<T> {
    const before = this.#revision;
    const done = await this.#store.transaction(
      async (tx) => {
        const [marker] = await tx.write('write/lock', {});
        if (before !== undefined && marker?.revision !== before + 1) {
          this.alone = false;
          this.#known = new Known();
        }
        this.#revision = marker?.revision;
        await this.#turn.hold(tx);
        this.#known.trim();
        const written = this.#written?.holdsAt(marker?.revision) ? this.#written : undefined;
        return work(written === undefined ? tx : overWritten(tx, written), this.#known);
      },
      { durable },
    );
    this.#written?.advance(this.#revision);
    return done;
  }
}

/** The targets of which reading all stances takes less time than looking for each of the part's at its holder. */
function busyTargets(parts: readonly ClaimKey[][]): (part: readonly ClaimKey[]) => ReadonlySet<string> {
  const [held, taken] = [new Map<string, number>(), new Map<string, number>()];
  const count = (of: Map<string, number>, key: string): void => void of.set(key, (of.get(key) ?? 0) + 1);
  for (const part of parts) {
    for (const { holder, target } of part) {
      if (target === null) continue;
      count(held, holder);
      count(taken, target);
    }
  }
  return (part) => {
    const alone = new Map<string, number>();
    for (const { holder, target } of part)
      if (target !== null) alone.set(target, (alone.get(target) ?? 0) + (held.get(holder) ?? 0));
    return new Set([...alone].filter(([target, cost]) => (taken.get(target) ?? 0) < cost).map(([target]) => target));
  };
}

/** A tie with the claims under it. */
interface TiedClaims {
  readonly tie: Tie;
  readonly claims: string[];
}

type TyingClaim = Tie & { claim: string };

/** Derives the questions of a part, and gives what its claims tie: outlets, and outlets with actors. */
async function deriveClaims(
  tx: Transaction,
  part: readonly ClaimKey[],
  targets: ReadonlySet<string>,
  known: Known,
  underWay: Promise<void>[],
): Promise<TyingClaim[]> {
  const claims = part.map(({ claim }) => claim);
  const stances = part.flatMap(({ holder, target }) => (target === null ? [] : [{ source: holder, target }]));
  await derivePart(tx, { claims, stances, targets, ties: [] }, new Tables(tx, known), underWay);
  const quotes = await inBatches(claims, (batch) => tx.read('derive/quoting', { claims: batch }));
  const cites = await inBatches(claims, (batch) => tx.read('derive/citing', { claims: batch }));
  return [
    ...quotes.map((row) => ({ ...row, type: 'QUOTES' as const })),
    ...cites.map((row) => ({ ...row, type: 'CITES' as const })),
  ];
}

/** The same of several parts in one transaction: each is derived while what came of the one before is being written. */
async function deriveParts(
  tx: Transaction,
  parts: readonly ClaimKey[][],
  busy: ReturnType<typeof busyTargets>,
  known: Known,
): Promise<TyingClaim[]> {
  const found: TyingClaim[] = [];
  const underWay: Promise<void>[] = [];
  for (const part of parts) found.push(...(await deriveClaims(tx, part, busy(part), known, underWay)));
  await Promise.all(underWay);
  return found;
}

/** Ties derived in one transaction, unless the claims under them are more than a part before that. */
const mostTies = 500;

/** Derives the first of the ties, as many as have a part's claims under them; gives their number. */
async function deriveTies(
  tx: Transaction,
  all: readonly TiedClaims[],
  known: Known,
  isAlone: boolean,
): Promise<number> {
  const ties: Tie[] = [];
  const under = new Set<string>();
  for (const { tie, claims } of all) {
    ties.push(tie);
    // Somebody else may have brought further claims.
    for (const claim of isAlone ? claims : await claimsOfTie(tx, tie)) under.add(claim);
    if (under.size >= partSize) break;
  }
  await derivePart(tx, { claims: [], stances: [], ties, under: [...under] }, new Tables(tx, known));
  return ties.length;
}

/** Records of which the edges are looked through together. */
const startsAtOnce = 50;

/** Derived edges between ends that no claim ties: of claims that went while edges were not kept in step. */
async function strayEdges(
  store: Whole,
  parts: readonly ClaimKey[][],
  ties: readonly Tie[],
  written: WrittenGraph | undefined,
): Promise<DerivedEdgeId[]> {
  const held = new Set<string>();
  for (const part of parts)
    for (const { holder, target } of part) if (target !== null) held.add(pairId({ source: holder, target }));
  const tied = new Set(ties.map((tie) => `${tie.type}~${pairId(tie)}`));
  const isStray = (edge: DerivedEdgeId): boolean => {
    const id = pairId(edge);
    return !(edge.type === 'QUOTES' || edge.type === 'CITES' ? tied.has(`${edge.type}~${id}`) : held.has(id));
  };
  // Of a record that was just made no claim went.
  const starts = (await store.read('derive/starts', {})).filter(({ key }) => !written?.isMade(key));
  const stray: DerivedEdgeId[] = [];
  // Of few at a time: the engine holds an answer whole, and one person may hold positions on very many plans.
  for (const batch of batches(distinct(starts.map(({ key }) => key)), startsAtOnce)) {
    const edges = await store.read('derive/ends', { keys: batch });
    stray.push(...edges.filter(isStray));
  }
  return stray;
}

/** Derives everything once; says whether nobody else wrote meanwhile, so that it is all there is and nothing is stale. */
async function deriveOnce(store: Whole, turn: Turn, written: WrittenGraph | undefined): Promise<boolean> {
  const steps = new Steps(store, turn, written);
  await steps.run((tx) => tx.write('schema/marker-set', { properties: { derivedStale: true } }));
  const parts = await questionParts(store, partSize);
  const busy = busyTargets(parts);
  const ties = new Map<string, TiedClaims>();
  for (const few of together(parts, written)) {
    for (const { claim, ...tie } of await steps.run((tx, known) => deriveParts(tx, few, busy, known))) {
      const id = `${tie.type}~${pairId(tie)}`;
      const before = ties.get(id);
      if (before === undefined) ties.set(id, { tie, claims: [claim] });
      else before.claims.push(claim);
    }
  }
  const all = [...ties.values()];
  for (let done = 0; done < all.length; ) {
    const from = done;
    done += await steps.run((tx, known) => deriveTies(tx, all.slice(from, from + mostTies), known, steps.alone));
  }
  const tied = all.map(({ tie }) => tie);
  // What somebody else has tied meanwhile is not among the ties, and no stray.
  const stray = steps.alone ? await strayEdges(store, parts, tied, written) : [];
  for (const batch of batches(stray)) {
    await steps.run(async (tx) => {
      if (steps.alone) await deleteEdges(tx, batch);
    });
  }
  await steps.run(async (tx) => {
    if (steps.alone) await tx.write('schema/marker-set', { properties: { derivedStale: false } });
  }, 'now');
  return steps.alone;
}

/** How often everything is derived when others write meanwhile. */
const rounds = 3;

const isStale = async (store: Whole): Promise<boolean> =>
  (await store.read('schema/marker', {}))[0]?.derivedStale === true;

/** Derives everything when nobody else does, unless that has become needless meanwhile; says whether it did. */
async function deriveInTurn(store: Whole, isNeeded: () => Promise<boolean>, written?: WrittenGraph): Promise<boolean> {
  for (let needed = isNeeded; ; needed = () => isStale(store)) {
    const turn = new Turn();
    await turn.waitFor(store);
    if (!(await needed())) return false;
    try {
      for (let round = 1; round <= rounds; round++) if (await deriveOnce(store, turn, written)) break;
      await store.transaction((tx) => turn.end(tx));
      return true;
    } catch (error) {
      if (error instanceof TurnLost) continue;
      // Why it failed is the news.
      await store.transaction((tx) => turn.end(tx)).catch(() => {});
      throw error;
    }
  }
}

/**
 * Derives everything, in parts of whole questions and a transaction each, so that memory does not grow with the store.
 * Begins again when somebody else wrote meanwhile, at most twice. When it ends nothing is stale any more, unless others
 * wrote in every round: then the edges of what is there are right, those of what is gone may stay, and all is derived
 * again later. What the caller has just written need not be read: `written`.
 */
export async function deriveAll(store: Whole, written?: WrittenGraph): Promise<void> {
  await deriveInTurn(store, async () => true, written);
}

/** Derives everything if an import left it for later, for instance one that was interrupted; says whether it did. */
export async function deriveIfStale(store: Whole, written?: WrittenGraph): Promise<boolean> {
  if (!(await isStale(store))) return false;
  return deriveInTurn(store, () => isStale(store), written);
}
