// Two made-up reports on one plan that agree, deny and bring in a second country, for tests that write between reads.
import { report, type Said } from '../builders.ts';

const opposes: Said = { holder: 'country:a', target: 'plan:x', stance: 'opposes' };

/** One statement, on the word of the given source. */
export const first = (source: string) =>
  report({ slug: 'first', outlet: 'outlet:gazette', day: '2024-03-01', says: [{ ...opposes, source }] });

/** The same statement on another day, its denial, and a second country's support. */
export const second = () =>
  report({
    slug: 'second',
    outlet: 'outlet:herald',
    day: '2024-03-02',
    says: [
      { ...opposes, source: 'person:q' },
      { ...opposes, mode: 'denies', source: 'person:r' },
      { holder: 'country:b', target: 'plan:x', stance: 'supports', source: 'person:q' },
    ],
  });
