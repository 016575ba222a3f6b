// Views of very many nodes: what the limit allows is saved and opened, what is beyond is refused with a reason.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { addView, openView, readView } from '../../server/saved/views.ts';
import { type SavedState, savedLimits } from '../../server/schema/saved.ts';
import { type Api, serve } from './api.ts';
import { describeEngines, openEmpty } from './engines.ts';

const keysOf = (count: number, length: number) =>
  Array.from({ length: count }, (_, at) => `country:${String(at).padStart(length - 8, '0')}`);
const view = (part: Partial<SavedState>): SavedState => ({
  query: '',
  added: [],
  hidden: [],
  selected: [],
  without: [],
  pins: [],
  ...part,
});

describeEngines('large views', (engine) => {
  vi.setConfig({ testTimeout: 120_000 });
  let store: Awaited<ReturnType<typeof openEmpty>>;
  let api: Api;
  beforeAll(async () => {
    store = await openEmpty(engine);
    api = await serve(store, { documentBytes: 32 * 1024 * 1024 });
  });
  afterAll(async () => {
    await api?.close();
    await store?.close();
  });

  it('of as many keys as the limits allow are saved and read', async () => {
    const keys = keysOf(savedLimits.keys, 40);
    const pins = keys.map((key, at) => ({ key, x: at, y: 7 - at }));
    const large = view({ added: keys, selected: keys, pins });
    const { key } = await addView(store, { name: 'All of it', by: 'Ada', view: large });
    expect((await readView(store, key)).view).toEqual(large);
    const opened = await openView(store, key);
    expect(opened.missing.length).toBe(savedLimits.keys);
    const response = await api.send('POST', '/api/views', { name: 'The same', by: 'Ada', view: large });
    expect(response.status).toBe(200);
  });

  it('beyond them are refused', async () => {
    const longer = { name: 'Longer', by: 'Ada', view: { query: '', added: keysOf(savedLimits.keys + 1, 20) } };
    const many = await api.send('POST', '/api/views', longer);
    expect(await many.json()).toMatchObject({ status: 400, errors: [{ pointer: '/view/added' }] });
    const keys = keysOf(savedLimits.keys, 100);
    const wide = { name: 'Wide', by: 'Ada', view: { query: '', added: keys, selected: keys } };
    const long = await api.send('POST', '/api/views', wide);
    expect(await long.json()).toMatchObject({
      status: 400,
      title: expect.stringContaining('The view is too large'),
      detail: expect.stringContaining('several parts'),
    });
  });
});
