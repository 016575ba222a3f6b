// All evidence of a store, kept: after a write only what that bears on is read anew.
import type { Evidence } from '../schema/evidence.ts';
import type { Reader, Store } from '../store/port.ts';
import { inTurns } from './in-turns.ts';
import { Latest } from './latest.ts';
import { questionParts } from './load.ts';
import { leavesEvidence, renewed, type Whole } from './renew.ts';
import { readSettled } from './settled.ts';
import { Tables } from './tables.ts';
import { readTestimony } from './told.ts';

/** Claims read in one part. */
const partSize = 2000;

async function readWhole(reader: Reader): Promise<Whole> {
  const tables = new Tables(reader);
  for (const part of await questionParts(reader, partSize)) await tables.add(part.map(({ claim }) => claim));
  return { tables, evidence: { ...(await inTurns(tables.evidenceSteps())), told: await readTestimony(reader) } };
}

/** What is read of a store, and what the next reading begins with. */
class KeptEvidence {
  readonly #store: Store;
  readonly #latest: Latest<Evidence>;
  #last: { readonly revision: number; readonly gaps: number; readonly whole: Whole } | undefined;

  constructor(store: Store) {
    this.#store = store;
    this.#latest = new Latest(
      () => store.journal.state(),
      () => this.#read(),
    );
  }

  get(): Promise<Evidence> {
    return this.#latest.get();
  }

  /** As it stands at the revision, after what was written since the last reading; undefined where that is not known. */
  async #renewed(revision: number): Promise<Whole | undefined> {
    const last = this.#last;
    const { journal } = this.#store;
    if (last === undefined || last.gaps !== journal.gaps) return undefined;
    const written = await journal.between(last.revision, revision);
    if (written === undefined) return undefined;
    return leavesEvidence(written) ? last.whole : renewed(this.#store, last.whole, written);
  }

  /**
   * What was read while something was written is a beginning for the next time all the same: whatever of it is of a later
   * state than `revision` was written since, and is read anew with the rest of that.
   */
  async #attempt(revision: number): Promise<Whole> {
    const { gaps } = this.#store.journal;
    const whole = (await this.#renewed(revision)) ?? (await readWhole(this.#store));
    this.#last = { revision, gaps, whole };
    return whole;
  }

  /** A store that is written to all the time is taken as it comes. */
  async #read() {
    const { value, isSettled } = await readSettled(this.#store, (revision) => this.#attempt(revision));
    return { value: value.evidence, keep: isSettled };
  }
}

const kept = new WeakMap<Store, KeptEvidence>();

/** All evidence of the store as it stands, kept until something is written: nobody may change it. */
export function allEvidence(store: Store): Promise<Evidence> {
  const known = kept.get(store) ?? new KeptEvidence(store);
  kept.set(store, known);
  return known.get();
}

/** All evidence as it stands within a transaction. */
export const evidenceWithin = async (tx: Reader): Promise<Evidence> => (await readWhole(tx)).evidence;
