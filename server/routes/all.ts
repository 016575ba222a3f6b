// Every route of the API, in the order in which it is documented.
import { articleRoutes } from './articles.ts';
import type { AnyRoute } from './declare.ts';
import { graphRoutes } from './graph.ts';
import { schemaRoutes } from './schemas.ts';
import { searchRoutes } from './search.ts';
import { statusRoutes } from './status.ts';

export const allRoutes: readonly AnyRoute[] = [
  ...statusRoutes,
  ...graphRoutes,
  ...searchRoutes,
  ...articleRoutes,
  ...schemaRoutes,
];
