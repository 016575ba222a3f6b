// Hypotheses on sources: the same as another, or a certain actor.
import { addHypothesis, listHypotheses, removeHypothesis } from '../curation/hypotheses.ts';
import { CurationReport, HypothesisBody, HypothesisList } from '../schema/curation.ts';
import { EdgeKeyParams } from '../schema/query.ts';
import { parseEither } from './body.ts';
import { route } from './declare.ts';

export const hypothesisRoutes = [
  route({
    method: 'get',
    path: '/api/hypotheses',
    summary: 'All hypotheses on who a source is',
    response: HypothesisList,
    problems: ['not-found'],
    handle: async ({ store }) => ({ hypotheses: await listHypotheses(store) }),
  }),
  route({
    method: 'post',
    path: '/api/hypotheses',
    summary: 'Supposes that an anonymous source is another source, or an actor',
    description:
      'The answer names the derived edges that this changed, with their origins before and after. ' +
      'Another hypothesis on the same two takes the place of the first; one that would make one person of two is refused.',
    body: HypothesisBody,
    response: CurationReport,
    problems: ['not-found', 'conflict', 'read-only', 'too-large', 'unsupported-media-type'],
    handle: async ({ store }, { body }) =>
      addHypothesis(store, parseEither(['sameAs', 'identifiedAs'], HypothesisBody.options, body)),
  }),
  route({
    method: 'delete',
    path: '/api/hypotheses/{key}',
    summary: 'Takes a hypothesis back',
    description: 'Its key is SAME_AS~source~other or IDENTIFIED_AS~source~actor.',
    params: EdgeKeyParams,
    response: CurationReport,
    problems: ['not-found', 'read-only'],
    handle: ({ store }, { params }) => removeHypothesis(store, params.key),
  }),
];
