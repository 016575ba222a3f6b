// The audit log in words.
import type { AuditEntry } from '../../server/schema/audit.ts';

const ways: Readonly<Record<string, string>> = {
  page: 'in the page',
  token: 'with a token',
  proxy: 'through a proxy',
  open: 'without an account',
  'command line': 'on the command line',
  program: 'the program itself',
};

/** How somebody came who changed something; a way that this page does not know is as it is written. */
export const auditVia = (via: AuditEntry['via']): string => ways[via] ?? via;
