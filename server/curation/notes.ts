// Notes on nodes and edges: written, edited, taken away and put back. No edge follows from one, and none takes one away.
import { randomUUID } from 'node:crypto';
import { Conflict, NotFound } from '../errors.ts';
import { compare } from '../schema/lists.ts';
import { nearestCount } from '../schema/nearest.ts';
import type { Note, NoteBody, NoteEdit, NoteReport } from '../schema/note.ts';
import type { Reader, Store, Transaction } from '../store/port.ts';
import { checkSubjectKey, noteSubjectOf } from './note-subject.ts';
import { stored } from './properties.ts';
import { refused } from './subject.ts';

type Writes = Pick<Store, 'transaction'>;

const named = ({ key, subjectName }: Note) => ({ key, name: `on ${subjectName}` });

/** The note; throws NotFound with the latest there are. */
async function noteOf(tx: Reader, key: string): Promise<Note> {
  const [found] = await tx.read('read/curation/note', { key });
  if (found !== undefined) return found;
  const all = await tx.read('read/curation/notes', {});
  const latest = all.sort((a, b) => compare(b.writtenOn, a.writtenOn) || compare(a.key, b.key));
  throw new NotFound(`There is no note "${key.slice(0, 200)}".`, {
    detail: 'Somebody may have deleted it; /api/notes lists all there are.',
    nearest: latest.slice(0, nearestCount).map(named),
  });
}

/** Throws Conflict, with what stands there now, where another version was read than there is. */
function checkVersion(there: Note, version: number): void {
  if (there.version === version) return;
  const who = there.editedBy ?? there.by;
  throw new Conflict(`The note was edited meanwhile, by ${who}.`, {
    detail:
      `You read version ${version}, and it is at version ${there.version}: nothing was written. ` +
      `It now says: ${there.text.length > 300 ? `${there.text.slice(0, 300)}…` : there.text}`,
  });
}

async function put(tx: Transaction, note: Note): Promise<void> {
  await tx.write('write/curation/note', { key: note.key, properties: stored(note) });
}

const locked = <T>(store: Writes, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  store.transaction(async (tx) => {
    await tx.write('write/lock', {});
    return work(tx);
  });

/** Throws NotFound with the nearest names where there is no such node or edge. */
export function writeNote(store: Writes, body: NoteBody): Promise<NoteReport> {
  return locked(store, async (tx) => {
    const { name, type } = await noteSubjectOf(tx, body.subject);
    const note: Note = {
      key: `note:${randomUUID()}`,
      subjectKey: body.subject,
      subjectName: name,
      subjectType: type,
      text: body.text,
      by: body.by,
      writtenOn: new Date().toISOString(),
      editedOn: null,
      editedBy: null,
      version: 1,
    };
    await put(tx, note);
    return { outcome: 'created', note };
  });
}

/** Throws NotFound, or Conflict where somebody edited it since it was read. */
export function editNote(store: Writes, key: string, body: NoteEdit): Promise<NoteReport> {
  return locked(store, async (tx) => {
    const before = await noteOf(tx, key);
    // The same words again, after an answer that got lost, are no conflict.
    if (before.text === body.text) return { outcome: 'unchanged', note: before };
    checkVersion(before, body.version);
    const note: Note = {
      ...before,
      text: body.text,
      editedOn: new Date().toISOString(),
      editedBy: body.by,
      version: before.version + 1,
    };
    await put(tx, note);
    return { outcome: 'changed', note };
  });
}

/** Throws NotFound, or Conflict where somebody edited it since it was read. */
export function deleteNote(store: Writes, key: string, version: number): Promise<NoteReport> {
  return locked(store, async (tx) => {
    const note = await noteOf(tx, key);
    checkVersion(note, version);
    await tx.write('write/delete-records', { keys: [key] });
    return { outcome: 'removed', note };
  });
}

/** Refuses what no note ever was: on nothing that bears notes, or edited by nobody. */
function checkRestored({ subjectKey, version, editedOn, editedBy }: Note): void {
  checkSubjectKey(subjectKey, '/subjectKey');
  const edited = version > 1;
  for (const [place, value] of Object.entries({ editedOn, editedBy })) {
    if ((value !== null) === edited) continue;
    throw refused(`/${place}`, edited ? 'must say it, since the version is above 1' : 'must be null at version 1');
  }
}

/**
 * Puts a note back as it was, whether or not what it is on is there. Throws InvalidRequest for what no note was, and
 * Conflict where another has its key.
 */
export async function restoreNote(store: Writes, note: Note): Promise<NoteReport> {
  checkRestored(note);
  return locked(store, async (tx) => {
    const [there] = await tx.read('read/curation/note', { key: note.key });
    if (there !== undefined) {
      if (there.text === note.text && there.subjectKey === note.subjectKey)
        return { outcome: 'unchanged', note: there };
      throw new Conflict(`There is a note "${note.key}" already, on ${there.subjectName}.`, {
        detail: 'It says something else: nothing was written. Edit it, or write a new note.',
      });
    }
    await put(tx, note);
    return { outcome: 'created', note };
  });
}
