// What nobody may read: secrets in the log and in answers, and in answers the words of drivers, stacks and this machine's paths.
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountsFile } from '../../server/accounts/file.ts';
import { addAccount } from '../../server/accounts/people.ts';
import { projectRoot } from '../../server/root.ts';
import { type LaunchedNeo4j, launchNeo4j, whyNot } from '../neo4j/launch.ts';
import { childrenOf } from '../processes.ts';
import { type Program, startServer } from '../server/cli/program.ts';
import { tempFolder } from '../temp.ts';

const password = 'the harbour of Norland 7';
const secrets = {
  'the password': password,
  'a wrong password': 'the wrong harbour 8',
  'a new password': 'another harbour of Norland 9',
  'the key of the language model': 'sk-norland-1234567890',
  'what was searched for': 'whistleblower-in-norland',
  'the password of Neo4j': 'correct-horse-of-norland',
};
const fromPage = { 'content-type': 'application/json', 'x-hearsay': '1', 'sec-fetch-site': 'same-origin' };

/** A server with accounts that logs all it can, what it answered, and what was told to it as a secret or by it. */
class Watched {
  readonly answers: string[] = [];
  readonly told = new Map<string, string>(Object.entries(secrets));
  #cookie = '';
  #token = '';
  #log = '';
  readonly #server: Program & { address: string };

  constructor(server: Program & { address: string }) {
    this.#server = server;
    for (const stream of [server.child.stdout, server.child.stderr])
      stream?.on('data', (part: Buffer) => {
        this.#log += part.toString();
      });
  }

  get log(): string {
    return this.#log;
  }

  get pid(): number {
    return this.#server.child.pid ?? 0;
  }

  async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<number> {
    const response = await fetch(this.#server.address + path, {
      method,
      headers: { ...fromPage, ...(this.#cookie && { cookie: this.#cookie }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const sent = response.headers.getSetCookie()[0]?.split(';')[0];
    if (sent !== undefined) {
      this.#cookie = sent;
      this.told.set('a session', sent.split('=')[1] || 'none');
    }
    const token = /"token":"(hearsay_[\w-]+)"/.exec(text)?.[1];
    if (token !== undefined) {
      this.#token = token;
      this.told.set('a token', token);
    } else this.answers.push(`${method} ${path}: ${response.status} ${text}`);
    return response.status;
  }

  /** Signs in after a failure, makes a token and uses it, and asks what fails in every way that needs no broken engine. */
  async use(): Promise<void> {
    const name = 'ada';
    expect(await this.ask('POST', '/api/session', { name, password: secrets['a wrong password'] })).toBe(401);
    expect(await this.ask('POST', '/api/session', { name, password })).toBe(200);
    expect(await this.ask('POST', '/api/tokens', { name: 'A feed', role: 'reader', days: 3 })).toBe(200);
    const bearer = { authorization: `Bearer ${this.#token}` };
    expect(await this.ask('GET', '/api/meta', undefined, bearer)).toBe(200);
    const cut = `${this.#token.slice(0, -3)}xyz`;
    this.told.set('a token that is none', cut);
    expect(await this.ask('GET', '/api/meta', undefined, { authorization: `Bearer ${cut}` })).toBe(401);
    expect(await this.ask('GET', `/api/search?q=${secrets['what was searched for']}`)).toBe(200);
    expect(await this.ask('POST', '/api/query', { statement: 'RETURN 1 +' })).toBe(400);
    expect(await this.ask('POST', '/api/query', { statement: 'RETURN 1/0' })).toBeGreaterThanOrEqual(200);
    expect(await this.ask('POST', '/api/query', '{"statement": "RETURN')).toBe(400);
    expect(await this.ask('GET', '/api/nodes/%ff')).toBe(400);
    expect(await this.ask('POST', '/api/query/propose', { question: 'Who opposes the plan?' })).toBe(502);
    expect(await this.ask('GET', '/metrics')).toBe(200);
    expect(await this.ask('GET', '/api/audit')).toBe(200);
    const change = { old: password, new: secrets['a new password'] };
    expect(await this.ask('PUT', '/api/session/password', change)).toBe(200);
  }

  /** Errors: each secret that can be read, with where. */
  expectNoSecret(): void {
    expect(this.#log).toContain('"path":"/api/search"');
    const read = [...this.told].flatMap(([name, secret]) => [
      ...(this.#log.includes(secret) ? [`${name} in the log`] : []),
      // A person's own question may be told back to them.
      ...(name === 'what was searched for' ? [] : this.answers.filter((answer) => answer.includes(secret))),
    ]);
    expect(read).toEqual([]);
  }

  /** Errors: each answer with a stack, a path of this machine, or the words of a driver. */
  expectPlainWords(more: readonly string[]): void {
    const inner = [/\n\s+at /, /node_modules/, /\.(ts|js|rs|java):\d/, /Error:|Exception/, /bolt:|neo4j:\/\//, /ECONN/];
    const words = [projectRoot, ...more];
    const bad = this.answers.filter(
      (answer) =>
        !answer.startsWith('GET /metrics') &&
        (inner.some((pattern) => pattern.test(answer)) || words.some((word) => answer.includes(word))),
    );
    expect(bad).toEqual([]);
  }
}

const timeout = 180_000;

async function started(
  environment: Record<string, string> & { HEARSAY_DATA: string },
): Promise<{ server: Program; watched: Watched }> {
  const settings = {
    LOG_LEVEL: 'trace',
    HEARSAY_ACCOUNTS: 'on',
    HEARSAY_METRICS: 'on',
    // Nothing listens there.
    HEARSAY_LLM_URL: 'http://127.0.0.1:9/v1',
    HEARSAY_LLM_MODEL: 'some',
    HEARSAY_LLM_KEY: secrets['the key of the language model'],
    PORT: '0',
    ...environment,
  };
  const accounts = new AccountsFile(join(settings.HEARSAY_DATA, 'accounts.json'));
  await addAccount(accounts, { name: 'ada', role: 'admin', password });
  const server = await startServer(settings, ['--empty']);
  return { server, watched: new Watched(server) };
}

async function ended({ child, ended: end }: Program): Promise<void> {
  child.kill('SIGTERM');
  await end;
}

describe('secrets and inner matters', { timeout }, () => {
  it('are in no answer and not in the log, whatever fails', async () => {
    const data = tempFolder();
    const { server, watched } = await started({ HEARSAY_DATA: data });
    try {
      await watched.use();
      // The engine dies while it is asked.
      const [engine] = childrenOf(watched.pid);
      const asked = ['/api/graph', '/api/articles', '/api/search?q=a', '/api/contradictions'].map((path) =>
        watched.ask('GET', path),
      );
      process.kill(Number(engine), 'SIGKILL');
      for (const status of await Promise.all(asked)) expect([200, 503]).toContain(status);
      watched.expectNoSecret();
      watched.expectPlainWords([data]);
    } finally {
      await ended(server);
    }
  });
});

const reason = await whyNot();
describe.skipIf(reason !== undefined && process.env.CI === undefined)(`a Neo4j with a password`, { timeout }, () => {
  let launched: LaunchedNeo4j | undefined;
  beforeAll(async () => {
    launched = await launchNeo4j({ auth: true });
    const driver = neo4j.driver(launched.uri, neo4j.auth.basic('neo4j', 'neo4j'));
    const session = driver.session({ database: 'system' });
    await session.run("ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $to", { to: secrets['the password of Neo4j'] });
    await driver.close();
  }, timeout);
  afterAll(() => launched?.stop());

  it('keeps it, and its address, to itself when it dies', async () => {
    const uri = launched?.uri ?? '';
    const { server, watched } = await started({
      HEARSAY_DATA: tempFolder(),
      NEO4J_URI: uri,
      NEO4J_USER: 'neo4j',
      NEO4J_PASSWORD: secrets['the password of Neo4j'],
    });
    try {
      await watched.use();
      await launched?.stop();
      launched = undefined;
      for (const path of ['/api/graph', '/api/search?q=a', '/api/ready', '/api/meta'])
        expect(await watched.ask('GET', path)).toBe(503);
      expect(await watched.ask('POST', '/api/query', { statement: 'MATCH (n) RETURN n' })).toBe(503);
      watched.expectNoSecret();
      watched.expectPlainWords([new URL(uri).port]);
    } finally {
      await ended(server);
    }
  });
});
