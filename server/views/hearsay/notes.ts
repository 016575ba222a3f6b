// The notes that people wrote on nodes and edges, in pages; each with whether what it is on is still there.
import { parseEdgeKey } from '../../schema/edge-key.ts';
import { fold } from '../../schema/fold.ts';
import { inBatches } from '../../schema/lists.ts';
import {
  type Note,
  type NoteList,
  type NoteSubjects,
  type NotesQuery,
  type NoteView,
  shortName,
} from '../../schema/note.ts';
import type { Reader } from '../../store/port.ts';
import { readPageCursor, writePageCursor } from '../cursor.ts';
import { compare, distinct, sortedBy } from '../order.ts';
import { loadNodes } from './load.ts';

const oldestFirst = (notes: readonly Note[]): Note[] => sortedBy(notes, ({ writtenOn, key }) => [writtenOn, key]);

/** What there is of the subjects, by key: the name that each has now. */
async function namesNow(store: Reader, keys: readonly string[]): Promise<Map<string, string>> {
  const edges = keys.flatMap((key) => {
    const name = parseEdgeKey(key);
    return name === null ? [] : [{ key, ...name }];
  });
  const ends = edges.flatMap(({ source, target }) => [source, target]);
  const nodes = await inBatches(distinct([...keys.filter((key) => !key.includes('~')), ...ends]), (batch) =>
    loadNodes(store, batch),
  );
  const names = new Map(nodes.map(({ key, name }) => [key, shortName(name)]));
  // Parallel edges are of one pair, which is asked for once.
  const pairs = new Map(
    edges.map(({ type, source, target }) => [[type, source, target].join('~'), { type, source, target }]),
  );
  const found = await inBatches(pairs.values(), (batch) => store.read('write/find/between', { rows: batch }));
  const counts = new Map<string, number>();
  for (const { type, source, target } of found) {
    const pair = [type, source, target].join('~');
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  for (const { key, type, source, target, number } of edges) {
    if ((counts.get([type, source, target].join('~')) ?? 0) < number) continue;
    names.set(key, `${names.get(source) ?? source} → ${names.get(target) ?? target}`);
  }
  return names;
}

/** What is gone is called as it was when the note was written. */
async function viewsOf(store: Reader, notes: readonly Note[]): Promise<NoteView[]> {
  const now = await namesNow(store, distinct(notes.map(({ subjectKey }) => subjectKey)));
  return notes.map((note) => {
    const name = now.get(note.subjectKey);
    return { ...note, subjectName: name ?? note.subjectName, there: name !== undefined };
  });
}

/** Every note, the oldest first: for what is exported. */
export async function allNotes(store: Reader): Promise<NoteView[]> {
  return viewsOf(store, oldestFirst(await store.read('read/curation/notes', {})));
}

const holds = ({ text, subjectName, by, editedBy }: Note, words: readonly string[]): boolean => {
  const folded = fold([text, subjectName, by, editedBy ?? ''].join('\n'));
  return words.every((word) => folded.includes(word));
};

/** A page of all notes, or of those on one subject. */
export async function notes(store: Reader, query: NotesQuery): Promise<NoteList> {
  const { subject, q, limit } = query;
  const list = { key: subject ?? '', direction: subject === undefined ? 'newest' : 'oldest', filter: q };
  const after = readPageCursor(list, query.cursor, 2);
  const rows =
    subject === undefined
      ? await store.read('read/curation/notes', {})
      : await store.read('read/curation/notes-on', { subject });
  // What is searched in is what a reader sees: the name that a subject has now.
  const words = fold(q ?? '')
    .split(' ')
    .filter(Boolean);
  const all = words.length === 0 ? oldestFirst(rows) : await viewsOf(store, oldestFirst(rows));
  const found = all.filter((note) => holds(note, words));
  const ordered = subject === undefined ? found.reverse() : found;
  const isAfter = ({ writtenOn, key }: Note, [on = '', last = '']: readonly string[]): boolean => {
    const order = compare(writtenOn, on) || compare(key, last);
    return subject === undefined ? order < 0 : order > 0;
  };
  const rest = after === undefined ? ordered : ordered.filter((note) => isAfter(note, after));
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {
    notes: await viewsOf(store, page),
    total: ordered.length,
    next: last === undefined || rest.length <= limit ? null : writePageCursor(list, [last.writtenOn, last.key]),
  };
}

export async function noteSubjects(store: Reader): Promise<NoteSubjects> {
  const rows = await store.read('read/curation/note-subjects', {});
  return {
    subjects: sortedBy(rows, ({ subject }) => [subject]).map(({ subject, notes: count }) => ({
      key: subject,
      notes: count,
    })),
  };
}
