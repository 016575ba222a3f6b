// What somebody said, in the words of each report.
import { UtteranceView } from '../schema/comparison.ts';
import { EvidenceQuery, UtteranceKeyParams } from '../schema/query.ts';
import { route } from './declare.ts';

export const utteranceRoutes = [
  route({
    method: 'get',
    path: '/api/utterances/{key}',
    shared: true,
    summary: 'One act of speech with its renderings side by side',
    description:
      'Each rendering with the articles that print it, and of an article that relays another whose wording it has.',
    params: UtteranceKeyParams,
    query: EvidenceQuery,
    response: UtteranceView,
    problems: ['not-found'],
    handle: ({ explorer }, { params, query }) => explorer.utterance(params.key, query),
  }),
];
