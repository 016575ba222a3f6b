// Reads the evidence from the store as plain tables: for some claims, in parts of whole questions, or all of it.
import type { Evidence } from '../schema/evidence.ts';
import { compare } from '../schema/lists.ts';
import type { Rows } from '../schema/statements.ts';
import { groupSteps, sortSteps } from '../schema/steps.ts';
import type { Reader } from '../store/port.ts';
import { addContext } from './context.ts';
import { inTurns } from './in-turns.ts';
import { type Known, Tables } from './tables.ts';

/** The evidence for the claims, closed; keys of no claim are left out. */
export async function evidenceOf(reader: Reader, claims: Iterable<string>, known?: Known): Promise<Evidence> {
  const tables = new Tables(reader, known);
  await tables.add(claims);
  return tables.evidence();
}

/** The same with the questions of the claims whole, and with what is tied to these by INCLUDES or DISPUTES. */
export async function evidenceAround(reader: Reader, claims: Iterable<string>, known?: Known): Promise<Evidence> {
  const tables = new Tables(reader, known);
  await tables.add(claims);
  await addContext(reader, tables);
  return tables.evidence();
}

export type ClaimKey = Rows<'evidence/claim-keys'>[number];

/** All claims in lists of whole questions, of about `size` claims each; what is about one plan lies together. */
export async function questionParts(reader: Reader, size: number): Promise<ClaimKey[][]> {
  const rows = await reader.read('evidence/claim-keys', {});
  const order = (a: ClaimKey, b: ClaimKey): number =>
    compare(a.target ?? '', b.target ?? '') || compare(a.questionKey, b.questionKey);
  const sorted = await inTurns(sortSteps(rows, order));
  const questions = await inTurns(groupSteps(sorted, (row) => row.questionKey));
  const parts: ClaimKey[][] = [];
  for (const question of questions.values()) {
    const last = parts.at(-1);
    if (last === undefined || last.length >= size) parts.push(question);
    else last.push(...question);
  }
  return parts;
}
