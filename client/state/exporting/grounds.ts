// Reads what the relations of an export rest on: one streamed request for thousands of them.
import type { EdgeGrounds, GroundsLine } from '../../../server/schema/grounds.ts';
import type { ArticleRef } from '../../../server/schema/view.ts';
import { api, type EvidenceFilter, RequestFailed, translateProblem } from '../../api.ts';
import type { Work } from '../../export/work.ts';
import { linesOf } from '../../ndjson.ts';

/** Edges of one request; the server takes 5,000. */
const atOnce = 2000;

export interface Grounds {
  edges: ReadonlyMap<string, EdgeGrounds>;
  articles: readonly ArticleRef[];
  /** Whether the database was written to meanwhile. */
  changed: boolean;
}

const cutShort = () =>
  new RequestFailed({
    title: 'The answer of the server ended too soon',
    message: 'It may have been stopped. Try again.',
    code: 'unreachable',
    nearest: [],
  });

async function readLines(response: Response, take: (line: GroundsLine) => void): Promise<void> {
  if (!response.body) throw cutShort();
  for await (const lines of linesOf(response.body)) for (const line of lines) take(JSON.parse(line) as GroundsLine);
}

/** The grounds of the edges by key. Throws RequestFailed in words, and what the signal's abort throws. */
export async function readGrounds(keys: readonly string[], filter: EvidenceFilter, work: Work): Promise<Grounds> {
  const edges = new Map<string, EdgeGrounds>();
  const articles = new Map<string, ArticleRef>();
  let changed = false;
  for (let from = 0; from < keys.length; from += atOnce) {
    let ended = false;
    const response = await api.grounds(keys.slice(from, from + atOnce), filter, work.signal);
    await readLines(response, (line) => {
      if ('error' in line) throw new RequestFailed(translateProblem(line.error.status, line.error));
      if ('article' in line) articles.set(line.article.key, line.article);
      else if ('edge' in line) edges.set(line.edge, line);
      else {
        ended = true;
        changed ||= line.end.changed;
      }
    });
    if (!ended) throw cutShort();
    work.progress(Math.min(1, (from + atOnce) / keys.length));
  }
  return { edges, articles: [...articles.values()], changed };
}
