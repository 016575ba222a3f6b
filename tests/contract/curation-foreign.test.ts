// Decisions on somebody else's database: none are listed, none are taken, and nothing in it changes.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../../server/store/open.ts';
import { type Api, serve } from './api.ts';
import { type DumpStore, dump, dumpStatements } from './dump.ts';
import { describeEngines } from './engines.ts';
import { ownerWrites } from './foreign-owner.ts';

/** Labels and relations such as Hearsay's own, with other things in them. */
const theirs = [
  "CREATE (:Record:`Case` {key: 'case:whisky', bottles: 12}), (:Record:Article {key: 'article:bottle', price: 30})",
  'MATCH (c:`Case`), (a:Article) CREATE (c)-[:COLLECTS {year: 1965}]->(a)-[:REPUBLISHES {on: true}]->(a)',
];

const by = 'Ada';
const writes = [
  ['PUT', '/api/cases/case:whisky', { name: 'Whisky', articles: [] }],
  ['DELETE', '/api/cases/case:whisky', undefined],
  ['POST', '/api/grades', { subject: 'outlet:a', reliability: 'A', by }],
  ['POST', '/api/hypotheses', { source: 'source:a', sameAs: 'source:b', confidence: 1, by }],
  ['DELETE', '/api/hypotheses/SAME_AS~a~b', undefined],
  ['PUT', '/api/contradictions/a/disposition', { state: 'open', by, why: 'So.' }],
  ['POST', '/api/article-links', { type: 'RETRACTS', article: 'article:a', other: 'article:bottle', by }],
  ['DELETE', '/api/article-links/RETRACTS~a~b', undefined],
  ['POST', '/api/merges', { from: 'person:a', into: 'person:b', by }],
  ['DELETE', '/api/merges/merge:person:a', undefined],
  ['POST', '/api/splits', { entity: 'person:a', into: 'person:b', name: 'B', articles: ['article:bottle'], by }],
  ['POST', '/api/distinctions', { one: 'person:a', other: 'person:b', by }],
  ['DELETE', '/api/distinctions/distinct:person:a~person:b', undefined],
  ['POST', '/api/notes', { subject: 'article:bottle', text: 'Old.', by }],
  ['PUT', '/api/notes/note:a', { text: 'Older.', by, version: 1 }],
  ['DELETE', '/api/notes/note:a?version=1', undefined],
  [
    'POST',
    '/api/notes/restored',
    {
      key: 'note:a',
      subjectKey: 'article:bottle',
      subjectName: 'Bottle',
      subjectType: 'Article',
      text: 'Old.',
      by,
      writtenOn: '2024-10-24T00:00:00Z',
      editedOn: null,
      editedBy: null,
      version: 1,
    },
  ],
  ['POST', '/api/views', { name: 'V', by, view: { query: '' } }],
  ['PUT', '/api/views/view:a', { name: 'V', by, view: { query: '' }, replaces: '' }],
  ['DELETE', '/api/views/view:a', undefined],
  ['POST', '/api/stories', { title: 'S', by, steps: [] }],
  ['PUT', '/api/stories/story:a', { title: 'S', by, steps: [], replaces: '' }],
  ['DELETE', '/api/stories/story:a', undefined],
  ['POST', '/api/watches', { by, watches: { kind: 'query', statement: 'RETURN 1' } }],
  ['PUT', '/api/watches/watch:a', { paused: true }],
  ['POST', '/api/watches/watch:a/check', {}],
  ['POST', '/api/watches/watch:a/seen', { until: 1 }],
  ['PUT', '/api/watches/watch:a/hook', { address: 'https://harbour.example/hook' }],
  ['DELETE', '/api/watches/watch:a/hook', undefined],
  ['DELETE', '/api/watches/watch:a', undefined],
] as const;

describeEngines("decisions on somebody else's database", (engine) => {
  let api: Api;
  let store: DumpStore;
  beforeAll(async () => {
    const settings = await engine.settings();
    await ownerWrites(settings, theirs);
    store = await openStore(settings, { extra: dumpStatements });
    api = await serve(store);
  });
  afterAll(async () => {
    await api?.close();
    await store?.close();
  });

  it.each(writes)('%s %s is 403', async (method, path, body) => {
    const before = await dump(store);
    const response = await api.send(method, path, body);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'read-only' });
    expect(await dump(store)).toEqual(before);
  });

  it.each([
    ...['cases', 'grades', 'grades/outlet:a', 'hypotheses', 'dispositions', 'article-links'],
    ...['notes', 'notes/subjects', 'views', 'views/view:a', 'stories', 'stories/story:a'],
    ...['watches', 'watches/watch:a'],
    ...['merges', 'merge-candidates', 'distinctions'],
  ])('GET /api/%s is 404', async (path) => {
    const response = await api.get(`/api/${path}`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ title: 'This is not a Hearsay database.' });
  });
});
