// Briefs over HTTP: nothing in them depends on how much of a graph is drawn, and denials of what nobody asserts are in them.
import { expect, it } from 'vitest';
import { entity, report } from '../builders.ts';
import { serve } from './api.ts';
import { CurationGround } from './curation.ts';
import { describeEngines } from './engines.ts';
import { bundled } from './ingest-setup.ts';

describeEngines('what is in a brief', (engine) => {
  const ground = new CurationGround(engine);
  const brief = async (query: string) => (await ground.api.get(`/api/briefs?${query}`)).text();
  const section = (text: string, title: string) => (text.split(`## ${title}\n`)[1] ?? '').split('\n## ')[0] ?? '';

  it('is every count and statement, however little of the graph is drawn', async () => {
    for (const { json } of bundled()) await ground.add(json);
    const query = 'plan=plan:nato-invitation';
    const whole = await brief(query);
    expect(section(whole, 'Counts and statements on it')).toMatch(/^- .*\[\^\d+\]/m);
    const narrow = await serve(ground.store, { graphNodes: 3 });
    try {
      expect(await (await narrow.get(`/api/briefs?${query}`)).text()).toBe(whole);
    } finally {
      await narrow.close();
    }
  });

  it('is who denied a position that nobody asserts, of a plan and of an actor', async () => {
    const denied = { holder: 'country:a', target: 'plan:x', stance: 'opposes', mode: 'denies' } as const;
    await ground.add(
      report({
        slug: 'denial',
        outlet: 'outlet:daily',
        says: [{ ...denied, source: 'person:p' }],
        quotes: [{ text: 'By no means', speaker: 'person:p' }],
        entities: [entity('Plan', 'Y')],
      }),
    );
    const line = '- P: denies “country:a opposes plan:x”.[^1]';
    for (const query of ['plan=plan:x', 'holder=country:a', 'plan=plan:x&holder=country:a'])
      expect(section(await brief(query), 'Who denied'), query).toContain(line);
    for (const query of ['plan=plan:y', 'holder=person:p', 'plan=plan:x&without=person:p'])
      expect(await brief(query), query).not.toContain('Who denied');
    expect(section(await brief('holder=person:p'), 'Counts and statements of P')).toContain('By no means');
    expect(await brief('holder=person:p&plan=plan:x')).not.toContain('By no means');
  });
});
