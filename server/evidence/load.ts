// Reads the evidence from the store as plain tables: for some claims, in parts of whole questions, or all of it.
import type { Evidence } from '../schema/evidence.ts';
import { compare } from '../schema/lists.ts';
import type { Rows } from '../schema/statements.ts';
import { groupSteps, sortSteps } from '../schema/steps.ts';
import type { Reader } from '../store/port.ts';
import { addContext } from './context.ts';
import { inTurns } from './in-turns.ts';
import { readSettled, revisionOf } from './settled.ts';
import { type Known, Tables } from './tables.ts';
import { readTestimony } from './told.ts';

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

interface Kept {
  readonly revision: number;
  readonly evidence: Evidence;
}
const kept = new WeakMap<Reader, Promise<Kept>>();

/** A store that is written to all the time is taken as it comes. */
async function readAll(reader: Reader): Promise<Kept> {
  const { value, revision } = await readSettled(reader, async (): Promise<Evidence> => {
    const tables = new Tables(reader);
    for (const part of await questionParts(reader, 2000)) await tables.add(part.map(({ claim }) => claim));
    return { ...(await inTurns(tables.evidenceSteps())), told: await readTestimony(reader) };
  });
  return { revision, evidence: value };
}

/** All evidence of the store as it stands, kept until something is written: nobody may change it. */
export async function allEvidence(store: Reader): Promise<Evidence> {
  const revision = await revisionOf(store);
  const before = kept.get(store);
  if (before !== undefined) {
    const { revision: read, evidence } = await before;
    if (read >= revision) return evidence;
  }
  // No waiting from here until the new reading is kept: of all that ask at once, one reads.
  const later = kept.get(store);
  if (later !== undefined && later !== before) return (await later).evidence;
  const reading = readAll(store);
  kept.set(store, reading);
  reading.catch(() => {
    if (kept.get(store) === reading) kept.delete(store);
  });
  return (await reading).evidence;
}
