// A value that nests too deep to be written fails its statement, and not the driver in whose call it is written.
import { Record as Neo4jRecord } from 'neo4j-driver';
import { expect, it } from 'vitest';
import { typedError } from '../../../server/store/neo4j-query.ts';
import { Rows } from '../../../server/store/neo4j-rows.ts';

it('tells of a value that nests too deep, by its statement', async () => {
  let deep: unknown[] = [];
  for (let level = 0; level < 100_000; level++) deep = [deep];
  const options = { access: 'read', timeoutMs: 1000, rowLimit: 10, form: 'typed', explains: null } as const;
  const rows = new Rows({ text: 'RETURN $deep AS x', parameters: {}, options }, true);
  rows.onKeys(['x']);
  expect(() => rows.onNext(new Neo4jRecord(['x'], [deep]))).not.toThrow();
  const error = await rows.next().catch((error: unknown) => typedError(error, 1000, (other) => other));
  expect(error).toMatchObject({
    code: 'statement-failed',
    message: 'A value of the answer nests too deep, or is too long, to be sent.',
    details: { detail: 'Return its parts, or UNWIND it into rows.' },
  });
});
