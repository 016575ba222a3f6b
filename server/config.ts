// The environment and the command line, parsed once at the start.
import { isIP } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import type { AccountSettings } from './accounts/door.ts';
import { AppError } from './errors.ts';
import type { FetchSettings } from './ingest/readers/address/fetch.ts';
import type { QuerySettings } from './schema/cypher.ts';
import type { ModelSettings } from './schema/proposal.ts';
import { type SettingName, settings } from './settings.ts';
import type { HookSettings } from './watches/hooks/settings.ts';

/** A setting or flag that cannot be used; the message is meant for the person who starts the program. */
export class BadConfig extends AppError {
  constructor(message: string) {
    super(500, 'internal', message);
  }
}

/** What is never shown. */
const secrets: ReadonlySet<SettingName> = new Set(['NEO4J_PASSWORD', 'HEARSAY_LLM_KEY', 'HEARSAY_WEBHOOK_SECRET']);
/** Where a person may have put a password in. */
const addresses: ReadonlySet<SettingName> = new Set(['NEO4J_URI', 'HEARSAY_LLM_URL']);

type Value<N extends SettingName> = z.output<(typeof settings)[N]['schema']>;

export interface Config {
  host: string;
  port: number;
  /** True where PORT was given: then no other port is tried. */
  portGiven: boolean;
  /** Further names a request's Host header may carry. */
  hosts: string[];
  /** Who may come in; undefined where there are no accounts. */
  accounts: AccountSettings | undefined;
  /** Addresses and ranges of proxies that are believed about who asks them. */
  proxies: string[];
  dataFolder: string;
  neo4j: { uri: string; user: string; password: string | undefined; database: string | undefined } | undefined;
  logLevel: Value<'LOG_LEVEL'>;
  querySeconds: number;
  engineMemoryMb: number;
  graphNodes: number;
  documentBytes: number;
  /** How long a request may take to arrive, and an answer may wait for a client that takes nothing of it. */
  patienceMs: number;
  /** Requests that one client may make in a minute; 0: any number. */
  rateLimit: number;
  metrics: boolean;
  /** Which web addresses may be fetched; undefined where none. */
  fetch: FetchSettings | undefined;
  /** Where the changes of watches may be sent; undefined where nowhere. */
  hooks: HookSettings | undefined;
  /** For Cypher that people type. */
  query: QuerySettings;
  /** For questions in plain words; undefined where no endpoint is set. */
  model: ModelSettings | undefined;
}

/** True for 127.0.0.0/8, ::1 and localhost: addresses that no other machine reaches. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
}

/**
 * The settings of an environment such as process.env; an empty value counts as absent.
 * Throws BadConfig that names the variable, its value and what is allowed.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = (name: SettingName): string | undefined => environment[name] || undefined;
  const value = <N extends SettingName>(name: N): Value<N> => {
    const setting: { schema: z.ZodType; default?: string } = settings[name];
    const raw = given(name) ?? setting.default;
    if (raw === undefined) return undefined as Value<N>;
    const parsed = setting.schema.safeParse(raw);
    if (parsed.success) return parsed.data as Value<N>;
    const isSecret = secrets.has(name) || (addresses.has(name) && /[@?]/.test(raw));
    const shown = isSecret ? 'its value' : `"${raw.slice(0, 200)}"`;
    throw new BadConfig(`${name}: ${shown} is not allowed; it must be ${parsed.error.issues[0]?.message}.`);
  };
  const host = value('HOST');
  const { accounts, proxies } = readAccess(host, value);
  const uri: string | undefined = value('NEO4J_URI');
  const modelUrl: string | undefined = value('HEARSAY_LLM_URL');
  const modelName: string | undefined = value('HEARSAY_LLM_MODEL');
  // Read first as well: each is checked even where it changes nothing yet.
  const [modelKey, modelTimeoutMs] = [value('HEARSAY_LLM_KEY'), value('HEARSAY_LLM_TIMEOUT_MS')];
  if (modelUrl !== undefined && modelName === undefined) {
    throw new BadConfig(
      'HEARSAY_LLM_MODEL: must name the model to ask for at HEARSAY_LLM_URL, such as qwen2.5-coder:14b.',
    );
  }
  const fetchFrom = value('HEARSAY_FETCH');
  return {
    host,
    port: value('PORT'),
    portGiven: given('PORT') !== undefined,
    hosts: value('HEARSAY_HOSTS') ?? [],
    accounts,
    proxies,
    dataFolder: value('HEARSAY_DATA'),
    neo4j: uri
      ? { uri, user: value('NEO4J_USER'), password: value('NEO4J_PASSWORD'), database: value('NEO4J_DATABASE') }
      : undefined,
    logLevel: value('LOG_LEVEL'),
    querySeconds: value('HEARSAY_QUERY_SECONDS'),
    engineMemoryMb: value('HEARSAY_ENGINE_MEMORY_MB'),
    graphNodes: value('HEARSAY_GRAPH_NODES'),
    documentBytes: value('HEARSAY_DOCUMENT_MB') * 1024 * 1024,
    patienceMs: value('HEARSAY_PATIENCE_SECONDS') * 1000,
    rateLimit: value('HEARSAY_RATE_LIMIT') ?? (isLoopback(host) && accounts === undefined ? 0 : 1200),
    metrics: value('HEARSAY_METRICS') === 'on',
    fetch: fetchFrom === 'off' ? undefined : { hosts: fetchFrom },
    hooks: readHooks(value),
    query: {
      writes: value('HEARSAY_QUERY_WRITES') === 'yes',
      timeoutMs: value('HEARSAY_QUERY_TIMEOUT_MS'),
      rows: value('HEARSAY_QUERY_ROWS'),
      concurrency: value('HEARSAY_QUERY_CONCURRENCY'),
      memoryMb: value('HEARSAY_QUERY_MEMORY_MB'),
    },
    model:
      modelUrl !== undefined && modelName !== undefined
        ? { url: modelUrl, name: modelName, key: modelKey, timeoutMs: modelTimeoutMs }
        : undefined,
  };
}

/** Each setting is read, so that a slip in it is told anyway. */
function readHooks(value: <N extends SettingName>(name: N) => Value<N>): HookSettings | undefined {
  const [hosts, isPrivateAllowed] = [value('HEARSAY_WEBHOOKS'), value('HEARSAY_WEBHOOK_PRIVATE') === 'yes'];
  const secret: string | undefined = value('HEARSAY_WEBHOOK_SECRET');
  if (hosts === 'off') return undefined;
  if (secret === undefined) {
    throw new BadConfig(
      'HEARSAY_WEBHOOK_SECRET: is needed with HEARSAY_WEBHOOKS, at least 32 characters by chance, such as "openssl rand -hex 32" gives.',
    );
  }
  return { hosts, isPrivateAllowed, secret };
}

const hourMs = 3_600_000;

/** Who is let in, and whom the server believes about it. Each setting is read, so that a slip in it is told anyway. */
function readAccess(
  host: string,
  value: <N extends SettingName>(name: N) => Value<N>,
): Pick<Config, 'accounts' | 'proxies'> {
  const allowsRemote = value('HEARSAY_ALLOW_REMOTE') === 'yes';
  const switched: 'off' | 'on' | undefined = value('HEARSAY_ACCOUNTS');
  const isOpen = isLoopback(host) || allowsRemote;
  if (switched === 'off' && !isOpen) {
    throw new BadConfig(
      `HOST: "${host}" lets other machines in, and HEARSAY_ACCOUNTS=off leaves nobody to ask who they are: whoever ` +
        'reaches the port could read, change and delete everything. Leave HEARSAY_ACCOUNTS unset for accounts, leave ' +
        'HOST unset for this machine alone, or set HEARSAY_ALLOW_REMOTE=yes if you mean to let everybody in without accounts.',
    );
  }
  const proxies: string[] = value('HEARSAY_TRUSTED_PROXIES') ?? [];
  const [header, roleHeader] = [value('HEARSAY_TRUSTED_HEADER'), value('HEARSAY_TRUSTED_ROLE_HEADER')];
  if (header !== undefined && proxies.length === 0) {
    throw new BadConfig(
      'HEARSAY_TRUSTED_HEADER: without HEARSAY_TRUSTED_PROXIES anybody could send it. Name the addresses of the proxies there.',
    );
  }
  if (roleHeader !== undefined && header === undefined)
    throw new BadConfig('HEARSAY_TRUSTED_ROLE_HEADER: is for who HEARSAY_TRUSTED_HEADER names. Set that too.');
  const accounts = {
    file: value('HEARSAY_ACCOUNTS_FILE') ?? join(value('HEARSAY_DATA'), 'accounts.json'),
    header,
    roleHeader,
    secureCookies: value('HEARSAY_SECURE_COOKIES'),
    idleMs: value('HEARSAY_SESSION_HOURS') * hourMs,
    mostMs: value('HEARSAY_SESSION_DAYS') * 24 * hourMs,
  };
  return { accounts: (switched ?? (isOpen ? 'off' : 'on')) === 'on' ? accounts : undefined, proxies };
}

/** The accounts file that the settings name, whether or not accounts are on: the command line may come before the server. */
export function accountsFile(environment: Readonly<Record<string, string | undefined>>): string {
  return readConfig({ ...environment, HEARSAY_ACCOUNTS: 'on' }).accounts?.file ?? '';
}

/** The flags of `npm start`. Throws BadConfig on one it does not know. */
export function readFlags(args: readonly string[]): { empty: boolean; help: boolean } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { empty: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
    return { empty: values.empty ?? false, help: values.help ?? false };
  } catch (error) {
    throw new BadConfig(`${(error as Error).message.split('. ')[0]}. The flags are --empty and --help.`);
  }
}

/** The text of `npm start -- --help`. */
export function helpText(): string {
  const lines = Object.entries(settings).map(([name, setting]: [string, { default?: string; help: string }]) => {
    const shown = setting.default === undefined ? name : `${name}=${setting.default}`;
    return `  ${shown}\n      ${setting.help}`;
  });
  return [
    'Hearsay: who holds which position, who says so, and on whose word.',
    '',
    'npm start [-- --empty] [-- --help]',
    '',
    '  --empty   leaves the bundled reports out of a new database',
    '  --help    prints this text',
    '',
    'Settings, as environment variables with their defaults:',
    '',
    ...lines,
    '',
  ].join('\n');
}
