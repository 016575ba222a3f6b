// Says in what the counts of an exported edge differ from those of the same edge here.
import type { ExchangeReport } from './exchange.ts';

type Counts = ExchangeReport['derived']['differences'][number]['here'];

/** The counts that are not the same: "articles 2 → 1". */
export function countsApart(exported: Counts, here: Counts): string {
  if (here === null) return 'is not here';
  const names = Object.keys({ ...exported, ...here }).filter((name) => exported?.[name] !== here[name]);
  return names.map((name) => `${name} ${exported?.[name] ?? 'none'} → ${here[name] ?? 'none'}`).join(', ');
}
