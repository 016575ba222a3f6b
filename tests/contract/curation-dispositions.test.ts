// Dispositions over HTTP: what people make of contradictions, and what that does to the edges.
import { expect, it } from 'vitest';
import { allEvidence } from '../../server/evidence/whole.ts';
import { deriveAll } from '../../server/ingest/derive.ts';
import { contradictionsOf } from '../../server/provenance/contradictions/contradictions.ts';
import type { DispositionView } from '../../server/schema/curation.ts';
import { report } from '../builders.ts';
import { CurationGround, of } from './curation.ts';
import { describeEngines } from './engines.ts';
import { opposes } from './ingest-setup.ts';

const saying = () => report({ slug: 'saying', outlet: 'outlet:first', says: [{ ...opposes, source: 'insider' }] });
const denying = () =>
  report({ slug: 'denying', outlet: 'outlet:second', says: [{ ...opposes, mode: 'denies', source: 'person:p' }] });

describeEngines('dispositions', (engine) => {
  const ground = new CurationGround(engine);
  const list = async () =>
    (await ground.api.json<{ dispositions: DispositionView[] }>('/api/dispositions')).dispositions;
  const path = (key: string) => `/api/contradictions/${of(key)}/disposition`;
  const put = (key: string, state: string, why = 'They spoke of two days.') =>
    ground.decide('PUT', path(key), { state, by: 'Ada', why });
  const stance = () => ground.origins('OPPOSES country:a plan:x');
  const denial = async (): Promise<string> => {
    const entries = contradictionsOf(await allEvidence(ground.store));
    return entries.find(({ type }) => type === 'denial')?.key ?? '';
  };

  it('settle a contradiction, which then contests nothing, and open it again', async () => {
    await ground.add(saying());
    await ground.add(denying());
    expect(await stance()).toBe('1–1!');
    const key = await denial();
    await ground.thereAndBack(
      async () => {
        const { outcome, edges } = await put(key, 'settled');
        expect(outcome).toBe('created');
        expect(edges.map((edge) => edge.key)).toContain('OPPOSES~country:a~plan:x');
      },
      async () => {
        expect(await stance()).toBe('1–1');
        expect(await denial()).toBe(key);
        const [only, ...others] = await list();
        expect(others).toEqual([]);
        expect(only).toEqual({
          contradiction: key,
          state: 'settled',
          by: 'Ada',
          why: 'They spoke of two days.',
          on: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
          inLedger: true,
        });
        expect(await put(key, 'settled')).toMatchObject({ outcome: 'unchanged', edges: [] });
        await deriveAll(ground.store);
      },
      async () => expect((await put(key, 'open')).outcome).toBe('removed'),
    );
    expect(await stance()).toBe('1–1!');
    expect(await list()).toEqual([]);
    expect((await put(key, 'open')).outcome).toBe('unchanged');
  });

  it('explain one without taking its contest away', async () => {
    await ground.add(saying());
    await ground.add(denying());
    const key = await denial();
    expect(await put(key, 'explained')).toMatchObject({ outcome: 'created', edges: [] });
    expect(await stance()).toBe('1–1!');
    expect(await put(key, 'settled')).toMatchObject({ outcome: 'changed' });
    expect(await stance()).toBe('1–1');
    expect(await put(key, 'explained', 'One spoke for all.')).toMatchObject({ outcome: 'changed' });
    expect(await stance()).toBe('1–1!');
    expect(await list()).toMatchObject([{ state: 'explained', why: 'One spoke for all.' }]);
  });

  it('stay when the contradiction goes, and hold again when it comes back', async () => {
    await ground.add(saying());
    await ground.add(denying());
    const key = await denial();
    await put(key, 'settled');
    const settled = await ground.dump();
    await ground.decide('DELETE', '/api/articles/article:denying');
    expect(await list()).toMatchObject([{ contradiction: key, state: 'settled', inLedger: false }]);
    await ground.add(denying());
    expect(await ground.dump()).toEqual(settled);

    await ground.decide('DELETE', '/api/articles/article:denying');
    expect(await put(key, 'open')).toMatchObject({ outcome: 'removed', edges: [] });
    expect(await list()).toEqual([]);
  });

  it('are refused for what is not in the ledger, and where they are malformed', async () => {
    await ground.add(saying());
    await ground.add(denying());
    const body = { state: 'settled', by: 'Ada', why: 'So.' };
    expect(await ground.refused('PUT', path('contradiction:none'), body)).toMatchObject({
      status: 404,
      code: 'not-found',
      detail: expect.stringContaining('/api/contradictions'),
      nearest: [{ key: await denial(), name: expect.stringContaining('the other denies it') }],
    });
    const key = await denial();
    expect(await ground.refused('PUT', path(key), { ...body, state: 'closed' })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/state', reason: 'must be one of open, explained, settled, not "closed"' }],
    });
    expect(await ground.refused('PUT', path(key), { state: 'settled', by: 'Ada' })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/why' }],
    });
  });
});
