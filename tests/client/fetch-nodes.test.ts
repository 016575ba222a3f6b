// Which requests bring nodes that are not loaded: few, within what the server takes, and with every pair that may be related.
import { expect, test } from 'vitest';
import { requestsFor } from '../../client/state/fetch-nodes.ts';
import { NodesRequest } from '../../server/schema/nodes.ts';

const keys = (of: string, count: number) => Array.from({ length: count }, (_, at) => `${of}:${at}`);

test.each([
  [0, 0, 0],
  [0, 300, 0],
  [1, 0, 1],
  [1000, 2000, 1],
  [1001, 9000, 2],
  [4000, 9500, 7],
  [2500, 25_000, 9],
])('%i nodes beside %i are %i requests', (wanted, there, requests) => {
  const asked = requestsFor(keys('new', wanted), keys('there', there));
  expect(asked).toHaveLength(requests);
  for (const one of asked) expect(NodesRequest.safeParse(one).success).toBe(true);
});

test('every pair of a new node and another is in some request', () => {
  const [fresh, there] = [keys('new', 2100), keys('there', 10_100)];
  const asked = requestsFor(fresh, there).map((one) => ({ keys: new Set(one.keys), beside: new Set(one.beside) }));
  const together = (a: string, b: string) =>
    asked.some(({ keys: of, beside }) => (of.has(a) && (of.has(b) || beside.has(b))) || (of.has(b) && beside.has(a)));
  const some = (list: readonly string[]) => list.filter((_, at) => at % 97 === 0 || at === list.length - 1);
  for (const a of some(fresh))
    for (const b of [...some(fresh), ...some(there)]) expect(together(a, b), `${a} ${b}`).toBe(true);
});
