// Briefs: what is at hand on a plan, an actor or a question, every statement with its note, for an editor to take over.
import { listHypotheses } from '../curation/hypotheses.ts';
import { BriefQuery, TextAnswer } from '../schema/brief.ts';
import { brief } from '../views/hearsay/brief/brief.ts';
import { route } from './declare.ts';

export const briefRoutes = [
  route({
    method: 'get',
    path: '/api/briefs',
    summary: 'A brief on a plan, an actor or a question, as Markdown or HTML',
    description:
      'plan or holder is required; both make one question. Every statement has a note with its article, quotation and ' +
      'chain; docs/briefs.md describes the sections.',
    query: BriefQuery,
    media: ['text/markdown', 'text/html'],
    response: TextAnswer,
    problems: ['not-found', 'busy'],
    handle: ({ explorer, store }, { query }) =>
      explorer.together(() => brief(explorer, () => listHypotheses(store), query, new Date())),
  }),
];
