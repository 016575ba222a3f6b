// Whether the database answers, and what it holds.
import { z } from 'zod';
import { Meta } from '../schema/view.ts';
import { route } from './declare.ts';

export const Health = z.object({ status: z.literal('ok'), engine: z.enum(['embedded', 'neo4j']) });

export const statusRoutes = [
  route({
    method: 'get',
    path: '/api/health',
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
    handle: ({ explorer }) => explorer.meta(),
  }),
];
