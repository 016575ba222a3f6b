// Who is said to hold which stance on which plan, and who has said nothing.
import { StanceTable } from '../schema/comparison.ts';
import { StancesQuery } from '../schema/query.ts';
import { route } from './declare.ts';

export const stanceRoutes = [
  route({
    method: 'get',
    path: '/api/stances',
    summary: 'The reported stances on a plan, or on all plans, with their origins',
    description:
      'With `among`, also the members of that organization or group for whom no stance is reported. ' +
      'Under a filter the counts are computed from the evidence that is left.',
    query: StancesQuery,
    response: StanceTable,
    problems: ['not-found'],
    handle: ({ explorer }, { query }) => explorer.stances(query),
  }),
];
