// Requests by chance to every route, of the declared form and of any other: each is answered or refused in the form of a
// problem, none as a fault of the server, and the server goes on.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from '../../server/routes/all.ts';
import type { AnyRoute } from '../../server/routes/declare.ts';
import { type Problem, ProblemCode } from '../../server/schema/problem.ts';
import type { GraphView } from '../../server/schema/view.ts';
import { type Served, serveBundled } from '../contract/api.ts';
import { engines } from '../contract/engines.ts';
import { type Asked, corpus } from './routes/corpus.ts';
import { garbage, valuesFor } from './routes/from-schema.ts';

/** FUZZ_SECONDS is 60 in .ci/run and 600 in `npm run soak`; FUZZ_SEED repeats a run, and is new each time when soaking. */
const seconds = Number(process.env.FUZZ_SECONDS ?? 10);
const seed = Number(process.env.FUZZ_SEED ?? (seconds > 60 ? Date.now() % 2 ** 31 : 20261124));
const patience = 90_000;

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
/** Lone surrogates cannot be written in an address. */
const encoded = (value: unknown): string => encodeURIComponent(Buffer.from(asText(value)).toString());

function pathOf(route: AnyRoute, values: Record<string, unknown>): string {
  return route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encoded(values[name] ?? 'x') || '%20');
}

function queryOf(values: unknown): string {
  if (typeof values !== 'object' || values === null) return `?${encoded(values)}`;
  const parts = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encoded(name)}=${encoded(value)}`],
  );
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

const none = fc.constant<unknown>(undefined);

/** Requests to the route, most of them of the form that it declares. */
function requestsTo(route: AnyRoute, words: readonly string[]): fc.Arbitrary<Asked> {
  const json =
    route.body === undefined ? none : fc.oneof({ weight: 9, arbitrary: valuesFor(route.body, words) }, garbage);
  const bytes = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.json({ maxDepth: 3 }));
  const types = [route.stream ?? 'application/json'].flat();
  return fc
    .record({
      params: route.params === undefined ? none : valuesFor(route.params, words),
      query: route.query === undefined ? none : valuesFor(route.query, words),
      body: route.stream === undefined ? json : bytes,
      type: fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom(...types) },
        fc.constantFrom('text/plain', '', 'application/json; charset=utf-16', 'multipart/form-data'),
      ),
      cut: fc.oneof({ weight: 20, arbitrary: fc.constant(1) }, fc.double({ min: 0, max: 1, noNaN: true })),
      accept: fc.constantFrom('*/*', 'application/json', 'text/csv', 'application/x-ndjson', ';;', 'a/b;q=x'),
    })
    .map(({ params, query, body, type, cut, accept }) => {
      const text = body === undefined ? undefined : route.stream === undefined ? JSON.stringify(body) : String(body);
      const isObject = typeof params === 'object' && params !== null;
      return {
        method: route.method.toUpperCase(),
        path: pathOf(route, isObject ? (params as Record<string, unknown>) : { key: params }) + queryOf(query ?? {}),
        headers: { accept, ...(text === undefined || type === '' ? {} : { 'content-type': type }) },
        ...(text === undefined || route.method === 'get' ? {} : { body: text.slice(0, Math.ceil(text.length * cut)) }),
      };
    });
}

// The routes are the same above either engine; the embedded one is always here.
const [engine] = engines;

describe('every route on requests by chance', () => {
  let served: Served;
  let words: string[] = [];
  beforeAll(async () => {
    if (engine === undefined) throw new Error('There is an engine.');
    served = await serveBundled(engine);
    const { nodes, edges } = await served.api.json<GraphView>('/api/graph?view=all');
    const keys = [...nodes, ...edges].map(({ key }) => key);
    const of = (prefix: string) => keys.filter((key) => key.startsWith(prefix)).slice(0, 4);
    const prefixes = [...new Set(keys.map((key) => key.split(/[:~]/)[0] ?? ''))];
    words = [
      ...prefixes.flatMap((prefix) => of(prefix)),
      ...['Ada', 'nato', 'The talks', '2024-10-24', '2024-10', 'B2', 'MATCH (n) RETURN n LIMIT 3', 'en', 'md', 'json'],
      ...[
        'https://harbour.example/bridge',
        '1',
        '25',
        'true',
        'opposes',
        'all',
        'Person',
        'view:none',
        'story:none',
        'watch:none',
      ],
    ];
  });
  afterAll(() => served?.close());

  async function expectAnswer({ method, path, headers, body }: Asked): Promise<number> {
    const answer = await fetch(served.api.address + path, {
      // A connection that is kept may be closed while the next request is thought of.
      ...{
        method,
        headers: { ...headers, connection: 'close' },
        signal: AbortSignal.timeout(patience),
        redirect: 'manual',
      },
      ...(body === undefined ? {} : { body }),
    });
    const text = await answer.text();
    if (answer.status < 400) return answer.status;
    // 503 only where something is full or begins: its Retry-After says when to come back.
    const isFault = answer.status >= 500 && !(answer.status === 503 && answer.headers.has('retry-after'));
    expect({ status: answer.status, text: isFault ? text.slice(0, 2000) : '' }).toEqual({
      ...{ status: isFault ? 'below 500' : answer.status, text: '' },
    });
    expect(text).not.toMatch(/\n {4}at |node_modules|\[object Object\]|is not a function|Cannot read prop/);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const problem = JSON.parse(text) as Problem;
    expect(ProblemCode.options).toContain(problem.code);
    expect(problem.title.trim()).not.toBe('');
    return answer.status;
  }

  it.each(corpus)('answers $method $path, which once was a fault', { timeout: patience }, async (asked) => {
    await expectAnswer(asked);
  });

  it('answers or refuses each, and goes on', { timeout: (seconds + 300) * 1000 }, async () => {
    // Each made when it is first asked for: all at once take seconds.
    const made = new Map<AnyRoute, fc.Arbitrary<Asked>>();
    const to = (route: AnyRoute): fc.Arbitrary<Asked> => {
      const one = made.get(route) ?? requestsTo(route, words);
      made.set(route, one);
      return one;
    };
    const at = fc.nat(allRoutes.length - 1).chain((index) => {
      const route = allRoutes[index];
      if (route === undefined) throw new Error('There is a route.');
      return to(route).map((request) => ({ id: `${route.method} ${route.path}`, request }));
    });
    const asked = new Map<string, { taken: number; refused: number }>();
    await fc.assert(
      fc.asyncProperty(at, async ({ id, request }) => {
        const status = await expectAnswer(request);
        const tally = asked.get(id) ?? { taken: 0, refused: 0 };
        tally[status < 400 ? 'taken' : 'refused'] += 1;
        asked.set(id, tally);
      }),
      {
        ...{ seed, numRuns: 1_000_000, interruptAfterTimeLimit: seconds * 1000, markInterruptAsFailure: false },
        // What a request did before stays: a smaller one is another story.
        endOnFailure: true,
      },
    );
    const all = [...asked.values()];
    const [taken, refused] = [all.filter((one) => one.taken > 0).length, all.filter((one) => one.refused > 0).length];
    const count = all.reduce((sum, one) => sum + one.taken + one.refused, 0);
    console.info(
      `Fuzzed for ${seconds} s, seed ${seed}: ${count} requests to ${asked.size} of ${allRoutes.length} routes; ${taken} took one, ${refused} refused one.`,
    );
    expect((await served.api.get('/api/health')).status).toBe(200);
    // How many fit in is a matter of the machine; that it is no fuzzing of nothing is not.
    expect(asked.size).toBeGreaterThan(allRoutes.length / 10);
    expect(taken).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(0);
  });
});
