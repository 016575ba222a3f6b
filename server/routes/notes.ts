// Notes that people write on nodes and edges.
import { deleteNote, editNote, restoreNote, writeNote } from '../curation/notes.ts';
import {
  Note,
  NoteBody,
  NoteEdit,
  NoteKeyParams,
  NoteList,
  NoteRemoval,
  NoteReport,
  NoteSubjects,
  NotesQuery,
} from '../schema/note.ts';
import { whoActs } from '../who.ts';
import { parseBody } from './body.ts';
import { route } from './declare.ts';

/** With accounts, somebody else's note that is put back says who did so: nobody writes in another's name. */
function restored(note: Note, name: string | null): Note {
  if (name === null || (note.editedBy ?? note.by) === name) return note;
  const version = note.editedBy === null ? note.version + 1 : note.version;
  return { ...note, editedBy: name, editedOn: new Date().toISOString(), version };
}

export const noteRoutes = [
  route({
    method: 'get',
    path: '/api/notes',
    summary: 'All notes, or those on one node or edge, in pages',
    description: 'Notes on what is gone are among them, with `there: false`.',
    query: NotesQuery,
    response: NoteList,
    problems: ['not-found'],
    handle: ({ explorer }, { query }) => explorer.notes(query),
  }),
  route({
    method: 'get',
    path: '/api/notes/subjects',
    summary: 'What has notes, and how many',
    response: NoteSubjects,
    problems: ['not-found'],
    handle: ({ explorer }) => explorer.noteSubjects(),
  }),
  route({
    method: 'post',
    path: '/api/notes',
    summary: 'Writes a note on a node or an edge',
    description: 'It stays through imports, removals and deriving, until somebody deletes it.',
    body: NoteBody,
    response: NoteReport,
    problems: ['not-found', 'read-only', 'too-large', 'unsupported-media-type'],
    handle: async ({ store }, { body }) => writeNote(store, parseBody(NoteBody, body)),
  }),
  route({
    method: 'put',
    path: '/api/notes/{key}',
    summary: 'Gives a note other words',
    description: 'Whoever edited it meanwhile is told as a conflict, with what it says now; nothing is written then.',
    params: NoteKeyParams,
    body: NoteEdit,
    response: NoteReport,
    problems: ['not-found', 'conflict', 'read-only', 'too-large', 'unsupported-media-type'],
    handle: async ({ store }, { params, body }) => editNote(store, params.key, parseBody(NoteEdit, body)),
  }),
  route({
    method: 'delete',
    path: '/api/notes/{key}',
    summary: 'Deletes a note',
    params: NoteKeyParams,
    query: NoteRemoval,
    response: NoteReport,
    problems: ['not-found', 'conflict', 'read-only'],
    handle: ({ store }, { params, query }) => deleteNote(store, params.key, query.version),
  }),
  route({
    method: 'post',
    path: '/api/notes/restored',
    summary: 'Puts a deleted note back as it was',
    description:
      'Takes what its deletion answered, or what /api/notes listed without `there`. What it was on may be gone.',
    body: Note,
    response: NoteReport,
    problems: ['conflict', 'read-only', 'too-large', 'unsupported-media-type'],
    handle: async ({ store }, { body }) => restoreNote(store, restored(parseBody(Note, body), whoActs().name)),
  }),
];
