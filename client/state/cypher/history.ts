// What was run before, newest first: searchable, and kept in this browser.
import { signal } from '@preact/signals';
import { recall, remember } from '../memory.ts';
import type { Fields } from './parameters.ts';
import { asFields, asRecord } from './stored.ts';

export interface Past {
  readonly statement: string;
  readonly fields: Fields;
  /** When it was run last, as an ISO time. */
  readonly at: string;
  readonly outcome: 'done' | 'failed' | 'cancelled';
  readonly rows: number;
  readonly ms: number;
}

const most = 200;
const name = 'cypher-history';

function read(): Past[] {
  try {
    const list: unknown = JSON.parse(recall(name) ?? '[]');
    return Array.isArray(list) ? list.flatMap((item) => asPast(item) ?? []) : [];
  } catch {
    // Written by another version, or by hand: an empty history is no loss.
    return [];
  }
}

function asPast(item: unknown): Past | undefined {
  const { statement, fields, at, outcome, rows, ms } = asRecord(item);
  if (typeof statement !== 'string' || typeof at !== 'string') return undefined;
  return {
    statement,
    fields: asFields(fields),
    at,
    outcome: outcome === 'failed' || outcome === 'cancelled' ? outcome : 'done',
    rows: Number(rows) || 0,
    ms: Number(ms) || 0,
  };
}

export const history = signal<readonly Past[]>(read());

const put = (list: readonly Past[]): void => {
  history.value = list;
  remember(name, JSON.stringify(list));
};

/** Notes a run; the same statement with the same parameters stands in the list once. */
export function noteRun(past: Past): void {
  const same = (one: Past) =>
    one.statement === past.statement && JSON.stringify(one.fields) === JSON.stringify(past.fields);
  put([past, ...history.value.filter((one) => !same(one))].slice(0, most));
}

export const forgetHistory = (): void => put([]);

/** Those that hold every word, whatever the case, in statement or parameters. */
export function findPast(list: readonly Past[], words: string): readonly Past[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return list;
  return list.filter(({ statement, fields }) => {
    const text = [statement, ...Object.values(fields).map((field) => field.text)].join('\n').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
