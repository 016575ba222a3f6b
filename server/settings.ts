// The table of all settings: each environment variable with its form, its default and its one line of help.
import { isIP } from 'node:net';
import { z } from 'zod';

export interface Setting {
  /** How the value is parsed; the message of a failed check says what is allowed. */
  schema: z.ZodType;
  /** As shown in the help; absent where the setting has no default. */
  default?: string;
  help: string;
}

const whole = (min: number, max: number) => {
  const error = `a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,15}$/, { error })
    .transform(Number)
    .pipe(z.number().min(min, { error }).max(max, { error }));
};
const text = (allowed: string) => z.string().min(1, { error: allowed });
/** A user or password in it would be shown wherever the address is; the port is checked here, as the driver does not name the setting. */
const boltAddress = z
  .string()
  .regex(/^[^@]*$/, {
    error: 'an address without a user and a password: put the user and password into NEO4J_USER and NEO4J_PASSWORD',
  })
  .regex(/^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^\s/]+/, {
    error: 'an address such as bolt://localhost:7687 or neo4j://…',
  })
  .refine((uri) => URL.canParse(uri) && new URL(uri).port !== '0', {
    error: 'an address such as bolt://localhost:7687, with a port from 1 to 65535',
  });
const names = z
  .string()
  .transform((list) =>
    list
      .split(',')
      .map((name) => name.trim().toLowerCase())
      .filter((name) => name !== ''),
  )
  .pipe(
    z.array(z.string().regex(/^[a-z0-9.:[\]*-]+$/, { error: 'host names with commas between them, without ports' })),
  );

const hostNames = names.refine((list) => list.every((name) => !name.includes('*')), {
  error: 'host names with commas between them, without ports',
});

/** Addresses and CIDR ranges; a name would be asked of DNS, which others may answer. */
const networks = z
  .string()
  .transform((list) =>
    list
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  )
  .refine((list) => list.length > 0 && list.every(isNetwork), {
    error: 'IP addresses with commas between them, such as 10.0.0.5 or 10.1.0.0/16, but not all there are',
  });

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  if (bits === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) >= 1 && Number(prefix) <= bits);
}

const headerName = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9-]{1,80}$/, { error: 'the name of a header, such as X-Forwarded-User' })
  .transform((name) => name.toLowerCase())
  .refine((name) => !['authorization', 'cookie', 'host', 'origin', 'content-type'].includes(name), {
    error: 'a header that has no other meaning, such as X-Forwarded-User',
  });

/** Its path is kept: what is asked for is added to it. */
const httpAddress = z
  .string()
  .regex(/^[^@]*$/, { error: 'an address without a user and a password: put the key into HEARSAY_LLM_KEY' })
  .regex(/^https?:\/\/[^\s/?#]+[^\s?#]*$/i, { error: 'an address such as http://127.0.0.1:11434/v1' })
  .refine((url) => URL.canParse(url) && new URL(url).port !== '0', {
    error: 'an address such as http://127.0.0.1:11434/v1, with a port from 1 to 65535',
  })
  .transform((url) => url.replace(/\/+$/, ''));

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export const settings = {
  HOST: {
    schema: z.string().regex(/^[A-Za-z0-9.:[\]-]+$/, { error: 'a host name or an IP address' }),
    default: '127.0.0.1',
    help: 'The address to listen on. On any but a loopback address there are accounts, or HEARSAY_ALLOW_REMOTE=yes says that there are none.',
  },
  PORT: {
    schema: whole(0, 65535),
    default: '3000',
    help: 'The port. If it is not set and 3000 is taken, the next free one is used; 0 takes any free one.',
  },
  HEARSAY_ALLOW_REMOTE: {
    schema: z.enum(['yes', 'no'], { error: 'yes or no' }),
    default: 'no',
    help: 'yes lets other machines in without accounts: whoever reaches the port reads, changes and deletes everything.',
  },
  HEARSAY_ACCOUNTS: {
    schema: z.enum(['off', 'on'], { error: 'off or on' }),
    help: 'on: people sign in, and may do what their role says. Absent: off on a loopback address and with HEARSAY_ALLOW_REMOTE=yes, on elsewhere.',
  },
  HEARSAY_ACCOUNTS_FILE: {
    schema: text('a file'),
    help: 'The file with the accounts, which several servers may share; absent: accounts.json in HEARSAY_DATA.',
  },
  HEARSAY_SESSION_HOURS: {
    schema: whole(1, 720),
    default: '12',
    help: 'After so many hours without a request a session ends.',
  },
  HEARSAY_SESSION_DAYS: {
    schema: whole(1, 366),
    default: '7',
    help: 'After so many days a session ends in any case.',
  },
  HEARSAY_SECURE_COOKIES: {
    schema: z.enum(['auto', 'yes', 'no'], { error: 'auto, yes or no' }),
    default: 'auto',
    help: 'Whether the session’s cookie is for TLS alone; auto: where a trusted proxy says that the request came over it.',
  },
  HEARSAY_TRUSTED_PROXIES: {
    schema: networks,
    help: 'Addresses of proxies, with commas between them, such as 10.0.0.5,10.1.0.0/16, whose X-Forwarded-For and X-Forwarded-Proto are believed.',
  },
  HEARSAY_TRUSTED_HEADER: {
    schema: headerName,
    help: 'The header in which such a proxy names who it has signed in, such as X-Forwarded-User; from any other address it is ignored.',
  },
  HEARSAY_TRUSTED_ROLE_HEADER: {
    schema: headerName,
    help: 'The header in which it gives their role: reader, editor or admin; absent: the account of that name has it.',
  },
  HEARSAY_HOSTS: {
    schema: hostNames,
    help: 'Further host names or addresses, with commas between them, under which browsers may reach the server.',
  },
  HEARSAY_DATA: {
    schema: text('a folder'),
    default: '.hearsay',
    help: 'The folder of the embedded database. Not used with NEO4J_URI.',
  },
  NEO4J_URI: {
    schema: boltAddress,
    help: 'The address of a Neo4j 5.26 or later, such as bolt://localhost:7687. Absent: the embedded database.',
  },
  NEO4J_USER: { schema: text('a user name'), default: 'neo4j', help: 'The user of that Neo4j.' },
  NEO4J_PASSWORD: { schema: text('a password'), help: 'The password of that Neo4j; absent: none is sent.' },
  NEO4J_DATABASE: {
    schema: text('the name of a database'),
    help: "The database in that Neo4j; absent: the user's home database.",
  },
  LOG_LEVEL: {
    schema: z.enum(logLevels, { error: logLevels.join(', ') }),
    default: 'warn',
    help: `What is logged to standard error: ${logLevels.join(', ')}. Requests are logged at info.`,
  },
  HEARSAY_QUERY_SECONDS: {
    schema: whole(1, 3600),
    default: '30',
    help: 'After so many seconds a statement of Hearsay’s own is stopped.',
  },
  HEARSAY_ENGINE_MEMORY_MB: {
    schema: whole(64, 1_000_000),
    default: '1024',
    help: 'The memory in MB over which the embedded engine is stopped and started anew.',
  },
  HEARSAY_GRAPH_NODES: {
    schema: whole(1, 1_000_000),
    default: '2000',
    help: 'The most nodes in one drawn graph; beyond it those with the fewest relations are left out.',
  },
  HEARSAY_DOCUMENT_MB: {
    schema: whole(1, 1000),
    default: '10',
    help: 'The largest document in MB that an import over HTTP takes, and the largest text, page or document on the command line.',
  },
  HEARSAY_PATIENCE_SECONDS: {
    schema: whole(1, 3600),
    default: '120',
    help: 'How many seconds a request may take to arrive, and a client may take nothing of an answer that waits for it; then its connection is ended.',
  },
  HEARSAY_RATE_LIMIT: {
    schema: whole(0, 1_000_000),
    help: 'How many requests one client, by its address, may make in a minute; 0: any number. Absent: 1200, or any number where only this machine is let in and there are no accounts.',
  },
  HEARSAY_METRICS: {
    schema: z.enum(['off', 'on'], { error: 'off or on' }),
    default: 'off',
    help: 'on gives counts and times at /metrics, in Prometheus’ format; with accounts to an administrator’s token.',
  },
  HEARSAY_FETCH: {
    schema: z.union(
      [z.enum(['off', 'any']), names.pipe(z.array(z.string().regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/)).min(1))],
      { error: 'off, any, or host names with commas between them, such as example.org,*.example.com' },
    ),
    default: 'off',
    help: 'Which web addresses may be imported: off, any, or host names with commas between them, *.example.com for those below one. Never private or local ones.',
  },
  HEARSAY_WEBHOOKS: {
    schema: z.union(
      [z.enum(['off', 'any']), names.pipe(z.array(z.string().regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*$/)).min(1))],
      { error: 'off, any, or host names with commas between them, such as hooks.example.org,*.example.com' },
    ),
    default: 'off',
    help: 'Where the changes of watches may be sent: off, any, or host names with commas between them, *.example.com for those below one.',
  },
  HEARSAY_WEBHOOK_SECRET: {
    schema: z.string().regex(/^[\x21-\x7e]{32,500}$/, { error: 'at least 32 plain characters, without blanks' }),
    help: 'Seals the addresses of web hooks and what signs them; needed with HEARSAY_WEBHOOKS, and the same in all servers over one database.',
  },
  HEARSAY_WEBHOOK_PRIVATE: {
    schema: z.enum(['no', 'yes'], { error: 'no or yes' }),
    default: 'no',
    help: 'yes lets web hooks lead to private and local addresses, and to any port.',
  },
  HEARSAY_QUERY_WRITES: {
    schema: z.enum(['no', 'yes'], { error: 'no or yes' }),
    default: 'no',
    help: 'yes lets typed Cypher write, where the person switches it on for that run; also into a database of another model.',
  },
  HEARSAY_QUERY_TIMEOUT_MS: {
    schema: whole(100, 3_600_000),
    default: '30000',
    help: 'After so many milliseconds typed Cypher is stopped, the sending of its rows included.',
  },
  HEARSAY_QUERY_ROWS: {
    schema: whole(1, 10_000_000),
    default: '250000',
    help: 'The most rows that typed Cypher gives; what follows is left out, and the answer says so.',
  },
  HEARSAY_QUERY_CONCURRENCY: {
    schema: whole(1, 100),
    default: '3',
    help: 'How many typed statements one client, by its address, may have running at once.',
  },
  HEARSAY_QUERY_MEMORY_MB: {
    schema: whole(128, 1_000_000),
    default: '1024',
    help: 'The memory in MB over which typed Cypher is stopped: on the embedded database of the process that each statement runs in, on Neo4j of the rows that wait in the server.',
  },
  HEARSAY_LLM_URL: {
    schema: httpAddress,
    help: 'The base address of an OpenAI-compatible API, such as http://127.0.0.1:11434/v1, for questions in plain words and for reading articles. Absent: nothing is sent anywhere.',
  },
  HEARSAY_LLM_MODEL: {
    schema: z.string().regex(/^\P{Cc}{1,200}$/u, { error: 'the name of a model, of at most 200 characters' }),
    help: 'The model to ask for there; needed with HEARSAY_LLM_URL.',
  },
  HEARSAY_LLM_KEY: {
    // What could not stand in a header would be shown by the error of whoever puts it there.
    schema: z.string().regex(/^[\x21-\x7e]+$/, { error: 'a key of plain characters, without blanks' }),
    help: 'The key of that API, sent to it as a bearer token; absent: none is sent.',
  },
  HEARSAY_LLM_TIMEOUT_MS: {
    schema: whole(100, 240_000),
    default: '60000',
    help: 'After so many milliseconds a question in plain words is given up, all its attempts included; of an article each passage has so long.',
  },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof settings;
