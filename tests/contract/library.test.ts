// Every statement of the library runs through the API on both engines and answers what the bundled reports say.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SavedQuery } from '../../server/schema/cypher.ts';
import { type Api, serveBundled } from './api.ts';
import { describeEngines } from './engines.ts';
import { actors, time } from './library/actors.ts';
import { origins } from './library/origins.ts';
import { type Answers, short } from './library/short.ts';
import { sources } from './library/sources.ts';
import { stances } from './library/stances.ts';
import { disputes, words } from './library/words.ts';

const answers: Answers = { ...stances, ...origins, ...words, ...disputes, ...sources, ...actors, ...time };

describeEngines('the library', (engine) => {
  let api: Api;
  let close: () => Promise<void>;
  let library: SavedQuery[] = [];
  beforeAll(async () => {
    ({ api, close } = await serveBundled(engine));
    library = (await api.json<{ queries: SavedQuery[] }>('/api/queries')).queries;
  });
  afterAll(() => close?.());

  async function answer(id: string, given: Record<string, unknown> = {}): Promise<unknown[]> {
    const query = library.find((one) => one.id === id);
    if (!query) throw new Error(`The library has no "${id}".`);
    const parameters = { ...Object.fromEntries(query.parameters.map((one) => [one.name, one.default])), ...given };
    const body = { statement: query.statement, parameters };
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const response = await api.send('POST', '/api/query', body, headers);
    const text = await response.text();
    if (!response.ok) throw new Error(`${id}: ${text}`);
    const { rows, error } = JSON.parse(text) as { rows: unknown[][]; error?: unknown };
    if (error !== undefined) throw new Error(`${id}: ${text}`);
    return rows.map((row) => row.map(short));
  }

  it('holds at least 24 statements, and each has an answer here', () => {
    expect(library.map(({ id }) => id).sort()).toEqual(Object.keys(answers).sort());
    expect(library.length).toBeGreaterThanOrEqual(24);
    expect(new Set(library.map(({ title }) => title)).size).toBe(library.length);
  });

  it.each(Object.entries(answers))('%s', async (id, expected) => {
    expect(await answer(id)).toEqual(expected);
  });

  it('takes other values than the defaults', async () => {
    expect(await answer('members-without-a-stance', { plan: 'plan:nato-invitation' })).toEqual([]);
    expect(await answer('who-opposes-a-plan', { plan: 'plan:nato-enlargement' })).toEqual([
      ['Vladimir Putin', 1, 1, 1, 1],
    ]);
    expect((await answer('repeated-but-one-origin', { articles: 2 })).length).toBe(12);
    expect(await answer('how-two-are-connected', { from: 'outlet:politico', to: 'outlet:politico' })).toEqual([]);
  });

  it('shows a hypothesis once somebody has set it', async () => {
    const source = 'source:politico-2024-10-23-at-least-seven-oppose#senior-us-official';
    const sameAs = 'source:le-monde-2024-12-03-objections#diplomat';
    const body = { source, sameAs, by: 'Analyst', confidence: 0.5, why: 'Both speak of the same talks.' };
    expect((await api.send('POST', '/api/hypotheses', body)).status).toBe(200);
    expect(await answer('supposed-identities')).toEqual([
      ['a diplomat cited by the French daily', 'SAME_AS', 'a senior US official', 0.5, 'Analyst'],
    ]);
  });
});
