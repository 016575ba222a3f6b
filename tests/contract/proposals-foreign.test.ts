// Questions in plain words over somebody else's database: its own schema goes to the model, and nothing of Hearsay's.
import pino from 'pino';
import { expect, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import { Gate } from '../../server/query/gate.ts';
import type { Proposal } from '../../server/schema/proposal.ts';
import { openStore } from '../../server/store/open.ts';
import { openModel, proposed } from '../model-endpoint.ts';
import { serve, testConfig } from './api.ts';
import { describeEngines } from './engines.ts';
import { ownerWrites } from './foreign-owner.ts';
import { ask, plain } from './query.ts';

describeEngines("questions in plain words over somebody else's database", (engine) => {
  it('are answered from its own schema', async () => {
    const settings = await engine.settings();
    await ownerWrites(settings, [
      "CREATE (:Record {title: 'Alphaville'})-[:SHOWN_AT {year: 1965}]->(:Cinema {name: 'Rex'})",
    ]);

    const store = await openStore(settings);
    const gate = new Gate({ dialect: engine.name });
    const endpoint = await openModel('coder');
    const model = { url: endpoint.url, name: 'coder', key: undefined, timeoutMs: 60_000 };
    const app = createApp({ store, gate, log: pino({ level: 'silent' }), config: { ...testConfig, model } });
    const api = await serve(store, {}, app);
    try {
      const statement = 'MATCH (:Record)-[s:SHOWN_AT]->(c:Cinema) RETURN count(*) AS shows';
      endpoint.replies(proposed(statement));
      const response = await api.send('POST', '/api/query/propose', { question: 'How many shows were there?' });
      const answer = (await response.json()) as Proposal;
      expect(answer).toMatchObject({ statement, check: { accepted: true, columns: ['shows'] } });
      const told = endpoint.asked[0]?.body.messages[0]?.content ?? '';
      expect(told).toContain('(:Record {title: String}) 1 nodes');
      expect(told).toContain('[:SHOWN_AT {year: Integer}] 1 relations, (:Record)-->(:Cinema)');
      expect(told).not.toMatch(/Alphaville|Rex|1965|Claim|OPPOSES|<examples>\n/);
      expect(plain((await ask(api, statement)).rows[0])).toEqual(['1']);
      expect(endpoint.violations).toEqual([]);
    } finally {
      await api.close();
      await endpoint.close();
      await gate.close();
      await store.close();
    }
  });
});
