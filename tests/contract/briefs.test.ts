// Briefs over HTTP: whose words a source is called by, and that a guess about it is told as one.
import { expect, it } from 'vitest';
import type { Evidence } from '../../server/schema/view.ts';
import { report } from '../builders.ts';
import { CurationGround, of } from './curation.ts';
import { describeEngines } from './engines.ts';
import { opposes } from './ingest-setup.ts';

/** A report on the word of person:zz, whom it calls as it likes. */
function told(slug: string, target: string, descriptor: string) {
  const document = report({ slug, outlet: `outlet:${slug}`, says: [{ ...opposes, target, source: 'person:zz' }] });
  return { ...document, sources: (document.sources ?? []).map((source) => ({ ...source, descriptor })) };
}
const insider = 'source:third#official';
const third = () =>
  report({
    slug: 'third',
    outlet: 'outlet:third',
    says: [{ ...opposes, target: 'plan:y', source: 'official' }],
    sources: [{ id: 'official', kind: 'anonymous', descriptor: 'an official' }],
  });

describeEngines('briefs', (engine) => {
  const ground = new CurationGround(engine);
  const brief = async (plan: string) => (await ground.api.send('GET', `/api/briefs?plan=${plan}`)).text();
  const suppose = (body: Record<string, unknown>) =>
    ground.decide('POST', '/api/hypotheses', { source: insider, by: 'A', confidence: 1, ...body });

  it('a named source is called by its name, not by what another outlet calls it', async () => {
    await ground.add(told('second', 'plan:y', 'Minister Zed Zee'));
    await ground.add(told('first', 'plan:x', 'a Western diplomat'));
    for (const plan of ['plan:x', 'plan:y']) {
      const text = await brief(plan);
      expect(text).toMatch(/on the word of Zz\b/i);
      expect(text).not.toContain('diplomat');
      const edge = of(`OPPOSES~country:a~${plan}`);
      const { derivation } = await ground.api.json<Evidence>(`/api/edges/${edge}/evidence`);
      expect(derivation?.nodes.find(({ label }) => label === 'Source')?.name).toBe('Zz');
    }
  });

  it('who an unnamed source is supposed to be stands in the limits and the chain, on the plan it is behind alone', async () => {
    await ground.add(told('first', 'plan:x', 'a Western diplomat'));
    await ground.add(third());
    await suppose({ identifiedAs: 'person:zz' });
    await suppose({ sameAs: 'source:person:zz' });
    const text = await brief('plan:y');
    const tail = 'is a hypothesis of A (confidence 1), not stated by any report.';
    expect(text).toContain(`That an official (unnamed) who spoke to Third is Zz ${tail}`);
    expect(text).toContain('are the same is a hypothesis of A (confidence 1)');
    expect(text).toContain('an official (unnamed) → supposed to be Zz.');
    expect(text).not.toContain('diplomat');
  });
});
