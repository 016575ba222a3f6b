import { expect, test } from 'vitest';
import { failureOf, RequestFailed, translateProblem } from '../../client/api.ts';

test('a problem becomes a title without a full stop and advice', () => {
  expect(
    translateProblem(404, {
      title: 'There is no node country:zz.',
      code: 'not-found',
      detail: 'Check the key.',
      nearest: [{ key: 'country:cz', name: 'Czechia' }],
    }),
  ).toEqual({
    title: 'There is no node country:zz',
    message: 'Check the key.',
    code: 'not-found',
    nearest: [{ key: 'country:cz', name: 'Czechia' }],
  });
});

test('the faults in an input are named by field', () => {
  const failure = translateProblem(400, {
    title: 'maxHops is too large',
    code: 'invalid-request',
    errors: [{ field: 'maxHops', reason: 'must be a whole number from 1 to 8' }],
  });
  expect(failure.message).toBe('maxHops: must be a whole number from 1 to 8');
});

test('without a detail the code says what to do', () => {
  expect(translateProblem(503, { title: 'The database does not answer', code: 'engine-unavailable' }).message).toMatch(
    /database is running/,
  );
});

test.each(['statement-refused', 'statement-failed'])(
  'what the engine or the gate says of a statement (%s) sends nobody to the log',
  (code) => {
    const { message } = translateProblem(400, { title: 'Division by zero', code: code as 'statement-failed' });
    expect(message).toMatch(/^Change the statement/);
  },
);

test('an answer that is no problem document is told by its status', () => {
  const failure = translateProblem(502, undefined);
  expect(failure.title).toBe('The server answered with status 502');
  expect(failure.message).not.toBe('');
});

test('whatever is thrown becomes words', () => {
  const failure = translateProblem(500, undefined);
  expect(failureOf(new RequestFailed(failure))).toBe(failure);
  expect(failureOf(new Error('oops')).message).toBe('oops');
  expect(failureOf('text').message).toBe('text');
});
