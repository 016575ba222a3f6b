// Notes and dispositions hang on nothing: they follow what they are about when it comes under another key, and go back.
import { noteSubjectOf } from '../curation/note-subject.ts';
import { AppError } from '../errors.ts';
import { evidenceAround } from '../evidence/load.ts';
import { contradictionSteps, type LedgerEntry } from '../provenance/contradictions/contradictions.ts';
import { edgeKey, parseEdgeKey } from '../schema/edge-key.ts';
import type { Side } from '../schema/ledger.ts';
import { compare } from '../schema/lists.ts';
import type { Note } from '../schema/note.ts';
import type { Rows } from '../schema/statements.ts';
import { atOnce } from '../schema/steps.ts';
import type { Transaction } from '../store/port.ts';
import { moveWatches, returnWatches, watchedIn } from './follow-watches.ts';
import { type Successor, successorsAmong } from './moves.ts';
import type { Rekeyed } from './regroup.ts';
import type { Move } from './undoing.ts';

const endsOf = (subject: string): string[] => {
  const edge = parseEdgeKey(subject);
  return edge === null ? [subject] : [edge.source, edge.target];
};

/** The subject under other keys; an edge whose two ends became one is none any more. */
function followed(subject: string, to: Successor): string {
  const edge = parseEdgeKey(subject);
  if (edge === null) return to(subject);
  const [source, target] = [to(edge.source), to(edge.target)];
  return source === target ? subject : edgeKey({ ...edge, source, target });
}

async function isThere(tx: Transaction, subject: string): Promise<Awaited<ReturnType<typeof noteSubjectOf>> | null> {
  try {
    return await noteSubjectOf(tx, subject);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

async function put(tx: Transaction, note: Note): Promise<void> {
  const properties = Object.fromEntries(Object.entries(note).filter(([, value]) => value !== null));
  await tx.write('write/curation/note', { key: note.key, properties: properties as Record<string, string | number> });
}

/** Notes on what is gone, where something took its place. Edges are to be in step. */
export async function moveNotes(
  tx: Transaction,
  rekeyed: Rekeyed,
  entities: ReadonlyMap<string, string>,
): Promise<Move[]> {
  const notes = await tx.read('read/curation/notes', {});
  const ends = notes
    .flatMap(({ subjectKey }) => endsOf(subjectKey))
    .filter((key) => rekeyed.has(key) || entities.has(key));
  if (ends.length === 0) return [];
  const to = await successorsAmong(tx, ends, rekeyed, entities);
  // Of an edge an end may stay while the edge goes over to the other that was split off, or came back.
  const other: Successor = (key) => (to(key) === key ? (entities.get(key) ?? key) : to(key));
  const moves: Move[] = [];
  for (const note of notes) {
    const { key, subjectKey, subjectName, subjectType } = note;
    if (!endsOf(subjectKey).some((end) => rekeyed.has(end) || entities.has(end))) continue;
    const subject = [followed(subjectKey, to), followed(subjectKey, other)].find((one) => one !== subjectKey);
    if (subject === undefined || (await isThere(tx, subjectKey)) !== null) continue;
    const found = await isThere(tx, subject);
    if (found === null) continue;
    await put(tx, { ...note, subjectKey: subject, subjectName: found.name, subjectType: found.type });
    moves.push({ what: 'note', key, from: { subjectKey, subjectName, subjectType }, to: subject });
  }
  return moves;
}

/** Notes that went along and are still there go back, with what was written into them since. */
export async function returnNotes(tx: Transaction, moves: readonly Move[]): Promise<void> {
  for (const move of moves) {
    if (move.what !== 'note') continue;
    const [note] = await tx.read('read/curation/note', { key: move.key });
    if (note?.subjectKey === move.to) await put(tx, { ...note, ...move.from });
  }
}

type Disposition = Rows<'read/curation/dispositions'>[number];
const nodeOf = (contradiction: string): string => `disposition:${contradiction}`;

/** A contradiction by what stands on its sides, whatever the keys. */
function signature({ type, a, b }: LedgerEntry, claim: (key: string) => string): string {
  const side = (one: Side): string => JSON.stringify([one.claim && claim(one.claim), one.article, one.quote, one.mode]);
  return JSON.stringify([type, ...[side(a), side(b)].sort(compare)]);
}

const entriesOf = async (tx: Transaction, claims: readonly string[]): Promise<LedgerEntry[]> =>
  atOnce(contradictionSteps(await evidenceAround(tx, claims)));

/** Contradictions among the claims that people decided on or watch, to be asked before anything is taken out. */
export async function disposedOf(tx: Transaction, claims: readonly string[]): Promise<LedgerEntry[]> {
  const rows = await tx.read('read/curation/dispositions', {});
  const disposed = new Set([...rows.map(({ contradiction }) => contradiction), ...(await watchedIn(tx)).keys()]);
  if (disposed.size === 0) return [];
  return (await entriesOf(tx, claims)).filter(({ key }) => disposed.has(key));
}

async function setTo(tx: Transaction, from: string, to: string, row: Disposition): Promise<void> {
  const { state, by, why, on } = row;
  const given = Object.entries({ by, why, on }).filter(([, value]) => value !== null) as [string, string][];
  const properties = { key: nodeOf(to), contradiction: to, state, ...Object.fromEntries(given) };
  await tx.write('write/curation/disposition', { key: nodeOf(to), properties });
  await tx.write('write/delete-records', { keys: [nodeOf(from)] });
}

/** Dispositions of contradictions that have another key now, where none is there already; and watches of them. */
export async function moveDispositions(
  tx: Transaction,
  disposed: readonly LedgerEntry[],
  rekeyed: Rekeyed,
  claims: readonly string[],
): Promise<Move[]> {
  if (disposed.length === 0) return [];
  const entries = await entriesOf(tx, claims);
  const now = new Map(entries.map((entry) => [signature(entry, (key) => key), entry.key]));
  const there = new Set(entries.map(({ key }) => key));
  const next = (key: string): string => [...(rekeyed.get(key) ?? [])].sort(compare)[0] ?? key;
  const rows = new Map((await tx.read('read/curation/dispositions', {})).map((row) => [row.contradiction, row]));
  const moves: Move[] = [];
  for (const entry of disposed) {
    const to = now.get(signature(entry, next));
    const row = rows.get(entry.key);
    if (there.has(entry.key) || to === undefined) continue;
    moves.push(...(await moveWatches(tx, entry.key, to, next)));
    if (rows.has(to) || row === undefined) continue;
    await setTo(tx, entry.key, to, row);
    rows.set(to, row);
    moves.push({ what: 'disposition', from: entry.key, to });
  }
  return moves;
}

export async function returnDispositions(tx: Transaction, moves: readonly Move[]): Promise<void> {
  await returnWatches(tx, moves);
  const rows = new Map((await tx.read('read/curation/dispositions', {})).map((row) => [row.contradiction, row]));
  for (const move of moves) {
    if (move.what !== 'disposition') continue;
    const row = rows.get(move.to);
    if (row !== undefined && !rows.has(move.from)) await setTo(tx, move.to, move.from, row);
  }
}
