// Cases: sets of articles to look at apart from all others.
import { deleteCase, listCases, putCase } from '../curation/cases.ts';
import { CaseBody, CaseKeyParams, CaseList, CurationReport } from '../schema/curation.ts';
import { parseBody } from './body.ts';
import { route } from './declare.ts';

export const caseRoutes = [
  route({
    method: 'get',
    path: '/api/cases',
    summary: 'All cases with the articles they collect',
    response: CaseList,
    problems: ['not-found'],
    handle: async ({ store }) => ({ cases: await listCases(store) }),
  }),
  route({
    method: 'put',
    path: '/api/cases/{key}',
    summary: 'Makes a case, or gives it another name or other articles',
    description: 'With ?case=KEY every view then counts only what these articles say.',
    params: CaseKeyParams,
    body: CaseBody,
    response: CurationReport,
    problems: ['not-found', 'read-only', 'too-large', 'unsupported-media-type'],
    handle: async ({ store }, { params, body }) => putCase(store, params.key, parseBody(CaseBody, body)),
  }),
  route({
    method: 'delete',
    path: '/api/cases/{key}',
    summary: 'Takes a case away; its articles stay',
    params: CaseKeyParams,
    response: CurationReport,
    problems: ['not-found', 'read-only'],
    handle: ({ store }, { params }) => deleteCase(store, params.key),
  }),
];
