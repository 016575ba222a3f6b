// Takes a merge or a split back: the documents as given come in its place, with what came in under the old key since.

import { Conflict } from '../errors.ts';
import type { Operation } from '../evidence/operations.ts';
import { writeNodes, writeRelations } from '../ingest/write.ts';
import type { CurationReport } from '../schema/curation.ts';
import { distinct } from '../schema/lists.ts';
import type { Store, Transaction } from '../store/port.ts';
import { carryOut } from './change.ts';
import { returnDispositions, returnNotes } from './follow.ts';
import { putBack, takeOff } from './moves.ts';
import { addNames, entityNode, standingNames, valuesOf, withValues } from './one-entity.ts';
import { inWords, type Row, restingOn, rowOf, standingOf } from './standing.ts';
import { takenBack } from './three-ways.ts';
import { type Undoing, undoingOf } from './undoing.ts';
import { untouch } from './untouch.ts';

/** The entity and all that was merged into it, and into those. */
function allIn(key: string, operations: readonly Operation[]): string[] {
  const parts = operations.filter(({ kind, into }) => kind === 'merge' && into === key);
  return [key, ...parts.flatMap(({ from }) => allIn(from, operations))];
}

/** Articles on which the operation may bear: their documents name one of the two, or what was merged into it before. */
async function articlesOf(tx: Transaction, { from, into }: Row, operations: readonly Operation[]): Promise<string[]> {
  const keys = distinct([...allIn(from, operations), into]);
  const rows = await tx.read('read/identity/given-naming', { keys });
  return distinct(rows.map(({ article }) => article));
}

/** The entity that stays, without what the other gave it. */
async function leave(tx: Transaction, key: string, { values }: Undoing): Promise<void> {
  const node = values === null ? null : await entityNode(tx, key);
  if (node === null || values === null) return;
  const left = takenBack(valuesOf(node), values.before, values.after);
  await writeNodes(tx, [{ ...node, properties: withValues(node, left) }]);
}

async function undoIn(tx: Transaction, key: string): Promise<CurationReport> {
  const { rows, operations } = await standingOf(tx);
  const row = rowOf(key, rows);
  const undoing = await undoingOf(tx, key);
  const [later] = restingOn(row, rows).reverse();
  if (later !== undefined) {
    throw new Conflict(`Take "${later.key}" back first: ${inWords(later)} after this, and it rests on this.`, {
      detail: 'GET /api/merges lists what stands, the latest first, with what has to go before each.',
      nearest: [{ key: later.key, name: inWords(later) }],
    });
  }
  const { from, into, kind } = row;
  const stays = kind === 'merge' ? into : from;
  const node = await entityNode(tx, stays);
  const kept = node === null ? [] : await standingNames(tx, node);
  const returning = await takeOff(tx, undoing.moves);
  const touched = undoing.touches.flatMap((touch) =>
    touch.what === 'node' && touch.key.startsWith('outlet:') ? [touch.key] : [],
  );
  const changed = await carryOut(tx, {
    articles: await articlesOf(tx, row, operations),
    before: operations,
    after: operations.filter((one) => one.key !== key),
    renamed: new Map([[into, from]]),
    entities: distinct([from, into, ...touched]),
    outlets: [from, into].filter((end) => end.startsWith('outlet:')),
    decisions: { grades: [], hypotheses: [] },
    async prepare() {
      await untouch(tx, undoing.touches);
      await leave(tx, stays, undoing);
      if (undoing.node !== null) await writeNodes(tx, [undoing.node]);
      await writeRelations(tx, undoing.relations);
      if (kind === 'split') await uncurate(tx, into);
    },
    async finish() {
      await addNames(tx, stays, kept);
      if (undoing.node !== null) await addNames(tx, undoing.node.key, undoing.standing);
    },
    restore: () => putBack(tx, returning),
    async end() {
      await returnNotes(tx, undoing.moves);
      await returnDispositions(tx, undoing.moves);
    },
  });
  await tx.write('write/delete-records', { keys: [key] });
  return { key, outcome: 'removed', edges: changed.edges };
}

/** What was there by decision alone goes with the decision, unless something names it. */
async function uncurate(tx: Transaction, key: string): Promise<void> {
  const node = await entityNode(tx, key);
  if (node === null) return;
  const { curated: _, ...properties } = node.properties;
  await writeNodes(tx, [{ ...node, properties }]);
}

/**
 * Takes a merge or a split back. Throws NotFound where none has the key, and Conflict where a later one rests on it.
 */
export function undoOperation(store: Pick<Store, 'transaction'>, key: string): Promise<CurationReport> {
  return store.transaction(async (tx) => {
    await tx.write('write/lock', {});
    return undoIn(tx, key);
  });
}
