// Cypher that somebody typed: run, or only checked.
import { z } from 'zod';
import { Cancelled } from '../errors.ts';
import { json, ndjson } from '../query/ndjson.ts';
import { checkDepth, checkKeys } from '../query/parameters.ts';
import type { RunningQuery } from '../query/run.ts';
import { QueryRequest, StatementCheck } from '../schema/cypher.ts';
import { forgetSchema } from '../views/database/schema.ts';
import { forgetCaptions } from '../views/foreign/profile.ts';
import { asksFor } from './accept.ts';
import { parseBody } from './body.ts';
import { route } from './declare.ts';
import { problemOf, toAppError } from './problem.ts';
import type { StreamedAnswer } from './stream-answer.ts';

const lines = 'application/x-ndjson';
const document = 'application/json';
/** A row a line is the usual answer; the document only for who asks for JSON by name and not for lines. */
const wantsDocument = (accept: string): boolean => asksFor(accept, document) && !asksFor(accept, lines);

function requestOf(body: unknown): QueryRequest {
  checkKeys(body);
  checkDepth(body);
  return parseBody(QueryRequest, body);
}

/** Whether it is asked to be let write; what it says itself the gate holds it to. */
const writes = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'mode' in body && body.mode !== 'read';

/** The same answer; calls `wrote` before its end is told where the statement changed something. */
async function* noticing(batches: RunningQuery['batches'], wrote: () => void): RunningQuery['batches'] {
  const summary = yield* batches;
  if (Object.values(summary.counters).some((times) => times > 0)) wrote();
  return summary;
}

export const queryRoutes = [
  route({
    method: 'post',
    path: '/api/query',
    needs: { least: 'reader', most: 'admin', of: ({ body }) => (writes(body) ? 'admin' : 'reader') },
    summary: 'Runs a Cypher statement and streams its rows',
    description:
      'Lines of JSON: {"columns"}, an array for each row, then {"summary"}, or {"error"} with a problem where the ' +
      'statement fails in the middle. Values have their type, as in Neo4j’s Query API. With Accept: application/json ' +
      'it is one document with plain values. A connection that is closed cancels the statement. See docs/cypher.md.',
    body: QueryRequest,
    response: z.unknown(),
    media: [lines, document],
    problems: [
      'statement-refused',
      'statement-failed',
      'read-only',
      'conflict',
      'time-limit',
      'memory-limit',
      'too-many-requests',
      'too-large',
      'unsupported-media-type',
    ],
    async handle({ queries, store, log }, { body, caller }): Promise<StreamedAnswer> {
      const request = requestOf(body);
      const plain = wantsDocument(caller.accept);
      const { columns, batches } = await queries.run(request, plain ? 'plain' : 'typed', caller);
      const wrote = () => {
        forgetSchema(store);
        forgetCaptions(store);
      };
      const answer = { columns, batches: noticing(batches, wrote) };
      const toProblem = (error: unknown) => {
        const known = toAppError(error);
        if (known.status >= 500 && !(error instanceof Cancelled))
          log.error({ err: error, path: '/api/query' }, known.message);
        return problemOf(known);
      };
      return plain
        ? { type: document, chunks: json(answer, toProblem) }
        : { type: lines, chunks: ndjson(answer, toProblem) };
    },
  }),
  route({
    method: 'post',
    path: '/api/query/check',
    needs: 'reader',
    summary: 'Whether a Cypher statement would be run here, without running it',
    description: 'Faults with their places, and for an accepted one its columns, its parameters and whether it writes.',
    body: QueryRequest,
    response: StatementCheck,
    problems: ['time-limit', 'too-many-requests', 'too-large', 'unsupported-media-type'],
    handle: ({ queries }, { body, caller }) => queries.checkNewest(requestOf(body), caller),
  }),
];
