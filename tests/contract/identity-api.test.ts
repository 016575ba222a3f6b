// The routes on who is who: candidates, merges, splits and distinctions, what is refused, and where old keys lead.
import { expect, it } from 'vitest';
import type { CandidateList, DistinctionList, OperationList } from '../../server/schema/identity.ts';
import type { NodeDetail } from '../../server/schema/view.ts';
import { entitiesDocument, entityOf, report } from '../builders.ts';
import { CurationGround, of } from './curation.ts';
import { describeEngines } from './engines.ts';

const opposes = { stance: 'opposes' as const, target: 'plan:x' };
const named = (key: string, name: string, aliases: string[] = []) => ({ ...entityOf(key), name, aliases });
const one = () =>
  report({
    slug: 'one',
    says: [
      { holder: 'person:a', ...opposes },
      { holder: 'person:c', ...opposes },
    ],
    entities: [named('person:a', 'Ana Petrova'), named('person:c', 'Carl Berg')],
  });
const two = () =>
  report({
    slug: 'two',
    says: [{ holder: 'person:b', ...opposes }],
    entities: [named('person:b', 'President Ana Petrova')],
  });
const merge = { from: 'person:b', into: 'person:a', by: 'Ada', why: 'The president.' };

describeEngines('who is who', (engine) => {
  const ground = new CurationGround(engine);
  const candidates = async () => (await ground.api.json<CandidateList>('/api/merge-candidates')).candidates;
  const operations = async () => (await ground.api.json<OperationList>('/api/merges')).operations;

  it('proposes, and never merges by itself', async () => {
    await ground.add(one());
    await ground.add(two());
    const before = await ground.dump();
    expect(await candidates()).toEqual([
      expect.objectContaining({
        type: 'Person',
        score: 0.9,
        one: expect.objectContaining({ key: 'person:a', articles: 1 }),
        other: expect.objectContaining({ key: 'person:b', articles: 1 }),
      }),
    ]);
    expect(await ground.dump()).toEqual(before);
  });

  it('remembers that two are two, and takes that back', async () => {
    await ground.add(one());
    await ground.add(two());
    const body = { one: 'person:b', other: 'person:a', by: 'Ada', why: 'Mother and daughter.' };
    await ground.thereAndBack(
      () => ground.decide('POST', '/api/distinctions', body),
      async () => {
        expect(await candidates()).toEqual([]);
        const { distinctions } = await ground.api.json<DistinctionList>('/api/distinctions');
        expect(distinctions).toMatchObject([{ key: 'distinct:person:a~person:b', why: 'Mother and daughter.' }]);
        const problem = await ground.refused('POST', '/api/merges', merge);
        expect(problem).toMatchObject({
          status: 409,
          title: 'Ada said that "Ana Petrova" and "President Ana Petrova" are two.',
        });
        expect((await ground.decide('POST', '/api/distinctions', body)).outcome).toBe('unchanged');
      },
      () => ground.decide('DELETE', `/api/distinctions/${of('distinct:person:a~person:b')}`),
    );
    expect(await candidates()).toHaveLength(1);
  });

  it('tells who merged, why, and what it changed; old keys lead on', async () => {
    await ground.add(one());
    await ground.add(two());
    const { key, outcome, edges } = await ground.decide('POST', '/api/merges', merge);
    expect({ key, outcome }).toEqual({ key: 'merge:person:b', outcome: 'created' });
    expect(edges.map((edge) => edge.key)).toContain('OPPOSES~person:b~plan:x');
    expect(await operations()).toMatchObject([
      { key, kind: 'merge', now: 'person:a', by: 'Ada', why: 'The president.', restingOn: [] },
    ]);
    const { node, merged } = await ground.api.json<NodeDetail>('/api/nodes/person:b');
    expect(node.key).toBe('person:a');
    expect(merged).toEqual({ key: 'person:b', name: 'President Ana Petrova', by: 'Ada' });
    const lost = await (await ground.api.send('GET', '/api/nodes/person:b/neighbours')).json();
    expect(lost).toMatchObject({ status: 404, nearest: [{ key: 'person:a' }] });
    await ground.decide('DELETE', `/api/merges/${of(key)}`);
    expect(await operations()).toEqual([]);
  });

  it('follows a chain, and is taken back from its end only', async () => {
    await ground.add(one());
    await ground.add(two());
    const before = await ground.dump();
    await ground.decide('POST', '/api/merges', merge);
    await ground.decide('POST', '/api/merges', { from: 'person:a', into: 'person:c', by: 'Ben' });
    expect((await operations()).map(({ key, now, restingOn }) => [key, now, restingOn])).toEqual([
      ['merge:person:a', 'person:c', []],
      ['merge:person:b', 'person:c', ['merge:person:a']],
    ]);
    const problem = await ground.refused('DELETE', `/api/merges/${of('merge:person:b')}`);
    expect(problem).toMatchObject({ status: 409, nearest: [{ key: 'merge:person:a' }] });
    expect((await ground.api.json<NodeDetail>('/api/nodes/person:b')).node.key).toBe('person:c');
    const third = report({ slug: 'three', says: [{ holder: 'person:b', ...opposes }] });
    expect((await ground.add(third)).matched).toContainEqual({ key: 'person:c', given: 'person:b', by: 'key' });
    await ground.decide('DELETE', `/api/articles/${of('article:three')}`).catch(() => undefined);
    await ground.decide('DELETE', `/api/merges/${of('merge:person:a')}`);
    await ground.decide('DELETE', `/api/merges/${of('merge:person:b')}`);
    expect(await ground.dump()).toEqual(before);
  });

  it('refuses what makes no sense, and says why', async () => {
    await ground.add(one());
    await ground.add(two());
    const refused = async (body: unknown) => (await ground.refused('POST', '/api/merges', body)).errors?.[0];
    expect(await refused({ ...merge, into: 'person:b' })).toEqual({ pointer: '/into', reason: 'is the entity itself' });
    expect(await refused({ ...merge, into: 'plan:x' })).toMatchObject({ pointer: '/into' });
    expect(await ground.refused('POST', '/api/merges', { ...merge, from: 'person:bb' })).toMatchObject({ status: 404 });
    await ground.decide('POST', '/api/merges', merge);
    // Somebody else did it meanwhile.
    expect(await ground.refused('POST', '/api/merges', { ...merge, by: 'Ben' })).toMatchObject({
      status: 409,
      nearest: [{ key: 'person:a' }],
    });
    expect(await ground.refused('DELETE', `/api/merges/${of('merge:person:z')}`)).toMatchObject({ status: 404 });
  });

  it('splits by articles and by assertions, and parts claims that were one', async () => {
    await ground.add(one());
    await ground.add(report({ slug: 'two', says: [{ holder: 'person:a', ...opposes }] }));
    await ground.thereAndBack(
      () =>
        ground.decide('POST', '/api/splits', {
          ...{
            entity: 'person:a',
            into: 'person:other',
            name: 'Another Petrova',
            articles: ['article:two'],
            by: 'Ada',
          },
        }),
      async () => {
        expect(await ground.edge('OPPOSES person:a plan:x')).toMatchObject({ articles: 1 });
        expect(await ground.edge('OPPOSES person:other plan:x')).toMatchObject({ articles: 1 });
        expect(await ground.node('person:other')).toMatchObject({ name: 'Another Petrova' });
      },
      () => ground.decide('DELETE', `/api/merges/${of('split:person:other')}`),
    );
    const rows = await ground.store.read('read/curation/names', { prefix: 'assertion:', limit: 10 });
    const [first] = rows.filter(({ name }) => name.startsWith('person:a'));
    await ground.thereAndBack(
      () =>
        ground.decide('POST', '/api/splits', {
          ...{ entity: 'person:a', into: 'person:other', name: 'Another', assertions: [first?.key], by: 'Ada' },
        }),
      async () => {
        expect(await ground.edge('OPPOSES person:other plan:x')).toMatchObject({ articles: 1 });
      },
      () => ground.decide('DELETE', `/api/merges/${of('split:person:other')}`),
    );
    const all = { entity: 'person:c', into: 'person:d', name: 'D', articles: ['article:two'], by: 'Ada' };
    expect(await ground.refused('POST', '/api/splits', all)).toMatchObject({ status: 400 });
    expect(await ground.refused('POST', '/api/splits', { ...all, entity: 'person:a', into: 'person:c' })).toMatchObject(
      {
        status: 409,
      },
    );
  });

  it('makes no loops of what the two were to each other', async () => {
    await ground.add(
      report({
        slug: 'one',
        outlet: 'outlet:a',
        says: [{ holder: 'organization:a', ...opposes, relays: 'article:two' }],
        stubOutlets: { 'article:two': 'outlet:b' },
        entities: [entityOf('organization:a'), entityOf('organization:b')],
        relations: [{ type: 'MEMBER_OF', start: 'organization:a', end: 'organization:b' }],
      }),
    );
    await ground.add(entitiesDocument([entityOf('organization:b')]));
    await ground.thereAndBack(
      async () => {
        await ground.decide('POST', '/api/merges', { from: 'organization:a', into: 'organization:b', by: 'Ada' });
        await ground.decide('POST', '/api/merges', { from: 'outlet:b', into: 'outlet:a', by: 'Ada' });
      },
      async () => {
        const relations = await ground.store.read('test/dump-relations', {});
        expect(relations.filter(({ source, target }) => source === target)).toEqual([]);
        expect(await ground.edge('CITES outlet:a outlet:b')).toBeUndefined();
      },
      async () => {
        await ground.decide('DELETE', `/api/merges/${of('merge:organization:a')}`);
        await ground.decide('DELETE', `/api/merges/${of('merge:outlet:b')}`);
      },
    );
  });
});
