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
      'It is read against the entities that the database knows by now: by the rules, without any network, which read ' +
      'English; or by the language model that HEARSAY_LLM_URL names, to which the text, the article’s title, outlet and ' +
      'day, and the names of entities that it may mean are sent. Words that are not in the text are not taken. ' +
      'What was decided before stays decided, and what was accepted stays as it is.',
    params: ArticleKeyParams,
    body: ExtractBody,
    response: DraftView,
    problems: [
      ...(['not-found', 'conflict', 'read-only', 'no-model', 'model-failed', 'time-limit'] as const),
      ...(['too-many-requests', 'too-large', 'unsupported-media-type'] as const),
    ],
    async handle({ store, explorer, readingRoom, modelReader }, { params, body, caller }) {
      const { extractor } = parseBody(ExtractBody, body);
      await explorer.checkArticle(params.key);
      const notes: string[] = [];
      if (extractor === 'rules') await makeDraft(store, params.key, readingRoom.extract);
      else if (modelReader === undefined)
        throw new NoModel('This server has no language model to read articles.', {
          detail: 'Whoever runs it can name one with HEARSAY_LLM_URL and HEARSAY_LLM_MODEL. The rules need none.',
        });
      else
        await modelReader.with(
          caller,
          (note) => notes.push(note),
          (extract) => makeDraft(store, params.key, extract),
        );
      return { ...(await readDraft(store, params.key)), notes };
    },
  }),
  route({
    method: 'post',
    path: '/api/articles/{key}/draft/decisions',
    summary: 'Accepts, rejects and changes proposals of a draft, and adds some',
    description:
      'All together or not at all, in one transaction with what becomes of the evidence. What an accepted proposal rests ' +
      'on is accepted with it, unless it is rejected. What people changed by hand in what the article says stays. ' +
      'With the versions that were read, nothing is decided that somebody else decided since.',
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
