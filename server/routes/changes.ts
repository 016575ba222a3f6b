// What people change by hand: what an article's document says, an entity; the history of it, and taking a change back.
import { changeArticle, editableDocument } from '../changes/article.ts';
import { editableEntity, putEntity } from '../changes/entity.ts';
import { listChanges } from '../changes/list.ts';
import { takeBack } from '../changes/take-back.ts';
import {
  ChangeKeyParams,
  ChangeList,
  ChangeReport,
  ChangesQuery,
  DocumentChangeBody,
  EditableDocument,
  EditableEntity,
  EntityChangeBody,
  TakeBackBody,
} from '../schema/changes.ts';
import { ArticleKeyParams, KeyParams } from '../schema/query.ts';
import { parseBody } from './body.ts';
import { route } from './declare.ts';

const problems = [
  'not-found',
  'conflict',
  'read-only',
  'invalid-document',
  'too-large',
  'unsupported-media-type',
] as const;

export const changeRoutes = [
  route({
    method: 'get',
    path: '/api/articles/{key}/document',
    summary: 'What a held article says as a claims document, to be changed item by item',
    description: 'Without its text. Keys are as the article was given, before merges and splits of entities.',
    params: ArticleKeyParams,
    response: EditableDocument,
    problems: ['not-found'],
    handle: ({ store }, { params }) => editableDocument(store, params.key),
  }),
  route({
    method: 'post',
    path: '/api/articles/{key}/changes',
    summary: 'Changes items of what an article says, together or not at all',
    description:
      'The document that comes out is checked like any that is imported; faults are told with their place in the request. ' +
      'Claims, sources, quotations and utterances that nothing refers to any more go. Grades and notes follow. ' +
      'Importing the article’s document again does not undo it. ' +
      'With the versions that were read, nothing is written over what somebody else changed since.',
    params: ArticleKeyParams,
    body: DocumentChangeBody,
    response: ChangeReport,
    problems,
    handle: ({ store }, { params, body }) => changeArticle(store, params.key, parseBody(DocumentChangeBody, body)),
  }),
  route({
    method: 'get',
    path: '/api/entities/{key}',
    summary: 'An entity as it may be changed by hand, with its version',
    params: KeyParams,
    response: EditableEntity,
    problems: ['not-found'],
    handle: ({ store }, { params }) => editableEntity(store, params.key),
  }),
  route({
    method: 'put',
    path: '/api/entities/{key}',
    summary: 'Makes an entity, or gives it other values than reports do',
    description: 'Names that reports give stay among its aliases; a name that it had before is one of them.',
    params: KeyParams,
    body: EntityChangeBody,
    response: ChangeReport,
    problems,
    handle: ({ store }, { params, body }) => putEntity(store, params.key, parseBody(EntityChangeBody, body)),
  }),
  route({
    method: 'get',
    path: '/api/changes',
    summary: 'What people changed by hand, the latest first',
    description:
      'Changes to what articles say, decisions on proposals, entities and grades, each with what was before.',
    query: ChangesQuery,
    response: ChangeList,
    problems: ['not-found'],
    handle: ({ store }, { query }) => listChanges(store, query),
  }),
  route({
    method: 'post',
    path: '/api/changes/{key}/undo',
    summary: 'Takes a change back; that is a change too, and can be taken back',
    description: 'Refused where what the change left was changed since: the answer names the later change.',
    params: ChangeKeyParams,
    body: TakeBackBody,
    response: ChangeReport,
    problems,
    handle: ({ store }, { params, body }) => takeBack(store, params.key, parseBody(TakeBackBody, body)),
  }),
];
