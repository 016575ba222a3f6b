// The command line's import of a CSV file: reads the mapping, tells how it goes, and sums up what was done.
import { insteadOfBundled } from '../bundled.ts';
import { LimitExceeded } from '../errors.ts';
import { type CsvProgress, importCsv } from '../ingest/readers/csv/import-csv.ts';
import type { CsvReport } from '../schema/csv-mapping.ts';
import type { OpenedStore } from '../store/open.ts';
import { openCsv, readMapping } from './read-files.ts';

const everyMs = 1000;
const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

/** Writes a line on the progress at most once a second, and the last of each phase; rows a second are of the phase. */
export function progressTeller(
  write: (line: string) => void,
  now: () => number = Date.now,
): (progress: CsvProgress) => void {
  let phase: CsvProgress['phase'] | undefined;
  let begun = now();
  let before = begun;
  let told = begun;
  return ({ phase: current, rows, articles }) => {
    const time = now();
    if (current !== phase) {
      // A phase is told of when its first part is done; it began where the one before it ended.
      begun = before;
      phase = current;
      if (current === 'derive') write('deriving the edges anew');
    }
    before = time;
    if (current === 'derive') return;
    const last = articles !== undefined && articles.done === articles.total;
    if (time - told < everyMs && !last) return;
    told = time;
    const rate = Math.round((rows * 1000) / Math.max(1, time - begun));
    const place = articles === undefined ? '' : `, ${articles.done} of ${count(articles.total, 'article')}`;
    write(`${current} ${count(rows, 'row')}${place}, ${rate.toLocaleString('en')} rows/s`);
  };
}

/** What was done, in sentences; what was left out or brought together is never left unsaid. */
export function csvSummary(file: string, report: CsvReport): string {
  const outcomes = Object.entries(report.articles).filter(([, number]) => number > 0);
  const articles = Object.values(report.articles).reduce((sum, number) => sum + number, 0);
  const said = [
    count(report.assertions, 'assertion'),
    ...(report.relations > 0 ? [count(report.relations, 'relation')] : []),
    `${count(articles, 'article')} (${outcomes.map(([outcome, number]) => `${number} ${outcome}`).join(', ') || 'none'})`,
  ];
  const notes = [
    report.skipped > 0 && `${count(report.skipped, 'row')} skipped by the mapping.`,
    report.merged > 0 && `${count(report.merged, 'repeat')} of a claim by the same article merged.`,
    report.spellings > 0 && `${count(report.spellings, 'other spelling')} of a name folded.`,
    report.asStatements > 0 &&
      `${count(report.asStatements, 'relation')} kept as statements, as their ends do not fit the type.`,
    report.articles.revised > 0 &&
      `${count(report.articles.revised, 'article')} held with other rows: these revise them; rows of one article belong into one file.`,
    report.dryRun && 'Dry run; nothing was written.',
  ];
  return [`${file}: ${count(report.rows, 'row')}, ${said.join(', ')}.`, ...notes.filter((note) => note !== false)].join(
    ' ',
  );
}

/** What a person can do about a limit of the engine that a large import met: the engine holds less once it has begun anew. */
const stopped = ({ code, message }: LimitExceeded, dryRun: boolean): LimitExceeded =>
  new LimitExceeded(code === 'time-limit' ? code : 'memory-limit', message, {
    detail: `Raise ${code === 'time-limit' ? 'HEARSAY_QUERY_SECONDS' : 'HEARSAY_ENGINE_MEMORY_MB'} and repeat the command: ${
      dryRun ? 'nothing was written.' : 'articles that were written are kept, and left unchanged then.'
    }`,
  });

/** Imports the file. The mapping and the file are found before the database is opened. */
export async function importCsvFile(
  file: string,
  mappingFile: string,
  dryRun: boolean,
  withStore: <T>(work: (store: OpenedStore) => Promise<T>) => Promise<T>,
): Promise<string> {
  const mapping = await readMapping(mappingFile);
  const input = openCsv(file);
  const report = await withStore(async (store) => {
    const onProgress = progressTeller((line) => void process.stderr.write(`${line}\n`));
    const work = () =>
      importCsv(store, input, mapping, { dryRun, onProgress }).catch((error: unknown) => {
        throw error instanceof LimitExceeded ? stopped(error, dryRun) : error;
      });
    return dryRun ? work() : insteadOfBundled(store, work);
  });
  return csvSummary(file, report);
}
