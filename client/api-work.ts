// The requests of reviewing, editing and taking in; beside api.ts, so that the first view does not wait for them.

import type { ArticleReport, LinkedReport } from '../server/schema/article-text.ts';
import type { AuditLog } from '../server/schema/audit.ts';
import type {
  ChangeList,
  ChangeReport,
  DocumentChangeBody,
  EditableDocument,
  EditableEntity,
  EntityChangeBody,
  TakeBackBody,
} from '../server/schema/changes.ts';
import type { CsvReport } from '../server/schema/csv-mapping.ts';
import type { DecisionsBodyInput, DecisionsReport, DraftList, DraftView, Extractor } from '../server/schema/drafts.ts';
import type { ImportReport } from '../server/schema/view.ts';
import { addressOf, at, get, json, type Query, send } from './api.ts';

/** Sends a file as it is. */
const upload = <T>(path: string, type: string, body: Blob | string, query: Query, signal: AbortSignal): Promise<T> =>
  json<T>(addressOf(path, query), {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': type },
    body,
    signal,
  });

/** Whether it is only tried, as a parameter. */
const tried = (dryRun: boolean): Query => ({ dryRun: String(dryRun) });

export const workApi = {
  drafts: (signal?: AbortSignal) => get<DraftList>('drafts', {}, signal),
  draft: (article: string, signal?: AbortSignal) => get<DraftView>(`articles/${at(article)}/draft`, {}, signal),
  /** Has the article's text read anew; decisions on what is proposed again are kept. */
  makeDraft: (article: string, extractor: Extractor, signal?: AbortSignal) =>
    send<DraftView>('POST', `articles/${at(article)}/draft`, { extractor }, signal),
  decideDraft: (article: string, body: DecisionsBodyInput) =>
    send<DecisionsReport>('POST', `articles/${at(article)}/draft/decisions`, body),
  document: (article: string, signal?: AbortSignal) =>
    get<EditableDocument>(`articles/${at(article)}/document`, {}, signal),
  changeDocument: (article: string, body: DocumentChangeBody) =>
    send<ChangeReport>('POST', `articles/${at(article)}/changes`, body),
  entity: (key: string, signal?: AbortSignal) => get<EditableEntity>(`entities/${at(key)}`, {}, signal),
  changeEntity: (key: string, body: EntityChangeBody) => send<ChangeReport>('PUT', `entities/${at(key)}`, body),
  changes: (subject: string | null, limit: number, signal?: AbortSignal) =>
    get<ChangeList>('changes', { subject, limit }, signal),
  takeBack: (change: string, body: TakeBackBody) => send<ChangeReport>('POST', `changes/${at(change)}/undo`, body),
  /** Of a question its members that are not empty; a page, from a cursor on. */
  audit: (
    question: Readonly<Record<'who' | 'what' | 'from' | 'to', string>>,
    cursor: string | null,
    signal?: AbortSignal,
  ) =>
    get<AuditLog>(
      'audit',
      { ...Object.fromEntries(Object.entries(question).filter(([, value]) => value !== '')), cursor },
      signal,
    ),
  importArticle: (name: string, type: string, body: Blob | string, dryRun: boolean, signal: AbortSignal) =>
    upload<ArticleReport>('imports/articles', type, body, { name, ...tried(dryRun) }, signal),
  importClaims: (body: Blob, dryRun: boolean, signal: AbortSignal) =>
    upload<ImportReport>('articles', 'application/json', body, tried(dryRun), signal),
  importLinked: (type: string, body: Blob, dryRun: boolean, signal: AbortSignal) =>
    upload<LinkedReport>('imports/linked', type, body, tried(dryRun), signal),
  importCsv: (mapping: string, body: Blob, dryRun: boolean, signal: AbortSignal) =>
    upload<CsvReport>('imports/csv', 'text/csv', body, { mapping, ...tried(dryRun) }, signal),
  importAddress: (url: string, dryRun: boolean, signal: AbortSignal) =>
    send<ArticleReport>('POST', 'imports/address', { url }, signal, tried(dryRun)),
};
