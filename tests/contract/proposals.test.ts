// Questions in plain words on both engines: what goes to the language model, what the gate says of its proposal, and
// what is told where the endpoint fails. The endpoint is a server of the test that is strict on the protocol.
import { Writable } from 'node:stream';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import { loadBundled } from '../../server/bundled.ts';
import { Gate } from '../../server/query/gate.ts';
import type { StatementCheck } from '../../server/schema/cypher.ts';
import type { Problem } from '../../server/schema/problem.ts';
import { type ModelSettings, Proposal, proposalLimits } from '../../server/schema/proposal.ts';
import type { Meta } from '../../server/schema/view.ts';
import type { OpenedStore } from '../../server/store/open.ts';
import { type ModelEndpoint, openModel, proposed } from '../model-endpoint.ts';
import { type Api, serve, testConfig } from './api.ts';
import { describeEngines, openEmpty } from './engines.ts';
import { ask } from './query.ts';

const name = 'small-coder:7b';
const key = 'sk-secret-4711';
const question = 'Which countries oppose the invitation?';
const opposing =
  'MATCH (c:Country)-[r:OPPOSES]->(p:Plan) WHERE toLower(p.name) CONTAINS toLower($plan) RETURN c.name AS country, r.originsMax AS origins ORDER BY country';

/** The store itself, with the typed statements counted that reach it. */
function counting(store: OpenedStore): { store: OpenedStore; ran: () => number } {
  let count = 0;
  const counted = new Proxy(store, {
    get: (target, property) => {
      const value: unknown = Reflect.get(target, property, target);
      if (property === 'query') count++;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { store: counted, ran: () => count };
}

describeEngines('questions in plain words', (engine) => {
  let store: OpenedStore;
  let ran: () => number;
  let model: ModelEndpoint;
  let settings: ModelSettings;
  let api: Api;
  let gate: Gate;
  const logged: string[] = [];

  beforeAll(async () => {
    const counted = counting(await openEmpty(engine));
    ({ store, ran } = counted);
    await loadBundled(store, false);
    gate = new Gate({ dialect: engine.name });
    model = await openModel(name, key);
    settings = { url: model.url, name, key, timeoutMs: 20_000 };
    const lines = new Writable({
      write: (chunk, _encoding, done) => {
        logged.push(String(chunk));
        done();
      },
    });
    const query = { writes: true, timeoutMs: 10_000, rows: 3000, concurrency: 2, memoryMb: 1024 };
    const config = { ...testConfig, query, model: settings };
    api = await serve(store, {}, createApp({ store, log: pino({ level: 'trace' }, lines), config, gate }));
  });
  afterAll(async () => {
    await api?.close();
    await model?.close();
    await gate?.close();
    await store?.close();
  });
  afterEach(() => {
    expect(model.violations).toEqual([]);
    expect(logged.join('')).not.toContain(key);
  });

  const send = (body: unknown = { question }, at = api) => at.send('POST', '/api/query/propose', body);
  const proposal = async (): Promise<Proposal> => {
    const response = await send();
    const text = await response.text();
    expect(response.status, text).toBe(200);
    expect(text).not.toContain(key);
    return Proposal.parse(JSON.parse(text));
  };
  /** The problem in place of a proposal; neither the key nor the address may stand in it. */
  const problem = async (at = api): Promise<Problem> => {
    const response = await send({ question }, at);
    const text = await response.text();
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(text).not.toContain(key);
    expect(text).not.toContain(new URL(model.url).host);
    return JSON.parse(text) as Problem;
  };
  /** A server of its own for other settings. */
  const withModel = async (other: Partial<ModelSettings>, test: (at: Api) => Promise<void>): Promise<void> => {
    const config = { ...testConfig, model: { ...settings, ...other } };
    const at = await serve(store, {}, createApp({ store, log: pino({ level: 'silent' }), config, gate }));
    try {
      await test(at);
    } finally {
      await at.close();
    }
  };

  it('are told by /api/meta, without the address and the key', async () => {
    const text = await (await api.get('/api/meta')).text();
    expect((JSON.parse(text) as Meta).languageModel).toEqual({
      name,
      timeoutMs: 20_000,
      questionLength: proposalLimits.questionLength,
    });
    expect(text).not.toContain(key);
    expect(text).not.toContain(model.url);
  });

  it('give a statement that passes the gate and is not run', async () => {
    const before = ran();
    model.replies(proposed(opposing, { plan: 'invitation', unused: 1 }, 'Countries with an opposing stance.'));
    const answer = await proposal();
    expect(answer).toMatchObject({
      statement: opposing,
      parameters: { plan: 'invitation' },
      explanation: 'Countries with an opposing stance.',
      model: name,
      attempts: 1,
      check: { accepted: true, faults: [], columns: ['country', 'origins'], parameters: ['plan'], writes: false },
    });
    expect(ran()).toBe(before);
    const { rows } = await ask(api, answer.statement, { parameters: answer.parameters });
    expect(rows.map(([country]) => country?._value)).toContain('Hungary');
    expect(ran()).toBe(before + 1);
  });

  it('send the question, the schema and examples, and no values of any node', async () => {
    model.replies(proposed(opposing, { plan: 'invitation' }));
    await proposal();
    const [asked] = model.asked;
    const [system, user] = asked?.body.messages ?? [];
    expect(user?.content).toContain(JSON.stringify(question));
    expect(system?.content).toMatch(/\(:Claim \{[^}]*stance: String/);
    expect(system?.content).toMatch(
      /\[:OPPOSES \{[^}]*originsMin: Integer[^}]*\}\] \d+ relations, .*\(:Country\)-->\(:Plan\)/,
    );
    expect(system?.content).toContain('Who opposes a plan, and on how many origins?');
    expect(system?.content).not.toMatch(/HearsayMarker|nameIndex/);
    // What only the data know; the one key that may stand there is a default of the library.
    for (const text of ['Viktor Orbán', 'Hungary', 'Politico', 'source:'])
      expect(system?.content.includes(text), text).toBe(false);
    expect(JSON.stringify(asked?.body)).not.toContain(key);
    expect(system?.content.includes('embedded engine')).toBe(engine.name === 'embedded');
  });

  it('advise only what the gate lets through', async () => {
    const statement =
      'MATCH (n:Actor) WHERE toLower(n.name) CONTAINS toLower($name) OR any(x IN n.aliases WHERE toLower(x) CONTAINS toLower($name)) RETURN n.name AS name ORDER BY name LIMIT 20';
    const check = (await (
      await api.send('POST', '/api/query/check', { statement, parameters: { name: 'orb' } })
    ).json()) as StatementCheck;
    expect(check).toMatchObject({ accepted: true });
  });

  it('ask again with the gate’s reasons where the statement would write', async () => {
    const state = await store.read('schema/marker', {});
    const before = ran();
    model.replies(proposed('MATCH (c:Country) SET c.seen = true RETURN c'), proposed(opposing, { plan: 'x' }));
    expect(await proposal()).toMatchObject({ statement: opposing, attempts: 2, check: { accepted: true } });
    const messages = model.asked[1]?.body.messages ?? [];
    expect(messages.slice(2)).toMatchObject([
      { role: 'assistant', content: expect.stringContaining('SET c.seen') },
      { role: 'user', content: expect.stringMatching(/line 1, column 19: .*(writ|read)/i) },
    ]);
    expect(ran()).toBe(before);
    expect(await store.read('schema/marker', {})).toEqual(state);
  });

  it('give the last refused statement with the reasons, marked as refused', async () => {
    const state = await store.read('schema/marker', {});
    const before = ran();
    const write = proposed('CREATE (n:Country {key: "country:xx"}) RETURN n');
    model.replies(write, write, proposed('MATCH (n) DETACH DELETE n', {}, 'Now shorter.'));
    const answer = await proposal();
    expect(answer).toMatchObject({ statement: 'MATCH (n) DETACH DELETE n', attempts: 3, explanation: 'Now shorter.' });
    expect(answer.check.accepted).toBe(false);
    expect(answer.check.faults[0]).toMatchObject({ code: 'write', from: { line: 1, column: 11 } });
    expect(ran()).toBe(before);
    expect(await store.read('schema/marker', {})).toEqual(state);
  });

  it('meet the gate of the connected engine', async () => {
    const statement = 'MATCH (c:Country) RETURN c.name AS name, [(c)-[:OPPOSES]->(p:Plan) | p.name] AS plans';
    const list = proposed(statement);
    model.replies(list, list, list);
    const answer = await proposal();
    expect(answer.check.accepted).toBe(engine.name === 'neo4j');
    if (engine.name === 'neo4j') return;
    expect(answer).toMatchObject({ attempts: 3, check: { faults: [{ code: 'dialect' }] } });
    const [fault] = answer.check.faults;
    expect(model.asked[2]?.body.messages.at(-1)?.content).toContain(fault?.message);
  });

  it('check the proposed values, too', async () => {
    const statement = 'MATCH (c:Country {key: $key}) RETURN c.name AS name';
    model.replies(...[1, 2, 3].map(() => proposed(statement, { key: 7 })));
    // Neo4j compares any two values; on the embedded engine a number would be compared otherwise.
    expect((await proposal()).check.accepted).toBe(engine.name === 'neo4j');
  });

  it('are answered in a fence, too, and asked again where there is no statement in the words', async () => {
    model.replies('I am not sure what you mean.', `Try this:\n\`\`\`cypher\n${opposing}\n\`\`\`\nIt lists them.`);
    const answer = await proposal();
    expect(answer).toMatchObject({ statement: opposing, attempts: 2, check: { accepted: true } });
    expect(answer.explanation).toContain('It lists them.');
    expect(model.asked[1]?.body.messages.at(-1)?.content).toContain('no statement');
  });

  it('do without what an endpoint refuses, and remember that', async () => {
    await withModel({}, async (at) => {
      const unknown = { status: 400, text: '{"error":{"message":"response_format is not supported"}}' };
      model.replies(unknown, proposed(opposing), proposed(opposing));
      expect((await send({ question }, at)).status).toBe(200);
      expect((await send({ question }, at)).status).toBe(200);
      expect(model.asked.map(({ body }) => 'response_format' in body)).toEqual([true, false, false]);
    });
  });

  describe('say what is wrong', () => {
    it('with the question', async () => {
      model.replies();
      const long = 'x'.repeat(proposalLimits.questionLength + 1);
      for (const body of [{}, { question: '  ' }, { question: long }, { question: 7 }, { question, model: 'y' }]) {
        const response = await send(body);
        expect(response.status).toBe(400);
        expect(await response.json()).toMatchObject({ code: 'invalid-request' });
      }
      expect(model.asked).toEqual([]);
    });

    const words = `{"error":{"message":"Incorrect API key ${key} provided"}}`;
    it.each([
      ['a key that is not accepted', [{ status: 401, text: words }], 502, 'model-failed', /HEARSAY_LLM_KEY/],
      ['no such model', [{ status: 404, text: words }], 502, 'model-failed', /HEARSAY_LLM_MODEL/],
      [
        'a quota',
        [{ status: 429, headers: { 'retry-after': '17' }, text: words }],
        429,
        'too-many-requests',
        /ask again/,
      ],
      ['a fault of its own', [{ status: 500, text: words }], 502, 'model-failed', /Ask again later/],
      ['a request that is refused', [{ status: 400 }, { status: 400, text: words }], 502, 'model-failed', /less text/],
      ['a page', [{ text: `<html>${key}</html>` }], 502, 'model-failed', /HEARSAY_LLM_URL/],
      ['JSON of another kind', [{ text: '{"ok":true}' }], 502, 'model-failed', /HEARSAY_LLM_URL/],
      ['no choices', [{ text: '{"choices":[]}' }], 502, 'model-failed', /Ask again/],
      ['an empty answer', [''], 502, 'model-failed', /Ask again/],
      ['an answer without end', [{ content: 'x'.repeat(600 * 1024) }], 502, 'model-failed', /512 kB/],
      ['words only', ['Well.', 'Well.', 'Well.'], 422, 'no-proposal', /in other words/],
      ['that it cannot', [proposed(null, {}, 'There is no weather here.')], 422, 'no-proposal', /no weather here/],
    ] as const)('where the endpoint answers with %s', async (_what, replies, status, code, wayOut) => {
      model.replies(...replies);
      logged.length = 0;
      const told = await problem();
      expect(told).toMatchObject({ status, code });
      expect(told.detail).toMatch(wayOut);
      expect(model.asked).toHaveLength(replies.length);
      if (status === 502 && JSON.stringify(replies).includes('Incorrect'))
        expect(logged.join('').includes('Incorrect API key …')).toBe(!/key/i.test(told.title));
    });

    it('and when to come back', async () => {
      model.replies({ status: 429, headers: { 'retry-after': '17' } });
      expect((await send()).headers.get('retry-after')).toBe('17');
    });

    it('where nobody answers', async () => {
      const gone = await openModel(name, key);
      await gone.close();
      await withModel({ url: gone.url }, async (at) => {
        const told = await problem(at);
        expect(told).toMatchObject({ status: 502, code: 'model-failed' });
        expect(told.detail).toContain('HEARSAY_LLM_URL');
      });
    });

    it('where the endpoint sends elsewhere, which is not followed', async () => {
      const elsewhere = await openModel(name, key);
      for (const status of [302, 307, 308]) {
        model.replies({ status, headers: { location: `${elsewhere.url}/chat/completions` } });
        logged.length = 0;
        expect(await problem()).toMatchObject({ status: 502, detail: expect.stringContaining('HEARSAY_LLM_URL') });
        expect(logged.join('')).toContain(elsewhere.url);
      }
      expect(elsewhere.asked).toEqual([]);
      await elsewhere.close();
    });

    it('where it takes too long, all attempts together', async () => {
      const statement = 'CREATE (n) RETURN n';
      // Known to the gate then, so that only the model takes its time.
      await api.send('POST', '/api/query/check', { statement });
      await withModel({ timeoutMs: 2000 }, async (at) => {
        const write = { content: proposed(statement), afterMs: 1200 };
        model.replies(write, write);
        const told = await problem(at);
        expect(told).toMatchObject({ status: 503, code: 'time-limit' });
        expect(told.detail).toContain('HEARSAY_LLM_TIMEOUT_MS');
        expect(model.asked).toHaveLength(2);
        await expect.poll(() => model.leftAlone).toBe(1);
      });
    });
  });

  it('end when whoever asked goes away, and leave the place to the next', async () => {
    const late = { content: proposed(opposing), afterMs: 60_000 };
    model.replies(late, late, proposed(opposing));
    const controller = new AbortController();
    const asking = [1, 2].map(() =>
      fetch(`${api.address}/api/query/propose`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ question }),
        signal: controller.signal,
      }).catch((error: Error) => error.name),
    );
    await expect.poll(() => model.asked.length, { timeout: 10_000 }).toBe(2);
    expect(await problem()).toMatchObject({
      status: 429,
      code: 'too-many-requests',
      title: '2 questions of yours are still running.',
    });
    controller.abort();
    expect(await Promise.all(asking)).toEqual(['AbortError', 'AbortError']);
    await expect.poll(() => model.leftAlone).toBe(2);
    expect(await proposal()).toMatchObject({ statement: opposing });
  });

  it('cannot be asked where no endpoint is set, which is said with the setting', async () => {
    const without = await serve(store);
    try {
      expect((await without.json<Meta>('/api/meta')).languageModel).toBeNull();
      const told = await problem(without);
      expect(told).toMatchObject({ status: 404, code: 'no-model' });
      expect(told.detail).toContain('HEARSAY_LLM_URL');
    } finally {
      await without.close();
    }
  });
});
