// The only place that talks to the server, and the one translator of its problems into words.

import type { Problem } from '../server/schema/problem.ts';
import type {
  ArticleRef,
  ArticleView,
  Evidence,
  GraphView,
  Meta,
  Neighbours,
  NodeDetail,
  Paths,
  SearchResult,
} from '../server/schema/view.ts';

/** What went wrong, ready to be shown: what happened, then to what and what to do. */
export interface Failure {
  title: string;
  message: string;
  /** The server's code, or 'unreachable' where there was no answer at all. */
  code: string;
  nearest: { key: string; name: string }[];
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
    'not-found': 'It may have been removed, or the address may be old.',
  };
  const code = body?.code ?? 'internal';
  return {
    title: (body?.title ?? `The server answered with status ${status}`).replace(/\.$/, ''),
    message: advice === '' ? (fallback[code] ?? 'Retry; if it stays like this, the server’s log says more.') : advice,
    code,
    nearest: body?.nearest ?? [],
  };
}

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

type Query = Record<string, string | number | readonly string[] | null | undefined>;

async function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') continue;
    if (typeof value === 'object') {
      if (value.length > 0) search.set(name, value.join(','));
    } else search.set(name, String(value));
  }
  const suffix = search.size === 0 ? '' : `?${search}`;
  let response: Response;
  try {
    response = await fetch(`/api/${path}${suffix}`, {
      headers: { accept: 'application/json' },
      ...(signal && { signal }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new RequestFailed(unreachable);
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok && body !== undefined) return body as T;
  throw new RequestFailed(
    translateProblem(
      response.status,
      typeof body === 'object' && body !== null ? (body as Partial<Problem>) : undefined,
    ),
  );
}

const at = encodeURIComponent;

export interface NeighbourQuery {
  types?: readonly string[];
  direction?: 'in' | 'out' | 'both';
  limit?: number;
  cursor?: string | null;
}

export const api = {
  meta: (signal?: AbortSignal) => get<Meta>('meta', {}, signal),
  graph: (asOf: string | null, signal?: AbortSignal) => get<GraphView>('graph', { view: 'explorer', asOf }, signal),
  search: (q: string, signal?: AbortSignal) => get<SearchResult>('search', { q }, signal),
  node: (key: string, signal?: AbortSignal) => get<NodeDetail>(`nodes/${at(key)}`, {}, signal),
  neighbours: (key: string, query: NeighbourQuery, signal?: AbortSignal) =>
    get<Neighbours>(`nodes/${at(key)}/neighbours`, { ...query }, signal),
  evidence: (key: string, asOf: string | null, signal?: AbortSignal) =>
    get<Evidence>(`edges/${at(key)}/evidence`, { asOf }, signal),
  articles: (signal?: AbortSignal) => get<{ articles: ArticleRef[] }>('articles', {}, signal),
  article: (key: string, signal?: AbortSignal) => get<ArticleView>(`articles/${at(key)}`, {}, signal),
  paths: (from: string, to: string, maxHops: number, signal?: AbortSignal) =>
    get<Paths>('paths', { from, to, maxHops }, signal),
};
