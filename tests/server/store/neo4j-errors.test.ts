// Which error of the store an error of Neo4j becomes.
import neo4j from 'neo4j-driver';
import { expect, test } from 'vitest';
import { neo4jError } from '../../../server/store/neo4j-errors.ts';

const codeOf = (code: string): unknown => {
  const told = neo4jError(new neo4j.Neo4jError('It happened.', code, '', ''), { uri: 'bolt://example.org' });
  return (told as { code?: unknown }).code;
};

test.each([
  'Neo.ClientError.Transaction.TransactionTimedOut',
  'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration',
  'Neo.TransientError.Transaction.Terminated',
  // At its time limit while it waits for a lock, now and then.
  'Neo.ClientError.Transaction.LockClientStopped',
  'Neo.TransientError.Transaction.LockClientStopped',
])('%s is the time limit', (code) => expect(codeOf(code)).toBe('time-limit'));

test('the pool of memory being used up is the memory limit', () =>
  expect(codeOf('Neo.TransientError.General.MemoryPoolOutOfMemoryError')).toBe('memory-limit'));
test('a key that is there already is a conflict', () =>
  expect(codeOf('Neo.ClientError.Schema.ConstraintValidationFailed')).toBe('conflict'));
