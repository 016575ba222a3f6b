// The command line: import, export, backup, derive, remove, merge and schema, by the same functions as the routes and over the same store.
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { doing } from './action.ts';
import { accountsCommand, accountsLog } from './commands/accounts.ts';
import { type AuditFlags, auditCommand } from './commands/audit.ts';
import { backupCommand, restoreCommand } from './commands/backup.ts';
import { draftsCommand, extractCommand } from './commands/drafts.ts';
import { exportCommand } from './commands/exchange.ts';
import { candidatesCommand, mergeCommand, unmergeCommand } from './commands/identity.ts';
import { type ImportFlags, importCommand } from './commands/import.ts';
import { watchesCommand } from './commands/watches.ts';
import { BadConfig } from './config.ts';
import { EngineUnavailable } from './errors.ts';
import { deriveAll } from './ingest/derive.ts';
import { removeArticle } from './ingest/remove.ts';
import { claimsDocumentSchema } from './openapi.ts';
import { isDebug, start, startError } from './start.ts';
import type { OpenedStore } from './store/open.ts';
import { actAs, type Who } from './who.ts';

const usage = `npm run hearsay -- COMMAND

  import FILE|FOLDER… [--dry-run]  takes in claims documents, documents of shared entities, articles (.txt .md .html .pdf .docx)
                                   and brat annotations (.txt .ann) [--metadata FILE.tsv] [--encoding NAME]: docs/readers.md
         [--accept-all]            of articles, takes what is proposed of their claims as evidence, unread: docs/review.md
  import FILE.csv --mapping FILE   takes in a CSV file, by a mapping of its columns: docs/csv-import.md [--dry-run]
  import EXPORT.json               takes in what export wrote, with all decisions: docs/json-export.md [--dry-run]
  export FILE                      writes the database as one file that imports again [--article KEY]… [--texts]
  export --format claimreview FILE writes the claims as schema.org data: docs/readers.md
  backup FILE [--force]            writes all that is in the database to one packed file: docs/backup.md
  restore FILE [--replace]         puts a backup into an empty database, of either engine, or in the place of what is there
  audit                            lists every change: when, who, what [--who NAME] [--what WORDS] [--from DAY] [--to DAY]
                                   [--prune-before DAY] takes older entries out: docs/audit.md
  extract FILE [--known FILE.json] prints what an article is proposed to say as JSON, and writes nothing: docs/review.md
  drafts                           lists the articles with proposals to review
  derive                           makes the explorer's edges anew from the evidence
  remove KEY                       takes an article out again, with all that only its document stated
  candidates                       lists pairs of entities that may be one, with what speaks for and against it
  merge KEY INTO --by NAME         makes an entity a part of another of its type [--why TEXT]
  unmerge KEY                      takes a merge or a split back: merge:KEY or split:KEY
  watches COMMAND                  lists, makes and removes watches, and marks what they found as seen: watches help
  users COMMAND                    adds, lists, changes and removes accounts and their tokens: users help
  schema                           prints the JSON Schema of a claims document
  help                             prints this text

The settings are those of the server: npm start -- --help
`;

const whileRunning = `While a server runs on the embedded database, use its page (Articles, "Add articles…"), stop it, or send it
the file, at the address that it printed when it started:
  curl -H 'content-type: text/html' --data-binary @PAGE.html http://127.0.0.1:3000/api/imports/articles
  curl -H 'content-type: application/json' --data @CLAIMS.json http://127.0.0.1:3000/api/articles
`;

const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function withStore<T>(work: (store: OpenedStore) => Promise<T>, options = {}): Promise<T> {
  const { store } = await start(process.env, options);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

interface Flags extends ImportFlags {
  by: string | undefined;
  why: string | undefined;
  article: string[];
  texts: boolean;
  format: 'hearsay' | 'claimreview';
  known: string | undefined;
  force: boolean;
  replace: boolean;
  audit: AuditFlags;
}

const commands: Readonly<
  Record<string, { operands: [number, number]; run(operands: string[], flags: Flags): Promise<void> }>
> = {
  import: {
    operands: [1, Number.POSITIVE_INFINITY],
    run: async (paths, flags) => importCommand(paths, flags, withStore, print),
  },
  export: {
    operands: [1, 1],
    run: async ([file = ''], flags) => print(await exportCommand(file, flags, withStore)),
  },
  backup: {
    operands: [1, 1],
    run: async ([file = ''], { force }) => print(await backupCommand(file, force, withStore)),
  },
  restore: {
    operands: [1, 1],
    run: async ([file = ''], { replace }) =>
      print(await restoreCommand(file, replace, (work) => withStore(work, { restoring: true }))),
  },
  audit: {
    operands: [0, 0],
    run: async (_, { audit }) => print(await auditCommand(audit, accountsLog(process.env), withStore)),
  },
  extract: { operands: [1, 1], run: async ([file = ''], flags) => print(await extractCommand(file, flags)) },
  drafts: { operands: [0, 0], run: async () => print(await draftsCommand(withStore)) },
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
  candidates: { operands: [0, 0], run: async () => print(await candidatesCommand(withStore)) },
  merge: {
    operands: [2, 2],
    run: async ([from = '', into = ''], { by, why }) => print(await mergeCommand({ from, into, by, why }, withStore)),
  },
  unmerge: { operands: [1, 1], run: async ([key = '']) => print(await unmergeCommand(key, withStore)) },
  schema: { operands: [0, 0], run: async () => print(JSON.stringify(claimsDocumentSchema(), null, 2)) },
  help: { operands: [0, 0], run: async () => print(`${usage}${whileRunning}`.trimEnd()) },
};

async function run(args: string[]): Promise<void> {
  // These have flags of their own; the first opens no database.
  if (args[0] === 'users') return print(await accountsCommand(args.slice(1), process.env));
  if (args[0] === 'watches') return print(await watchesCommand(args.slice(1), withStore));
  let parsed: {
    values: {
      'dry-run'?: boolean;
      mapping?: string;
      by?: string;
      why?: string;
      metadata?: string;
      encoding?: string;
      'accept-all'?: boolean;
      known?: string;
      article?: string[];
      texts?: boolean;
      format?: string;
      who?: string;
      what?: string;
      from?: string;
      to?: string;
      'prune-before'?: string;
      force?: boolean;
      replace?: boolean;
      help?: boolean;
    };
    positionals: string[];
  };
  try {
    const options = {
      'dry-run': { type: 'boolean' },
      mapping: { type: 'string' },
      metadata: { type: 'string' },
      encoding: { type: 'string' },
      'accept-all': { type: 'boolean' },
      known: { type: 'string' },
      article: { type: 'string', multiple: true },
      texts: { type: 'boolean' },
      by: { type: 'string' },
      why: { type: 'string' },
      format: { type: 'string' },
      who: { type: 'string' },
      what: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      'prune-before': { type: 'string' },
      force: { type: 'boolean' },
      replace: { type: 'boolean' },
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
  const {
    'dry-run': dryRun = false,
    mapping,
    metadata,
    encoding,
    'accept-all': acceptAll = false,
    known,
    article = [],
    texts = false,
    format = 'hearsay',
    who,
    what,
    from,
    to,
    'prune-before': pruneBefore,
    force = false,
    replace = false,
    by,
    why,
  } = parsed.values;
  for (const [flag, value] of Object.entries({ mapping, metadata, 'accept-all': acceptAll || undefined }))
    if (value !== undefined && name !== 'import') throw new BadConfig(`--${flag} is for import only.\n\n${usage}`);
  if (encoding !== undefined && name !== 'import' && name !== 'extract')
    throw new BadConfig(`--encoding is for import and extract only.\n\n${usage}`);
  if (known !== undefined && name !== 'extract') throw new BadConfig(`--known is for extract only.\n\n${usage}`);
  const audit = { who, what, from, to, pruneBefore };
  if (name !== 'audit' && Object.values(audit).some((value) => value !== undefined))
    throw new BadConfig(`--who, --what, --from, --to and --prune-before are for audit only.\n\n${usage}`);
  if (force && name !== 'backup') throw new BadConfig(`--force is for backup only.\n\n${usage}`);
  if (replace && name !== 'restore') throw new BadConfig(`--replace is for restore only.\n\n${usage}`);
  if (format !== 'hearsay' && (format !== 'claimreview' || name !== 'export'))
    throw new BadConfig(`--format is for export, and hearsay or claimreview.\n\n${usage}`);
  if ((article.length > 0 || texts) && (name !== 'export' || format !== 'hearsay'))
    throw new BadConfig(`--article and --texts are for export only.\n\n${usage}`);
  if ((by ?? why) !== undefined && name !== 'merge')
    throw new BadConfig(`--by and --why are for merge only.\n\n${usage}`);
  // Under its name and operands; texts that a flag gives, such as a reason, are in what is changed.
  const address = ['hearsay', name, ...operands].join(' ').slice(0, 500);
  const flags: Flags = {
    dryRun,
    mapping,
    metadata,
    encoding,
    acceptAll,
    known,
    article,
    texts,
    format,
    force,
    replace,
    audit,
    by,
    why,
  };
  await doing(`The command ${name}`, address, () => command.run(operands, flags));
}

/** Whoever may run it on this machine, by the system's name for them. */
function operator(): Who {
  let name: string | null = null;
  try {
    name = userInfo().username;
  } catch {
    // In a container a user may have none.
  }
  return { name, role: 'admin', via: 'command line', request: null };
}

actAs(operator(), () => run(process.argv.slice(2))).catch((error: unknown) => {
  const hint = error instanceof EngineUnavailable && !process.env.NEO4J_URI ? whileRunning : '';
  process.stderr.write(`${`${startError(error, isDebug()).trimEnd()}\n${hint}`.trimEnd()}\n`);
  process.exitCode = 1;
});
