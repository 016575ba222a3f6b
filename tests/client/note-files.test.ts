// The files of notes: whole, and harmless in a spreadsheet.
import { expect, it } from 'vitest';
import { notesCsv, notesJson } from '../../client/panels/notes/files.ts';
import type { NoteView } from '../../server/schema/note.ts';

const note: NoteView = {
  key: 'note:a',
  subjectKey: 'OPPOSES~country:hu~plan:x',
  subjectName: 'Hungary → X',
  subjectType: 'OPPOSES',
  text: '=HYPERLINK("http://example.org"),\nand more',
  by: '@Ada',
  writtenOn: '2024-10-24T09:30:00.000Z',
  editedOn: null,
  editedBy: null,
  version: 1,
  there: false,
};

it('makes what a spreadsheet would take for a formula harmless', async () => {
  const [head, ...lines] = (await notesCsv([note]).text()).split('\r\n');
  expect(head).toBe('Key,Subject key,Subject,Type,There,Text,Written by,Written on,Edited by,Edited on');
  expect(lines.join('\r\n')).toBe(
    'note:a,OPPOSES~country:hu~plan:x,Hungary → X,OPPOSES,no,' +
      '"\'=HYPERLINK(""http://example.org""),\nand more",\'@Ada,2024-10-24T09:30:00.000Z,,\r\n',
  );
});

it('keeps all of a note as JSON', async () => {
  expect(JSON.parse(await notesJson([note]).text())).toEqual({ notes: [note] });
});
