// Takes decisions along with what they are about when that comes under another key, and back again.
import type { Decisions } from '../ingest/decisions.ts';
import type { Properties } from '../ingest/rows.ts';
import { compare, inBatches } from '../schema/lists.ts';
import type { Transaction } from '../store/port.ts';
import type { Rekeyed } from './regroup.ts';
import type { Move } from './undoing.ts';

type Grade = Extract<Move, { what: 'grade' }>;
type Hypothesis = Extract<Move, { what: 'hypothesis' }>;
type Ends = Hypothesis['from'];
type Supposed = Decisions['hypotheses'][number];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const defined = (row: Readonly<Record<string, unknown>>): Properties =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== null && value !== undefined)
      .sort(([a], [b]) => compare(a, b)),
  ) as Properties;

export async function knownAmong(tx: Transaction, keys: Iterable<string>): Promise<Set<string>> {
  const rows = await inBatches(new Set(keys), (batch) => tx.read('read/filter/known', { keys: batch }));
  return new Set(rows.map(({ key }) => key));
}

/** Where a key is found: under itself while that is there, else under the first that took its place. */
export type Successor = (key: string) => string;

export async function successorsAmong(
  tx: Transaction,
  keys: Iterable<string>,
  rekeyed: Rekeyed,
  entities: ReadonlyMap<string, string>,
): Promise<Successor> {
  const asked = new Set(keys);
  const next = (key: string): string[] => [
    ...[...(rekeyed.get(key) ?? [])].sort(compare),
    ...(entities.has(key) ? [entities.get(key) ?? ''] : []),
  ];
  const there = await knownAmong(tx, [...asked, ...[...asked].flatMap(next)]);
  return (key) => (there.has(key) ? key : (next(key).find((one) => there.has(one)) ?? key));
}

const gradeNow = async (tx: Transaction, key: string): Promise<Properties | null> => {
  const [row] = await tx.read('read/curation/grades-of', { keys: [key] });
  if (row === undefined) return null;
  const { key: _, ...grade } = row;
  return defined(grade);
};

async function setGrade(tx: Transaction, key: string, grade: Properties): Promise<void> {
  // The properties of a grade are texts and numbers.
  await tx.write('write/curation/grade', { key, properties: grade as Record<string, string | number | boolean> });
}

/** Puts grades back, each on what took the place of what bore it; tells which moved. One that is there stays. */
export async function moveGrades(tx: Transaction, grades: Decisions['grades'], to: Successor): Promise<Move[]> {
  const moves: Move[] = [];
  const seen = new Set<string>();
  for (const { key, ...row } of grades) {
    if (seen.has(key)) continue;
    seen.add(key);
    const grade = defined(row);
    const target = to(key);
    const there = await gradeNow(tx, target);
    if (there === null) await setGrade(tx, target, grade);
    if (target !== key) moves.push({ what: 'grade', from: key, to: target, grade, applied: there === null });
  }
  return moves;
}

const ordered = (type: Hypothesis['type'], { source, target }: Ends): Ends =>
  type === 'SAME_AS' && compare(target, source) < 0 ? { source: target, target: source } : { source, target };

const supposedNow = async (tx: Transaction, type: Hypothesis['type'], ends: Ends): Promise<Properties | null> => {
  const rows = await tx.read('write/find/between', { rows: [{ type, ...ends }] });
  const row = rows.find(({ properties }) => properties.hypothesis === true || type === 'SAME_AS');
  return row === undefined ? null : defined(row.properties);
};

async function suppose(tx: Transaction, type: Hypothesis['type'], ends: Ends, properties: Properties): Promise<void> {
  if (type === 'SAME_AS') {
    const given = properties as Record<string, string | number | boolean>;
    await tx.write('write/curation/same-as', { rows: [{ ...ends, properties: given }] });
  } else await tx.write('write/link/identified-as', { rows: [{ ...ends, properties }] });
}

export async function moveHypotheses(tx: Transaction, hypotheses: readonly Supposed[], to: Successor): Promise<Move[]> {
  const moves: Move[] = [];
  const seen = new Set<string>();
  for (const { type, source, target, properties } of hypotheses) {
    const id = [type, source, target].join('~');
    if (seen.has(id)) continue;
    seen.add(id);
    const from = { source, target };
    const ends = ordered(type, { source: to(source), target: to(target) });
    const isLoop = ends.source === ends.target;
    const there = isLoop || (await supposedNow(tx, type, ends)) !== null;
    if (!there) await suppose(tx, type, ends, defined(properties));
    if (!same(from, ends))
      moves.push({ what: 'hypothesis', type, from, to: ends, properties: defined(properties), applied: !there });
  }
  return moves;
}

/** Moves that are to be taken back: which decisions are still as they were when they moved. */
export interface Returning {
  grades: Grade[];
  hypotheses: Hypothesis[];
}

/**
 * Takes them off where they went, before anything is taken out. A decision that was changed since it moved stays there,
 * and the old one is put back beside it; one that was taken back since stays away.
 */
export async function takeOff(tx: Transaction, moves: readonly Move[]): Promise<Returning> {
  const found: Returning = { grades: [], hypotheses: [] };
  for (const move of moves) {
    if (move.what === 'grade') {
      const now = move.applied ? await gradeNow(tx, move.to) : null;
      if (move.applied && now === null) continue;
      found.grades.push(move);
      if (move.applied && same(now, move.grade)) await tx.write('write/curation/ungrade', { key: move.to });
    }
    if (move.what === 'hypothesis') {
      const now = move.applied ? await supposedNow(tx, move.type, move.to) : null;
      if (move.applied && now === null) continue;
      found.hypotheses.push(move);
      if (move.applied && same(now, move.properties))
        await tx.write('write/delete-links', { rows: [{ type: move.type, ...move.to, title: '' }] });
    }
  }
  return found;
}

/** When everything is back in its place. */
export async function putBack(tx: Transaction, { grades, hypotheses }: Returning): Promise<void> {
  const keys = [...grades.map(({ from }) => from), ...hypotheses.flatMap(({ from }) => [from.source, from.target])];
  const there = await knownAmong(tx, keys);
  for (const { from, grade } of grades) if (there.has(from)) await setGrade(tx, from, grade);
  for (const { type, from, properties } of hypotheses)
    if (there.has(from.source) && there.has(from.target)) await suppose(tx, type, from, properties);
}
