// Cases over HTTP: made, changed and taken away without a trace in anything else.
import { expect, it } from 'vitest';
import type { CaseView } from '../../server/schema/curation.ts';
import type { Neighbours } from '../../server/schema/view.ts';
import { report } from '../builders.ts';
import { CurationGround, mended } from './curation.ts';
import { describeEngines } from './engines.ts';
import { one, opposes, two, wire } from './ingest-setup.ts';

describeEngines('cases', (engine) => {
  const ground = new CurationGround(engine);
  const list = async () => (await ground.api.json<{ cases: CaseView[] }>('/api/cases')).cases;
  const put = (key: string, body: unknown) => ground.decide('PUT', `/api/cases/${key}`, body);
  const talks = { name: 'The talks', description: 'All on them.', articles: ['article:two', 'article:one'] };

  it('are made, listed, changed and taken away, and then all is as it was', async () => {
    await ground.add(one());
    await ground.add(two());
    await ground.thereAndBack(
      async () => expect(await put('case:talks', talks)).toEqual({ key: 'case:talks', outcome: 'created', edges: [] }),
      async () => {
        expect(await list()).toEqual([{ key: 'case:talks', ...talks, articles: ['article:one', 'article:two'] }]);
        const again = { ...talks, articles: ['article:one', 'article:two', 'article:one'] };
        expect((await put('case:talks', again)).outcome).toBe('unchanged');
      },
      () => ground.decide('DELETE', '/api/cases/case:talks'),
    );
    expect(await list()).toEqual([]);
  });

  it('are left with exactly what is given', async () => {
    await ground.add(one());
    await ground.add(two());
    await put('case:talks', talks);
    const later = { name: 'The treaty', articles: ['article:two'] };
    expect((await put('case:talks', later)).outcome).toBe('changed');
    expect(await list()).toEqual([{ key: 'case:talks', description: null, ...later }]);
    await ground.thereAndBack(
      () => put('case:talks', talks),
      async () => undefined,
      () => put('case:talks', later),
    );
  });

  it('are several, in the order of their keys, and may share articles or hold none', async () => {
    await ground.add(one());
    await put('case:b', { name: 'B', articles: ['article:one'] });
    await put('case:a', { name: 'A', articles: ['article:one'] });
    await put('case:c', { name: 'C', articles: [] });
    expect((await list()).map(({ key, articles }) => [key, articles.length])).toEqual([
      ['case:a', 1],
      ['case:b', 1],
      ['case:c', 0],
    ]);
  });

  it('lie beside their articles', async () => {
    await ground.add(one());
    await put('case:talks', { name: 'The talks', articles: ['article:one'] });
    const { nodes, total } = await ground.api.json<Neighbours>('/api/nodes/article:one/neighbours?types=COLLECTS');
    expect(total).toBe(1);
    expect(nodes).toContainEqual(expect.objectContaining({ key: 'case:talks', labels: ['Case'], name: 'The talks' }));
  });

  it('lose an article that is taken out, also where it stays as a stub', async () => {
    await ground.add(one());
    await ground.add(wire());
    const other = report({ slug: 'other', says: [opposes] });
    await ground.add(other);
    await put('case:talks', { name: 'The talks', articles: ['article:wire', 'article:other', 'article:one'] });
    await ground.decide('DELETE', '/api/articles/article:wire');
    await ground.decide('DELETE', '/api/articles/article:other');
    expect((await list())[0]?.articles).toEqual(['article:one']);
  });

  it('keep an article whose document is imported anew', async () => {
    await ground.add(one());
    await put('case:talks', { name: 'The talks', articles: ['article:one'] });
    expect(await ground.add(mended(one()))).toMatchObject({ outcome: 'replaced' });
    expect((await list())[0]?.articles).toEqual(['article:one']);
  });

  it('refuse what they cannot collect, and say what it is', async () => {
    await ground.add(one());
    const path = '/api/cases/case:talks';
    expect(await ground.refused('PUT', path, { name: 'T', articles: ['article:onne'] })).toMatchObject({
      status: 404,
      nearest: [{ key: 'article:one' }, { key: 'article:wire' }],
    });
    expect(await ground.refused('PUT', path, { name: 'T', articles: ['article:wire'] })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/articles', reason: expect.stringContaining('only because other articles relay it') }],
    });
    expect(await ground.refused('PUT', path, { name: 'T', articles: ['outlet:first'] })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/articles/0', reason: expect.stringContaining('article:some-slug') }],
    });
    expect(await ground.refused('PUT', path, { name: ' ', articles: [] })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/name' }],
    });
    expect(await ground.refused('PUT', path, { articles: [], colour: 'red' })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/name' }, { pointer: '/colour' }],
    });
    expect(await ground.refused('PUT', '/api/cases/talks', { name: 'T', articles: [] })).toMatchObject({
      status: 400,
      errors: [{ field: 'key', reason: expect.stringContaining('case:some-slug') }],
    });
    await put('case:talks', { name: 'The talks', articles: [] });
    expect(await ground.refused('DELETE', '/api/cases/case:walks')).toMatchObject({
      status: 404,
      nearest: [{ key: 'case:talks', name: 'The talks' }],
    });
  });
});
