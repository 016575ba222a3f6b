// What was known then: a report that comes later changes no answer as of an earlier day, nor of a case without it.
import { expect, it } from 'vitest';
import type { ClaimsDocumentInput } from '../../server/schema/article.ts';
import type { Evidence, GraphView } from '../../server/schema/view.ts';
import { entityOf, report } from '../builders.ts';
import { CurationGround, of } from './curation.ts';
import { describeEngines } from './engines.ts';

const said = { holder: 'country:a', target: 'plan:x', stance: 'opposes' as const };
const wire = 'article:wire';
/** With more said of the wire's report. */
const telling = (document: ClaimsDocumentInput, more: object): ClaimsDocumentInput => ({
  ...document,
  articles: (document.articles ?? []).map((stub) => ({ ...stub, title: 'From the wire', ...more })),
});
const first = () =>
  telling(
    report({ slug: 'first', outlet: 'outlet:gazette', day: '2024-03-01', says: [{ ...said, relays: wire }] }),
    {},
  );
const second = () =>
  report({ slug: 'second', outlet: 'outlet:herald', day: '2024-03-02', says: [{ ...said, source: 'person:q' }] });
/** It says whose the papers are, where the wire's report stood and when: after the first report on it. */
const late = (): ClaimsDocumentInput => {
  const document = report({
    slug: 'late',
    outlet: 'outlet:tribune',
    day: '2024-03-09',
    says: [{ ...said, relays: wire }],
    stubOutlets: { [wire]: 'outlet:agency' },
    entities: ['outlet:gazette', 'outlet:herald', 'outlet:tribune'].map((key) => ({
      ...entityOf(key),
      owner: 'Press Group',
    })) as never,
  });
  return telling(document, { publishedFrom: '2024-03-04', publishedTo: '2024-03-04', dateBasis: 'stated' });
};
const edge = 'OPPOSES~country:a~plan:x';
const addresses = [
  '/api/graph?view=explorer',
  '/api/graph?view=explorer&types=Claim',
  '/api/stances?',
  '/api/stances?plan=plan:x',
  `/api/edges/${of(edge)}/evidence?`,
  '/api/contradictions?',
  '/api/articles?',
  `/api/articles/${wire}?`,
  '/api/articles/article:first?',
  `/api/spread?edge=${of(edge)}`,
  '/api/diff?from=2024-03-01&to=2024-03-05',
  '/api/briefs?plan=plan:x&format=md',
  '/api/nodes/plan:x/neighbours?',
];

describeEngines('what was known then', (engine) => {
  const ground = new CurationGround(engine);
  /** A record's own properties, an outlet's owner among them, are shown as they are stored today. */
  const answers = async (filter: string) => {
    const all: Record<string, string> = {};
    for (const path of addresses) {
      const text = await (await ground.api.get(`${path}${path.endsWith('?') ? '' : '&'}${filter}`)).text();
      all[path] = text
        .replaceAll(/"properties":\{"dateBasis":[^{}]*\}/g, '"properties":{}')
        .replaceAll(',"owner":"Press Group"', '');
    }
    return all;
  };
  const origins = async (filter: string) => {
    const found = await ground.api.json<Evidence>(`/api/edges/${of(edge)}/evidence?${filter}`);
    return { ...found.edge.properties, ...found.origins };
  };

  it('no answer of an earlier day, or of a case of earlier reports, is another', { timeout: 300_000 }, async () => {
    await ground.add(first());
    await ground.add(second());
    await ground.decide('PUT', '/api/cases/case:two', { name: 'Two', articles: ['article:first', 'article:second'] });
    const filters = ['asOf=2024-03-05', 'case=case:two'];
    const before = await Promise.all(filters.map(answers));
    await ground.add(late());
    for (const [at, filter] of filters.entries()) {
      for (const [path, text] of Object.entries(await answers(filter))) {
        expect(text, `${path} ${filter}`).toBe(before[at]?.[path]);
      }
      expect(await origins(filter)).toMatchObject({ originsMax: 2, originsByOwner: 2, dateConflicts: [] });
    }
    const conflict = { article: 'article:first', relays: wire };
    expect(await origins('')).toMatchObject({ originsMax: 2, originsByOwner: 1, dateConflicts: [conflict] });
    expect(await origins('asOf=2024-03-09')).toEqual(await origins(''));
    const [now, then] = [
      await ground.api.json<GraphView>('/api/graph'),
      await ground.api.json<GraphView>('/api/graph?asOf=2999'),
    ];
    expect(then.edges).toEqual(now.edges);
  });

  it('what an entities document says of an owner is known at all times', async () => {
    await ground.add(first());
    await ground.add(second());
    const entities = ['outlet:gazette', 'outlet:herald'].map((key) => ({ ...entityOf(key), owner: 'Press Group' }));
    await ground.add({ format: 'hearsay-entities/1', entities });
    expect(await origins('asOf=2024-03-05')).toMatchObject({ originsMax: 2, originsByOwner: 1 });
  });
});
