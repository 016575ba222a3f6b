// The application: headers, routes, the client's files and one error handler. It never listens.
import { isUtf8 } from 'node:buffer';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express, type RequestHandler } from 'express';
import expressStaticGzip from 'express-static-gzip';
import type { Logger } from 'pino';
import { type AccountSettings, Door } from './accounts/door.ts';
import { ModelReader } from './drafts/by-model.ts';
import { ReadingRoom } from './drafts/confined.ts';
import { AppError, InvalidRequest, NotFound } from './errors.ts';
import { admission, handlerOf } from './handle.ts';
import { hostCheck, requestLog, securityHeaders } from './headers.ts';
import { checksOf, type FetchSettings } from './ingest/readers/address/fetch.ts';
import type { Checks } from './ingest/readers/address/request.ts';
import { Workshop } from './ingest/readers/article/workshop.ts';
import { openApi } from './openapi.ts';
import { Metrics } from './operation/metrics.ts';
import { mostAtOnce, rateOf } from './operation/rate.ts';
import { packed } from './packed.ts';
import { Gate } from './query/gate.ts';
import { defaultQuerySettings } from './query/limits.ts';
import { Proposer } from './query/proposal/propose.ts';
import { QueryRunner } from './query/run.ts';
import { hearsayVersion, projectRoot } from './root.ts';
import { allRoutes } from './routes/all.ts';
import { Answers } from './routes/answers.ts';
import type { Context } from './routes/declare.ts';
import { docsPage, docsStyle } from './routes/docs.ts';
import { library } from './routes/library.ts';
import { parseQueryString } from './routes/parse.ts';
import { problemHandler } from './routes/problem.ts';
import { streamBody } from './routes/stream-body.ts';
import type { QuerySettings } from './schema/cypher.ts';
import type { ModelSettings } from './schema/proposal.ts';
import type { Store } from './store/port.ts';
import { knownNames } from './views/database/known.ts';
import { explorerOf } from './views/open.ts';
import type { HookSettings } from './watches/hooks/settings.ts';
import { Watching } from './watches/watching.ts';

export interface AppParts {
  store: Store;
  log: Logger;
  config: {
    host: string;
    hosts: readonly string[];
    graphNodes: number;
    documentBytes: number;
    /** Those of the settings' defaults if absent. */
    query?: QuerySettings;
    /** Which web addresses may be fetched; none if absent. */
    fetch?: FetchSettings | undefined;
    /** The language model for questions in plain words; none can be asked if absent. */
    model?: ModelSettings | undefined;
    /** Requests that one client may make in a minute; any number if absent or 0. */
    rateLimit?: number;
    /** Requests to the API that are answered at once, of all clients; 1,000 if absent. */
    atOnce?: number;
    metrics?: boolean;
    /** Who may come in; without, everybody does everything. */
    accounts?: AccountSettings | undefined;
    /** Which web hooks may be sent to; none if absent. */
    hooks?: HookSettings | undefined;
    /** Addresses of proxies that are believed about who asks them; none if absent. */
    proxies?: readonly string[];
  };
  /** The built client; dist/client of the project if absent. */
  clientFolder?: string;
  /** The gate for typed Cypher, to be closed by who opened it; one of its own if absent. */
  gate?: Gate;
  /** What may be fetched in place of what the settings let be: for tests against servers on this machine. */
  fetching?: Checks | undefined;
  /** The time in ms, for sessions and for waiting after failures; the system's if absent. */
  now?: () => number;
  /** Looks at watches, to be started and stopped by who made it; one that looks only when asked if absent. */
  watching?: Watching;
}

/** Five times as many as 200 people who ask without a pause have under way (bench/crowd.ts). */
const atOnce = 1000;

/** An answer is a picture of the moment; the browser asks again. */
const apiHeaders: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

const jsonBodyOnly: RequestHandler = (request, _response, next) => {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (request.headers['content-length'] === '0') throw new InvalidRequest('The body is empty.');
  if (type === 'application/json') return next();
  throw new AppError(415, 'unsupported-media-type', 'The body must be JSON.', {
    detail: 'Send it as Content-Type: application/json.',
  });
};

class NotUtf8 extends Error {}

/** The body as JSON; bytes that are no text are refused, where decoding them would put other characters there. */
function jsonBody(limit: number): RequestHandler {
  const parser = express.json({
    limit,
    strict: false,
    verify: (_request, _response, bytes, encoding) => {
      if (encoding.toLowerCase() === 'utf-8' && !isUtf8(bytes)) throw new NotUtf8();
    },
  });
  // The parser would answer 403 to whatever its `verify` throws.
  return (request, response, next) =>
    parser(request, response, (error?: unknown) => {
      if (!(error instanceof NotUtf8)) return next(error);
      next(
        new InvalidRequest('The body is not in UTF-8.', {
          detail: 'Send it anew in UTF-8.',
          errors: [{ pointer: '', reason: 'is not in UTF-8' }],
        }),
      );
    });
}

function addRoutes(app: Express, context: Context): void {
  const body = jsonBody(context.documentBytes);
  for (const route of allRoutes) {
    const json = route.body === undefined ? [] : [jsonBodyOnly, body];
    const before = route.stream === undefined ? json : [streamBody([route.stream].flat(), context.documentBytes)];
    const path = route.path.replaceAll(/\{(\w+)\}/g, ':$1');
    // Who may not come in sends no body.
    if (context.metrics !== undefined) app[route.method](path, context.metrics.of(route.path));
    app[route.method](path, admission(route, context.door), ...before, handlerOf(route, context));
  }
  const description = JSON.stringify(openApi(allRoutes));
  const page = docsPage(allRoutes);
  app.get('/openapi.json', (_request, response) => void response.type('application/json').send(description));
  app.get('/api/docs', (_request, response) => void response.type('html').send(page));
  app.get('/api/docs.css', (_request, response) => void response.type('css').send(docsStyle));
}

const nowhere = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>No such page · Hearsay</title>
<link rel="stylesheet" href="/api/docs.css">
</head>
<body>
<main>
<h1>There is no such page</h1>
<p>Hearsay has one page, and what it shows stands behind the question mark of its address. <a href="/">Open it</a>.</p>
</main>
</body>
</html>
`;

/** The built client: hashed files for ever, the page itself never. */
function addClient(app: Express, folder: string): void {
  app.use(
    '/assets',
    // Packed beforehand, at leisure, they are a seventh smaller than what packs them on the way.
    expressStaticGzip(join(folder, 'assets'), {
      enableBrotli: true,
      index: false,
      serveStatic: { immutable: true, maxAge: '1y', fallthrough: true },
    }),
  );
  app.use(
    express.static(folder, { index: false, setHeaders: (response) => response.setHeader('Cache-Control', 'no-cache') }),
  );
  app.get(/^\/(?!(?:api|assets)(?:\/|$))[^.]*$/, (request, response, next) => {
    if (!existsSync(join(folder, 'index.html'))) return next();
    response.set('Cache-Control', 'no-cache');
    if (request.path === '/') response.sendFile(join(folder, 'index.html'));
    else response.status(404).type('html').send(nowhere);
  });
}

/** The methods of the API at a path; none where it has no such address. */
function methodsAt(path: string): string[] {
  const here = allRoutes.filter((route) => new RegExp(`^${route.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path));
  return [...new Set(here.map((route) => route.method.toUpperCase()))];
}

export function createApp({
  store: given,
  log,
  config,
  clientFolder = join(projectRoot, 'dist', 'client'),
  gate = new Gate({ dialect: given.capabilities.engine }),
  fetching = config.fetch && checksOf(config.fetch),
  now = Date.now,
  watching,
}: AppParts): Express {
  const { graphNodes, documentBytes, query = defaultQuerySettings, model } = config;
  const metrics = config.metrics ? new Metrics() : undefined;
  const store = metrics?.watching(given) ?? given;
  const explorer = explorerOf(store, { graphNodes, documentBytes, query, model, version: hearsayVersion });
  const queries = new QueryRunner(store, gate, query, () => knownNames(store));
  const statements = 'Typed statements';
  metrics?.gauge('hearsay_typed_statements_running', `${statements} let in and not yet ended.`, () => queries.running);
  metrics?.gauge('hearsay_typed_statements_waiting', `${statements} that the gate is yet to read.`, () => gate.waiting);
  const modelReader = model && new ModelReader(model);
  const proposer = model && new Proposer({ store, queries, settings: model, library });
  const app = express();
  app.disable('x-powered-by');
  // Answers of the API are never kept, so hashing them would be for nothing; files have tags of their own.
  app.disable('etag');
  app.set('query parser', parseQueryString);
  app.set('strict routing', true);
  app.set('trust proxy', config.proxies === undefined || config.proxies.length === 0 ? false : config.proxies);
  const door = config.accounts && new Door(config.accounts, log, now);
  app.use(requestLog(log), securityHeaders(), hostCheck([config.host.toLowerCase(), ...config.hosts]), packed());
  app.use(['/api', '/openapi.json', '/metrics'], apiHeaders, rateOf(config.rateLimit ?? 0));
  // How much it has to do is asked just when that is too much.
  app.use(['/api', '/openapi.json'], mostAtOnce(config.atOnce ?? atOnce));
  let changing = 0;
  app.use('/api', (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next();
    changing += 1;
    response.once('close', () => {
      changing -= 1;
    });
    next();
  });
  const [workshop, readingRoom] = [new Workshop(), new ReadingRoom()];
  addRoutes(app, {
    store,
    explorer,
    queries,
    workshop,
    readingRoom,
    modelReader,
    fetching,
    proposer,
    watching: watching ?? new Watching({ store, queries, log, hooks: config.hooks }),
    answers: store.capabilities.model === 'hearsay' ? new Answers(store.journal) : undefined,
    log,
    door,
    metrics,
    isChanging: () => changing > 0,
    documentBytes,
  });
  addClient(app, clientFolder);
  app.use((request, response) => {
    const methods = methodsAt(request.path);
    if (methods.length > 0) {
      response.set('Allow', methods.join(', '));
      throw new AppError(405, 'invalid-request', `${request.method} is not for this address.`, {
        detail: `It takes ${methods.join(', ')}.`,
      });
    }
    throw new NotFound('There is nothing at this address.', {
      detail: 'The addresses of the API are listed at /api/docs.',
    });
  });
  app.use(problemHandler(log));
  return app;
}
