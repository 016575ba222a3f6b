// How wide the columns of the result's grid are.
import type { TypedValue } from '../../../server/schema/cypher.ts';
import { valueText } from '../../text/cypher-values.ts';

const narrowest = 80;
const widest = 420;
/** About a letter's width in px, and what a cell has beside its text. */
const letter = 7.2;
const around = 40;

/** Widths in px by the names and the first rows: nothing jumps when more rows come. */
export function widthsOf(columns: readonly string[], rows: readonly (readonly TypedValue[])[]): number[] {
  return columns.map((name, at) => {
    let letters = name.length;
    for (const row of rows) {
      const value = row[at];
      if (value) letters = Math.max(letters, valueText(value, 80).length + (value.$type === 'Relationship' ? 8 : 0));
    }
    return Math.round(Math.min(widest, Math.max(narrowest, letters * letter + around)));
  });
}
