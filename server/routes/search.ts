// Search over names and texts.
import { SearchQuery } from '../schema/query.ts';
import { SearchResult } from '../schema/view.ts';
import { route } from './declare.ts';

export const searchRoutes = [
  route({
    method: 'get',
    path: '/api/search',
    summary: 'Entities by name, claims and quotes by their words',
    description:
      'Ranked by score; texts by claims, articles, quotes, assertions; then by key. Under a filter without what only ' +
      'articles say that do not count. Case, diacritics and Cyrillic or Latin letters make no difference. ' +
      'In a database of another model: nodes by any of their texts and numbers, in any case and without diacritics.',
    query: SearchQuery,
    response: SearchResult,
    problems: ['not-found'],
    handle: ({ explorer }, { query }) => explorer.search(query),
  }),
];
