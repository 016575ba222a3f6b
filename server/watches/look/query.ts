// Looks at what a typed statement gives: all its rows, whatever their order, through the gate and within limits.
import { createHash } from 'node:crypto';
import { StatementFailed } from '../../errors.ts';
import { QueryRequest } from '../../schema/cypher.ts';
import { compare } from '../../schema/lists.ts';
import { type Watched, watchLimits } from '../../schema/watch.ts';
import type { Before, Found, Looking, Rows } from '../found.ts';
import { rowsInWords } from '../words.ts';

/** Characters of rows that are kept, so that which of them came and went can be told. */
const keptLength = 20_000;

type Query = Extract<Watched, { kind: 'query' }>;

/** Who runs the statements of watches, as the count of statements at once knows it. */
const client = 'watches';

/** Errors: those of QueryRunner.run; StatementFailed where it gives more rows than are compared. */
async function rowsOf({ statement, parameters }: Query, { queries, signal }: Looking): Promise<string[]> {
  const rows = Math.min(watchLimits.rows, queries.mostRows);
  const request = QueryRequest.parse({ statement, parameters, rowLimit: rows });
  const { batches } = await queries.run(request, 'plain', { client, signal });
  let text = '';
  for (;;) {
    const next = await batches.next();
    if (!next.done) {
      text += next.value.lines;
      continue;
    }
    if (next.value.truncated) {
      throw new StatementFailed(`The statement gives more than ${rows} rows, which are too many to be compared.`, {
        detail: 'Count them, or give fewer by WHERE or LIMIT with ORDER BY.',
      });
    }
    return text.split('\n').filter((line) => line !== '');
  }
}

export async function lookAtQuery(watched: Query, looking: Looking, before?: Before): Promise<Found> {
  const lines = (await rowsOf(watched, looking)).sort(compare);
  const hash = createHash('sha256').update(lines.join('\n')).digest('hex');
  const isShort = lines.reduce((sum, line) => sum + line.length, 0) <= keptLength;
  const value: Rows = { rows: lines.length, hash, kept: isShort ? lines : null };
  const [first = ''] = watched.statement.trim().split('\n');
  const title =
    first
      .replace(/^\/\/\s*/, '')
      .replace(/\s+/g, ' ')
      .trim() || 'A statement';
  const subject = before?.subject ?? (title.length > 150 ? `${title.slice(0, 149)}…` : title);
  return { subject, value: JSON.stringify(value), summary: rowsInWords(value.rows, lines) };
}
