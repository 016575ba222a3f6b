// The library of statements that comes with Hearsay.
import { join } from 'node:path';
import { z } from 'zod';
import { loadLibrary } from '../query/library.ts';
import { projectRoot } from '../root.ts';
import { SavedQuery } from '../schema/cypher.ts';
import { route } from './declare.ts';

// Read once, with the server: a file that breaks the form keeps it from starting, and says where.
export const library = loadLibrary(join(projectRoot, 'data', 'queries'));

export const libraryRoutes = [
  route({
    method: 'get',
    path: '/api/queries',
    summary: 'The library of Cypher statements that answer questions on the reports',
    description:
      'By group and title, each with its parameters and their defaults; run them with POST /api/query. Empty over a ' +
      'database of another model, where they would find nothing. See docs/cypher-library.md.',
    response: z.object({ queries: z.array(SavedQuery) }),
    handle: async ({ store }) => ({ queries: store.capabilities.model === 'hearsay' ? library : [] }),
  }),
];
