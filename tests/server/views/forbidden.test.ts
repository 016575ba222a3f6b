// What a user of Neo4j may not ask is left out or asked otherwise; a database that does not answer is told.
import { Neo4jError } from 'neo4j-driver';
import { expect, it } from 'vitest';
import { LimitExceeded } from '../../../server/errors.ts';
import { neo4jError } from '../../../server/store/neo4j-errors.ts';
import { ifForbidden, ifRefused } from '../../../server/views/database/forbidden.ts';

/** As the adapter passes on what Neo4j says; only its enterprise edition has roles that could be tried here. */
const said = (code: string): Promise<string> => {
  const error = new Neo4jError('said by Neo4j', code, '50N42', 'said by Neo4j');
  return Promise.reject(neo4jError(error, { uri: 'bolt://example.org', user: 'reader' }));
};
const forbidden = 'Neo.ClientError.Security.Forbidden';
const other = async () => 'other';

it('does otherwise where the user may not ask, and there only', async () => {
  expect(await ifForbidden(Promise.resolve('asked'), other)).toBe('asked');
  expect(await ifForbidden(said(forbidden), other)).toBe('other');
  for (const code of [
    'ServiceUnavailable',
    'Neo.ClientError.Security.Unauthorized',
    'Neo.ClientError.Transaction.TransactionTimedOut',
    'Neo.ClientError.Procedure.ProcedureCallFailed',
  ])
    await expect(ifForbidden(said(code), other)).rejects.toThrow();
});

it('does otherwise, too, where an index is broken, and not where the database is gone or takes too long', async () => {
  expect(await ifRefused(said(forbidden), other)).toBe('other');
  expect(await ifRefused(said('Neo.ClientError.Procedure.ProcedureCallFailed'), other)).toBe('other');
  await expect(ifRefused(said('ServiceUnavailable'), other)).rejects.toMatchObject({ code: 'engine-unavailable' });
  const slow = new LimitExceeded('time-limit', 'A query was stopped.');
  await expect(ifRefused(Promise.reject(slow), other)).rejects.toBe(slow);
});
