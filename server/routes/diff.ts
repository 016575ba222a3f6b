// What changed between two days.
import { Diff } from '../schema/comparison.ts';
import { DiffQuery } from '../schema/query.ts';
import { route } from './declare.ts';

export const diffRoutes = [
  route({
    method: 'get',
    path: '/api/diff',
    shared: true,
    summary: 'Which stances, quotations and citations came, went or changed their counts between two days',
    description:
      'Each day is the graph as of its end. Without `from`, against what was not dated at all; without `to`, up to now. ' +
      'asOf bounds both days. `from` must not be after `to`.',
    query: DiffQuery,
    response: Diff,
    problems: ['not-found'],
    handle: ({ explorer }, { query }) => explorer.diff(query),
  }),
];
