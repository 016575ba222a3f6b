// Where reports contradict each other.
import { Contradictions } from '../schema/comparison.ts';
import { ContradictionsQuery } from '../schema/query.ts';
import { route } from './declare.ts';

export const contradictionRoutes = [
  route({
    method: 'get',
    path: '/api/contradictions',
    shared: true,
    summary: 'The ledger of contradictions, each with both sides and what was made of it',
    description:
      'Denials, exclusive stances, counts that cannot add up and disputed attributions contest the edges they bear on; ' +
      'the other types are shown as what they are. Found in the evidence anew for each state of the database.',
    query: ContradictionsQuery,
    response: Contradictions,
    problems: ['not-found'],
    handle: ({ explorer }, { query }) => explorer.contradictions(query),
  }),
];
