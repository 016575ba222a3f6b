// The published JSON Schema of what an import takes.
import { z } from 'zod';
import { claimsDocumentSchema } from '../openapi.ts';
import { route } from './declare.ts';

export const schemaRoutes = [
  route({
    method: 'get',
    path: '/api/schema/claims-document.json',
    needs: 'anyone',
    summary: 'The JSON Schema of a claims document',
    response: z.record(z.string(), z.unknown()),
    handle: async () => claimsDocumentSchema(),
  }),
];
