// What the server is asked for where somebody exports JSON, which it makes from the evidence and which imports again.
import type { ExportRequest } from '../../../server/schema/exchange.ts';
import type { EvidenceFilter } from '../../api.ts';

export interface JsonExport {
  /** `shown`: only the articles on which the facts on the canvas rest; `all`: everything, whatever is filtered. */
  of: 'shown' | 'all';
  /** Whether the texts of the articles go with them. */
  texts?: boolean;
}

/** What is asked of the server. Of somebody else's database only what is shown can be had. */
export function exportRequest(
  { of, texts = false }: JsonExport,
  nodes: Iterable<string>,
  filter: EvidenceFilter,
  foreign: boolean,
): Partial<Omit<ExportRequest, 'filter'>> & { filter?: Record<string, string> } {
  if (foreign) return { nodes: [...nodes] };
  if (of === 'all') return { texts };
  const given = {
    asOf: filter.asOf,
    without: [...filter.without].sort().join(','),
    case: filter.case,
    grade: filter.grade,
  };
  const set = Object.entries(given).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return { nodes: [...nodes], texts, ...(set.length === 0 ? {} : { filter: Object.fromEntries(set) }) };
}
