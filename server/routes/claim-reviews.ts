// The claims as schema.org data, for whoever reads fact-checks by machine.
import { claimReviews } from '../exchange/claim-reviews.ts';
import { TextAnswer } from '../schema/brief.ts';
import { EvidenceQuery } from '../schema/query.ts';
import { route } from './declare.ts';

export const claimReviewRoutes = [
  route({
    method: 'get',
    path: '/api/claim-reviews',
    summary: 'The claims as schema.org data: ClaimReviews of what articles deny or question, Claims of the rest',
    description:
      'JSON-LD, with the articles in which each claim stands and who holds it. What ClaimReview has no place for stays ' +
      'behind: docs/readers.md says what.',
    query: EvidenceQuery,
    media: ['application/ld+json'],
    response: TextAnswer,
    problems: ['not-found', 'busy'],
    async handle({ store, explorer }, { query }) {
      const json = await explorer.together(() => claimReviews(store, query));
      return {
        type: 'application/ld+json',
        text: `${JSON.stringify(json, null, 2)}\n`,
        fileName: 'claim-reviews.jsonld',
      };
    },
  }),
];
