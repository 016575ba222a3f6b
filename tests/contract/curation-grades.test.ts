// Grades over HTTP: given, changed and taken away by people, on what can bear them.
import { expect, it } from 'vitest';
import { gradeStanding } from '../../server/curation/grades.ts';
import { deriveAll } from '../../server/ingest/derive.ts';
import type { GradeStanding, GradeView } from '../../server/schema/curation.ts';
import type { Store } from '../../server/store/port.ts';
import { entitiesDocument, entity, report } from '../builders.ts';
import { CurationGround, mended, of } from './curation.ts';
import { describeEngines } from './engines.ts';
import { opposes } from './ingest-setup.ts';

const first = (ending = '') =>
  report({ slug: 'first', outlet: 'outlet:first', says: [{ ...opposes, source: 'insider' }], ending });
const source = 'source:first#insider';

describeEngines('grades', (engine) => {
  const ground = new CurationGround(engine);
  const list = async () => (await ground.api.json<{ grades: GradeView[] }>('/api/grades')).grades;
  const grade = (body: Record<string, unknown>) => ground.decide('POST', '/api/grades', { by: 'Ada', ...body });
  const assertionOf = async (article: string): Promise<string> => {
    const rows = await ground.store.read('write/find/outgoing', { keys: [article], types: ['CONTAINS'] });
    return rows[0]?.target ?? '';
  };

  it('are given, listed and taken away, and then all is as it was', async () => {
    await ground.add(first());
    const assertion = await assertionOf('article:first');
    await ground.thereAndBack(
      async () => {
        expect(await grade({ subject: source, reliability: 'B', why: 'Was right twice.' })).toMatchObject({
          key: source,
          outcome: 'created',
          edges: [],
        });
        await grade({ subject: 'outlet:first', reliability: 'C' });
        await grade({ subject: assertion, credibility: 2 });
      },
      async () => {
        expect(await list()).toEqual([
          expect.objectContaining({ label: 'Assertion', credibility: 2, reliability: null, by: 'Ada', why: null }),
          expect.objectContaining({ subject: { key: 'outlet:first', name: 'First' }, reliability: 'C' }),
          {
            subject: { key: source, name: 'insider' },
            label: 'Source',
            reliability: 'B',
            credibility: null,
            by: 'Ada',
            why: 'Was right twice.',
          },
        ]);
        expect((await grade({ subject: 'outlet:first', reliability: 'C' })).outcome).toBe('unchanged');
      },
      async () => {
        expect((await grade({ subject: source, reliability: null })).outcome).toBe('removed');
        await grade({ subject: 'outlet:first', reliability: null });
        await grade({ subject: assertion, credibility: null });
      },
    );
    expect((await grade({ subject: source, reliability: null })).outcome).toBe('unchanged');
  });

  it('are shown with the origins of what is graded, and what these make eligible', async () => {
    await ground.add(first());
    const assertion = await assertionOf('article:first');
    const standing = (key: string) => ground.api.json<GradeStanding>(`/api/grades/${of(key)}`);
    expect(await standing('outlet:first')).toEqual({
      subject: { key: 'outlet:first', name: 'First' },
      label: 'Outlet',
      reliability: null,
      credibility: null,
      by: null,
      why: null,
      origins: null,
      eligible: null,
    });
    expect(await standing(assertion)).toMatchObject({ origins: { min: 1, max: 1 }, eligible: null });
    await ground.add(report({ slug: 'second', says: [{ ...opposes, source: 'diplomat' }] }));
    expect(await standing(assertion)).toMatchObject({ origins: { min: 1, max: 2 }, eligible: 2 });
    await ground.add(report({ slug: 'third', says: [{ ...opposes, source: 'person:p' }] }));
    await ground.add(report({ slug: 'fourth', says: [{ ...opposes, source: 'person:q' }] }));
    await grade({ subject: assertion, credibility: 3 });
    expect(await standing(assertion)).toMatchObject({ origins: { min: 2, max: 4 }, eligible: 1, credibility: 3 });
    const problem = await (await ground.api.get('/api/grades/article:first')).json();
    expect(problem).toMatchObject({ status: 400, errors: [{ field: 'key' }] });
    expect((await ground.api.get('/api/grades/outlet:frst')).status).toBe(404);
  });

  it('take the place of one another, with the reason of the last alone', async () => {
    await ground.add(first());
    await grade({ subject: source, reliability: 'B', why: 'Was right twice.' });
    expect((await grade({ subject: source, reliability: 'D', by: 'Bea' })).outcome).toBe('changed');
    expect(await list()).toMatchObject([{ reliability: 'D', by: 'Bea', why: null }]);
  });

  it('stay when another report names the outlet, when entities are defined, and when all is derived anew', async () => {
    await ground.add(first());
    await grade({ subject: 'outlet:first', reliability: 'B' });
    await ground.add(report({ slug: 'second', outlet: 'outlet:first', says: [opposes] }));
    await ground.add(entitiesDocument([entity('Outlet', 'First', { owner: 'Owner & Sons' })]));
    await deriveAll(ground.store);
    expect(await list()).toMatchObject([{ reliability: 'B', by: 'Ada' }]);
    await ground.decide('DELETE', '/api/articles/article:second');
    await ground.decide('DELETE', '/api/articles/article:first');
    expect(await list()).toMatchObject([{ reliability: 'B', by: 'Ada' }]);
  });

  it('stay when the graded report is imported anew, and go with it', async () => {
    await ground.add(first());
    const assertion = await assertionOf('article:first');
    await grade({ subject: source, reliability: 'B' });
    await grade({ subject: assertion, credibility: 3 });
    expect(await ground.add(mended(first()))).toMatchObject({ outcome: 'replaced' });
    expect(await list()).toMatchObject([{ credibility: 3 }, { reliability: 'B' }]);
    await ground.decide('DELETE', '/api/articles/article:first');
    expect(await ground.dump()).toEqual([]);
  });

  it('on a text that a newer one revises are listed as such, with what stands in its place', async () => {
    await ground.add(first());
    const assertion = await assertionOf('article:first');
    await grade({ subject: source, reliability: 'B' });
    await grade({ subject: assertion, credibility: 3 });
    expect((await list()).map((one) => one.earlierTexts)).toEqual([undefined, undefined]);
    const { article } = await ground.add(first('Mended.'));
    const now = await assertionOf(article);
    const place = { article, now: { key: `source:${article.slice('article:'.length)}#insider`, name: 'insider' } };
    expect(await list()).toMatchObject([
      { credibility: 3, earlierTexts: [{ of: assertion, article, now: { key: now } }] },
      { reliability: 'B', earlierTexts: [{ of: source, ...place }] },
    ]);
    await ground.add(report({ slug: 'first', outlet: 'outlet:first', says: [], ending: 'Empty.' }));
    expect((await list()).map((one) => one.earlierTexts?.[0]?.now)).toEqual([null, null]);
  });

  it('ask of the database only what the claim rests on', async () => {
    await ground.add(first());
    const assertion = await assertionOf('article:first');
    const asked = new Set<string>();
    const { capabilities } = ground.store;
    const read: Store['read'] = (name, parameters) => {
      asked.add(name);
      return (ground.store as unknown as Store).read(name, parameters);
    };
    expect(await gradeStanding({ capabilities, read }, assertion)).toMatchObject({ origins: { min: 1, max: 1 } });
    expect([...asked].filter((name) => name === 'evidence/claim-keys' || name.startsWith('evidence/told'))).toEqual([]);
  });

  it('are refused where they do not belong, with what the subject is', async () => {
    await ground.add(first());
    const assertion = await assertionOf('article:first');
    const post = (body: unknown) => ground.refused('POST', '/api/grades', body);
    expect(await post({ subject: 'article:first', reliability: 'A', by: 'Ada' })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/subject', reason: '"article:first" is an Article, and must be a Source or an Outlet' }],
    });
    expect(await post({ subject: source, credibility: 1, by: 'Ada' })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/subject', reason: `"${source}" is a Source, and must be an Assertion` }],
    });
    expect(await post({ subject: 'outlet:frst', reliability: 'A', by: 'Ada' })).toMatchObject({
      status: 404,
      nearest: [{ key: 'outlet:first', name: 'First' }],
    });
    expect(await post({ subject: 'source:first#insidr', reliability: 'A', by: 'Ada' })).toMatchObject({
      status: 404,
      nearest: [{ key: source }],
    });
    expect(await post({ subject: source, reliability: 'G', by: 'Ada' })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/reliability', reason: 'must be one of A, B, C, D, E, F, not "G"' }],
    });
    expect(await post({ subject: assertion, credibility: 7, by: 'Ada' })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/credibility' }],
    });
    expect(await post({ subject: source, reliability: 'A' })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/by' }],
    });
    expect(await post({ subject: source, by: 'Ada' })).toMatchObject({
      status: 400,
      errors: [{ pointer: '', reason: expect.stringContaining('"reliability" or "credibility"') }],
    });
    expect(await post([])).toMatchObject({ status: 400 });
  });
});
