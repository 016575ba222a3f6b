// Reading an article by a language model: what goes to it, what is taken of its answer, and what is told where it fails.
// The endpoint is a server of the test that is strict on the protocol.
import pino from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import type { DraftView } from '../../server/schema/drafts.ts';
import type { Problem } from '../../server/schema/problem.ts';
import { type ModelEndpoint, openModel } from '../model-endpoint.ts';
import { type Api, serve, testConfig } from './api.ts';
import { of } from './curation.ts';
import { article, claimOf, DraftGround, entities, listOf, page, plain } from './drafts-setup.ts';
import { describeEngines } from './engines.ts';

const name = 'small-reader:7b';
const key = 'sk-secret-0815';
const unsaid = {
  ...{ shieldedBy: [], quantifier: null, number: null, of: null, hedge: null, sources: [], relays: [] },
  ...{ speech: null, speaker: null, mode: 'asserts', modality: 'now' },
};
const answer = JSON.stringify({
  entities: [
    { id: 'e1', type: 'Country', name: 'Sudmark', quote: 'Sudmark' },
    { id: 'e2', type: 'Plan', name: 'Harbour bridge', quote: 'the harbour bridge' },
  ],
  relays: [],
  sources: [],
  claims: [
    {
      ...unsaid,
      ...{ kind: 'stance', holder: 'e1', plan: 'e2', stance: 'supports', text: 'Sudmark supports the bridge.' },
      ...{ wording: 'supports', quote: 'Sudmark supports the harbour bridge.' },
    },
    {
      ...unsaid,
      ...{ kind: 'stance', holder: 'e1', plan: 'e2', stance: 'opposes', text: 'Sudmark opposes the bridge.' },
      ...{ wording: null, quote: 'Sudmark has turned against the bridge.' },
    },
  ],
});

describeEngines('reading by a language model', (engine) => {
  const ground = new DraftGround(engine);
  let model: ModelEndpoint;
  let api: Api;
  beforeAll(async () => {
    model = await openModel(name, key);
    const settings = { url: model.url, name, key, timeoutMs: 1500 };
    api = await serve(
      ground.store,
      {},
      createApp({ store: ground.store, log: pino({ level: 'silent' }), config: { ...testConfig, model: settings } }),
    );
  });
  afterAll(async () => {
    await api?.close();
    await model?.close();
  });
  beforeEach(async () => {
    await ground.add(entities);
    await ground.importPage(page(plain, 'It was a cold day.'));
  });
  afterEach(() => {
    expect(model.violations).toEqual([]);
  });

  const read = (at = api) => at.send('POST', `/api/articles/${of(article)}/draft`, { extractor: 'model' });
  const drafted = async (): Promise<DraftView> => {
    const response = await read();
    const text = await response.text();
    expect(response.status, text).toBe(200);
    return JSON.parse(text) as DraftView;
  };
  const refused = async (): Promise<Problem> => {
    const before = await ground.dump();
    const text = await (await read()).text();
    expect(text).not.toContain(key);
    expect(await ground.dump()).toEqual(before);
    return JSON.parse(text) as Problem;
  };

  it('takes what has its words in the text, and says what it left out', async () => {
    model.replies(answer);
    const view = await drafted();
    expect(view.extractor).toBe(`model/${name}`);
    expect(view.notes).toEqual(['1 × claim: its words are not in the text']);
    expect(listOf(view, 'claim').map(({ proposal }) => proposal.claim.stance)).toEqual(['supports']);
    const { proposal } = claimOf(view, 'country:sudmark');
    expect(proposal.claim.target).toBe('plan:bridge');
    expect(await ground.derived()).toEqual([]);
    await ground.decideOn({ decisions: [{ id: proposal.id, state: 'accepted' }] });
    expect(await ground.derived()).toContain('SUPPORTS country:sudmark plan:bridge');
  });

  it('sends the text and what it may mean, in the form that the answer is held to', async () => {
    model.replies(answer);
    const before = model.asked.length;
    await drafted();
    const [asked, ...more] = model.asked.slice(before);
    expect(more).toEqual([]);
    const told = asked?.body.messages.map(({ content }) => content).join('\n') ?? '';
    expect(told).toContain(plain);
    expect(told).toContain('Country: Sudmark');
    expect(told).not.toContain('Norland');
    expect(asked?.body.response_format).toMatchObject({ type: 'json_schema', json_schema: { name: 'positions' } });
  });

  it('asks an endpoint that knows no forms without one', async () => {
    const other = await openModel(name);
    const settings = { url: other.url, name, key: undefined, timeoutMs: 5000 };
    const app = createApp({
      store: ground.store,
      log: pino({ level: 'silent' }),
      config: { ...testConfig, model: settings },
    });
    const asking = await serve(ground.store, {}, app);
    try {
      other.replies({ status: 400, text: 'no such format' }, { status: 400, text: 'no' }, answer, answer);
      expect((await read(asking)).status).toBe(200);
      expect((await read(asking)).status).toBe(200);
      const formats = other.asked.map(({ body }) => (body.response_format as { type?: string } | undefined)?.type);
      expect(formats).toEqual(['json_schema', 'json_object', undefined, undefined]);
      expect(other.violations).toEqual([]);
    } finally {
      await asking.close();
      await other.close();
    }
  });

  it('leaves the draft that is there where the model fails or takes too long', async () => {
    model.replies({ status: 401, text: `wrong key ${key}` });
    expect(await refused()).toMatchObject({ status: 502, code: 'model-failed' });
    model.replies({ afterMs: 4000, content: answer });
    const slow = await refused();
    expect(slow).toMatchObject({ status: 503, code: 'time-limit' });
    expect(slow.detail).toContain('HEARSAY_LLM_TIMEOUT_MS');
    expect((await ground.draft()).extractor).toMatch(/^rules/);
  });

  it('is refused where no model is set, and nothing is sent', async () => {
    const before = model.asked.length;
    const problem = (await (await read(ground.api)).json()) as Problem;
    expect(problem).toMatchObject({ code: 'no-model' });
    expect(problem.detail).toContain('HEARSAY_LLM_URL');
    expect(model.asked.length).toBe(before);
  });
});
