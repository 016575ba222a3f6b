// Both engines give the same answers from every route on the bundled reports, engine and version aside.
import { expect, it } from 'vitest';
import type { DatabaseSchema } from '../../server/schema/cypher.ts';
import type { Meta, Neighbours } from '../../server/schema/view.ts';
import { addresses } from './addresses.ts';
import { type Api, serveBundled } from './api.ts';
import { engines } from './engines.ts';

const missing = engines.flatMap((engine) =>
  engine.skipped === undefined ? [] : [`${engine.name}: ${engine.skipped}`],
);
const of = (key: string) => encodeURIComponent(key);

async function answer(api: Api, path: string): Promise<string> {
  const response = await api.get(path);
  return `${response.status} ${await response.text()}`;
}

/** All pages of a node's neighbours, a few at a time. */
async function pages(api: Api, key: string): Promise<string[]> {
  const found: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Neighbours = await api.json(`/api/nodes/${of(key)}/neighbours?limit=3${cursor && `&cursor=${cursor}`}`);
    found.push(...page.edges.map((edge) => edge.key));
    cursor = page.next;
  }
  return found;
}

it.skipIf(missing.length > 0)(
  `every route answers alike on both engines${missing.length > 0 ? ` (skipped: ${missing.join('; ')})` : ''}`,
  async () => {
    const [first, second] = engines;
    if (!first || !second) throw new Error('There are two engines.');
    const one = await serveBundled(first);
    const two = await serveBundled(second);
    try {
      const paths = await addresses(one.api);
      for (const path of paths) {
        const expected = await answer(one.api, path);
        const actual = await answer(two.api, path);
        if (path === '/api/health' || path === '/api/ready') {
          expect(actual.replace('neo4j', 'embedded')).toBe(expected);
        } else if (path === '/api/meta') {
          const [a, b] = [expected, actual].map((text) => JSON.parse(text.slice(4)) as Meta);
          // How much memory a statement may take is Neo4j's own business.
          const limits = { ...b?.limits, query: { ...b?.limits.query, memoryMb: a?.limits.query.memoryMb } };
          expect({ ...b, engine: a?.engine, limits }).toEqual(a);
          expect(b?.engine.name).toBe('neo4j');
        } else if (path === '/api/schema') {
          // Constraints, indexes and procedures are each engine's own.
          const [a, b] = [expected, actual].map((text) => JSON.parse(text.slice(4)) as DatabaseSchema);
          const { labels, relationTypes, sampled } = b ?? {};
          expect(a).toMatchObject({ labels, relationTypes, sampled });
          expect(a?.constraints.map(({ name }) => name)).toEqual(b?.constraints.map(({ name }) => name));
        } else if (path === '/api/backup') {
          // Packed, with the engine in its head: tests/contract/backup.test.ts compares the lines.
          expect([expected, actual].map((text) => text.slice(0, 3))).toEqual(['200', '200']);
        } else if (actual !== expected) {
          expect({ path, answer: actual }).toEqual({ path, answer: expected });
        }
      }
      for (const key of ['country:hu', 'plan:nato-invitation', 'outlet:politico']) {
        const all = await pages(one.api, key);
        expect(await pages(two.api, key)).toEqual(all);
        expect(new Set(all).size).toBe(all.length);
        const { total } = await one.api.json<Neighbours>(`/api/nodes/${of(key)}/neighbours?limit=1`);
        expect(all.length).toBe(total);
      }
    } finally {
      await one.close();
      await two.close();
    }
  },
  300_000,
);
