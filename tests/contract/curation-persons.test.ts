// Hypotheses that contradict each other, and those on a text of an article that a newer one revises.
import { expect, it } from 'vitest';
import type { HypothesisView } from '../../server/schema/curation.ts';
import { report } from '../builders.ts';
import { CurationGround, of } from './curation.ts';
import { describeEngines } from './engines.ts';
import { diplomat, first, insider, second, third } from './hypotheses-reports.ts';
import { opposes } from './ingest-setup.ts';

describeEngines('hypotheses on persons', (engine) => {
  const ground = new CurationGround(engine);
  const post = (body: Record<string, unknown>) =>
    ground.decide('POST', '/api/hypotheses', { by: 'Ada', confidence: 0.8, ...body });
  const remove = (key: string) => ground.decide('DELETE', `/api/hypotheses/${of(key)}`);
  const list = async () => (await ground.api.json<{ hypotheses: HypothesisView[] }>('/api/hypotheses')).hypotheses;
  const stance = () => ground.origins('OPPOSES country:a plan:x');

  it('that would make one person of two are refused, naming both', async () => {
    await ground.add(first());
    await ground.add(second());
    await ground.add(third());
    await ground.add(report({ slug: 'fifth', says: [{ ...opposes, holder: 'country:c', source: 'person:q' }] }));
    const refused = (body: Record<string, unknown>) =>
      ground.refused('POST', '/api/hypotheses', { by: 'Ada', confidence: 0.5, ...body });
    const conflict = { status: 409, code: 'conflict', title: expect.stringMatching(/"person:p" and "person:q"/) };
    await post({ source: insider, identifiedAs: 'person:p' });
    expect(await refused({ source: insider, identifiedAs: 'person:q' })).toMatchObject(conflict);
    expect(await refused({ source: insider, sameAs: 'source:person:q' })).toMatchObject(conflict);
    await post({ source: diplomat, identifiedAs: 'person:q' });
    const refusal = await refused({ source: diplomat, sameAs: insider });
    expect(refusal).toMatchObject(conflict);
    expect(refusal.detail).toContain(insider);
    expect(refusal.detail).toContain(diplomat);
    // Taken back, they may be one; and then that one is one person too.
    await remove(`IDENTIFIED_AS~${diplomat}~person:q`);
    await post({ source: diplomat, sameAs: insider });
    expect(await refused({ source: diplomat, identifiedAs: 'person:q' })).toMatchObject(conflict);
    await post({ source: diplomat, identifiedAs: 'person:p' });
    // Who speaks for a country is a person beside it, and four officials are several.
    await post({ source: insider, identifiedAs: 'country:b' });
    await post({ source: 'source:third#four', identifiedAs: 'person:p' });
    await post({ source: 'source:third#four', identifiedAs: 'person:q' });
  });

  it('on a text that a newer one revises are listed as such, with the source to decide on again', async () => {
    await ground.add(first());
    await ground.add(second());
    await ground.add(third());
    await post({ source: insider, identifiedAs: 'person:p' });
    await post({ source: diplomat, sameAs: insider });
    expect((await list()).map((one) => one.earlierTexts)).toEqual([undefined, undefined]);
    const { article } = await ground.add(
      report({ slug: 'first', outlet: 'outlet:first', says: [{ ...opposes, source: 'insider' }], ending: 'Mended.' }),
    );
    const now = { key: `source:${article.slice('article:'.length)}#insider`, name: 'insider' };
    const earlier = [{ of: insider, article, now }];
    expect(await list()).toMatchObject([{ earlierTexts: earlier }, { earlierTexts: earlier }]);
    expect(await stance()).toBe('1–2');
    await post({ source: now.key, identifiedAs: 'person:p' });
    expect((await list()).find(({ source }) => source.key === now.key)?.earlierTexts).toBeUndefined();
  });
});
