// The export of a database as one JSON file, and the import of such a file.
import { chooseArticles } from '../exchange/choose.ts';
import { exportStream } from '../exchange/file.ts';
import { importExport } from '../exchange/import.ts';
import { parseExport } from '../exchange/parse.ts';
import { plainGraph } from '../exchange/plain-graph.ts';
import { ExchangeReport, ExportRequest, HearsayExport } from '../schema/exchange.ts';
import { ImportQuery } from '../schema/query.ts';
import { parseBody } from './body.ts';
import { route, unlessTried } from './declare.ts';
import type { StreamedAnswer } from './stream-answer.ts';

export const exportRoutes = [
  route({
    method: 'post',
    path: '/api/export',
    needs: 'reader',
    summary: 'The database, or a part of it, as one JSON file that imports again',
    description:
      'The documents of the articles as they are stored, shared entities, all decisions, and the derived edges with ' +
      'their counts and reports. {} exports everything. The texts of the articles stay behind unless they are asked ' +
      'for. Of a database of another model: the named nodes and the relations between them, which do not import.',
    body: ExportRequest,
    response: HearsayExport,
    problems: ['not-found', 'invalid-document', 'busy', 'too-large', 'unsupported-media-type'],
    async handle({ store, explorer }, { body, caller: { signal } }): Promise<never> {
      const request = parseBody(ExportRequest, body);
      const chunks =
        store.capabilities.model === 'hearsay'
          ? await exportStream(
              store,
              { articles: await chooseArticles(explorer, request), texts: request.texts },
              signal,
            )
          : await plainGraph(store, request);
      // The answer is text that is sent as it is read from a file.
      return { type: 'application/json', chunks } satisfies StreamedAnswer as never;
    },
  }),
  route({
    method: 'post',
    path: '/api/imports/export',
    needs: unlessTried,
    summary: 'Takes in an export of a Hearsay database',
    description:
      'Into the database it came from it changes nothing. What is decided here otherwise stays; the answer lists it, ' +
      'and says whether the derived edges came out as in the export. Up to 300 articles go in whole or not at all; of ' +
      'more, each by itself, and the same file again goes on where it ended.',
    query: ImportQuery,
    body: HearsayExport,
    response: ExchangeReport,
    problems: ['invalid-document', 'conflict', 'read-only', 'too-large', 'unsupported-media-type'],
    handle: ({ store }, { query, body }) => importExport(store, parseExport(body), { dryRun: query.dryRun }),
  }),
];
