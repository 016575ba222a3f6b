// The only place that talks to the server, and the one translator of its problems into words.

import type { columnsType } from '../server/schema/columns.ts';
import type {
  Contradictions,
  Diff,
  Spread,
  StanceTable,
  Suggestions,
  UtteranceView,
} from '../server/schema/comparison.ts';
import type {
  ArticleLinkBody,
  ArticleLinkView,
  CaseBody,
  CaseView,
  CurationReport,
  GradeBody,
  GradeStanding,
  GradeView,
  HypothesisBody,
  HypothesisView,
} from '../server/schema/curation.ts';
import type {
  DatabaseSchema,
  QueryRequest,
  SavedQuery,
  StatementCheck,
  StatementFault,
} from '../server/schema/cypher.ts';
import type { EdgeReports } from '../server/schema/edge-reports.ts';
import type { ExchangeReport } from '../server/schema/exchange.ts';
import type {
  CandidateList,
  DistinctionBody,
  DistinctionList,
  MergeBody,
  OperationList,
  SplitBodyInput,
} from '../server/schema/identity.ts';
import type { DispositionBody } from '../server/schema/ledger.ts';
import type { NamesResult } from '../server/schema/names.ts';
import type { NodesResult } from '../server/schema/nodes.ts';
import type { Note, NoteBody, NoteEdit, NoteList, NoteReport, NoteSubjects } from '../server/schema/note.ts';
import type { Problem, ProblemDetail } from '../server/schema/problem.ts';
import type { Proposal } from '../server/schema/proposal.ts';
import type {
  ChangedStory,
  ChangedView,
  NewStory,
  NewView,
  OpenedStory,
  OpenedView,
  StoryHead,
  ViewHead,
} from '../server/schema/saved.ts';
import type {
  ArticleList,
  ArticleView,
  Evidence,
  GraphView,
  Meta,
  Neighbours,
  NodeDetail,
  Paths,
  SearchResult,
} from '../server/schema/view.ts';
import { GraphReader } from './graph/columns.ts';
import { linesOf } from './ndjson.ts';

/** What went wrong, ready to be shown: what happened, then to what and what to do. */
export interface Failure {
  title: string;
  message: string;
  /** The server's code, or 'unreachable' where there was no answer at all. */
  code: string;
  nearest: { key: string; name: string }[];
  /** Of a refused Cypher statement: what is wrong with it, and where. */
  faults?: readonly StatementFault[];
  /** What is wrong in what was sent, each with its place. */
  errors?: readonly ProblemDetail[];
}

/** A request that failed; `failure` holds the words. */
export class RequestFailed extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.title);
    this.name = 'RequestFailed';
    this.failure = failure;
  }
}

const unreachable: Failure = {
  title: 'The server does not answer',
  message: 'Hearsay’s server may have been stopped. Start it again with npm start, then retry.',
  code: 'unreachable',
  nearest: [],
};

/** An answer that is no success, in words. `body` is the problem document, or undefined where it was none. */
export function translateProblem(status: number, body: Partial<Problem> | undefined): Failure {
  const faults = (body?.errors ?? []).map((fault) =>
    [fault.field ?? fault.pointer, fault.reason].filter(Boolean).join(': '),
  );
  const advice = [body?.detail, ...faults].filter((part) => part !== undefined && part !== '').join(' ');
  const fallback: Record<string, string> = {
    'engine-unavailable': 'Check that the database is running, then retry.',
    'time-limit': 'Ask for less, for example with fewer types, then retry.',
    'memory-limit': 'Ask for less, for example with fewer types, then retry.',
    // The title says what is wrong; the same statement would fail the same way again.
    'statement-refused': 'Change the statement, then run it again.',
    'statement-failed': 'Change the statement or its parameters, then run it again.',
    'not-found': 'It may have been removed, or the address may be old.',
  };
  const code = body?.code ?? 'internal';
  return {
    title: (body?.title ?? `The server answered with status ${status}`).replace(/\.$/, ''),
    message: advice === '' ? (fallback[code] ?? 'Retry; if it stays like this, the server’s log says more.') : advice,
    code,
    nearest: body?.nearest ?? [],
    ...(body?.faults && { faults: body.faults }),
    ...(body?.errors && { errors: body.errors }),
  };
}

/** A failure as running text. */
export const sentencesOf = ({ title, message }: Failure): string => `${title}. ${message}`;

/** Whatever was thrown, in words. */
export function failureOf(error: unknown): Failure {
  if (error instanceof RequestFailed) return error.failure;
  return {
    title: 'Something in this page failed',
    message: error instanceof Error ? error.message : String(error),
    code: 'client',
    nearest: [],
  };
}

export type Query = Record<string, string | number | readonly string[] | null | undefined>;

/** Which articles and sources count: it goes with every question about the evidence. */
export interface EvidenceFilter {
  /** A day: what was published by its end counts; null: all dates. */
  readonly asOf: string | null;
  /** Keys of articles, outlets and sources left out. */
  readonly without: ReadonlySet<string>;
  /** The key of a case. */
  readonly case: string | null;
  /** The least grade: a letter A–E, a digit 1–5, or both. */
  readonly grade: string | null;
}

/** The filter as parameters, always in the same order. */
export const filterQuery = (filter: EvidenceFilter): Query => ({
  asOf: filter.asOf,
  without: [...filter.without].sort(),
  case: filter.case,
  grade: filter.grade,
});

/** Whether anything is left out. */
export const isFiltered = (filter: EvidenceFilter): boolean =>
  filter.asOf !== null || filter.without.size > 0 || filter.case !== null || filter.grade !== null;

/** An address of the API; parameters that are null, undefined or empty are left out. */
export function addressOf(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') continue;
    if (typeof value === 'object') {
      if (value.length > 0) search.set(name, value.join(','));
    } else search.set(name, String(value));
  }
  return `/api/${path}${search.size === 0 ? '' : `?${search}`}`;
}

let signInAgain: () => Promise<boolean> = async () => false;
/** What asks somebody to sign in, where the server does not know who asks it; false where they would rather not. */
export function whenSignedOut(ask: () => Promise<boolean>): void {
  signInAgain = ask;
}

/** What changes something says that it is from this page: a page elsewhere cannot. */
const fromHere = (init: RequestInit): RequestInit =>
  init.method === undefined || init.method === 'GET'
    ? init
    : { ...init, headers: { ...(init.headers as Record<string, string>), 'x-hearsay': '1' } };

export async function ask(address: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, fromHere(init));
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new RequestFailed(unreachable);
  }
  if (response.ok) return response;
  const body: unknown = await response.json().catch(() => undefined);
  const problem = typeof body === 'object' && body !== null ? (body as Partial<Problem>) : undefined;
  // What was asked is asked once more, with all that was typed.
  if (problem?.code === 'not-signed-in' && (await signInAgain())) return ask(address, init);
  throw new RequestFailed(translateProblem(response.status, problem));
}

export async function json<T>(address: string, init: RequestInit): Promise<T> {
  const response = await ask(address, init);
  const body: unknown = await response.json().catch(() => undefined);
  if (body === undefined) throw new RequestFailed(translateProblem(response.status, undefined));
  return body as T;
}

/** The graph as it comes in, a block of lines at a time. */
async function graphInColumns(address: string, signal?: AbortSignal): Promise<GraphView> {
  const type: typeof columnsType = 'application/vnd.hearsay.columns+x-ndjson';
  const { body } = await ask(address, { headers: { accept: type }, ...(signal && { signal }) });
  const reader = new GraphReader();
  if (body) for await (const lines of linesOf(body)) for (const line of lines) reader.add(line);
  if (reader.graph === undefined)
    throw new RequestFailed({
      title: 'The graph broke off before its end',
      message: 'The server or the way to it failed while it was sent. Reload the page to ask for it again.',
      code: 'broken-off',
      nearest: [],
    });
  return reader.graph;
}

export const get = <T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> =>
  json<T>(addressOf(path, query), { headers: { accept: 'application/json' }, ...(signal && { signal }) });

/** Changes something; the answer says what. */
export const send = <T>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
  signal?: AbortSignal,
  query: Query = {},
): Promise<T> =>
  json<T>(addressOf(path, query), {
    method,
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });

export const at = encodeURIComponent;

export interface NeighbourQuery {
  types?: readonly string[];
  direction?: 'in' | 'out' | 'both';
  limit?: number;
  cursor?: string | null;
}

/** Of what the spread is asked: one of the three. */
export type SpreadOf = { edge: string } | { claim: string } | { utterance: string };

/** A statement as it is asked to run: see QueryRequest; what is absent has the server's default. */
export type Statement = Pick<QueryRequest, 'statement'> & Partial<QueryRequest>;

export const api = {
  meta: (signal?: AbortSignal) => get<Meta>('meta', {}, signal),
  /** Of the labels given or all, and at most so many nodes or as many as the server draws. */
  graph: (filter: EvidenceFilter, labels: readonly string[] | null, most: number | null, signal?: AbortSignal) =>
    graphInColumns(
      addressOf('graph', { view: 'explorer', ...filterQuery(filter), types: labels, limit: most }),
      signal,
    ),
  /** Among all there is, whatever counts: what was left out must be found to be put back. */
  search: (q: string, signal?: AbortSignal) => get<SearchResult>('search', { q }, signal),
  /** What answers to each name of a list, whatever counts. */
  matchNames: (names: readonly string[], signal?: AbortSignal) =>
    send<NamesResult>('POST', 'search/names', { names }, signal),
  node: (key: string, filter: EvidenceFilter, signal?: AbortSignal) =>
    get<NodeDetail>(`nodes/${at(key)}`, filterQuery(filter), signal),
  /** Many nodes, with their relations among one another and with those `beside` them. */
  nodes: (keys: readonly string[], beside: readonly string[], filter: EvidenceFilter, signal?: AbortSignal) =>
    send<NodesResult>('POST', 'nodes', { keys, beside }, signal, filterQuery(filter)),
  neighbours: (key: string, query: NeighbourQuery, filter: EvidenceFilter, signal?: AbortSignal) =>
    get<Neighbours>(`nodes/${at(key)}/neighbours`, { ...query, ...filterQuery(filter) }, signal),
  evidence: (key: string, filter: EvidenceFilter, signal?: AbortSignal) =>
    get<Evidence>(`edges/${at(key)}/evidence`, filterQuery(filter), signal),
  /** Which reports each derived edge rests on. */
  edgeReports: (filter: EvidenceFilter, signal?: AbortSignal) =>
    get<EdgeReports>('edge-reports', filterQuery(filter), signal),
  /** What many edges rest on, in lines of JSON, to be read as they come in. */
  grounds: (keys: readonly string[], filter: EvidenceFilter, signal: AbortSignal): Promise<Response> =>
    ask(addressOf('edges/grounds', filterQuery(filter)), {
      method: 'POST',
      headers: { accept: 'application/x-ndjson', 'content-type': 'application/json' },
      body: JSON.stringify({ keys }),
      signal,
    }),
  articles: (filter: EvidenceFilter, signal?: AbortSignal) => get<ArticleList>('articles', filterQuery(filter), signal),
  article: (key: string, filter: EvidenceFilter, signal?: AbortSignal) =>
    get<ArticleView>(`articles/${at(key)}`, filterQuery(filter), signal),
  /** All sources, whatever counts. */
  sources: (signal?: AbortSignal) => get<GraphView>('graph', { view: 'evidence', types: ['Source'] }, signal),
  spread: (of: SpreadOf, filter: EvidenceFilter, signal?: AbortSignal) =>
    get<Spread>('spread', { ...of, ...filterQuery(filter) }, signal),
  utterance: (key: string, filter: EvidenceFilter, signal?: AbortSignal) =>
    get<UtteranceView>(`utterances/${at(key)}`, filterQuery(filter), signal),
  cases: (signal?: AbortSignal) => get<{ cases: CaseView[] }>('cases', {}, signal),
  putCase: (key: string, body: CaseBody) => send<CurationReport>('PUT', `cases/${at(key)}`, body),
  removeCase: (key: string) => send<CurationReport>('DELETE', `cases/${at(key)}`),
  grades: (signal?: AbortSignal) => get<{ grades: GradeView[] }>('grades', {}, signal),
  /** What somebody who grades it should know: what it is graded, and which credibility its origins make eligible. */
  gradeStanding: (key: string, signal?: AbortSignal) => get<GradeStanding>(`grades/${at(key)}`, {}, signal),
  grade: (body: GradeBody) => send<CurationReport>('POST', 'grades', body),
  hypotheses: (signal?: AbortSignal) => get<{ hypotheses: HypothesisView[] }>('hypotheses', {}, signal),
  suppose: (body: HypothesisBody) => send<CurationReport>('POST', 'hypotheses', body),
  withdraw: (key: string) => send<CurationReport>('DELETE', `hypotheses/${at(key)}`),
  mergeCandidates: (signal?: AbortSignal) => get<CandidateList>('merge-candidates', {}, signal),
  merges: (signal?: AbortSignal) => get<OperationList>('merges', {}, signal),
  merge: (body: MergeBody) => send<CurationReport>('POST', 'merges', body),
  split: (body: SplitBodyInput) => send<CurationReport>('POST', 'splits', body),
  undoMerge: (key: string) => send<CurationReport>('DELETE', `merges/${at(key)}`),
  distinctions: (signal?: AbortSignal) => get<DistinctionList>('distinctions', {}, signal),
  distinguish: (body: DistinctionBody) => send<CurationReport>('POST', 'distinctions', body),
  undistinguish: (key: string) => send<CurationReport>('DELETE', `distinctions/${at(key)}`),
  suggestions: (signal?: AbortSignal) => get<Suggestions>('suggestions', {}, signal),
  articleLinks: (signal?: AbortSignal) => get<{ links: ArticleLinkView[] }>('article-links', {}, signal),
  linkArticles: (body: ArticleLinkBody) => send<CurationReport>('POST', 'article-links', body),
  unlinkArticles: (key: string) => send<CurationReport>('DELETE', `article-links/${at(key)}`),
  /** How many notes there are, by what they are on. */
  noteSubjects: (signal?: AbortSignal) => get<NoteSubjects>('notes/subjects', {}, signal),
  notesOn: (subject: string, signal?: AbortSignal) => get<NoteList>('notes', { subject, limit: 500 }, signal),
  notes: (query: { q?: string; limit?: number; cursor?: string }, signal?: AbortSignal) =>
    get<NoteList>('notes', query, signal),
  writeNote: (body: NoteBody) => send<NoteReport>('POST', 'notes', body),
  editNote: (key: string, body: NoteEdit) => send<NoteReport>('PUT', `notes/${at(key)}`, body),
  deleteNote: (key: string, version: number) => send<NoteReport>('DELETE', `notes/${at(key)}?version=${version}`),
  restoreNote: (note: Note) => send<NoteReport>('POST', 'notes/restored', note),
  stances: (query: Query, filter: EvidenceFilter, signal?: AbortSignal) =>
    get<StanceTable>('stances', { ...query, ...filterQuery(filter) }, signal),
  contradictions: (query: Query, filter: EvidenceFilter, signal?: AbortSignal) =>
    get<Contradictions>('contradictions', { ...query, ...filterQuery(filter) }, signal),
  dispose: (key: string, body: DispositionBody) => send<unknown>('PUT', `contradictions/${at(key)}/disposition`, body),
  brief: async (query: Query, signal?: AbortSignal): Promise<string> =>
    (await ask(addressOf('briefs', query), { ...(signal && { signal }) })).text(),
  /** The export as a file; it may be large, so it is not parsed. */
  exported: async (body: unknown, signal?: AbortSignal): Promise<Blob> =>
    (
      await ask(addressOf('export'), {
        method: 'POST',
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        body: JSON.stringify(body),
        ...(signal && { signal }),
      })
    ).blob(),
  /** Takes in an export, or tries to; the text of the file goes as it is. */
  importExport: (text: string, dryRun: boolean, signal?: AbortSignal) =>
    json<ExchangeReport>(addressOf('imports/export', { dryRun: String(dryRun) }), {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: text,
      ...(signal && { signal }),
    }),
  diff: (from: string, filter: EvidenceFilter, signal?: AbortSignal) => {
    const { asOf, ...rest } = filterQuery(filter);
    return get<Diff>('diff', { from, to: asOf, ...rest }, signal);
  },
  paths: (
    query: Pick<Paths, 'from' | 'to' | 'maxHops'> & { type?: string },
    filter: EvidenceFilter,
    signal?: AbortSignal,
  ) => get<Paths>('paths', { ...query, ...filterQuery(filter) }, signal),
  /** Runs a statement; the body of the answer is NDJSON, to be read as it comes in. Aborting stops the statement too. */
  query: (body: Statement, signal: AbortSignal): Promise<Response> =>
    ask(addressOf('query'), {
      method: 'POST',
      headers: { accept: 'application/x-ndjson', 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    }),
  /** Whether a statement would run, without running it. */
  check: (body: Statement, signal?: AbortSignal) => send<StatementCheck>('POST', 'query/check', body, signal),
  /** A statement that the server's language model proposes for a question. Aborting stops the model, too. */
  propose: (question: string, signal?: AbortSignal) => send<Proposal>('POST', 'query/propose', { question }, signal),
  savedViews: (signal?: AbortSignal) => get<{ views: ViewHead[] }>('views', {}, signal),
  savedView: (key: string, signal?: AbortSignal) => get<OpenedView>(`views/${at(key)}`, {}, signal),
  saveView: (body: NewView) => send<ViewHead>('POST', 'views', body),
  changeView: (key: string, body: ChangedView) => send<ViewHead>('PUT', `views/${at(key)}`, body),
  removeView: (key: string) => send<unknown>('DELETE', `views/${at(key)}`),
  stories: (signal?: AbortSignal) => get<{ stories: StoryHead[] }>('stories', {}, signal),
  story: (key: string, signal?: AbortSignal) => get<OpenedStory>(`stories/${at(key)}`, {}, signal),
  addStory: (body: NewStory) => send<StoryHead>('POST', 'stories', body),
  changeStory: (key: string, body: ChangedStory) => send<StoryHead>('PUT', `stories/${at(key)}`, body),
  removeStory: (key: string) => send<unknown>('DELETE', `stories/${at(key)}`),
  schema: (signal?: AbortSignal) => get<DatabaseSchema>('schema', {}, signal),
  queries: (signal?: AbortSignal) => get<{ queries: SavedQuery[] }>('queries', {}, signal),
};
