// The audit log: who changed what, and when.
import { readAudit } from '../audit/log.ts';
import { AuditLog, AuditQuery } from '../schema/audit.ts';
import { route } from './declare.ts';

export const auditRoutes = [
  route({
    method: 'get',
    needs: 'admin',
    path: '/api/audit',
    summary: 'Every change, with who made it, when and by which request',
    description:
      'The latest first, a page at a time, with what was changed of accounts and tokens. Trials, refused changes and changes that change nothing are not in it.',
    query: AuditQuery,
    response: AuditLog,
    problems: ['not-found'],
    handle: async ({ store, door }, { query }) => readAudit(store, query, await door?.log()),
  }),
];
