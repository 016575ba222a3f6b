// Whether the database answers, and what it holds.
import { z } from 'zod';
import { Busy } from '../errors.ts';
import { Meta } from '../schema/view.ts';
import { mayActAs, whoActs } from '../who.ts';
import { route } from './declare.ts';

export const Health = z.object({ status: z.literal('ok'), engine: z.enum(['embedded', 'neo4j']) });

export const Readiness = z.object({ status: z.literal('ready'), engine: z.enum(['embedded', 'neo4j']) });

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
      'edges are yet to be derived while nobody changes anything; the answer says which.',
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
      if (marker.derivedStale && !isChanging())
        throw new Busy('Edges are yet to be derived from the evidence.', {
          detail: 'A start of the server derives them, as does "npm run hearsay -- derive".',
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
