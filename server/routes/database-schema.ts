// What the connected database holds, for completion in the editor and for the schema view.
import { procedures } from '../query/gate/calls.ts';
import { DatabaseSchema } from '../schema/cypher.ts';
import { databaseSchema } from '../views/database/schema.ts';
import { route } from './declare.ts';

export const databaseSchemaRoutes = [
  route({
    method: 'get',
    path: '/api/schema',
    summary: 'Labels, relation types, properties with their types, constraints and indexes of the connected database',
    description: 'Of any database, whatever its model. Counts are exact; properties and ends come from samples.',
    response: DatabaseSchema,
    problems: ['time-limit'],
    async handle({ store }) {
      // The embedded engine has none that a statement may call.
      const callable = store.capabilities.engine === 'neo4j' ? Object.keys(procedures) : [];
      return { ...(await databaseSchema(store)), procedures: callable };
    },
  }),
];
