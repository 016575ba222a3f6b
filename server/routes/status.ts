// Whether the database answers, and what it holds.
import { z } from 'zod';
import { Meta } from '../schema/view.ts';
import { mayActAs, whoActs } from '../who.ts';
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
      const about = await explorer.meta();
      if (account === null) return about;
      const { query } = about.limits;
      const limits = { ...about.limits, query: { ...query, writes: query.writes && mayActAs(role, 'admin') } };
      return { ...about, limits, account };
    },
  }),
];
