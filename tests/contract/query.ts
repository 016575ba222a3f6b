// Asks POST /api/query as a client would, and reads the lines that come back.

import type { QuerySummary, TypedValue } from '../../server/schema/cypher.ts';
import type { Problem } from '../../server/schema/problem.ts';
import type { Api } from './api.ts';

export interface Lines {
  columns: string[];
  rows: TypedValue[][];
  summary?: QuerySummary;
  error?: Problem;
}

/** The parts of an answer in lines of JSON; throws where a line is not of the promised form or in another order. */
export function readLines(text: string): Lines {
  const lines = text.split('\n');
  if (lines.pop() !== '') throw new Error('The answer does not end in a line feed.');
  const [header, ...rest] = lines.map((line) => JSON.parse(line));
  const end = rest.pop();
  if (rest.some((row) => !Array.isArray(row))) throw new Error('A line between header and end is no row.');
  return { columns: header.columns, rows: rest, ...end };
}

export interface Asked {
  parameters?: Record<string, unknown>;
  mode?: 'read' | 'write';
  rowLimit?: number;
  timeoutMs?: number;
}

/** The answer; throws with the problem where there is none. */
export async function ask(api: Api, statement: string, more: Asked = {}): Promise<Lines> {
  const response = await api.send('POST', '/api/query', { statement, ...more });
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text}`);
  return readLines(text);
}

/** The problem that comes in place of an answer. */
export async function problem(api: Api, statement: string, more: Asked = {}): Promise<Problem> {
  const response = await api.send('POST', '/api/query', { statement, ...more });
  if (response.ok) throw new Error(`It was answered: ${await response.text()}`);
  return (await response.json()) as Problem;
}

/** The values of a row without their types. */
export const plain = (row: readonly TypedValue[] | undefined): unknown[] => (row ?? []).map(({ _value }) => _value);
