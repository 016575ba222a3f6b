// Who said it first, and who followed.
import { Spread } from '../schema/comparison.ts';
import { SpreadQuery } from '../schema/query.ts';
import { route } from './declare.ts';

export const spreadRoutes = [
  route({
    method: 'get',
    path: '/api/spread',
    shared: true,
    summary: 'The articles that brought a claim, an edge or an utterance, in the order of their days',
    description: 'Exactly one of claim, edge and utterance says of what.',
    query: SpreadQuery,
    response: Spread,
    problems: ['not-found'],
    handle: ({ explorer }, { query }) => explorer.spread(query),
  }),
];
