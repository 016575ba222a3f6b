// Finds the claims on which it may depend whether others are contested: their questions, and what is tied to these.
import { distinct, inBatches } from '../schema/lists.ts';
import type { Reader } from '../store/port.ts';
import type { Tables } from './tables.ts';

/** From a claim to the count that sums it up, and on to what disputes that. */
const steps = 2;

const isClaim = (key: string): boolean => key.startsWith('claim:');

/** The claims that are in the tables, and all others of their questions. */
async function addQuestions(reader: Reader, tables: Tables): Promise<void> {
  const questions = distinct([...tables.claims.values()].map(({ questionKey }) => questionKey));
  const rows = await inBatches(questions, (batch) => reader.read('evidence/claims-of-questions', { questions: batch }));
  await tables.add(rows.map(({ claim }) => claim));
}

/** The claims one tie away: summed up together, disputing or disputed. */
async function tiedTo(reader: Reader, tables: Tables): Promise<string[]> {
  const claims = [...tables.claims.keys()];
  const said = [...tables.assertions];
  const disputable = distinct([
    ...claims,
    ...said.flatMap(({ assertion, article, quotes }) => [assertion, article, ...quotes]),
  ]);
  const disputing = await inBatches(disputable, (batch) => reader.read('evidence/disputing', { keys: batch }));
  const disputed = distinct(said.flatMap(({ disputes }) => disputes));
  const elsewhere = await inBatches(
    disputed.filter((key) => !isClaim(key)),
    (batch) => reader.read('evidence/claims-at', { keys: batch }),
  );
  return [
    ...tables.summed,
    ...disputing.map(({ claim }) => claim),
    ...disputed.filter(isClaim),
    ...elsewhere.map(({ claim }) => claim),
  ];
}

/** Adds to the tables the questions of their claims whole, and the claims tied to these by INCLUDES or DISPUTES. */
export async function addContext(reader: Reader, tables: Tables): Promise<void> {
  await addQuestions(reader, tables);
  for (let step = 0; step < steps; step++) {
    const before = tables.claims.size;
    await tables.add(await tiedTo(reader, tables));
    if (tables.claims.size === before) return;
    await addQuestions(reader, tables);
  }
}
