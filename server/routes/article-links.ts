// What one article does to another: prints, corrects or retracts it; stated by documents or decided here.
import { listArticleLinks, removeArticleLink, setArticleLink } from '../curation/article-links.ts';
import { ArticleLinkBody, ArticleLinkList, CurationReport } from '../schema/curation.ts';
import { EdgeKeyParams } from '../schema/query.ts';
import { parseBody } from './body.ts';
import { route } from './declare.ts';

export const articleLinkRoutes = [
  route({
    method: 'get',
    path: '/api/article-links',
    summary: 'All reprints, corrections and retractions, stated or decided',
    response: ArticleLinkList,
    problems: ['not-found'],
    handle: async ({ store }) => ({ links: await listArticleLinks(store) }),
  }),
  route({
    method: 'post',
    path: '/api/article-links',
    summary: 'Decides that an article prints, corrects or retracts another',
    description:
      'With review "rejected" a suggested reprint does not come back. What a document states is left as it is.',
    body: ArticleLinkBody,
    response: CurationReport,
    problems: ['not-found', 'conflict', 'read-only', 'too-large', 'unsupported-media-type'],
    handle: async ({ store }, { body }) => setArticleLink(store, parseBody(ArticleLinkBody, body)),
  }),
  route({
    method: 'delete',
    path: '/api/article-links/{key}',
    summary: 'Takes a decision on two articles back; what a document states stays',
    description: 'Its key is TYPE~article~other, where TYPE is REPUBLISHES, CORRECTS or RETRACTS.',
    params: EdgeKeyParams,
    response: CurationReport,
    problems: ['not-found', 'read-only'],
    handle: ({ store }, { params }) => removeArticleLink(store, params.key),
  }),
];
