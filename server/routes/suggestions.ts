// Which held articles seem to print another.
import { Suggestions } from '../schema/comparison.ts';
import { EvidenceQuery } from '../schema/query.ts';
import { route } from './declare.ts';

export const suggestionRoutes = [
  route({
    method: 'get',
    path: '/api/suggestions',
    shared: true,
    summary: 'Held articles that seem to print another without saying so, for review',
    description:
      'From credit lines and shared passages of the texts that are held. Comparing the texts takes time, once after each ' +
      'change of the database: it is done in short steps, so that other requests are answered between them.',
    query: EvidenceQuery,
    response: Suggestions,
    problems: ['not-found'],
    handle: ({ explorer }, { query }) => explorer.suggestions(query),
  }),
];
