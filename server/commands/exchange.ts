// The command line's export of the database to a file, and the import of such a file.
import { renameSync, writeFileSync } from 'node:fs';
import { insteadOfBundled } from '../bundled.ts';
import { InvalidRequest } from '../errors.ts';
import { strictlyTogether } from '../evidence/settled.ts';
import { claimReviews } from '../exchange/claim-reviews.ts';
import { exportToFile } from '../exchange/file.ts';
import { importExport } from '../exchange/import.ts';
import { type ParsedExport, parseExport } from '../exchange/parse.ts';
import type { ExchangeReport } from '../schema/exchange.ts';
import type { EvidenceQuery } from '../schema/query.ts';
import type { OpenedStore } from '../store/open.ts';

type WithStore = <T>(work: (store: OpenedStore) => Promise<T>) => Promise<T>;
const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;
/** The whole file or none of it. */
function writeWhole(file: string, text: string): void {
  const waiting = `${file}.${process.pid}.part`;
  writeFileSync(waiting, text);
  renameSync(waiting, file);
}

export interface ExportFlags {
  /** Keys of the only articles to export; all where there is none. */
  article: readonly string[];
  texts: boolean;
  /** `hearsay`: what imports again; `claimreview`: schema.org data for others. */
  format: 'hearsay' | 'claimreview';
}

/** Writes the export to the file, whole or not at all. Throws where the database is not Hearsay's. */
export async function exportCommand(
  file: string,
  { article, texts, format }: ExportFlags,
  withStore: WithStore,
): Promise<string> {
  if (format === 'claimreview') {
    const json = await withStore((store) => strictlyTogether(store, () => claimReviews(store, {} as EvidenceQuery)));
    writeWhole(file, `${JSON.stringify(json, null, 2)}\n`);
    return `${file} is written: ${count((json['@graph'] as unknown[]).length, 'claim or review', 'claims and reviews')} as schema.org data.`;
  }
  await withStore(async (store) => {
    if (store.capabilities.model !== 'hearsay')
      throw new InvalidRequest('This is not a Hearsay database: it holds no reports to export.', {
        detail: 'POST /api/export gives its nodes and relations as a plain graph.',
      });
    await exportToFile(store, { articles: article.length === 0 ? null : article, texts }, file);
  });
  return `${file} is written${texts ? ', with the texts of the articles' : '; the texts of the articles are left out'}.`;
}

type Counts = ExchangeReport['derived']['differences'][number]['here'];

/** The counts that are not the same: "articles 2 → 1". */
function apart(exported: Counts, here: Counts): string {
  if (here === null) return 'is not here';
  const names = Object.keys({ ...exported, ...here }).filter((name) => exported?.[name] !== here[name]);
  return names.map((name) => `${name} ${exported?.[name] ?? 'none'} → ${here[name] ?? 'none'}`).join(', ');
}

/** Differing edges that are listed. */
const mostTold = 10;

function summary(file: string, report: ExchangeReport): string {
  const { articles, decisions, alike, derived, dryRun } = report;
  const outcomes = Object.entries(articles).flatMap(([outcome, number]) =>
    number === 0 ? [] : `${number} ${outcome}`,
  );
  const total = Object.values(articles).reduce((sum, number) => sum + number, 0);
  const listed = (what: string, list: ExchangeReport['decisions']['kept']): string[] =>
    list.map(({ pointer, what: subject, reason }) => `  ${what} ${pointer} (${subject}): ${reason}`);
  const different = derived.compared - derived.equal;
  return [
    `${file}: ${count(total, 'article')} (${outcomes.join(', ') || 'none'}), ${count(report.relations, 'new relation')}, ` +
      `${count(decisions.taken, 'decision')} taken, ${decisions.unchanged} there already${dryRun ? '; dry run, nothing was written' : ''}.`,
    ...listed('kept:', decisions.kept),
    ...listed('left out:', decisions.leftOut),
    ...alike.map(({ key, name, other }) => `  alike: ${key} (${name}) goes by a name of ${other}; both are kept`),
    different === 0
      ? `Derived edges: all ${derived.compared} as in the export, ${derived.more} more here.`
      : `Derived edges: ${derived.equal} of ${derived.compared} as in the export, ${derived.more} more here. Others differ where the two hold different reports:`,
    ...derived.differences.slice(0, mostTold).map(({ key, exported, here }) => `  ${key}: ${apart(exported, here)}`),
    ...(different > mostTold ? [`  … and ${different - mostTold} more`] : []),
  ].join('\n');
}

/** Imports an export that was read from the file. Throws InvalidDocument where it is none that can be. */
export async function importExportCommand(
  file: string,
  json: unknown,
  dryRun: boolean,
  withStore: WithStore,
): Promise<string> {
  const read: ParsedExport = parseExport(json, file);
  const report = await withStore((store) => {
    const onProgress = ({
      done,
      total,
      article,
      outcome,
    }: {
      done: number;
      total: number;
      article: string;
      outcome: string;
    }) => void process.stderr.write(`${done} of ${total}: ${article}: ${outcome}\n`);
    const work = () => importExport(store, read, { dryRun, onProgress });
    return dryRun ? work() : insteadOfBundled(store, work);
  });
  return summary(file, report);
}
