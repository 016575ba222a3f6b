// Which reports each derived edge rests on.
import { EdgeReports } from '../schema/edge-reports.ts';
import { EvidenceQuery } from '../schema/query.ts';
import { route } from './declare.ts';

export const edgeReportRoutes = [
  route({
    method: 'get',
    path: '/api/edge-reports',
    shared: true,
    summary: 'The reports that each derived edge rests on',
    description:
      'All derived edges with the held articles that say so, and the outlets whose reports these relay: for filters by ' +
      'outlet and by the day of the report. What is withdrawn is left out; an edge that nothing supports has no reports.',
    query: EvidenceQuery,
    response: EdgeReports,
    problems: ['not-found'],
    handle: ({ explorer }, { query }) => explorer.edgeReports(query),
  }),
];
