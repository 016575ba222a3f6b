// Views over HTTP: saved by name, opened with what is left, replaced only by whoever knows what is there.
import { expect, it } from 'vitest';
import { deriveAll } from '../../server/ingest/derive.ts';
import type { OpenedView, SavedStateInput, ViewHead } from '../../server/schema/saved.ts';
import { CurationGround } from './curation.ts';
import { describeEngines } from './engines.ts';
import { one, two } from './ingest-setup.ts';

describeEngines('saved views', (engine) => {
  const ground = new CurationGround(engine);
  const state: SavedStateInput = {
    query: 'tab=ledger&origins=2&camera=0.5,0.5,0.7',
    added: ['article:one', 'country:a'],
    hidden: ['outlet:first'],
    selected: ['country:a', 'plan:x'],
    without: ['article:two'],
    pins: [
      { key: 'plan:x', x: -40, y: 12 },
      { key: 'country:a', x: 100, y: 0 },
    ],
  };
  const send = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await ground.api.send(method, path, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text) as T;
  };
  const save = (name: string, view: SavedStateInput = state) =>
    send<ViewHead>('POST', '/api/views', { name, by: 'Ada', view });
  const list = async () => (await ground.api.json<{ views: ViewHead[] }>('/api/views')).views;
  const open = (key: string) => ground.api.json<OpenedView>(`/api/views/${encodeURIComponent(key)}`);

  it('are saved, listed, opened as they were, and leave nothing when they are taken away', async () => {
    await ground.add(one());
    await ground.add(two());
    let key = '';
    await ground.thereAndBack(
      async () => {
        const head = await save('The talks, Zürich');
        key = head.key;
        expect(head).toMatchObject({ key: 'view:the-talks-zurich', name: 'The talks, Zürich', by: 'Ada' });
        expect(Math.abs(Date.now() - Date.parse(head.savedOn))).toBeLessThan(120_000);
      },
      async () => {
        const opened = await open(key);
        expect(opened).toEqual({ ...(await list())[0], view: state, missing: [] });
      },
      () => send('DELETE', `/api/views/${key}`),
    );
    expect(await list()).toEqual([]);
  });

  it('are listed by name, and have keys of their own whatever the letters', async () => {
    await save('b');
    await save('Ärger');
    await save('Переговори');
    await save('???');
    expect((await list()).map(({ key, name }) => [key, name])).toEqual([
      ['view:view', '???'],
      ['view:arger', 'Ärger'],
      ['view:b', 'b'],
      ['view:perehovory', 'Переговори'],
    ]);
    // Another name, the same letters: another key.
    expect((await save('Arger')).key).toBe('view:arger-2');
  });

  it('refuse a name that is taken, whatever its case, and say what can be done', async () => {
    const { key, savedOn } = await save('The talks');
    const refused = await ground.refused('POST', '/api/views', { name: ' the TALKS ', by: 'Ben', view: state });
    expect(refused).toMatchObject({ status: 409, code: 'conflict', nearest: [{ key, name: 'The talks' }] });
    expect(refused.title).toContain('saved by Ada');
    expect(refused.detail).toContain('another name');
    expect(refused.detail).toContain(savedOn);
  });

  it('are replaced and renamed by whoever has read what is there, and by nobody else', async () => {
    const first = await save('The talks');
    const other: SavedStateInput = { query: '', added: ['country:b'] };
    const path = `/api/views/${first.key}`;
    const second = await send<ViewHead>('PUT', path, {
      name: 'The talks',
      by: 'Ben',
      view: other,
      replaces: first.savedOn,
    });
    expect(second).toMatchObject({ key: first.key, by: 'Ben' });
    expect(second.savedOn > first.savedOn).toBe(true);
    const late = { name: 'The talks', by: 'Ada', view: state, replaces: first.savedOn };
    expect(await ground.refused('PUT', path, late)).toMatchObject({
      status: 409,
      title: expect.stringContaining('saved anew by Ben'),
      detail: expect.stringContaining(second.savedOn),
    });
    expect((await open(first.key)).view).toMatchObject({ query: '', added: ['country:b'], pins: [], selected: [] });
    const renamed = await send<ViewHead>('PUT', path, { name: 'The treaty', by: 'Ada', replaces: second.savedOn });
    expect(renamed).toMatchObject({ key: first.key, name: 'The treaty' });
    expect((await open(first.key)).view.added).toEqual(['country:b']);
    await save('Another');
    expect(await ground.refused('PUT', path, { name: 'another', by: 'Ada', replaces: renamed.savedOn })).toMatchObject({
      status: 409,
      nearest: [{ key: 'view:another' }],
    });
  });

  it('are untouched by derive and by what goes, and say then what is missing', async () => {
    await ground.add(one());
    await ground.add(two());
    const { key } = await save('The talks');
    const stored = await ground.node(key);
    await ground.decide('DELETE', '/api/articles/article:two');
    await deriveAll(ground.store);
    await ground.add(one());
    expect(await ground.node(key)).toEqual(stored);
    expect((await open(key)).missing).toEqual(['article:two']);
    await ground.decide('DELETE', '/api/articles/article:one');
    const opened = await open(key);
    expect(opened.missing).toEqual(['article:one', 'article:two', 'country:a', 'plan:x']);
    expect(opened.view).toEqual(state);
  });

  it('are refused with the place of what is wrong', async () => {
    const body = { name: 'V', by: 'Ada', view: { query: '' } };
    const refused = (given: unknown) => ground.refused('POST', '/api/views', given);
    expect(await refused({ ...body, name: ' ' })).toMatchObject({ status: 400, errors: [{ pointer: '/name' }] });
    expect(await refused({ name: 'V', view: { query: '' } })).toMatchObject({ errors: [{ pointer: '/by' }] });
    expect(await refused({ ...body, view: { query: '', pins: [{ key: 'a', x: 0.5, y: 2e6 }] } })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/view/pins/0/x' }, { pointer: '/view/pins/0/y' }],
    });
    expect(await refused({ ...body, view: { query: 'a\nb' } })).toMatchObject({ errors: [{ pointer: '/view/query' }] });
    await save('The talks');
    const gone = { status: 404, nearest: [{ key: 'view:the-talks', name: 'The talks' }] };
    expect(await ground.refused('DELETE', '/api/views/view:the-walks')).toMatchObject(gone);
    expect(await ground.refused('PUT', '/api/views/view:the-walks', { ...body, replaces: '' })).toMatchObject(gone);
    expect((await ground.api.get('/api/views/view:the-walks')).status).toBe(404);
    expect(await ground.refused('PUT', '/api/views/the-walks', body)).toMatchObject({
      status: 400,
      errors: [{ field: 'key', reason: expect.stringContaining('view:some-slug') }],
    });
  });
});
