// The command line's watches: listing, making and removing them, and marking their changes as seen.
import { parseArgs } from 'node:util';
import { doing } from '../action.ts';
import { BadConfig, readConfig } from '../config.ts';
import { InvalidRequest } from '../errors.ts';
import { Gate } from '../query/gate.ts';
import { checkDepth, checkKeys } from '../query/parameters.ts';
import { QueryRunner } from '../query/run.ts';
import { NewWatch } from '../schema/watch.ts';
import type { OpenedStore } from '../store/open.ts';
import { noWatch, removeWatch, requireOwn, requireWritable, seeWatch } from '../watches/keep.ts';
import { makeWatch } from '../watches/make.ts';
import { readWatch, readWatches } from '../watches/stored.ts';
import { headOf, inOrder } from '../watches/view.ts';
import { commandLine } from './flags.ts';

type WithStore = <T>(work: (store: OpenedStore) => Promise<T>) => Promise<T>;

const usage = `npm run hearsay -- watches COMMAND

  list                             lists what is watched, as it was found last, and what of it changed unseen [--by NAME, by that account]
  add --by NAME WHAT               watches WHAT from now on [--title TEXT]; WHAT is one of
         --edge KEY                an edge's origins, such as OPPOSES~country:a~plan:x
         --holder KEY --plan KEY   a question: where a holder stands on a plan
         --contradiction KEY       an entry of the ledger
         --query STATEMENT         the rows of Cypher that only reads [--parameters JSON]
  remove KEY                       takes a watch away with its changes and its web hook
  seen KEY                         marks its changes as seen [--by NAME, the account; without accounts by everybody]

What changed is found by a server that runs: docs/watches.md
`;

const options = {
  by: { type: 'string' },
  title: { type: 'string' },
  edge: { type: 'string' },
  holder: { type: 'string' },
  plan: { type: 'string' },
  contradiction: { type: 'string' },
  query: { type: 'string' },
  parameters: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;
type Flags = { [name in Exclude<keyof typeof options, 'help'>]?: string };

/** Which flags go with which command. */
const flagsOf: Readonly<Record<string, readonly string[]>> = {
  list: ['by'],
  add: ['by', 'title', 'edge', 'holder', 'plan', 'contradiction', 'query', 'parameters'],
  remove: [],
  seen: ['by'],
};

const misused = (words: string): BadConfig => new BadConfig(`${words}\n\n${usage}`);

function parametersIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InvalidRequest(`--parameters is not well-formed JSON (${(error as Error).message}).`);
  }
}

/** What the flags say is to be watched, not yet checked. */
function watchedBy({ edge, holder, plan, contradiction, query, parameters }: Flags): Record<string, unknown> {
  const ways: Record<string, unknown>[] = [];
  if (edge !== undefined) ways.push({ kind: 'edge', edge });
  if (holder !== undefined || plan !== undefined) ways.push({ kind: 'question', holder, plan });
  if (contradiction !== undefined) ways.push({ kind: 'contradiction', contradiction });
  if (query !== undefined) ways.push({ kind: 'query', statement: query });
  const [one, ...others] = ways;
  if (one === undefined || others.length > 0) throw misused('Say one thing that is to be watched.');
  if (one.kind === 'question' && (holder === undefined || plan === undefined))
    throw misused('A question has both --holder and --plan.');
  if (parameters === undefined) return one;
  if (one.kind !== 'query') throw misused('--parameters goes with --query.');
  return { ...one, parameters: parametersIn(parameters) };
}

async function list(store: OpenedStore, who: string): Promise<string> {
  requireOwn(store);
  const heads = inOrder((await readWatches(store)).map((watch) => headOf(watch, who)));
  if (heads.length === 0) return 'Nothing is watched yet.';
  const lines = heads.flatMap(({ key, title, subject, now, unseen, paused, fault, last }) => {
    const told = title === subject ? title : `${title}: ${subject}`;
    const state = fault === null ? (now ?? 'not looked at yet') : `cannot be looked at: ${fault}`;
    const line = `${String(unseen).padStart(4)} unseen  ${key}  ${told}${paused ? ' (paused)' : ''}  ${state}`;
    return unseen > 0 && last !== null ? [line, `             ${last.on}  ${last.words}`] : [line];
  });
  return lines.join('\n');
}

/** What is asked for, checked as far as can be without the database. */
function newWatch(flags: Flags): NewWatch {
  const { by, title } = flags;
  if (by === undefined) throw misused('Say who watches: --by NAME.');
  const watches = watchedBy(flags);
  checkKeys(watches);
  checkDepth(watches);
  const asked = NewWatch.safeParse({ by, watches, ...(title === undefined ? {} : { title }) });
  if (asked.success) return asked.data;
  const [issue] = asked.error.issues;
  throw new InvalidRequest(`${issue?.path.at(-1)?.toString() ?? 'The watch'}: ${issue?.message}.`);
}

async function add(store: OpenedStore, asked: NewWatch): Promise<string> {
  const gate = new Gate({ dialect: store.capabilities.engine });
  try {
    const queries = new QueryRunner(store, gate, readConfig(process.env).query);
    const key = await makeWatch(store, queries, asked, new AbortController().signal);
    const made = await readWatch(store, key);
    return `${key} watches from now on. ${made?.subject}: ${made?.summary}.`;
  } finally {
    await gate.close();
  }
}

async function seen(store: OpenedStore, key: string, who: string): Promise<string> {
  requireWritable(store);
  const watch = await readWatch(store, key);
  if (watch === undefined) throw await noWatch(store, key);
  const before = headOf(watch, who).unseen;
  await seeWatch(store, key, who, watch.changed);
  return `${before} change${before === 1 ? '' : 's'} of ${key} marked as seen${who === '' ? '' : ` by ${who}`}.`;
}

async function remove(store: OpenedStore, key: string): Promise<string> {
  requireWritable(store);
  await removeWatch(store, key);
  return `${key} is watched no more.`;
}

/** Errors: BadConfig with the usage; those of what it changes. Gives what to print. */
export async function watchesCommand(args: readonly string[], withStore: WithStore): Promise<string> {
  let parsed: { values: Flags & { help?: boolean }; positionals: string[] };
  try {
    parsed = parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw misused(`${(error as Error).message.split('. ')[0]}.`);
  }
  const { help, ...flags } = parsed.values;
  const [command = 'help', ...rest] = help ? [] : parsed.positionals;
  if (command === 'help') return usage.trimEnd();
  const allowed = Object.hasOwn(flagsOf, command) ? flagsOf[command] : undefined;
  const needed = command === 'remove' || command === 'seen' ? 1 : 0;
  if (allowed === undefined || rest.length !== needed) throw misused(`"watches ${command}" is not given so.`);
  for (const flag of Object.keys(flags))
    if (!allowed.includes(flag)) throw misused(`--${flag} is not for "watches ${command}".`);
  const [key = ''] = rest;
  const who = flags.by ?? '';
  const asked = command === 'add' ? newWatch(flags) : undefined;
  const work = (store: OpenedStore): Promise<string> => {
    if (asked !== undefined) return add(store, asked);
    if (command === 'remove') return remove(store, key);
    return command === 'seen' ? seen(store, key, who) : list(store, who);
  };
  const address = commandLine(['watches', ...parsed.positionals], flags);
  return doing('The command watches', address, () => withStore(work));
}
