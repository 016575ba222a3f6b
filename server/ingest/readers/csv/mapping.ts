// Reads a mapping: its form, with every fault at its place.
import { CsvMapping } from '../../../schema/csv-mapping.ts';
import { Issues } from '../../issues.ts';
import { placeOf, reasonOf } from '../../reasons.ts';

/** A mapping from parsed JSON; `file` is named in the errors. Throws InvalidDocument with JSON pointer and reason of every fault. */
export function parseMapping(json: unknown, file: string): CsvMapping {
  const issues = new Issues(file);
  const format = json !== null && typeof json === 'object' && 'format' in json ? json.format : undefined;
  if (format !== 'hearsay-csv/1')
    issues.add(['format'], 'must be "hearsay-csv/1", the format of a mapping for a CSV file');
  issues.stop();
  const result = CsvMapping.safeParse(json, { reportInput: true });
  if (result.success) return result.data;
  for (const issue of result.error.issues) issues.add(placeOf(issue), reasonOf(issue));
  issues.stop();
  throw result.error;
}
