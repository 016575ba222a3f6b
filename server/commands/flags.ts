// The flags of the command line: their forms, which commands each is for, and how a command with its flags is written down.
import { parseArgs } from 'node:util';
import { BadConfig } from '../config.ts';
import type { AuditFlags } from './audit.ts';
import type { ImportFlags } from './import.ts';
import { helpOf } from './usage.ts';

export interface Flags extends ImportFlags {
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

/** Which flags are for which commands. */
const only: readonly (readonly [flags: readonly (keyof typeof options)[], commands: readonly string[]])[] = [
  [['dry-run'], ['import']],
  [['mapping'], ['import']],
  [['metadata'], ['import']],
  [['accept-all'], ['import']],
  [['encoding'], ['import', 'extract']],
  [['known'], ['extract']],
  [['who', 'what', 'from', 'to', 'prune-before'], ['audit']],
  [['force'], ['backup']],
  [['replace'], ['restore']],
  [['article', 'texts'], ['export']],
  [['by', 'why'], ['merge']],
];

const list = (words: readonly string[]): string => words.join(', ').replace(/, ([^,]*)$/, ' and $1');

/** What is given on the command line, not looked into yet. */
export function parseGiven(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new BadConfig(`${(error as Error).message.split('. ')[0]}.\n\n${helpOf(args[0])}`);
  }
}
type Values = ReturnType<typeof parseGiven>['values'];

/** The flags of a command. Errors: BadConfig where one is for another command. */
export function flagsOf(command: string, values: Values): Flags {
  const misused = (why: string): BadConfig => new BadConfig(`${why}\n\n${helpOf(command)}`);
  for (const [flags, commands] of only) {
    if (commands.includes(command) || flags.every((flag) => values[flag] === undefined)) continue;
    const names = list(flags.map((flag) => `--${flag}`));
    throw misused(`${names} ${flags.length === 1 ? 'is' : 'are'} for ${list(commands)} only.`);
  }
  const { format = 'hearsay', article = [], texts = false } = values;
  if ((format !== 'hearsay' && format !== 'claimreview') || (values.format !== undefined && command !== 'export'))
    throw misused('--format is for export, and hearsay or claimreview.');
  if (format !== 'hearsay' && (article.length > 0 || texts))
    throw misused('--article and --texts are for export in the format hearsay only.');
  const { mapping, metadata, encoding, known, by, why, who, what, from, to, 'prune-before': pruneBefore } = values;
  const { 'dry-run': dryRun = false, 'accept-all': acceptAll = false, force = false, replace = false } = values;
  const audit = { who, what, from, to, pruneBefore };
  const forImport = { dryRun, mapping, metadata, encoding, acceptAll };
  return { ...forImport, known, article, texts, format, force, replace, audit, by, why };
}

/** Flags whose texts are in what is changed, such as a reason. */
const inTheChange: readonly string[] = ['by', 'why', 'title'];

/** A command as the audit log names it: its words, and the flags that it was given. */
export function commandLine(
  words: readonly string[],
  flags: { readonly [flag: string]: string | boolean | readonly string[] | undefined },
): string {
  const given = Object.entries(flags).flatMap(([flag, value]) => {
    if (inTheChange.includes(flag) || value === undefined || value === false) return [];
    if (value === true) return [`--${flag}`];
    return [value].flat().flatMap((text) => [`--${flag}`, text]);
  });
  return ['hearsay', ...words, ...given].join(' ').slice(0, 500);
}
