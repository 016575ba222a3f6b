// Notes on nodes and edges: written, edited, deleted and put back; they outlive what they are on, and nothing follows from them.
import { expect, it } from 'vitest';
import { deriveAll } from '../../server/ingest/derive.ts';
import type { Note, NoteList, NoteReport, NoteSubjects } from '../../server/schema/note.ts';
import type { GraphView } from '../../server/schema/view.ts';
import { allNotes } from '../../server/views/hearsay/notes.ts';
import { CurationGround, mended, of } from './curation.ts';
import { describeEngines } from './engines.ts';
import { one, two, wire } from './ingest-setup.ts';

const stance = 'OPPOSES~country:a~plan:x';

describeEngines('notes', (engine) => {
  const ground = new CurationGround(engine);
  const send = async (method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<NoteReport> =>
    (await ground.decide(method, path, body)) as unknown as NoteReport;
  const write = async (subject: string, text: string, by = 'Ada'): Promise<Note> =>
    (await send('POST', '/api/notes', { subject, text, by })).note;
  const edit = (key: string, text: string, version: number, by = 'Ben') =>
    send('PUT', `/api/notes/${of(key)}`, { text, by, version });
  const remove = ({ key, version }: Pick<Note, 'key' | 'version'>) =>
    send('DELETE', `/api/notes/${of(key)}?version=${version}`);
  const list = (query = '') => ground.api.json<NoteList>(`/api/notes${query}`);
  const texts = async (query = '') => (await list(query)).notes.map(({ text }) => text);

  it('stand on a node in the order they were written, with who and when', async () => {
    await ground.add(one());
    const first = await write('country:a', '  Ask the embassy.\nThen the ministry.  ');
    expect(first).toEqual({
      key: expect.stringMatching(/^note:[0-9a-f-]{36}$/),
      subjectKey: 'country:a',
      subjectName: 'A',
      subjectType: 'Country',
      text: 'Ask the embassy.\nThen the ministry.',
      by: 'Ada',
      writtenOn: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      editedOn: null,
      editedBy: null,
      version: 1,
    });
    await write('country:a', 'The embassy did not answer.', 'Ben');
    await write('plan:x', 'Elsewhere.');
    const thread = await list('?subject=country:a');
    expect(thread).toMatchObject({ total: 2, next: null });
    expect(thread.notes.map(({ text, by, there }) => [text, by, there])).toEqual([
      ['Ask the embassy.\nThen the ministry.', 'Ada', true],
      ['The embassy did not answer.', 'Ben', true],
    ]);
    expect(await texts()).toEqual([
      'Elsewhere.',
      'The embassy did not answer.',
      'Ask the embassy.\nThen the ministry.',
    ]);
    expect(await ground.api.json<NoteSubjects>('/api/notes/subjects')).toEqual({
      subjects: [
        { key: 'country:a', notes: 2 },
        { key: 'plan:x', notes: 1 },
      ],
    });
  });

  it('can be on every kind of node and edge there is', async () => {
    await ground.add(one());
    await ground.add(wire());
    const all = await ground.api.json<GraphView>('/api/graph?view=all');
    const oneOfEach = <T>(items: readonly T[], kind: (item: T) => string) => [
      ...new Map(items.map((item) => [kind(item), item])).values(),
    ];
    const nodes = oneOfEach(all.nodes, ({ labels }) => labels[0] ?? '');
    const edges = oneOfEach(all.edges, ({ type }) => type);
    expect(nodes.length).toBeGreaterThan(5);
    expect(edges.some(({ derived }) => derived) && edges.some(({ derived }) => !derived)).toBe(true);
    for (const { key } of [...nodes, ...edges]) await write(key, `On ${key}`);
    const { notes } = await list('?limit=500');
    expect(notes.every(({ there }) => there)).toBe(true);
    for (const { key, name, labels } of nodes)
      expect(notes.find(({ subjectKey }) => subjectKey === key)).toMatchObject({
        subjectName: name.slice(0, 299),
        subjectType: labels[0],
      });
    expect(notes.find(({ subjectKey }) => subjectKey === stance)).toMatchObject({
      subjectName: 'A → X',
      subjectType: 'OPPOSES',
    });
  });

  it('leave the graph as it is, and go without a trace', async () => {
    await ground.add(one());
    const graph = await ground.api.json<GraphView>('/api/graph?view=all');
    let note: Note | undefined;
    await ground.thereAndBack(
      async () => {
        note = await write(stance, 'Who told them?');
      },
      async () => expect(await ground.api.json('/api/graph?view=all')).toEqual(graph),
      async () => expect((await remove(note as Note)).outcome).toBe('removed'),
    );
  });

  it('stay through deriving, another import and a removal, and are on their subject again when it comes back', async () => {
    await ground.add(one());
    await ground.add(two());
    await write(stance, 'On the edge.');
    await write('article:one', 'On the article.');
    await write('country:b', 'On B.');
    const noted = await list();
    await deriveAll(ground.store);
    await ground.add(mended(one()));
    expect(await list()).toEqual(noted);

    await ground.decide('DELETE', '/api/articles/article:one');
    await ground.decide('DELETE', '/api/articles/article:two');
    const gone = await list();
    expect(gone.notes.map(({ text, subjectName, there }) => [text, subjectName, there])).toEqual([
      ['On B.', 'B', false],
      ['On the article.', noted.notes[1]?.subjectName, false],
      ['On the edge.', 'A → X', false],
    ]);
    expect(await texts('?subject=country:b')).toEqual(['On B.']);

    await ground.add(one());
    await ground.add(two());
    expect(await list()).toEqual(noted);
  });

  it('are edited by whoever read them last, and nobody else', async () => {
    await ground.add(one());
    const { key } = await write('country:a', 'First.');
    const changed = await edit(key, 'Second.', 1);
    expect(changed).toMatchObject({
      outcome: 'changed',
      note: { text: 'Second.', by: 'Ada', editedBy: 'Ben', editedOn: expect.any(String), version: 2 },
    });
    expect((await edit(key, 'Second.', 1)).outcome).toBe('unchanged');
    const body = { text: 'Third.', by: 'Cleo', version: 1 };
    const told = {
      status: 409,
      code: 'conflict',
      title: expect.stringContaining('by Ben'),
      detail: expect.stringContaining('Second.'),
    };
    expect(await ground.refused('PUT', `/api/notes/${of(key)}`, body)).toMatchObject(told);
    expect(await ground.refused('DELETE', `/api/notes/${of(key)}?version=1`)).toMatchObject(told);
    expect(await texts()).toEqual(['Second.']);
  });

  it('are put back as they were, even where what they are on is gone', async () => {
    await ground.add(one());
    const note = await write('article:one', 'Keep me.');
    await edit(note.key, 'Keep me, edited.', 1);
    await ground.decide('DELETE', '/api/articles/article:one');
    const before = await ground.dump();
    const removed = (await remove({ key: note.key, version: 2 })).note;
    expect(await texts()).toEqual([]);
    expect((await send('POST', '/api/notes/restored', removed)).outcome).toBe('created');
    expect(await ground.dump()).toEqual(before);
    expect((await send('POST', '/api/notes/restored', removed)).outcome).toBe('unchanged');
    expect(await ground.refused('POST', '/api/notes/restored', { ...removed, text: 'Other.' })).toMatchObject({
      status: 409,
    });
    expect(await ground.refused('POST', '/api/notes/restored', { ...removed, key: 'country:a' })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/key' }],
    });
  });

  it('are put back only as notes that there can have been', async () => {
    await ground.add(one());
    const { key } = await write('country:a', 'First.');
    const { note } = await remove({ key, version: 1 });
    const change = { editedOn: note.writtenOn, editedBy: 'Ben', version: 2 };
    for (const [given, pointer] of [
      [{ subjectKey: '~' }, '/subjectKey'],
      [{ subjectKey: 'TYPE~country:a' }, '/subjectKey'],
      [{ subjectKey: 'TYPE~country:a~note:x' }, '/subjectKey'],
      [{ subjectKey: 'note:x' }, '/subjectKey'],
      [{ subjectKey: '__proto__' }, '/subjectKey'],
      [{ ...change, version: 1_000_000_000 }, '/version'],
      [{ ...change, version: 1 }, '/editedOn'],
      [{ ...change, editedBy: null }, '/editedBy'],
      [{ version: 2 }, '/editedOn'],
    ] as const) {
      const problem = await ground.refused('POST', '/api/notes/restored', { ...note, ...given });
      expect(problem, JSON.stringify(given)).toMatchObject({ status: 400, errors: [{ pointer }] });
    }
    // The most edits that one can be put back with leave room for more, and for its end.
    await send('POST', '/api/notes/restored', { ...note, ...change, version: 1_000_000 });
    await edit(key, 'Again.', 1_000_000);
    expect((await remove({ key, version: 1_000_001 })).outcome).toBe('removed');
  });

  it('are found by their words, their subject and their author, in pages', async () => {
    await ground.add(one());
    for (let number = 1; number <= 7; number++) await write('country:a', `Note ${number} on Zürich`);
    await write('plan:x', 'Something else', 'Ödön');
    expect(await texts('?q=zurich%203')).toEqual(['Note 3 on Zürich']);
    expect(await texts('?q=odon')).toEqual(['Something else']);
    expect(await texts('?q=nothing%20such')).toEqual([]);
    const seen: string[] = [];
    let query = '?q=zurich&limit=3';
    for (let page = 0; page < 3; page++) {
      const { notes, total, next } = await list(query);
      expect(total).toBe(7);
      seen.push(...notes.map(({ text }) => text.slice(5, 6)));
      expect(next === null).toBe(page === 2);
      query = `?q=zurich&limit=3&cursor=${next}`;
    }
    expect(seen).toEqual(['7', '6', '5', '4', '3', '2', '1']);
    const { next } = await list('?limit=2');
    expect((await ground.api.get(`/api/notes?subject=country:a&cursor=${next}`)).status).toBe(400);
    expect((await allNotes(ground.store)).map(({ text }) => text.at(0))).toEqual([...'NNNNNNN', 'S']);
  });

  it('hold hostile words as they are', async () => {
    await ground.add(one());
    const words = [
      '<img src=x onerror=alert(1)><script>alert(2)</script>',
      '\u202Eright to left\u202C, \u200Fand \u0639\u0631\u0628\u064A',
      "'; MATCH (n) DETACH DELETE n //",
      '$key {{text}} \\u0000 `Note`',
      '=HYPERLINK("http://example.org")',
      '👩‍👩‍👧 \t tab\r\nand line',
      'x'.repeat(10_000),
    ];
    for (const text of words) await write('country:a', text);
    expect(await texts('?subject=country:a')).toEqual(words);
  });

  it('are refused where they say nothing, too much, or are on nothing', async () => {
    await ground.add(one());
    const body = { subject: 'country:a', text: 'So.', by: 'Ada' };
    const faults = [
      [{ text: '' }, { pointer: '/text', reason: 'must not be empty' }],
      [{ text: ' \n ' }, { pointer: '/text', reason: 'must not be empty' }],
      [{ text: '\u200B\u2060' }, { pointer: '/text', reason: 'holds nothing that can be seen' }],
      [{ text: 'x'.repeat(10_001) }, { pointer: '/text', reason: 'is too long: at most 10000' }],
      [
        { text: 'a\u0000b' },
        { pointer: '/text', reason: 'holds the control character U+0000 at code point 1; take it out' },
      ],
      [{ text: '\uD800' }, { pointer: '/text' }],
      [{ by: '' }, { pointer: '/by', reason: 'must not be empty' }],
      [
        { subject: 'OPPOSES~country:a' },
        { pointer: '/subject', reason: 'is no key of an edge: that is TYPE~source~target' },
      ],
      [{ color: 'red' }, { pointer: '/color' }],
    ] as const;
    for (const [part, fault] of faults) {
      const problem = await ground.refused('POST', '/api/notes', { ...body, ...part });
      expect(problem).toMatchObject({ status: 400, errors: expect.arrayContaining([expect.objectContaining(fault)]) });
    }
    expect(await ground.refused('POST', '/api/notes', { ...body, subject: 'country:aa' })).toMatchObject({
      status: 404,
      nearest: [{ key: 'country:a', name: 'A' }],
    });
    expect(await ground.refused('POST', '/api/notes', { ...body, subject: 'SUPPORTS~country:a~plan:x' })).toMatchObject(
      {
        status: 404,
        nearest: [{ key: stance, name: 'A OPPOSES X' }],
      },
    );
    const { key } = await write('country:a', 'So.');
    expect(await ground.refused('POST', '/api/notes', { ...body, subject: key })).toMatchObject({
      status: 400,
      title: expect.stringContaining('is a Note'),
    });
    expect(await ground.refused('DELETE', '/api/notes/note:none?version=1')).toMatchObject({
      status: 404,
      nearest: [{ key, name: 'on A' }],
    });
    expect(await ground.refused('DELETE', `/api/notes/${of(key)}`)).toMatchObject({
      status: 400,
      errors: [{ field: 'version', reason: 'is required' }],
    });
  });
});
