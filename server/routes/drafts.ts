// Drafts: what an article is proposed to say, for people to accept, change or reject; no evidence before that.
import { decideOnDraft } from '../drafts/decide.ts';
import { makeDraft } from '../drafts/make.ts';
import { listDrafts, readDraft } from '../drafts/view.ts';
import { NoModel } from '../errors.ts';
import { DecisionsBody, DecisionsReport, DraftList, DraftView, ExtractBody } from '../schema/drafts.ts';
import { ArticleKeyParams } from '../schema/query.ts';
import { parseBody } from './body.ts';
import { route } from './declare.ts';

export const draftRoutes = [
  route({
    method: 'get',
    path: '/api/drafts',
    summary: 'All articles with a draft, those with open claims first',
    response: DraftList,
    problems: ['not-found'],
    handle: async ({ store }) => ({ drafts: await listDrafts(store) }),
  }),
  route({
    method: 'get',
    path: '/api/articles/{key}/draft',
    summary: 'What an article is proposed to say, with what was decided on it',
    description: 'Every proposal has the words of the text that support it; none is evidence before it is accepted.',
    params: ArticleKeyParams,
    response: DraftView,
    problems: ['not-found'],
    async handle({ store, explorer }, { params }) {
      await explorer.checkArticle(params.key);
      return readDraft(store, params.key);
    },
  }),
  route({
    method: 'post',
    path: '/api/articles/{key}/draft',
    summary: 'Reads the text of a held article for its claims, anew where it was read before',
    description:
      'It is read against the entities that the database knows by now, without any network. The rules read English. ' +
      'What was decided before stays decided, and what was accepted stays as it is.',
    params: ArticleKeyParams,
    body: ExtractBody,
    response: DraftView,
    problems: ['not-found', 'read-only', 'no-model', 'too-large', 'unsupported-media-type'],
    async handle({ store, explorer, readingRoom }, { params, body }) {
      const { extractor } = parseBody(ExtractBody, body);
      await explorer.checkArticle(params.key);
      if (extractor === 'model')
        throw new NoModel('This server reads articles by its rules only.', {
          detail: 'Ask with "extractor": "rules".',
        });
      await makeDraft(store, params.key, readingRoom.extract);
      return readDraft(store, params.key);
    },
  }),
  route({
    method: 'post',
    path: '/api/articles/{key}/draft/decisions',
    summary: 'Accepts, rejects and changes proposals of a draft, and adds some',
    description:
      'All together or not at all, in one transaction with what becomes of the evidence. What an accepted proposal rests ' +
      'on is accepted with it, unless it is rejected. What people changed by hand in what the article says stays.',
    params: ArticleKeyParams,
    body: DecisionsBody,
    response: DecisionsReport,
    problems: ['not-found', 'invalid-document', 'conflict', 'read-only', 'too-large', 'unsupported-media-type'],
    async handle({ store, explorer }, { params, body }) {
      const decisions = parseBody(DecisionsBody, body);
      await explorer.checkArticle(params.key);
      return decideOnDraft(store, params.key, decisions);
    },
  }),
];
