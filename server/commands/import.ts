// The command line's import: which reader each file needs, how it goes, and what came of it.
import { readFile } from 'node:fs/promises';
import { insteadOfBundled } from '../bundled.ts';
import { BadConfig, readConfig } from '../config.ts';
import { ArticleTaker } from '../drafts/in-process.ts';
import { isExport } from '../exchange/parse.ts';
import { entitiesReport } from '../ingest/import.ts';
import { type FileReport, importMany, type Progress } from '../ingest/many.ts';
import { checksOf } from '../ingest/readers/address/fetch.ts';
import { Tally } from '../ingest/readers/tally.ts';
import type { OpenedStore } from '../store/open.ts';
import { importCsvFile } from './csv.ts';
import { draftSummary } from './drafts.ts';
import { importExportCommand } from './exchange.ts';
import { type Chosen, chooseFiles } from './import-choice.ts';
import { documentsIn } from './import-documents.ts';
import { ProgressTeller } from './progress.ts';
import { parse } from './read-files.ts';

export interface ImportFlags {
  dryRun: boolean;
  mapping: string | undefined;
  metadata: string | undefined;
  encoding: string | undefined;
  acceptAll: boolean;
}
/** Who accepts what `--accept-all` accepts. */
const acceptedBy = 'import --accept-all';
type WithStore = <T>(work: (store: OpenedStore) => Promise<T>) => Promise<T>;

/** Throws BadConfig where files and flags do not go together. */
function checkFlags(chosen: Chosen, { mapping, metadata, acceptAll }: ImportFlags): void {
  const [csv] = chosen.csv;
  if (mapping === undefined && csv !== undefined)
    throw new BadConfig(
      `"${csv}" is a CSV file: say what its columns mean with --mapping FILE; docs/csv-import.md has examples.`,
    );
  const [unknown] = chosen.unknown;
  if (unknown !== undefined)
    throw new BadConfig(
      `"${unknown}" is of no kind that is read. Read are .json, .ann with .txt, .txt, .md, .html, .pdf, .docx, and .csv with a mapping: docs/readers.md.`,
    );
  if (metadata !== undefined && chosen.ann.length === 0)
    throw new BadConfig('--metadata goes with brat annotations (.ann): there is none among these files.');
  if (acceptAll && chosen.articles.length + chosen.texts.length + chosen.addresses.length === 0)
    throw new BadConfig(
      '--accept-all goes with articles (.txt .md .html .pdf .docx): there is none among these files.',
    );
}

function teller(progress: ProgressTeller) {
  return ({ file, report, done, total }: Progress): void => {
    if (progress.isTerminal) {
      progress.step('imported', done, total);
      return;
    }
    const created = Object.values(report.created).reduce((sum, count) => sum + count, 0);
    progress.line(
      `${done} of ${total}: ${file}: ${outcomeOf(report)}, ${created} nodes, ${report.relations} relations`,
    );
  };
}

/** The outcome in a word: shared entities have no earlier document that could be replaced. */
const outcomeOf = ({ article, outcome }: FileReport['report']): string =>
  article === entitiesReport && outcome === 'replaced' ? 'added to what is there' : outcome;

function summary(reports: readonly FileReport[], dryRun: boolean): string {
  const outcomes = ['created', 'revised', 'replaced', 'added to what is there', 'unchanged'].flatMap((outcome) => {
    const count = reports.filter(({ report }) => outcomeOf(report) === outcome).length;
    return count === 0 ? [] : [`${count} ${outcome}`];
  });
  const number = `${reports.length} document${reports.length === 1 ? '' : 's'}${dryRun ? ', dry run' : ''}`;
  return `${number}: ${outcomes.join(', ')}${dryRun ? '; nothing was written' : ''}.`;
}

/** A single file may be an export, which imports by itself; undefined where it is none. */
async function exportIn(
  chosen: Chosen,
  paths: readonly string[],
): Promise<{ file: string; json: unknown } | undefined> {
  const [file = ''] = chosen.json;
  if (paths.length !== 1 || file !== paths[0]) return undefined;
  const json = parse(file, await readFile(file));
  return isExport(json) ? { file, json } : undefined;
}

/**
 * Imports files and folders. All are read and checked first; what is there already stays as it is, so that an import
 * that was cut off is finished by repeating it. Throws BadConfig where files and flags do not go together.
 */
export async function importCommand(
  paths: readonly string[],
  flags: ImportFlags,
  withStore: WithStore,
  print: (line: string) => void,
): Promise<void> {
  const { dryRun, mapping, metadata, encoding, acceptAll } = flags;
  const [csv = ''] = paths;
  if (mapping !== undefined && paths.length > 1) throw new BadConfig('--mapping goes with one CSV file at a time.');
  if (mapping !== undefined) return print(await importCsvFile(csv, mapping, dryRun, withStore));
  const tally = new Tally();
  const chosen = chooseFiles(paths, tally);
  checkFlags(chosen, flags);
  const exported = await exportIn(chosen, paths);
  if (exported !== undefined) return print(await importExportCommand(exported.file, exported.json, dryRun, withStore));
  const { documentBytes: mostBytes, fetch } = readConfig(process.env);
  const fetching = fetch && checksOf(fetch);
  const progress = new ProgressTeller(process.stderr);
  const onRead = (done: number, total: number): void => progress.step('read', done, total);
  try {
    const reports = await withStore((store) => {
      const documents = documentsIn(chosen, { encoding, metadata, mostBytes, fetching, onRead }, tally);
      const { take: unread } = new ArticleTaker(acceptAll ? acceptedBy : undefined);
      const work = () => importMany(store, documents, { dryRun, onProgress: teller(progress), unread });
      return dryRun ? work() : insteadOfBundled(store, work);
    });
    progress.end();
    for (const line of tally.lines()) progress.line(`  ${line}`);
    for (const { file, report } of reports) for (const note of report.notes ?? []) progress.line(`  ${file}: ${note}`);
    print([summary(reports, dryRun), draftSummary(reports)].filter((line) => line !== '').join('\n'));
  } finally {
    progress.end();
  }
}
