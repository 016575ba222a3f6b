// Reports on anonymous sources, on which hypotheses are tested.
import { report } from '../builders.ts';
import { opposes } from './ingest-setup.ts';

export const insider = 'source:first#insider';
export const diplomat = 'source:second#diplomat';
/** Two outlets, each on an anonymous source of its own; the second also on two of a group. */
export const first = () => report({ slug: 'first', outlet: 'outlet:first', says: [{ ...opposes, source: 'insider' }] });
export const second = () =>
  report({ slug: 'second', outlet: 'outlet:second', says: [{ ...opposes, source: 'diplomat' }] });
export const third = () => {
  const told = report({
    slug: 'third',
    says: [
      { ...opposes, holder: 'country:b', source: 'person:p' },
      { ...opposes, holder: 'country:b', source: 'one' },
      { ...opposes, holder: 'country:b', source: 'four' },
    ],
    sources: [
      { id: 'one', kind: 'anonymous', descriptor: 'one official', minCount: 1, memberOf: 'four' },
      { id: 'four', kind: 'anonymous', descriptor: 'four officials', minCount: 4 },
    ],
  });
  return told;
};
