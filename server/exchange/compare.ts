// Compares the derived edges of an export with those of the database that it was imported into.
import { derivedTypes } from '../schema/evidence.ts';
import type { ExchangeReport, ExportedEdge } from '../schema/exchange.ts';
import type { Reader } from '../store/port.ts';

/** Differences that are told; all are counted. */
const mostTold = 100;

type Counts = Record<string, string | number | boolean>;

const plain = (properties: Readonly<Record<string, unknown>>): Counts =>
  Object.fromEntries(
    Object.entries(properties).filter(
      (entry): entry is [string, string | number | boolean] =>
        entry[0] !== 'derived' && ['string', 'number', 'boolean'].includes(typeof entry[1]),
    ),
  );
const same = (a: Counts, b: Counts): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([name, value]) => b[name] === value);

export async function compareEdges(
  reader: Reader,
  exported: readonly ExportedEdge[],
): Promise<ExchangeReport['derived']> {
  const rows = await reader.read('read/graph/entity-edges', { types: [...derivedTypes] });
  const here = new Map(rows.map((row) => [[row.type, row.source, row.target].join('~'), plain(row.properties)]));
  const differences: ExchangeReport['derived']['differences'] = [];
  let [equal, found] = [0, 0];
  for (const { type, source, target, reports: _, ...counts } of exported) {
    const key = [type, source, target].join('~');
    const [wanted, there] = [plain(counts), here.get(key)];
    if (there !== undefined) found += 1;
    if (there !== undefined && same(wanted, there)) equal += 1;
    else if (differences.length < mostTold) differences.push({ key, exported: wanted, here: there ?? null });
  }
  return { compared: exported.length, equal, more: here.size - found, differences };
}
