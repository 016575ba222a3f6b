// What is found and what changed, in sentences.
import { stanceEdge } from '../provenance/edges.ts';
import type { DispositionState } from '../schema/ledger.ts';
import type { Stance } from '../schema/stance.ts';
import type { Watched } from '../schema/watch.ts';
import type { Found, Origins, Rows, StandsOn } from './found.ts';

const verbs: Readonly<Record<string, string>> = {
  OPPOSES: 'opposes',
  SUPPORTS: 'supports',
  NONCOMMITTAL_ON: 'is noncommittal on',
  DEFERS_ON: 'defers to others on',
  REPORTS: 'reports',
  QUOTES: 'quotes',
  CITES: 'cites',
};
export const verbOf = (type: string): string => verbs[type] ?? type;

/** "3", "1–2". */
const badge = ([least, most]: readonly [number, number]): string =>
  least === most ? String(most) : `${least}–${most}`;
const several = (most: number): string => `independent origin${most === 1 ? '' : 's'}`;

export function originsInWords(origins: Origins): string {
  if (origins === null) return 'no report says so';
  if (origins[1] === 0) return 'what supported it is withdrawn';
  return `rests on ${badge(origins)} ${several(origins[1])}`;
}

/** "opposes (2), supports (1–2)". */
export function stancesInWords(stands: StandsOn): string {
  const parts = Object.keys(stanceEdge).flatMap((stance) => {
    const origins = stands[stance as Stance];
    return origins === undefined || origins === null
      ? []
      : [`${verbOf(stanceEdge[stance as Stance])} (${badge(origins)})`];
  });
  return parts.length === 0 ? 'no report says' : parts.join(', ');
}

export const contradictionInWords = (there: boolean, state: DispositionState): string =>
  there ? state : `not in the ledger${state === 'open' ? '' : `, and ${state}`}`;

/** "3 rows"; of one row with one value that value: "42". */
export function rowsInWords(rows: number, lines: readonly string[]): string {
  const [line = ''] = lines;
  if (rows === 1 && line.length <= 200) {
    const values = JSON.parse(line) as unknown[];
    if (values.length === 1 && ['number', 'string', 'boolean'].includes(typeof values[0])) return String(values[0]);
  }
  return `${rows} row${rows === 1 ? '' : 's'}`;
}

function edgeChange(subject: string, before: Origins, after: Origins): string {
  if (after === null) return `No report says any longer that ${subject}: it ${rested(before)}.`;
  if (before === null) return `${subject} ${originsInWords(after)} now; no report said so.`;
  if (after[1] === 0) return `${subject}: what supported it is withdrawn; it ${rested(before)}.`;
  return `${subject} now ${originsInWords(after)}; it was ${before[1] === 0 ? 'withdrawn' : badge(before)}.`;
}
const rested = (before: Origins): string =>
  before === null || before[1] === 0 ? 'was withdrawn' : `rested on ${badge(before)} ${several(before[1])}`;

/** What of the rows is new and what is gone, each at most 20. */
export function rowChanges(before: string, after: string): { came: string[]; went: string[] } {
  const [old, now] = [(JSON.parse(before) as Rows).kept, (JSON.parse(after) as Rows).kept];
  if (old === null || now === null || old === undefined || now === undefined) return { came: [], went: [] };
  const less = (all: readonly string[], taken: readonly string[]): string[] => {
    const left = new Map<string, number>();
    for (const line of taken) left.set(line, (left.get(line) ?? 0) + 1);
    return all.filter((line) => {
      const times = left.get(line) ?? 0;
      left.set(line, times - 1);
      return times <= 0;
    });
  };
  const short = (lines: string[]): string[] => lines.slice(0, 20).map((line) => line.slice(0, 500));
  return { came: short(less(now, old)), went: short(less(old, now)) };
}

/** "Hungary opposes the invitation now rests on 3 independent origins; it was 2." */
export function changeInWords(
  watched: Watched,
  title: string,
  before: { value: string; summary: string },
  after: Found,
): string {
  const [was, is] = [JSON.parse(before.value), JSON.parse(after.value)] as [
    Record<string, never>,
    Record<string, never>,
  ];
  if (watched.kind === 'edge') return edgeChange(after.subject, was.origins ?? null, is.origins ?? null);
  if (watched.kind === 'question') return `${after.subject}: now ${after.summary}; it was ${before.summary}.`;
  if (watched.kind === 'contradiction') {
    const which = `The contradiction "${after.subject}"`;
    if (was.there && !is.there) return `${which} is no longer in the ledger; it was ${before.summary}.`;
    if (!was.there && is.there) return `${which} is in the ledger again: ${after.summary}.`;
    return `${which} is now ${after.summary}; it was ${before.summary}.`;
  }
  if (before.summary === after.summary) return `"${title}" gives other rows: still ${after.summary}.`;
  return `"${title}" now gives ${after.summary}; it gave ${before.summary}.`;
}
