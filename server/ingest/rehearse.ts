// Runs the statements of an import on nothing, while its files are read: a server plans each when it first meets it.
import type { Store, Transaction } from '../store/port.ts';

/** Of who is quoted and cited, beside what every import comes to. */
const quoted = ['derive/link/quotes', 'derive/link/cites'] as const;

/** What an import is of: annotated articles, or rows of a table. */
export type Kind = 'articles' | 'table';

/** Thrown to take back what wrote nothing. */
class Rehearsed extends Error {}

/** In the order in which an import comes to them, as it may catch up. */
async function runOnNothing(tx: Transaction, kind: Kind): Promise<void> {
  await Promise.all([
    tx.read('write/find/all-names', { limit: 1 }),
    tx.read('write/find/all-keys', { limit: 1 }),
    tx.read('write/find/records', { keys: [] }),
    tx.read('read/identity/operations', {}),
    tx.write('write/new/nodes', { rows: [] }),
    tx.write('write/new/relations', { rows: [] }),
    tx.read('write/find/between', { rows: [] }),
    tx.write('write/node/entities', { rows: [] }),
    tx.read('evidence/claims-of-questions', { questions: [] }),
    tx.read('read/curation/dispositions', {}),
    tx.write('derive/link/reports', { rows: [] }),
    ...(kind === 'table' ? [] : quoted.map((name) => tx.write(name, { rows: [] }))),
  ]);
}

/**
 * Resolves when all were run, and never rejects: what is wrong with the engine the import itself is told. Neo4j plans one
 * of them in about 100 ms when it was just started; the embedded engine needs no such time.
 */
export async function rehearse(store: Pick<Store, 'transaction' | 'capabilities'>, kind: Kind): Promise<void> {
  if (store.capabilities.engine !== 'neo4j') return;
  try {
    await store.transaction(async (tx) => {
      await runOnNothing(tx, kind);
      throw new Rehearsed();
    });
  } catch {
    // Taken back, or not begun.
  }
}
