// Carries what people decided about an article's assertions and sources over to the document that takes its place.
import { inBatches } from '../schema/lists.ts';
import type { Rows } from '../schema/statements.ts';
import type { Reader, Transaction } from '../store/port.ts';
import type { Owned } from './owned.ts';

/** Grades and hypotheses on what an article's document states. */
export interface Decisions {
  grades: Rows<'read/curation/grades-of'>;
  hypotheses: Rows<'read/curation/supposed-of'>;
}

/** To be asked before the document is taken out: on all of it that can bear a decision, however it is reached. */
export async function decisionsOn(tx: Reader, owned: Owned): Promise<Decisions> {
  const { assertions, reconstructed, sources, entities } = owned;
  const gradable = [...assertions, ...reconstructed, ...sources, ...entities];
  return {
    grades: await inBatches(gradable, (keys) => tx.read('read/curation/grades-of', { keys })),
    hypotheses: await inBatches(sources, (keys) => tx.read('read/curation/supposed-of', { keys })),
  };
}

/** Puts them back on what is there again under the same key; what the new document does not state has lost them. */
export async function restoreDecisions(tx: Transaction, { grades, hypotheses }: Decisions): Promise<void> {
  for (const { key, ...grade } of grades) {
    const given = Object.entries(grade).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
    await tx.write('write/curation/grade', { key, properties: Object.fromEntries(given) });
  }
  const rowsOf = (type: string) =>
    hypotheses
      .filter((one) => one.type === type)
      .map(({ source, target, properties }) => ({ source, target, properties }));
  const [same, identified] = [rowsOf('SAME_AS'), rowsOf('IDENTIFIED_AS')];
  if (same.length > 0) await tx.write('write/curation/same-as', { rows: same });
  if (identified.length > 0) await tx.write('write/link/identified-as', { rows: identified });
}
