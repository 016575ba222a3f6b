// The rows of a table as a CSV file.
import { csvText } from '../text/cypher-values.ts';

/** As RFC 4180 has it, marked as UTF-8 for spreadsheets; what they would take for a formula is made harmless. */
export function csvOf(titles: readonly string[], lines: readonly (readonly string[])[]): Blob {
  const text = [titles, ...lines].map((line) => `${line.map(csvText).join(',')}\r\n`).join('');
  return new Blob([`\uFEFF${text}`], { type: 'text/csv;charset=utf-8' });
}
