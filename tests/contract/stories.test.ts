// Stories over HTTP: steps in order, each with a view of its own that no saved view and no removal changes.
import { expect, it } from 'vitest';
import { deriveAll } from '../../server/ingest/derive.ts';
import { allStories, allViews } from '../../server/saved/all.ts';
import type { OpenedStory, StoryHead } from '../../server/schema/saved.ts';
import { CurationGround } from './curation.ts';
import { describeEngines } from './engines.ts';
import { one } from './ingest-setup.ts';

describeEngines('stories', (engine) => {
  const ground = new CurationGround(engine);
  const empty = { query: '', added: [], hidden: [], selected: [], without: [], pins: [] };
  const steps = [
    { caption: 'Who opposes it.\n\nTwo countries do.', view: { ...empty, added: ['country:a'] } },
    { caption: '', view: { ...empty, query: 'tab=matrix' } },
    { caption: 'Whose word it is.', view: { ...empty, pins: [{ key: 'plan:x', x: 1, y: 2 }] } },
  ];
  const send = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await ground.api.send(method, path, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text) as T;
  };
  const tell = (title: string, of: readonly unknown[] = steps) =>
    send<StoryHead>('POST', '/api/stories', { title, by: 'Ada', steps: of });
  const open = (key: string) => ground.api.json<OpenedStory>(`/api/stories/${key}`);
  const list = async () => (await ground.api.json<{ stories: StoryHead[] }>('/api/stories')).stories;

  it('are kept, listed, opened in order, and leave nothing when they are taken away', async () => {
    await ground.add(one());
    await ground.thereAndBack(
      async () => expect(await tell('The talks')).toMatchObject({ key: 'story:the-talks', steps: 3 }),
      async () => {
        const [head] = await list();
        expect(head).toMatchObject({ title: 'The talks', by: 'Ada', steps: 3 });
        expect(await open('story:the-talks')).toEqual({ ...head, steps, missing: [] });
        expect(await allStories(ground.store)).toEqual([{ ...head, steps }]);
        expect(await allViews(ground.store)).toEqual([]);
      },
      () => send('DELETE', '/api/stories/story:the-talks'),
    );
  });

  it('are left with exactly the steps given, in their order, by whoever has read what is there', async () => {
    const first = await tell('The talks');
    const path = `/api/stories/${first.key}`;
    const turned = [steps[2], steps[0]];
    const given = { title: 'The treaty', by: 'Ben', steps: turned, replaces: first.savedOn };
    const second = await send<StoryHead>('PUT', path, given);
    expect(await open(first.key)).toMatchObject({ title: 'The treaty', by: 'Ben', steps: turned });
    expect(await ground.refused('PUT', path, { ...given, by: 'Ada' })).toMatchObject({
      status: 409,
      title: expect.stringContaining('saved anew by Ben'),
      detail: expect.stringContaining(second.savedOn),
    });
    expect(await ground.refused('POST', '/api/stories', { title: 'the treaty', by: 'Ada', steps })).toMatchObject({
      status: 409,
      nearest: [{ key: first.key }],
    });
    // With no steps at all, it is still there.
    await send('PUT', path, { title: 'The treaty', by: 'Ben', steps: [], replaces: second.savedOn });
    expect(await list()).toMatchObject([{ key: first.key, steps: 0 }]);
  });

  it('of more than nine steps keep their order', async () => {
    const many = Array.from({ length: 12 }, (_, at) => ({ caption: `Step ${at + 1}`, view: empty }));
    const { key } = await tell('Long', many);
    expect((await open(key)).steps.map(({ caption }) => caption)).toEqual(many.map(({ caption }) => caption));
  });

  it('outlast the saved view they were made of, derive and the removal of articles', async () => {
    await ground.add(one());
    const view = steps[0]?.view;
    await send('POST', '/api/views', { name: 'The talks', by: 'Ada', view });
    const { key } = await tell('The talks');
    const before = (await open(key)).steps;
    await send('DELETE', '/api/views/view:the-talks');
    await ground.decide('DELETE', '/api/articles/article:one');
    await deriveAll(ground.store);
    const after = await open(key);
    expect(after.steps).toEqual(before);
    expect(after.missing).toEqual(['country:a', 'plan:x']);
  });

  it('lie beside their steps in the graph', async () => {
    const { key } = await tell('The talks');
    const around = await ground.api.json<{ nodes: { name: string; labels: string[] }[] }>(
      `/api/nodes/${key}/neighbours?types=HAS_STEP`,
    );
    expect(around.nodes.map(({ labels }) => labels[0])).toEqual(['Step', 'Step', 'Step']);
    const query = 'MATCH (s:Story)-[:HAS_STEP]->(t:Step) RETURN t.caption AS caption ORDER BY t.position';
    const answer = await ground.api.send('POST', '/api/query', { statement: query });
    const text = await answer.text();
    expect(answer.status, text).toBe(200);
    expect(text).toContain('Whose word it is.');
  });

  it('are refused with the place of what is wrong', async () => {
    const body = { title: 'T', by: 'Ada', steps };
    expect(await ground.refused('POST', '/api/stories', { ...body, title: '' })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/title' }],
    });
    expect(
      await ground.refused('POST', '/api/stories', { ...body, steps: [{ caption: 'x'.repeat(5000), view: empty }] }),
    ).toMatchObject({ status: 400, errors: [{ pointer: '/steps/0/caption' }] });
    await tell('The talks');
    expect(await ground.refused('DELETE', '/api/stories/story:the-walks')).toMatchObject({
      status: 404,
      nearest: [{ key: 'story:the-talks', name: 'The talks' }],
    });
  });
});
