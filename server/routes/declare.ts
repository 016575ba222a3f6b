// One declaration of a route: what the address takes, what it answers and how; Express and the OpenAPI page are made from it.
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Door } from '../accounts/door.ts';
import type { ModelReader } from '../drafts/by-model.ts';
import type { ReadingRoom } from '../drafts/confined.ts';
import type { Checks } from '../ingest/readers/address/request.ts';
import type { Workshop } from '../ingest/readers/article/workshop.ts';
import type { Metrics } from '../operation/metrics.ts';
import type { Proposer } from '../query/proposal/propose.ts';
import type { Caller, QueryRunner } from '../query/run.ts';
import type { Role } from '../schema/accounts.ts';
import type { ProblemCode } from '../schema/problem.ts';
import type { Store } from '../store/port.ts';
import type { Explorer } from '../views/explorer.ts';
import type { Watching } from '../watches/watching.ts';
import type { Answers } from './answers.ts';
import type { StreamedAnswer } from './stream-answer.ts';

/** What a handler works with. */
export interface Context {
  store: Store;
  explorer: Explorer;
  log: Logger;
  queries: QueryRunner;
  /** Takes article files apart. */
  workshop: Workshop;
  /** Reads texts for their claims. */
  readingRoom: ReadingRoom;
  /** Reads texts by a language model; absent where none is set. */
  modelReader: ModelReader | undefined;
  /** What may be fetched; absent where nothing may. */
  fetching: Checks | undefined;
  /** Absent where no language model is set. */
  proposer: Proposer | undefined;
  /** What is given again until something is written; absent where others write to the database too. */
  answers: Answers | undefined;
  /** Absent where nothing is measured. */
  metrics: Metrics | undefined;
  watching: Watching;
  /** Whether what is changed at the moment may leave derived edges behind for a while. */
  isChanging(): boolean;
  /** Who may come in; absent where there are no accounts. */
  door: Door | undefined;
  /** Bytes of the largest document that is taken. */
  documentBytes: number;
}

type Output<S> = S extends z.ZodType ? z.output<S> : undefined;
type Schema = z.ZodObject | undefined;

/** What a request brings, its parameters checked. */
export interface Input<P extends Schema, Q extends Schema> {
  params: Output<P>;
  query: Output<Q>;
  body: unknown;
  caller: Caller & {
    /** The Accept header. */
    accept: string;
    /** The hash of the session's secret that the request brought; null where it brought none. */
    session: string | null;
    /** Gives the page a session's secret as a cookie; null takes it away. */
    giveCookie(secret: string | null): void;
  };
}

/** For whom a route is; one that only tries under a parameter is then for others. */
export type Needs =
  | Role
  | 'anyone'
  | { least: Role; most: Role; of(input: { query: Record<string, unknown>; body: unknown }): Role };

export interface Route<P extends Schema, Q extends Schema, R extends z.ZodType> {
  method: 'get' | 'post' | 'put' | 'delete';
  /** Where there are accounts: for whom it is. Readers where it is a GET, else editors. */
  needs?: Needs;
  /** With {name} for each parameter. */
  path: string;
  summary: string;
  description?: string;
  params?: P;
  query?: Q;
  /** The form of the body, for the description: what reads the document checks it and says more of each fault. */
  body?: z.ZodType;
  /** The media type, or the types, of a body that is read as it comes in, in place of JSON: then it is a StreamedBody. */
  stream?: string | readonly string[];
  /** The form of the answer; its status is 200. */
  response: R;
  /** The media types that it is sent in where that is not only JSON: then the answer is a TextAnswer or a StreamedAnswer. */
  media?: readonly string[];
  /** Media types that it gives beside JSON to who asks for them by name: then the answer is a StreamedAnswer. */
  other?: readonly string[];
  /**
   * Whether its JSON rests on nothing but its parameters, the database and the day: then it is made once for all who ask
   * at once, and given again until something is written.
   */
  shared?: true;
  /** The codes of the problems it may answer, beside those that every route may. */
  problems?: readonly ProblemCode[];
  handle(context: Context, input: Input<P, Q>): Promise<z.input<R> | StreamedAnswer>;
}

// A handler takes exactly what its schemas give; the list of all routes has forgotten which those are.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type AnyRoute = Route<any, any, z.ZodType>;

/** Declares a route; only ties the handler's argument and answer to the schemas. */
export function route<R extends z.ZodType, P extends Schema = undefined, Q extends Schema = undefined>(
  declaration: Route<P, Q, R>,
): AnyRoute {
  return declaration;
}

export const needsOf = ({ needs, method }: Pick<AnyRoute, 'needs' | 'method'>): Needs =>
  needs ?? (method === 'get' ? 'reader' : 'editor');

/** An import that with dryRun=true writes nothing and only reports. */
export const unlessTried: Needs = {
  least: 'reader',
  most: 'editor',
  of: ({ query }) => (query.dryRun === true ? 'reader' : 'editor'),
};
