// What many edges rest on, streamed: for exports that carry where each fact is from.
import { z } from 'zod';
import { type GroundsLine, GroundsRequest, groundLimits } from '../schema/grounds.ts';
import type { Problem } from '../schema/problem.ts';
import { EvidenceQuery } from '../schema/query.ts';
import type { Explorer } from '../views/explorer.ts';
import { parseBody } from './body.ts';
import { route } from './declare.ts';
import { problemOf, toAppError } from './problem.ts';
import type { StreamedAnswer } from './stream-answer.ts';

const lines = 'application/x-ndjson';
const line = (value: GroundsLine): string => `${JSON.stringify(value)}\n`;

type Parts = Awaited<ReturnType<Explorer['grounds']>>;

/** A part a piece; an error in the middle is a line, since the answer has begun. */
async function* written(parts: Parts, told: (error: unknown) => Problem): StreamedAnswer['chunks'] {
  try {
    for await (const part of parts) {
      if ('end' in part) return line(part);
      yield [...part.articles.map((article) => line({ article })), ...part.edges.map(line)].join('');
    }
    return '';
  } catch (error) {
    return line({ error: told(error) });
  } finally {
    await parts.return();
  }
}

export const groundsRoutes = [
  route({
    method: 'post',
    path: '/api/edges/grounds',
    needs: 'reader',
    summary: 'What many edges rest on, in short, streamed',
    description:
      `Lines of JSON for at most ${groundLimits.keys} edges: {"article"} before the first edge that needs it, for each ` +
      'edge its origins and the words it is derived from or stated in, then {"end"}, or {"error"} with a problem where ' +
      'it fails in the middle. Under a filter only what it leaves. An edge that there is not is named in the end.',
    query: EvidenceQuery,
    body: GroundsRequest,
    response: z.unknown(),
    media: [lines],
    problems: ['not-found', 'too-large', 'unsupported-media-type'],
    async handle({ explorer, log }, { query, body }): Promise<StreamedAnswer> {
      const { keys } = parseBody(GroundsRequest, body);
      const told = (error: unknown) => {
        const known = toAppError(error);
        if (known.status >= 500) log.error({ err: error, path: '/api/edges/grounds' }, known.message);
        return problemOf(known);
      };
      return { type: lines, chunks: written(await explorer.grounds(keys, query), told) };
    },
  }),
];
