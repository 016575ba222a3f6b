// Keeps what is shown, or all there is, as a JSON file that imports again: the server makes it from the evidence.
import type { ExportRequest } from '../../server/schema/exchange.ts';
import { api, type EvidenceFilter } from '../api.ts';
import { withProgress } from './actions.ts';
import { isForeign, shownKeys } from './data.ts';
import { download } from './download.ts';
import { evidenceFilter } from './view.ts';

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

/** Asks for the export and keeps it as a file of the browser's downloads; says whether it did. What fails is told as any other action. */
export async function saveJson(what: JsonExport): Promise<boolean> {
  const request = exportRequest(what, shownKeys.peek(), evidenceFilter.peek(), isForeign.peek());
  const file = await withProgress('Writing the export', () => api.exported(request));
  if (file === undefined) return false;
  download(`hearsay-${new Date().toISOString().slice(0, 10)}.json`, file);
  return true;
}
