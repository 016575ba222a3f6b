// Hypotheses over HTTP: the counts they change, and that taking them back leaves every byte as it was.
import { expect, it } from 'vitest';
import type { HypothesisView } from '../../server/schema/curation.ts';
import { report } from '../builders.ts';
import { CurationGround, mended, of } from './curation.ts';
import { describeEngines } from './engines.ts';
import { diplomat, first, insider, second, third } from './hypotheses-reports.ts';
import { opposes } from './ingest-setup.ts';

const edge = 'OPPOSES~country:a~plan:x';
/** One of a group that is cited nowhere itself, and words of somebody to whom nothing is attributed. */
const fourth = () => {
  const told = report({
    slug: 'fourth',
    says: [{ ...opposes, holder: 'country:b', source: 'one' }],
    quotes: [{ text: 'Never.', speaker: 'person:p' }],
    sources: [
      { id: 'one', kind: 'anonymous', descriptor: 'one official', minCount: 1, memberOf: 'four' },
      { id: 'four', kind: 'anonymous', descriptor: 'four officials', minCount: 4 },
      { id: 'spokesman', kind: 'anonymous', descriptor: 'a spokesman' },
    ],
  });
  return { ...told, utterances: told.utterances?.map(({ key }) => ({ key, speakerSource: 'spokesman' })) ?? [] };
};

describeEngines('hypotheses', (engine) => {
  const ground = new CurationGround(engine);
  const post = (body: Record<string, unknown>) =>
    ground.decide('POST', '/api/hypotheses', { by: 'Ada', confidence: 0.8, ...body });
  const remove = (key: string) => ground.decide('DELETE', `/api/hypotheses/${of(key)}`);
  const list = async () => (await ground.api.json<{ hypotheses: HypothesisView[] }>('/api/hypotheses')).hypotheses;
  const stance = () => ground.origins('OPPOSES country:a plan:x');

  it('that two sources are the same make two origins one, until taken back', async () => {
    await ground.add(first());
    await ground.add(second());
    expect(await stance()).toBe('1–2');
    const key = `SAME_AS~${insider}~${diplomat}`;
    await ground.thereAndBack(
      async () => {
        const report = await post({ source: diplomat, sameAs: insider, why: 'The same turn of phrase.' });
        expect(report).toEqual({
          key,
          outcome: 'created',
          edges: [{ key: edge, before: { min: 1, max: 2 }, after: { min: 1, max: 1 } }],
        });
      },
      async () => {
        expect(await stance()).toBe('1–1');
        expect(await list()).toEqual([
          {
            key,
            type: 'SAME_AS',
            source: { key: insider, name: 'insider' },
            other: { key: diplomat, name: 'diplomat' },
            by: 'Ada',
            confidence: 0.8,
            why: 'The same turn of phrase.',
          },
        ]);
      },
      async () => {
        const report = await remove(`SAME_AS~${diplomat}~${insider}`);
        expect(report).toEqual({
          key,
          outcome: 'removed',
          edges: [{ key: edge, before: { min: 1, max: 1 }, after: { min: 1, max: 2 } }],
        });
      },
    );
    expect(await stance()).toBe('1–2');
  });

  it('that sources are certain people make them identified origins, or one', async () => {
    await ground.add(first());
    await ground.add(second());
    await ground.add(third());
    await ground.thereAndBack(
      async () => {
        expect((await post({ source: insider, identifiedAs: 'person:p' })).outcome).toBe('created');
        expect(await stance()).toBe('1–2');
        const { edges } = await post({ source: diplomat, identifiedAs: 'country:b' });
        expect(edges).toContainEqual({ key: edge, before: { min: 1, max: 2 }, after: { min: 2, max: 2 } });
      },
      async () => {
        expect(await stance()).toBe('2–2');
        expect((await list()).map(({ key }) => key)).toEqual([
          `IDENTIFIED_AS~${insider}~person:p`,
          `IDENTIFIED_AS~${diplomat}~country:b`,
        ]);
      },
      async () => {
        await remove(`IDENTIFIED_AS~${diplomat}~country:b`);
        await remove(`IDENTIFIED_AS~${insider}~person:p`);
      },
    );
    await post({ source: insider, identifiedAs: 'person:p' });
    await post({ source: diplomat, identifiedAs: 'person:p' });
    expect(await stance()).toBe('1–1');
  });

  it('may go in circles', async () => {
    await ground.add(first());
    await ground.add(second());
    await ground.add(third());
    const pairs = [
      [insider, diplomat],
      [diplomat, 'source:third#one'],
      ['source:third#one', insider],
    ];
    await ground.thereAndBack(
      async () => {
        for (const [source, sameAs] of pairs) expect((await post({ source, sameAs })).outcome).toBe('created');
      },
      async () => expect(await stance()).toBe('1–1'),
      async () => {
        for (const { key } of await list()) await remove(key);
      },
    );
  });

  it('stated twice change nothing; another by takes the place of the first', async () => {
    await ground.add(first());
    await ground.add(second());
    await post({ source: insider, sameAs: diplomat });
    const once = await ground.dump();
    expect(await post({ source: insider, sameAs: diplomat })).toMatchObject({ outcome: 'unchanged', edges: [] });
    expect(await post({ source: diplomat, sameAs: insider })).toMatchObject({ outcome: 'unchanged' });
    expect(await ground.dump()).toEqual(once);
    expect(await post({ source: diplomat, sameAs: insider, by: 'Bea' })).toMatchObject({
      outcome: 'changed',
      edges: [],
    });
    expect(await list()).toMatchObject([{ by: 'Bea' }]);
    await post({ source: diplomat, sameAs: insider });
    expect(await ground.dump()).toEqual(once);
  });

  it('stay when a report is imported anew, and go with it', async () => {
    await ground.add(second());
    const alone = await ground.dump();
    await ground.add(first());
    await post({ source: insider, sameAs: diplomat });
    const before = await stance();
    expect(await ground.add(mended(first()))).toMatchObject({ outcome: 'replaced' });
    expect([await stance(), (await list()).length]).toEqual([before, 1]);
    await ground.decide('DELETE', '/api/articles/article:first');
    expect(await ground.dump()).toEqual(alone);
  });

  it('stay on a group and on who spoke, as grades do, when a report is imported anew', async () => {
    await ground.add(second());
    await ground.add(fourth());
    const [group, speaker] = ['source:fourth#four', 'source:fourth#spokesman'];
    await post({ source: group, sameAs: diplomat });
    await post({ source: speaker, identifiedAs: 'person:p' });
    for (const subject of [group, speaker])
      await ground.decide('POST', '/api/grades', { subject, reliability: 'B', by: 'Ada', why: 'Was right twice.' });
    const decided = await ground.dump();
    const titled = { ...fourth(), article: { ...fourth().article, title: 'A corrected title' } };
    expect(await ground.add(titled)).toMatchObject({ outcome: 'replaced' });
    expect((await list()).map(({ key }) => key)).toEqual([
      `IDENTIFIED_AS~${speaker}~person:p`,
      `SAME_AS~${group}~${diplomat}`,
    ]);
    expect(await ground.add(fourth())).toMatchObject({ outcome: 'replaced' });
    expect(await ground.dump()).toEqual(decided);
  });

  it('keep an actor whose report is gone, and let it go with them', async () => {
    await ground.add(first());
    const alone = await ground.dump();
    await ground.add(third());
    await post({ source: insider, identifiedAs: 'person:p' });
    await ground.decide('DELETE', '/api/articles/article:third');
    expect(await list()).toMatchObject([{ other: { key: 'person:p' } }]);
    await remove(`IDENTIFIED_AS~${insider}~person:p`);
    expect(await ground.dump()).toEqual(alone);
  });

  it('are refused where a report says otherwise, or the record is of another kind', async () => {
    await ground.add(first());
    await ground.add(third());
    const refused = (body: Record<string, unknown>) =>
      ground.refused('POST', '/api/hypotheses', { by: 'Ada', confidence: 0.5, ...body });
    const fault = (pointer: string, words: string) => ({
      status: 400,
      errors: [{ pointer, reason: expect.stringContaining(words) }],
    });
    const person = 'source:person:p';
    expect(await refused({ source: insider, sameAs: insider })).toMatchObject(fault('/sameAs', 'the source itself'));
    expect(await refused({ source: person, identifiedAs: 'person:p' })).toMatchObject(
      fault('/source', 'in the article'),
    );
    expect(await refused({ source: 'source:third#one', sameAs: 'source:third#four' })).toMatchObject(
      fault('/sameAs', 'one of "source:third#four"'),
    );
    expect(await refused({ source: 'source:third#four', sameAs: 'source:third#one' })).toMatchObject(
      fault('/sameAs', 'one of "source:third#four"'),
    );
    expect(await refused({ source: insider, identifiedAs: 'plan:x' })).toMatchObject(
      fault('/identifiedAs', '"plan:x" is a Plan, and must be an Actor'),
    );
    expect(await refused({ source: 'person:p', sameAs: insider })).toMatchObject(
      fault('/source', '"person:p" is a Person, and must be a Source'),
    );
    expect(await refused({ source: insider, identifiedAs: 'person:q' })).toMatchObject({
      status: 404,
      nearest: [{ key: 'person:p', name: 'P' }],
    });
    expect(await refused({ source: 'source:first#insidr', identifiedAs: 'person:p' })).toMatchObject({
      status: 404,
      nearest: expect.arrayContaining([{ key: insider, name: 'insider' }]),
    });
    expect(await refused({ source: insider, sameAs: 'source:third#one', confidence: 2 })).toMatchObject(
      fault('/confidence', 'at most 1'),
    );
    expect(await refused({ source: insider, sameAs: 'source:third#one', identifiedAs: 'person:p' })).toMatchObject(
      fault('/identifiedAs', 'no member'),
    );
    expect(await refused({ source: insider })).toMatchObject(fault('', '"sameAs" or "identifiedAs"'));
    await post({ source: insider, identifiedAs: 'person:p' });
    for (const key of [`SAME_AS~${insider}~${diplomat}`, 'nonsense', `IDENTIFIED_AS~${person}~person:p`]) {
      expect(await ground.refused('DELETE', `/api/hypotheses/${of(key)}`)).toMatchObject({
        status: 404,
        nearest: [{ key: `IDENTIFIED_AS~${insider}~person:p`, name: 'insider – P' }],
      });
    }
  });
});
