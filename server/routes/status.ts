// Whether the database answers, and what it holds.
import { z } from 'zod';
import { Busy } from '../errors.ts';
import { Meta } from '../schema/view.ts';
import type { Store } from '../store/port.ts';
import { mayActAs, whoActs } from '../who.ts';
import { route } from './declare.ts';

export const Health = z.object({ status: z.literal('ok'), engine: z.enum(['embedded', 'neo4j']) });

export const Readiness = z.object({ status: z.literal('ready'), engine: z.enum(['embedded', 'neo4j']) });

/** Where several servers share a database, one that imports for another writes more often than that. */
const stillMs = 10_000;
const seen = new WeakMap<Store, { revision: number; since: number }>();

/** Whether nobody is at the database: through another server it can only be told by that nothing was written for a while. */
function isLeftAlone(store: Store, revision: number): boolean {
  if (store.capabilities.engine === 'embedded') return true;
  const before = seen.get(store);
  if (before?.revision === revision) return Date.now() - before.since >= stillMs;
  seen.set(store, { revision, since: Date.now() });
  return false;
}

export const statusRoutes = [
  route({
    method: 'get',
    path: '/api/health',
    needs: 'anyone',
    summary: 'Whether the server answers; of its database nothing is asked',
    response: Health,
    async handle({ store }) {
      return { status: 'ok' as const, engine: store.capabilities.engine };
    },
  }),
  route({
    method: 'get',
    path: '/api/ready',
    needs: 'anyone',
    summary: 'Whether the database answers and holds what this program expects',
    description:
      '503 with Retry-After where it does not answer, is being restored, or ' +
      'edges are yet to be derived while nobody changes anything, through another server either; the answer says which.',
    response: Readiness,
    problems: ['busy'],
    async handle({ store, isChanging }) {
      await store.ping();
      const ready = { status: 'ready' as const, engine: store.capabilities.engine };
      if (store.capabilities.model === 'foreign') return ready;
      const [marker] = await store.read('schema/marker', {});
      if (marker === undefined || marker.restoring !== null)
        throw new Busy('The database is being restored.', {
          detail: 'Restart the server when that is done.',
          retryAfter: 30,
        });
      if (marker.derivedStale && !isChanging() && isLeftAlone(store, marker.revision))
        throw new Busy('Edges are yet to be derived from the evidence.', {
          detail: 'The server does so by itself within a minute; "npm run hearsay -- derive" does it at once.',
          retryAfter: 30,
        });
      return ready;
    },
  }),
  route({
    method: 'get',
    path: '/api/meta',
    summary: 'Engine, versions, labels, types, counts and limits',
    response: Meta,
    async handle({ explorer }) {
      const { name, role, via } = whoActs();
      const account =
        name !== null && (via === 'page' || via === 'token' || via === 'proxy') ? { name, role, via } : null;
      const about = await explorer.meta();
      if (account === null) return about;
      const { query } = about.limits;
      const limits = { ...about.limits, query: { ...query, writes: query.writes && mayActAs(role, 'admin') } };
      return { ...about, limits, account };
    },
  }),
];
