// The rows of a run as a file: CSV, JSON, or NDJSON as they came.

import { plainOf } from '../../graph/typed.ts';
import { csvField, csvText } from '../../text/cypher-values.ts';
import type { Run } from './run.ts';

export type FileKind = 'csv' | 'json' | 'ndjson';
const mediaTypes: Readonly<Record<FileKind, string>> = {
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
  ndjson: 'application/x-ndjson',
};

/** The column names, each once: a second "n" is "n (2)", since a JSON object would keep only one of them. */
export function distinctNames(columns: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return columns.map((name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/** The text of the file in pieces. CSV as RFC 4180 has it, marked as UTF-8 for spreadsheets; JSON a list of objects by column; NDJSON typed, as the server sent it. */
async function* pieces(run: Pick<Run, 'rows' | 'columns'>, kind: FileKind): AsyncGenerator<string> {
  const columns = run.columns.peek() ?? [];
  const names = distinctNames(columns);
  if (kind === 'csv') yield `\uFEFF${columns.map(csvText).join(',')}\r\n`;
  if (kind === 'ndjson') yield `${JSON.stringify({ columns })}\n`;
  if (kind === 'json') yield '[';
  let separator = '\n';
  if (kind === 'ndjson') {
    for (let index = 0; index < run.rows.count; index++) yield `${run.rows.line(index)}\n`;
    return;
  }
  for await (const batch of run.rows.batches()) {
    let text = '';
    for (const row of batch) {
      if (kind === 'csv') text += `${row.map(csvField).join(',')}\r\n`;
      else {
        const object: Record<string, unknown> = Object.create(null);
        row.forEach((value, at) => {
          object[names[at] ?? String(at)] = plainOf(value);
        });
        text += separator + JSON.stringify(object);
        separator = ',\n';
      }
    }
    yield text;
  }
  if (kind === 'json') yield '\n]\n';
}

/** The file, made batch by batch so that the page stays awake. */
export async function fileOf(run: Pick<Run, 'rows' | 'columns'>, kind: FileKind): Promise<Blob> {
  const parts: string[] = [];
  for await (const piece of pieces(run, kind)) parts.push(piece);
  return new Blob(parts, { type: mediaTypes[kind] });
}
