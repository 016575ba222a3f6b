// Reprints, corrections and retractions over HTTP, beside what documents state of the same articles.
import { expect, it } from 'vitest';
import type { ArticleLinkView } from '../../server/schema/curation.ts';
import { report } from '../builders.ts';
import { CurationGround, of } from './curation.ts';
import { describeEngines } from './engines.ts';
import { one, opposes, wire } from './ingest-setup.ts';

const agency = (more: object = {}) => {
  const document = report({ slug: 'agency', outlet: 'outlet:agency', says: [{ ...opposes, source: 'insider' }] });
  return { ...document, article: { ...document.article, ...more } };
};
const daily = (more: object = {}) => {
  const document = report({ slug: 'daily', outlet: 'outlet:daily', title: 'Daily', says: [opposes] });
  return { ...document, article: { ...document.article, ...more } };
};
const denial = () =>
  report({ slug: 'denial', outlet: 'outlet:agency', says: [{ ...opposes, mode: 'denies', source: 'person:p' }] });
const reprint = { type: 'REPUBLISHES', article: 'article:daily', other: 'article:agency', by: 'Ada' };
const reprintKey = 'REPUBLISHES~article:daily~article:agency';

describeEngines('links between articles', (engine) => {
  const ground = new CurationGround(engine);
  const post = (body: unknown) => ground.decide('POST', '/api/article-links', body);
  const remove = (key: string) => ground.decide('DELETE', `/api/article-links/${of(key)}`);
  const list = async () => (await ground.api.json<{ links: ArticleLinkView[] }>('/api/article-links')).links;
  const stance = () => ground.origins('OPPOSES country:a plan:x');

  it('of a reprint take an origin away, until taken back', async () => {
    await ground.add(agency());
    await ground.add(daily());
    expect(await stance()).toBe('1–2');
    await ground.thereAndBack(
      async () => {
        const { key, outcome, edges } = await post({ ...reprint, why: 'Word for word.' });
        expect({ key, outcome }).toEqual({ key: reprintKey, outcome: 'created' });
        expect(edges).toContainEqual({
          key: 'OPPOSES~country:a~plan:x',
          before: { min: 1, max: 2 },
          after: { min: 1, max: 1 },
        });
      },
      async () => {
        expect(await stance()).toBe('1–1');
        expect(await list()).toEqual([
          {
            key: reprintKey,
            type: 'REPUBLISHES',
            article: { key: 'article:daily', name: 'Daily' },
            other: { key: 'article:agency', name: 'article:agency' },
            review: 'accepted',
            decided: true,
            statedBy: [],
            by: 'Ada',
            why: 'Word for word.',
          },
        ]);
        expect(await post({ ...reprint, why: 'Word for word.' })).toMatchObject({ outcome: 'unchanged', edges: [] });
      },
      () => remove(reprintKey),
    );
    expect(await stance()).toBe('1–2');
  });

  it('of a rejected reprint change no count, and turn into an accepted one and back', async () => {
    await ground.add(agency());
    await ground.add(daily());
    await ground.thereAndBack(
      () => post({ ...reprint, review: 'rejected' }),
      async () => {
        expect(await stance()).toBe('1–2');
        expect(await list()).toMatchObject([{ key: reprintKey, review: 'rejected', decided: true }]);
      },
      () => remove(reprintKey),
    );
    await post({ ...reprint, review: 'rejected' });
    await ground.thereAndBack(
      async () => expect((await post(reprint)).outcome).toBe('changed'),
      async () => {
        expect(await stance()).toBe('1–1');
        expect(await list()).toMatchObject([{ key: reprintKey, review: 'accepted' }]);
      },
      () => post({ ...reprint, review: 'rejected' }),
    );
  });

  it('of a retraction and of a correction withdraw what they bear on', async () => {
    await ground.add(agency());
    await ground.add(denial());
    const of = { article: 'article:denial', other: 'article:agency', by: 'Ada' };
    expect(await stance()).toBe('1–1!');
    for (const type of ['RETRACTS', 'CORRECTS']) {
      await ground.thereAndBack(
        () => post({ ...of, type }),
        async () => expect(await stance()).toMatch(/^0–0/),
        () => remove(`${type}~article:denial~article:agency`),
      );
    }
    expect(await stance()).toBe('1–1!');
  });

  it('decided and stated are told apart: neither goes with the other', async () => {
    await ground.add(agency());
    await ground.add(daily());
    const neither = await ground.dump();
    await post(reprint);
    const decided = await ground.dump();

    const stating = daily({ republishes: ['article:agency'] });
    expect(await ground.add(stating)).toMatchObject({ outcome: 'replaced' });
    expect(await list()).toMatchObject([{ decided: true, by: 'Ada', statedBy: ['article:daily'] }]);
    await remove(reprintKey);
    expect(await list()).toMatchObject([{ decided: false, by: null, statedBy: ['article:daily'] }]);
    expect(await stance()).toBe('1–1');
    expect(await ground.refused('DELETE', `/api/article-links/${of(reprintKey)}`)).toMatchObject({
      status: 404,
      detail: expect.stringContaining('stated by the document of article:daily'),
    });
    expect(await ground.refused('POST', '/api/article-links', { ...reprint, review: 'rejected' })).toMatchObject({
      status: 409,
      detail: expect.stringContaining('article:daily'),
    });

    await post(reprint);
    await ground.add(daily());
    expect(await ground.dump()).toEqual(decided);
    await remove(reprintKey);
    expect(await ground.dump()).toEqual(neither);
  });

  it('are one where a document states what somebody rejected', async () => {
    await ground.add(agency());
    await ground.add(daily());
    await post({ ...reprint, review: 'rejected', why: 'Other words.' });
    await ground.add(daily({ republishes: ['article:agency'] }));
    const link = { key: reprintKey, review: 'accepted', statedBy: ['article:daily'] };
    const both = await list();
    expect(both).toHaveLength(1);
    expect(both).toMatchObject([{ ...link, decided: true, by: 'Ada', why: 'Other words.' }]);
    await remove(reprintKey);
    expect(await list()).toMatchObject([{ ...link, decided: false, by: null, why: null }]);
  });

  it('keep an article that is taken out as a stub, and let it go with them', async () => {
    await ground.add(daily());
    const alone = await ground.dump();
    await ground.add(agency());
    await post(reprint);
    await ground.decide('DELETE', '/api/articles/article:agency');
    expect(await list()).toMatchObject([{ key: reprintKey, decided: true }]);
    await remove(reprintKey);
    expect(await ground.dump()).toEqual(alone);

    await ground.add(agency());
    await post(reprint);
    await ground.decide('DELETE', '/api/articles/article:agency');
    await ground.decide('DELETE', '/api/articles/article:daily');
    expect(await ground.dump()).toEqual([]);
  });

  it('may end at an article that is known only from others', async () => {
    await ground.add(one());
    await ground.add(daily());
    await ground.thereAndBack(
      () => post({ ...reprint, other: 'article:wire' }),
      async () => {
        expect(await list()).toMatchObject([{ other: { key: 'article:wire' } }]);
      },
      () => remove('REPUBLISHES~article:daily~article:wire'),
    );
    await post({ ...reprint, other: 'article:wire' });
    await ground.add(wire());
    expect(await list()).toMatchObject([{ other: { key: 'article:wire', name: 'From the wire' }, decided: true }]);
  });

  it('are refused where they make no sense', async () => {
    await ground.add(agency());
    await ground.add(daily());
    const refused = (body: object) => ground.refused('POST', '/api/article-links', { ...reprint, ...body });
    expect(await refused({ other: 'article:daily' })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/other', reason: 'is the article itself' }],
    });
    expect(await refused({ other: 'article:agencee' })).toMatchObject({
      status: 404,
      nearest: [{ key: 'article:agency' }, { key: 'article:daily' }],
    });
    expect(await refused({ article: 'outlet:daily' })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/article' }],
    });
    expect(await refused({ type: 'CITES' })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/type', reason: 'must be one of REPUBLISHES, CORRECTS, RETRACTS, not "CITES"' }],
    });
    expect(await refused({ type: 'RETRACTS', review: 'rejected' })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/review' }],
    });
    expect(await ground.refused('DELETE', `/api/article-links/${of('CITES~a~b')}`)).toMatchObject({ status: 404 });
    await post(reprint);
    expect(
      await ground.refused('DELETE', `/api/article-links/${of('RETRACTS~article:daily~article:agency')}`),
    ).toMatchObject({ status: 404, nearest: [{ key: reprintKey, name: 'Daily – article:agency' }] });
  });
});
