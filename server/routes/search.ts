// Search over names and texts.
import { NamesRequest, NamesResult, nameLimits } from '../schema/names.ts';
import { SearchQuery } from '../schema/query.ts';
import { SearchResult } from '../schema/view.ts';
import { parseBody } from './body.ts';
import { route } from './declare.ts';

export const searchRoutes = [
  route({
    method: 'get',
    path: '/api/search',
    shared: true,
    summary: 'Entities by name, claims and quotes by their words',
    description:
      'Ranked by score: whole names before beginnings, what a name begins with before words within it, the spelling as ' +
      'typed before others; of names as close, those with more relations first; texts by claims, articles, quotes, ' +
      'assertions; then by key. Under a filter without what only articles say that do not count. Case, diacritics, ' +
      'Cyrillic or Latin letters, and an article before a name make no difference. ' +
      'In a database of another model: nodes by any of their texts and numbers, in any case and without diacritics.',
    query: SearchQuery,
    response: SearchResult,
    problems: ['not-found'],
    handle: ({ explorer }, { query }) => explorer.search(query),
  }),
  route({
    method: 'post',
    path: '/api/search/names',
    needs: 'reader',
    summary: 'What answers to each name of a list',
    description:
      `At most ${nameLimits.names} names, each answered in the closest way there is: by a name, in another spelling, by the ` +
      'beginnings of words. In a database of another model by the whole of any of its texts. It knows no filter.',
    body: NamesRequest,
    response: NamesResult,
    problems: ['too-large', 'unsupported-media-type'],
    handle: ({ explorer }, { body }) => explorer.matchNames(parseBody(NamesRequest, body)),
  }),
];
