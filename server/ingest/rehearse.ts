// Runs the statements of an import on nothing, while its files are read: a server plans each when it first meets it.
import type { Store, Transaction } from '../store/port.ts';

/** In the order in which an import comes to them, as it may catch up. */
const nodes = ['write/new/entities', 'write/new/articles', 'write/new/claims', 'write/new/assertions'] as const;
const relations = [
  'write/new/published',
  'write/new/mentions',
  'write/new/holder',
  'write/new/contains',
  'write/new/about',
] as const;
/** Of who is quoted and cited. */
const quoted = [
  'write/new/sources',
  'write/new/quotes',
  'write/new/utterances',
  'write/new/identified-as',
  'write/new/renders',
  'write/new/spoken-by',
  'write/new/attributed-to',
  'write/new/has-quote',
  'write/new/relays',
  'write/new/known-from',
  'derive/link/quotes',
  'derive/link/cites',
] as const;
/** Between entities. */
const lasting = ['write/link/member-of', 'write/link/holds-office'] as const;
const then = ['write/node/entities', 'derive/link/reports'] as const;

/** What an import is of: annotated articles, or rows of a table. */
export type Kind = 'articles' | 'table';

/** Thrown to take back what wrote nothing. */
class Rehearsed extends Error {}

async function runOnNothing(tx: Transaction, kind: Kind): Promise<void> {
  const write = (name: (typeof nodes | typeof relations | typeof quoted | typeof lasting | typeof then)[number]) =>
    tx.write(name, { rows: [] });
  const asked: Promise<unknown>[] = [
    tx.read('write/find/all-names', { limit: 1 }),
    tx.read('write/find/all-keys', { limit: 1 }),
    tx.read('write/find/records', { keys: [] }),
    tx.read('read/identity/operations', {}),
    ...[...nodes, ...relations, ...(kind === 'articles' ? quoted : lasting)].map(write),
    tx.read('write/find/between', { rows: [] }),
    ...then.map(write),
    tx.read('evidence/claims-of-questions', { questions: [] }),
  ];
  await Promise.all(asked);
}

/**
 * Resolves when all were run, and never rejects: what is wrong with the engine the import itself is told. Neo4j plans one
 * of them in about 100 ms when it was just started.
 */
export async function rehearse(store: Pick<Store, 'transaction'>, kind: Kind): Promise<void> {
  try {
    await store.transaction(async (tx) => {
      await runOnNothing(tx, kind);
      throw new Rehearsed();
    });
  } catch {
    // Taken back, or not begun.
  }
}
