// Articles: what there is, what one says, and taking one in or out.
import { parseDocument } from '../ingest/document.ts';
import { importDocument } from '../ingest/import.ts';
import { removeArticle } from '../ingest/remove.ts';
import { ClaimsDocument } from '../schema/article.ts';
import { ArticleKeyParams, EvidenceQuery, ImportQuery } from '../schema/query.ts';
import { ArticleList, ArticleView, ImportReport, RemovalReport } from '../schema/view.ts';
import { route, unlessTried } from './declare.ts';

export const articleRoutes = [
  route({
    method: 'get',
    path: '/api/articles',
    shared: true,
    summary: 'All articles, held or known only from others',
    description: 'Under a filter, those that count, and the number of their assertions that count.',
    query: EvidenceQuery,
    response: ArticleList,
    problems: ['not-found'],
    handle: ({ explorer }, { query }) => explorer.articles(query),
  }),
  route({
    method: 'post',
    path: '/api/articles',
    needs: unlessTried,
    summary: 'Takes in a claims document, whole or not at all',
    description:
      'Beside the claims document of one article, a document of shared entities (hearsay-entities/1) is taken. ' +
      'The same document again changes nothing; another text under the same key becomes a revision.',
    query: ImportQuery,
    body: ClaimsDocument,
    response: ImportReport,
    problems: ['invalid-document', 'conflict', 'read-only', 'too-large', 'unsupported-media-type'],
    handle: ({ store }, { query, body }) => importDocument(store, parseDocument(body), { dryRun: query.dryRun }),
  }),
  route({
    method: 'get',
    path: '/api/articles/{key}',
    shared: true,
    summary: 'An article with everything it says',
    description:
      'What it relays, republishes, revises, corrects and retracts, and which articles do so to it. Under a filter ' +
      'without what the filter leaves out.',
    params: ArticleKeyParams,
    query: EvidenceQuery,
    response: ArticleView,
    problems: ['not-found'],
    handle: ({ explorer }, { params, query }) => explorer.article(params.key, query),
  }),
  route({
    method: 'delete',
    path: '/api/articles/{key}',
    summary: 'Takes a held article out again, with all that only its document stated',
    params: ArticleKeyParams,
    response: RemovalReport,
    problems: ['not-found', 'read-only'],
    async handle({ store, explorer }, { params }) {
      await explorer.checkArticle(params.key);
      return removeArticle(store, params.key);
    },
  }),
];
