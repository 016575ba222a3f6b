// The command line: import, derive, remove and schema, by the same functions as the routes and over the same store.
import { parseArgs } from 'node:util';
import { insteadOfBundled } from './bundled.ts';
import { BadConfig } from './config.ts';
import { importCsvFile } from './csv-command.ts';
import { EngineUnavailable } from './errors.ts';
import { deriveAll } from './ingest/derive.ts';
import { importMany, type Progress } from './ingest/many.ts';
import { removeArticle } from './ingest/remove.ts';
import { claimsDocumentSchema } from './openapi.ts';
import { readDocuments } from './read-files.ts';
import { isDebug, start, startError } from './start.ts';
import type { OpenedStore } from './store/open.ts';

const usage = `npm run hearsay -- COMMAND

  import FILE|FOLDER… [--dry-run]  takes in claims documents, and documents of shared entities
  import FILE.csv --mapping FILE   takes in a CSV file, by a mapping of its columns: docs/csv-import.md [--dry-run]
  derive                           makes the explorer's edges anew from the evidence
  remove KEY                       takes an article out again, with all that only its document stated
  schema                           prints the JSON Schema of a claims document
  help                             prints this text

The settings are those of the server: npm start -- --help
`;

const whileRunning = `While a server runs on the embedded database, send it the document instead:
  curl -H 'content-type: application/json' --data @FILE http://127.0.0.1:3000/api/articles
`;

const print = (line: string): void => void process.stdout.write(`${line}\n`);

function tellProgress({ file, report, done, total }: Progress): void {
  const created = Object.values(report.created).reduce((sum, count) => sum + count, 0);
  process.stderr.write(
    `${done} of ${total}: ${file}: ${report.outcome}, ${created} nodes, ${report.relations} relations\n`,
  );
}

async function withStore<T>(work: (store: OpenedStore) => Promise<T>): Promise<T> {
  const { store } = await start(process.env);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

interface ImportFlags {
  dryRun: boolean;
  mapping: string | undefined;
}
const isCsv = (path: string): boolean => /\.(csv|tsv)$/i.test(path);

/** Throws BadConfig where a CSV file has no mapping, or a mapping has no CSV file or several. */
async function importAny(paths: readonly string[], { dryRun, mapping }: ImportFlags): Promise<void> {
  const [csv = ''] = paths;
  if (mapping !== undefined && paths.length === 1) return print(await importCsvFile(csv, mapping, dryRun, withStore));
  if (mapping !== undefined) throw new BadConfig('--mapping goes with one CSV file at a time.');
  const unmapped = paths.find(isCsv);
  if (unmapped !== undefined)
    throw new BadConfig(
      `"${unmapped}" is a CSV file: say what its columns mean with --mapping FILE; docs/csv-import.md has examples.`,
    );
  await importPaths(paths, dryRun);
}

async function importPaths(paths: readonly string[], dryRun: boolean): Promise<void> {
  const reports = await withStore((store) => {
    const work = () => importMany(store, readDocuments(paths), { dryRun, onProgress: tellProgress });
    return dryRun ? work() : insteadOfBundled(store, work);
  });
  const outcomes = ['created', 'revised', 'replaced', 'unchanged'].flatMap((outcome) => {
    const count = reports.filter(({ report }) => report.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${outcome}`];
  });
  const documents = `${reports.length} document${reports.length === 1 ? '' : 's'}${dryRun ? ', dry run' : ''}`;
  print(`${documents}: ${outcomes.join(', ')}${dryRun ? '; nothing was written' : ''}.`);
}

const commands: Readonly<
  Record<string, { operands: [number, number]; run(operands: string[], flags: ImportFlags): Promise<void> }>
> = {
  import: { operands: [1, Number.POSITIVE_INFINITY], run: importAny },
  derive: {
    operands: [0, 0],
    async run() {
      await withStore(deriveAll);
      print('The edges are derived anew.');
    },
  },
  remove: {
    operands: [1, 1],
    async run([key = '']) {
      const { removed } = await withStore((store) => removeArticle(store, key));
      print(`${key} is out: ${removed} nodes removed.`);
    },
  },
  schema: { operands: [0, 0], run: async () => print(JSON.stringify(claimsDocumentSchema(), null, 2)) },
  help: { operands: [0, 0], run: async () => print(`${usage}${whileRunning}`.trimEnd()) },
};

async function run(args: string[]): Promise<void> {
  let parsed: { values: { 'dry-run'?: boolean; mapping?: string; help?: boolean }; positionals: string[] };
  try {
    const options = {
      'dry-run': { type: 'boolean' },
      mapping: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    } as const;
    parsed = parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new BadConfig(`${(error as Error).message.split('. ')[0]}.\n\n${usage}`);
  }
  const [name = 'help', ...operands] = parsed.values.help ? ['help'] : parsed.positionals;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new BadConfig(`There is no command "${name}".\n\n${usage}`);
  const [least, most] = command.operands;
  if (operands.length < least || operands.length > most)
    throw new BadConfig(`"${name}" is given too ${operands.length < least ? 'little' : 'much'}.\n\n${usage}`);
  if (parsed.values['dry-run'] && name !== 'import') throw new BadConfig(`--dry-run is for import only.\n\n${usage}`);
  const { 'dry-run': dryRun = false, mapping } = parsed.values;
  if (mapping !== undefined && name !== 'import') throw new BadConfig(`--mapping is for import only.\n\n${usage}`);
  await command.run(operands, { dryRun, mapping });
}

run(process.argv.slice(2)).catch((error: unknown) => {
  const hint = error instanceof EngineUnavailable && !process.env.NEO4J_URI ? whileRunning : '';
  process.stderr.write(`${`${startError(error, isDebug()).trimEnd()}\n${hint}`.trimEnd()}\n`);
  process.exitCode = 1;
});
