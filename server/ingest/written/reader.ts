// A transaction that answers from what an import wrote, where it can, and asks the database for the rest.
import type { Rows, StatementName } from '../../schema/statements.ts';
import type { Transaction } from '../../store/port.ts';
import { byClaims, byKeys } from './answers.ts';
import type { WrittenGraph } from './graph.ts';

type Answers = Readonly<Record<string, (graph: WrittenGraph, key: string) => Rows<StatementName> | null>>;
type Lists = Readonly<Record<string, readonly string[]>>;

/** The same transaction, for reading the evidence before anything else is derived from it. */
export function overWritten(tx: Transaction, graph: WrittenGraph): Transaction {
  const read = async (name: StatementName, parameters: never): Promise<unknown[]> => {
    for (const [list, answers] of [
      ['keys', byKeys as Answers],
      ['claims', byClaims as Answers],
    ] as const) {
      const answer = answers[name];
      if (answer === undefined) continue;
      const rows: unknown[] = [];
      const unknown: string[] = [];
      for (const key of (parameters as Lists)[list] ?? []) {
        const found = answer(graph, key);
        if (found === null) unknown.push(key);
        else rows.push(...found);
      }
      if (unknown.length === 0) return rows;
      return [...rows, ...(await tx.read(name, { [list]: unknown } as never))];
    }
    return tx.read(name, parameters);
  };
  return { ...tx, read: read as Transaction['read'] };
}
