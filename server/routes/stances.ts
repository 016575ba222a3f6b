// Who is said to hold which stance on which plan, and who has said nothing.
import { StancePage } from '../schema/comparison.ts';
import { StancesQuery } from '../schema/query.ts';
import { route } from './declare.ts';

export const stanceRoutes = [
  route({
    method: 'get',
    path: '/api/stances',
    shared: true,
    summary: 'The reported stances on a plan, or on all plans, with their origins',
    description:
      'With `among`, also the members of that organization or group for whom no stance is reported. ' +
      'Under a filter the counts are computed from the evidence that is left. ' +
      'Beyond the limit the rows that come last, by plan and holder, are left out.',
    query: StancesQuery,
    response: StancePage,
    problems: ['not-found'],
    async handle({ explorer }, { query }) {
      const { limit, ...asked } = query;
      const { rows, ...table } = await explorer.stances(asked);
      return { ...table, rows: rows.slice(0, limit), total: rows.length, truncated: rows.length > limit };
    },
  }),
];
