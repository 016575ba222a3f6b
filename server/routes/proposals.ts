// A question in plain words, and the statement that a language model proposes for it; it is shown and never run here.
import { NoModel } from '../errors.ts';
import { Proposal, ProposeRequest } from '../schema/proposal.ts';
import { parseBody } from './body.ts';
import { route } from './declare.ts';

export const proposalRoutes = [
  route({
    method: 'post',
    path: '/api/query/propose',
    needs: 'reader',
    summary: 'A Cypher statement that a language model proposes for a question in plain words',
    description:
      'Only where the server was started with HEARSAY_LLM_URL. The question and the database’s schema go to that ' +
      'endpoint, no data. The statement is checked by the gate and not run; a connection that is closed stops asking. ' +
      'See docs/cypher.md.',
    body: ProposeRequest,
    response: Proposal,
    problems: [
      'no-model',
      'no-proposal',
      'model-failed',
      'time-limit',
      'too-many-requests',
      'too-large',
      'unsupported-media-type',
    ],
    async handle({ proposer }, { body, caller }) {
      if (proposer === undefined) {
        throw new NoModel('This server was started without a language model.', {
          detail: 'Whoever runs it can name one with HEARSAY_LLM_URL and HEARSAY_LLM_MODEL. Statements can be typed.',
        });
      }
      return proposer.propose(parseBody(ProposeRequest, body), caller);
    },
  }),
];
