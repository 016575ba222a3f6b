// An export of which each decision stands once is read; where two are on the same, the second is refused with its place.
import { expect, it } from 'vitest';
import { InvalidDocument } from '../../../server/errors.ts';
import { parseExport } from '../../../server/exchange/parse.ts';
import { exportFormat } from '../../../server/schema/exchange.ts';

const exported = (decisions: Record<string, unknown>) => ({
  format: exportFormat,
  exportedOn: '2024-12-01T00:00:00Z',
  part: null,
  articles: [],
  entities: [],
  standing: {
    entities: [{ type: 'Country', key: 'country:a', name: 'A' }],
    articles: ['one', 'two'].map((slug) => ({ key: `article:${slug}`, title: slug })),
  },
  decisions,
  derived: { edges: [] },
});

function faults(decisions: Record<string, unknown>): string[] {
  try {
    parseExport(exported(decisions));
  } catch (error) {
    if (!(error instanceof InvalidDocument)) throw error;
    return (error.details.errors ?? []).map(({ pointer, reason }) => `${pointer}: ${reason}`);
  }
  return [];
}

const grade = { subject: 'country:a', reliability: 'A', by: 'Ada' };
const case_ = { key: 'case:c', name: 'A case', articles: ['article:one'] };
const disposition = { contradiction: 'stance~a~b', state: 'settled', by: 'Ada', why: 'So it is.' };
const link = { type: 'REPUBLISHES', article: 'article:one', other: 'article:two', review: 'accepted', by: 'Ada' };

it.each([
  ['grades', grade, { ...grade, reliability: 'B' }, 'country:a'],
  ['grades', grade, grade, 'country:a'],
  ['cases', case_, { ...case_, name: 'Another' }, 'case:c'],
  ['articleLinks', link, { ...link, review: 'rejected' }, 'REPUBLISHES~article:one~article:two'],
  ['dispositions', disposition, { ...disposition, state: 'open' }, 'stance~a~b'],
])('%s on the same are refused', (kind, one, other, what) => {
  expect(faults({ [kind]: [one] })).toEqual([]);
  expect(faults({ [kind]: [one, other] })).toEqual([
    `/decisions/${kind}/1: decides "${what}", as /decisions/${kind}/0 does; leave out one of the two`,
  ]);
});

it('a sameness is the same in both directions', () => {
  const same = { source: 'country:a', sameAs: 'article:one', by: 'Ada', confidence: 0.5 };
  const hypotheses = [same, { ...same, source: 'article:one', sameAs: 'country:a' }];
  expect(faults({ hypotheses })).toEqual([
    '/decisions/hypotheses/1: decides "article:one~country:a", as /decisions/hypotheses/0 does; leave out one of the two',
  ]);
});
