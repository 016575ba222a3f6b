// Whether the database answers, and what it holds.
import { z } from 'zod';
import { Meta } from '../schema/view.ts';
import { whoActs } from '../who.ts';
import { route } from './declare.ts';

export const Health = z.object({ status: z.literal('ok'), engine: z.enum(['embedded', 'neo4j']) });

export const statusRoutes = [
  route({
    method: 'get',
    path: '/api/health',
    needs: 'anyone',
    summary: 'Whether the server and its database answer',
    response: Health,
    async handle({ store }) {
      await store.ping();
      return { status: 'ok' as const, engine: store.capabilities.engine };
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
      return { ...(await explorer.meta()), ...(account && { account }) };
    },
  }),
];
