// Makes faults: what is wrong with a statement, where, and what to do instead.
import type { StatementFault } from '../../schema/cypher.ts';

export type FaultCode = StatementFault['code'];
/** Offsets in UTF-16 units; `to` is the first one behind. */
export interface Range {
  from: number;
  to: number;
}

/** Line and column (from 1) of an offset in the text. */
export function placeAt(text: string, offset: number): StatementFault['from'] {
  const before = text.slice(0, offset);
  const lines = before.split(/\r\n|[\n\r]/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, offset: before.length };
}

/** A fault before its offsets became places in a text. */
export interface Finding extends Range {
  code: FaultCode;
  message: string;
  wayOut: string | null;
}

/** At most this many are told at once. */
const most = 20;

/** The findings as faults of the text that was typed, in order of place, each once. */
export function faultsOf(text: string, findings: readonly Finding[]): StatementFault[] {
  const seen = new Set<string>();
  return findings
    .filter(({ code, message, from, to }) => {
      const key = `${code} ${from} ${to} ${message}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .slice(0, most)
    .map(({ code, message, wayOut, from, to }) => ({
      code,
      message,
      wayOut,
      from: placeAt(text, from),
      to: placeAt(text, Math.max(from, to)),
    }));
}
