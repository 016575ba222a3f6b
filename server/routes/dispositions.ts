// What people make of the contradictions in the ledger.
import { listDispositions, setDisposition } from '../curation/dispositions.ts';
import { CurationReport, DispositionList } from '../schema/curation.ts';
import { DispositionBody } from '../schema/ledger.ts';
import { KeyParams } from '../schema/query.ts';
import { parseBody } from './body.ts';
import { route } from './declare.ts';

export const dispositionRoutes = [
  route({
    method: 'get',
    path: '/api/dispositions',
    summary: 'All dispositions, of contradictions too that are not in the ledger any more',
    response: DispositionList,
    problems: ['not-found'],
    handle: async ({ store }) => ({ dispositions: await listDispositions(store) }),
  }),
  route({
    method: 'put',
    path: '/api/contradictions/{key}/disposition',
    summary: 'Says what to make of a contradiction: open, explained or settled',
    description: 'A settled one contests no edge and stays in the ledger; open takes the disposition away.',
    params: KeyParams,
    body: DispositionBody,
    response: CurationReport,
    problems: ['not-found', 'read-only', 'too-large', 'unsupported-media-type'],
    handle: async ({ store }, { params, body }) => setDisposition(store, params.key, parseBody(DispositionBody, body)),
  }),
];
