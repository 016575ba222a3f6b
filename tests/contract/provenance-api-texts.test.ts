// Held texts over HTTP: which seem to print another, and that the words of many do not crowd out a claim.
import { expect, it } from 'vitest';
import type { Suggestions } from '../../server/schema/comparison.ts';
import type { Problem } from '../../server/schema/problem.ts';
import type { SearchResult } from '../../server/schema/view.ts';
import { report } from '../builders.ts';
import { CurationGround, of } from './curation.ts';
import { describeEngines } from './engines.ts';

const passage = Array.from({ length: 30 }, (_, at) => `The envoy of land ${at} said that treaty ${at * 7} was void.`);
const printed = (slug: string, outlet: string, day: string, lines = passage) => {
  const document = report({
    slug,
    outlet,
    day,
    says: [{ holder: 'country:a', stance: 'opposes', target: 'plan:x', source: 'insider' }],
    ending: lines.join('\n'),
    withText: true,
  });
  return document;
};

describeEngines('held texts', (engine) => {
  const ground = new CurationGround(engine);
  const suggestions = (query = '') => ground.api.json<Suggestions>(`/api/suggestions${query}`);

  it('that print another are suggested until somebody decides', async () => {
    await ground.add(printed('wire', 'outlet:agency', '2024-03-01'));
    await ground.add(printed('copy', 'outlet:daily', '2024-03-02'));
    await ground.add(printed('other', 'outlet:weekly', '2024-03-03', ['Nothing of the kind was ever reported here.']));
    const { rows } = await suggestions();
    expect(rows).toMatchObject([
      {
        key: 'REPUBLISHES~article:copy~article:wire',
        article: { key: 'article:copy', outlet: { name: 'Daily' } },
        original: { key: 'article:wire' },
        kind: 'passages',
        review: 'proposed',
      },
    ]);
    const [passages] = rows[0]?.passages ?? [];
    expect(passages?.article.text).toContain('The envoy of land 3 said');
    expect(passages?.article.text).toBe(passages?.original.text);
    expect((await suggestions('?without=article:wire')).rows).toEqual([]);
    expect((await suggestions('?asOf=2024-03-01')).rows).toEqual([]);
    const link = { type: 'REPUBLISHES', article: 'article:copy', other: 'article:wire', by: 'Ada' };
    await ground.decide('POST', '/api/article-links', { ...link, review: 'rejected' });
    expect((await suggestions()).rows).toMatchObject([{ review: 'rejected' }]);
    await ground.decide('POST', '/api/article-links', link);
    expect((await suggestions()).rows).toMatchObject([{ review: 'accepted' }]);
    await ground.decide('DELETE', `/api/article-links/${of('REPUBLISHES~article:copy~article:wire')}`);
    expect((await suggestions()).rows).toEqual(rows);
  });

  it('that were revised are not compared with their revision', async () => {
    await ground.add(printed('wire', 'outlet:agency', '2024-03-01'));
    await ground.add(printed('wire', 'outlet:agency', '2024-03-04', [...passage, 'One line more.']));
    expect((await suggestions()).rows).toEqual([]);
  });

  it('do not crowd out a claim with their words', async () => {
    const said = { holder: 'country:a', stance: 'opposes' as const, target: 'plan:zeppelin' };
    const document = report({ slug: 'long', says: Array.from({ length: 1100 }, () => said) });
    await ground.add(document);
    const search = async (query: string) => (await ground.api.json<SearchResult>(`/api/search?${query}`)).rows;
    expect((await search('q=asserts&limit=5')).every(({ labels }) => labels[0] === 'Assertion')).toBe(true);
    expect(await search('q=opposes&limit=5&types=Claim')).toMatchObject([{ labels: ['Claim'] }]);
    expect((await search('q=opposes&limit=5'))[0]).toMatchObject({ labels: ['Claim'] });
  }, 60_000);

  it('are not looked at to see that an article to delete is not there', async () => {
    await ground.add(report({ slug: 'one', title: 'One' }));
    const response = await ground.api.send('DELETE', '/api/articles/article:onee');
    expect(response.status).toBe(404);
    expect(((await response.json()) as Problem).nearest).toEqual([{ key: 'article:one', name: 'One' }]);
  });
});
