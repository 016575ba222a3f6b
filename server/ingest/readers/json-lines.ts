// The values of a file with one JSON value a line, in UTF-8, read as a stream.
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { checkedUtf8, NotText } from './csv/utf8.ts';
import type { Faults } from './faults.ts';

export interface JsonLine {
  json: unknown;
  line: number;
}

/** Blank lines are left out. A line that is no JSON is a fault, and so is what is not in UTF-8, which ends the file. */
export async function* jsonLines(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
  faults: Faults,
): AsyncGenerator<JsonLine> {
  const lines = createInterface({
    input: Readable.from(checkedUtf8(chunks), { objectMode: false }),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let line = 0;
  try {
    for await (const text of lines) {
      line += 1;
      const plain = line === 1 ? text.replace(/^\ufeff/, '') : text;
      if (plain.trim() === '') continue;
      const json = parsed(plain);
      if (json instanceof SyntaxError) faults.add({ file, line, reason: `is not well-formed JSON (${json.message})` });
      else yield { json, line };
    }
  } catch (error) {
    if (!(error instanceof NotText)) throw error;
    faults.add({ file, line: error.fault.line, reason: error.fault.reason });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}
