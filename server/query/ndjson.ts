// Writes the answer to a typed statement as text: a line for each row, or one JSON document; each with its own end for an error.
import type { Problem } from '../schema/problem.ts';
import type { RunningQuery } from './run.ts';

type ToProblem = (error: unknown) => Problem;

/** Text in pieces, the last of which is what the generator returns. */
type Pieces = AsyncGenerator<string, string, void>;

/**
 * The lines of application/x-ndjson: {"columns"}, a JSON array for each row, then {"summary"} or {"error"}. The
 * header goes with the first rows and the last ones with the summary, so that a short answer is one piece.
 */
export async function* ndjson({ columns, batches }: RunningQuery, toProblem: ToProblem): Pieces {
  let before = `${JSON.stringify({ columns })}\n`;
  try {
    for (let next = await batches.next(); ; next = await batches.next()) {
      if (next.done) return `${before}${JSON.stringify({ summary: next.value })}\n`;
      before += next.value.lines;
      if (next.value.last) continue;
      yield before;
      before = '';
    }
  } catch (error) {
    return `${before}${JSON.stringify({ error: toProblem(error) })}\n`;
  } finally {
    await batches.return(undefined as never);
  }
}

/** One JSON document: {"columns", "rows", "summary"}, where an error in the middle stands as "error" in place of the summary. */
export async function* json({ columns, batches }: RunningQuery, toProblem: ToProblem): Pieces {
  let before = `{"columns":${JSON.stringify(columns)},"rows":[\n`;
  let between = '';
  try {
    for (let next = await batches.next(); ; next = await batches.next()) {
      if (next.done) return `${before}],"summary":${JSON.stringify(next.value)}}\n`;
      if (next.value.rows === 0) continue;
      // Line feeds stand between rows only: within a text they are escaped.
      yield `${before}${between}${next.value.lines.trimEnd().replaceAll('\n', ',\n')}\n`;
      before = '';
      between = ',';
    }
  } catch (error) {
    return `${before}],"error":${JSON.stringify(toProblem(error))}}\n`;
  } finally {
    await batches.return(undefined as never);
  }
}
