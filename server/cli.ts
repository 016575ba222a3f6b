// The command line: import, export, backup, derive, remove, merge and schema, by the same functions as the routes and over the same store.
import { userInfo } from 'node:os';
import { doing } from './action.ts';
import { accountsCommand, accountsLog } from './commands/accounts.ts';
import { auditCommand } from './commands/audit.ts';
import { backupCommand, restoreCommand } from './commands/backup.ts';
import { draftsCommand, extractCommand } from './commands/drafts.ts';
import { exportCommand } from './commands/exchange.ts';
import { commandLine, type Flags, flagsOf, parseGiven } from './commands/flags.ts';
import { candidatesCommand, mergeCommand, unmergeCommand } from './commands/identity.ts';
import { importCommand } from './commands/import.ts';
import { helpOf, usage, whileRunning } from './commands/usage.ts';
import { watchesCommand } from './commands/watches.ts';
import { BadConfig } from './config.ts';
import { EngineUnavailable } from './errors.ts';
import { deriveAll } from './ingest/derive.ts';
import { removeArticle } from './ingest/remove.ts';
import { claimsDocumentSchema } from './openapi.ts';
import { isDebug, start, startError } from './start.ts';
import type { OpenedStore } from './store/open.ts';
import { actAs, type Who } from './who.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function withStore<T>(work: (store: OpenedStore) => Promise<T>, options = {}): Promise<T> {
  const { store } = await start(process.env, options);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
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
  help: { operands: [0, 1], run: async ([name]) => print(`${helpOf(name)}${whileRunning}`.trimEnd()) },
};

async function run(args: string[]): Promise<void> {
  // These have flags of their own; the first opens no database.
  if (args[0] === 'users') return print(await accountsCommand(args.slice(1), process.env));
  if (args[0] === 'watches') return print(await watchesCommand(args.slice(1), withStore));
  const { values, positionals } = parseGiven(args);
  const [name = 'help', ...operands] = positionals;
  if (values.help) return print(helpOf(name).trimEnd());
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new BadConfig(`There is no command "${name}".\n\n${usage}`);
  const [least, most] = command.operands;
  if (operands.length < least || operands.length > most)
    throw new BadConfig(`"${name}" is given too ${operands.length < least ? 'little' : 'much'}.\n\n${helpOf(name)}`);
  const flags = flagsOf(name, values);
  const address = commandLine([name, ...operands], values);
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
