// What several documents say of one entity: put together, and taken apart again.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillAbsent, keepGiven, namesGiven } from '../../../server/ingest/contributions.ts';
import { contributeEntity, curateEntity } from '../../../server/ingest/merge.ts';
import { mergeRelation, withoutArticle } from '../../../server/ingest/rows.ts';

describe('scalars', () => {
  it('are kept where they are and added where they are not', () => {
    expect(fillAbsent({ name: 'A', url: 'u' }, { name: 'B', owner: 'o' })).toEqual({ name: 'A', url: 'u', owner: 'o' });
  });

  it('of a date come from one document together', () => {
    const stated = { publishedFrom: '2024-10-24', publishedTo: '2024-10-24', dateBasis: 'stated' };
    expect(fillAbsent(stated, { dateNote: 'guessed', title: 'T' })).toEqual({ ...stated, title: 'T' });
  });

  it('stay while a document gives them, else pass to the first that gives another', () => {
    const [a, b] = [{ name: 'A', url: 'u' }, { name: 'B' }];
    expect(keepGiven({ name: 'B', url: 'u', owner: 'o' }, [a, b])).toEqual({ name: 'B', url: 'u' });
    expect(keepGiven({ name: 'C' }, [a, b])).toEqual({ name: 'A', url: 'u' });
  });
});

describe('names', () => {
  it('are those given, and words of the article that look like a name', () => {
    const names = ['Kyiv', 'the capital', 'The capital', 'її', '“Kyiv', 'NATO-Staaten', `X${'x'.repeat(80)}`];
    expect(namesGiven({ name: 'Ukraine', aliases: ['UA'], names })).toEqual(['Ukraine', 'UA', 'Kyiv', 'NATO-Staaten']);
  });

  it('stand with the curated ones first in their order, the others sorted, the name itself left out', () => {
    const curated = curateEntity(undefined, { name: 'Zelensky', aliases: ['Zelenskyy', 'Volodymyr'] });
    const after = contributeEntity(curated, { name: 'Mr Zelensky' }, ['Mr Zelensky', 'Zelensky', 'Ze', 'Volodymyr']);
    expect(after).toMatchObject({
      name: 'Zelensky',
      aliases: ['Zelenskyy', 'Volodymyr', 'Mr Zelensky', 'Ze'],
      curated: true,
    });
    expect(after.nameIndex).toBe('| zelensky | zelenskyy | volodymyr | mr zelensky | ze |');
  });

  it('are the same whichever document comes first', () => {
    const contribution = fc.record({
      name: fc.constantFrom('A', 'B'),
      names: fc.array(fc.constantFrom('A', 'B', 'C', 'D', 'E')),
    });
    fc.assert(
      fc.property(contribution, contribution, fc.boolean(), (one, two, curate) => {
        const steps = [
          (node: Parameters<typeof contributeEntity>[0]) => contributeEntity(node, { name: 'A' }, ['A', ...one.names]),
          (node: Parameters<typeof contributeEntity>[0]) => contributeEntity(node, { name: 'A' }, ['A', ...two.names]),
          ...(curate
            ? [
                (node: Parameters<typeof contributeEntity>[0]) =>
                  curateEntity(node, { name: two.name, aliases: ['D', 'C'] }),
              ]
            : []),
        ];
        const run = (order: typeof steps) =>
          order.reduce<Parameters<typeof contributeEntity>[0]>((node, step) => step(node), undefined);
        expect(run([...steps].reverse())).toEqual(run(steps));
      }),
      { seed: 5 },
    );
  });
});

describe('relations', () => {
  it('unite where they come from, and lose one document again', () => {
    const first = { from: '2020', articles: ['article:a'], evidence: ['article:a#1-2'] };
    const both = mergeRelation(first, { to: '2024', articles: ['article:a.b'], evidence: ['article:a.b#3-4'] });
    expect(both).toEqual({
      from: '2020',
      to: '2024',
      articles: ['article:a', 'article:a.b'],
      evidence: ['article:a#1-2', 'article:a.b#3-4'],
    });
    expect(withoutArticle(both, 'article:a')).toEqual({
      from: '2020',
      to: '2024',
      articles: ['article:a.b'],
      evidence: ['article:a.b#3-4'],
    });
    expect(withoutArticle(first, 'article:a')).toBeNull();
  });

  it('that are curated keep what the entities document says, and stay', () => {
    const curated = { from: '1999', curated: true };
    const stated = { from: '2000', to: '2001', articles: ['article:a'] };
    const both = { from: '1999', curated: true, articles: ['article:a'] };
    expect(mergeRelation(curated, stated)).toEqual(both);
    expect(mergeRelation(stated, curated)).toEqual(both);
    expect(withoutArticle(both, 'article:a')).toEqual(curated);
  });
});
