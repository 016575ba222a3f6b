// The settings: defaults, what is refused and how it is said, and that the help and the README list each.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BadConfig, helpText, isLoopback, readConfig, readFlags } from '../../../server/config.ts';
import { settings } from '../../../server/settings.ts';

const refusal = (environment: Record<string, string>): string => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof BadConfig) return error.message;
    throw error;
  }
  return '';
};

describe('the environment', () => {
  it('has a default for all that is needed', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      portGiven: false,
      hosts: [],
      accounts: undefined,
      proxies: [],
      dataFolder: '.hearsay',
      neo4j: undefined,
      logLevel: 'warn',
      querySeconds: 30,
      engineMemoryMb: 1024,
      graphNodes: 2000,
      documentBytes: 10 * 1024 * 1024,
      patienceMs: 120_000,
      rateLimit: 0,
      metrics: false,
      query: { writes: false, timeoutMs: 30_000, rows: 250_000, concurrency: 3, memoryMb: 1024 },
      model: undefined,
    });
  });

  it('counts an empty value as absent', () => {
    expect(readConfig({ PORT: '', HOST: '', NEO4J_URI: '' })).toEqual(readConfig({}));
  });

  it('reads what is given', () => {
    const config = readConfig({
      PORT: '0',
      NEO4J_URI: 'neo4j+s://db.example:7687',
      NEO4J_PASSWORD: 'a b',
      HEARSAY_HOSTS: 'Graph.example, other ',
      HEARSAY_GRAPH_NODES: '50',
    });
    expect(config).toMatchObject({ port: 0, portGiven: true, hosts: ['graph.example', 'other'], graphNodes: 50 });
    expect(config.neo4j).toEqual({
      uri: 'neo4j+s://db.example:7687',
      user: 'neo4j',
      password: 'a b',
      database: undefined,
    });
  });

  it('reads where questions in plain words go', () => {
    const address = { HEARSAY_LLM_URL: 'http://127.0.0.1:11434/v1/', HEARSAY_LLM_MODEL: 'coder:7b' };
    expect(readConfig(address).model).toEqual({
      url: 'http://127.0.0.1:11434/v1',
      name: 'coder:7b',
      key: undefined,
      timeoutMs: 60_000,
    });
    expect(readConfig({ ...address, HEARSAY_LLM_KEY: 'sk-1', HEARSAY_LLM_TIMEOUT_MS: '500' }).model).toMatchObject({
      key: 'sk-1',
      timeoutMs: 500,
    });
    expect(refusal({ HEARSAY_LLM_URL: address.HEARSAY_LLM_URL })).toMatch(/^HEARSAY_LLM_MODEL: must name/);
    expect(readConfig({ HEARSAY_LLM_MODEL: 'coder:7b' }).model).toBeUndefined();
  });

  it.each([
    ['HEARSAY_LLM_KEY', 'sk-hunter2 with blanks'],
    ['HEARSAY_LLM_KEY', 'sk-hunter2\nX-Other: 1'],
    ['HEARSAY_LLM_URL', 'http://ann:hunter2@model.example/v1'],
    ['HEARSAY_LLM_URL', 'http://model.example/v1?key=hunter2'],
  ])('refuses a %s that cannot be, without repeating it', (name, value) => {
    const message = refusal({ [name]: value });
    expect(message).toMatch(new RegExp(`^${name}: its value is not allowed`));
    expect(message).not.toMatch(/hunter2|ann/);
  });

  it.each([
    ['PORT', '70000', 'a whole number from 0 to 65535'],
    ['PORT', '30 00', 'a whole number'],
    ['PORT', '-1', 'a whole number'],
    ['NEO4J_URI', 'http://localhost:7474', 'bolt://localhost:7687'],
    ['NEO4J_URI', 'bolt://', 'bolt://localhost:7687'],
    ['NEO4J_URI', 'bolt://localhost:99999', 'a port from 1 to 65535'],
    ['NEO4J_URI', 'bolt://localhost:0', 'a port from 1 to 65535'],
    ['NEO4J_URI', 'bolt://localhost:bolt', 'a port from 1 to 65535'],
    ['LOG_LEVEL', 'loud', 'fatal, error, warn, info'],
    ['HEARSAY_QUERY_SECONDS', '0', 'from 1 to 3600'],
    ['HEARSAY_GRAPH_NODES', '1e3', 'a whole number'],
    ['HEARSAY_ALLOW_REMOTE', 'maybe', 'yes or no'],
    ['HEARSAY_ACCOUNTS', 'yes', 'off or on'],
    ['HEARSAY_SESSION_HOURS', '0', 'from 1 to 720'],
    ['HEARSAY_SECURE_COOKIES', 'true', 'auto, yes or no'],
    ['HEARSAY_TRUSTED_PROXIES', 'proxy.example', 'IP addresses'],
    ['HEARSAY_TRUSTED_PROXIES', '0.0.0.0/0', 'not all there are'],
    ['HEARSAY_TRUSTED_PROXIES', '10.0.0.0/33', 'IP addresses'],
    ['HEARSAY_TRUSTED_HEADER', 'Cookie', 'no other meaning'],
    ['HEARSAY_TRUSTED_HEADER', 'X User', 'the name of a header'],
    ['HEARSAY_HOSTS', 'a.example:80/x', 'host names'],
    ['HEARSAY_LLM_URL', '127.0.0.1:11434', 'http://127.0.0.1:11434/v1'],
    ['HEARSAY_LLM_URL', 'ftp://model.example', 'http://127.0.0.1:11434/v1'],
    ['HEARSAY_LLM_URL', 'http://model.example:99999/v1', 'http://127.0.0.1:11434/v1'],
    ['HEARSAY_LLM_TIMEOUT_MS', '10', 'from 100 to 240000'],
    ['HOST', 'not a host', 'a host name or an IP address'],
  ])('refuses %s=%s, naming the variable, the value and what is allowed', (name, value, allowed) => {
    const message = refusal({ [name]: value });
    expect(message).toMatch(new RegExp(`^${name}: `));
    expect(message).toContain(value);
    expect(message).toContain(allowed);
  });

  it.each([
    'bolt://ann:hunter2@localhost',
    'bolt://ann:hunt/er2@localhost:7687',
    'neo4j+s://hunter2@db.example',
    'http://ann:hunter2@db.example',
  ])('refuses %s without repeating the password', (uri) => {
    const message = refusal({ NEO4J_URI: uri });
    expect(message).toMatch(/^NEO4J_URI: .*put the user and password into NEO4J_USER and NEO4J_PASSWORD/);
    expect(message).not.toMatch(/hunt|ann/);
  });

  it.each(['bolt://[::1]:7687', 'bolt://my_host', 'neo4j://db.example:7687?region=eu'])('takes %s', (uri) => {
    expect(readConfig({ NEO4J_URI: uri }).neo4j?.uri).toBe(uri);
  });

  it.each(['0.0.0.0', '::', '192.168.1.5', 'graph.example'])('lets other machines in at %s with accounts', (host) => {
    expect(readConfig({ HOST: host }).accounts).toBeDefined();
    expect(readConfig({ HOST: host, HEARSAY_ALLOW_REMOTE: 'yes', HEARSAY_ACCOUNTS: 'on' }).accounts).toBeDefined();
    const message = refusal({ HOST: host, HEARSAY_ACCOUNTS: 'off' });
    expect(message).toContain('HEARSAY_ALLOW_REMOTE=yes');
    expect(message).toContain('without accounts');
    expect(readConfig({ HOST: host, HEARSAY_ALLOW_REMOTE: 'yes' })).toMatchObject({ host, accounts: undefined });
  });

  it('has accounts on this machine where they are asked for', () => {
    expect(readConfig({ HEARSAY_ACCOUNTS: 'off' }).accounts).toBeUndefined();
    expect(readConfig({ HEARSAY_ACCOUNTS: 'on', HEARSAY_DATA: '/srv/data' }).accounts).toEqual({
      file: '/srv/data/accounts.json',
      header: undefined,
      roleHeader: undefined,
      secureCookies: 'auto',
      idleMs: 12 * 3_600_000,
      mostMs: 7 * 24 * 3_600_000,
    });
    const given = {
      HEARSAY_ACCOUNTS: 'on',
      HEARSAY_ACCOUNTS_FILE: '/etc/hearsay/people.json',
      HEARSAY_SESSION_DAYS: '1',
    };
    expect(readConfig(given).accounts).toMatchObject({ file: '/etc/hearsay/people.json', mostMs: 24 * 3_600_000 });
  });

  it('believes proxies by their addresses alone', () => {
    const given = {
      HEARSAY_TRUSTED_PROXIES: '10.0.0.5, 10.1.0.0/16,::1',
      HEARSAY_TRUSTED_HEADER: 'X-Forwarded-User',
      HEARSAY_ACCOUNTS: 'on',
    };
    const { proxies, accounts } = readConfig(given);
    expect(proxies).toEqual(['10.0.0.5', '10.1.0.0/16', '::1']);
    expect(accounts).toMatchObject({ header: 'x-forwarded-user', roleHeader: undefined });
    expect(refusal({ HEARSAY_TRUSTED_HEADER: 'X-Forwarded-User' })).toMatch(/anybody could send it/);
    expect(refusal({ HEARSAY_TRUSTED_ROLE_HEADER: 'X-Role' })).toMatch(/HEARSAY_TRUSTED_HEADER/);
  });

  it.each([
    ['localhost', true],
    ['127.0.0.1', true],
    ['127.8.9.1', true],
    ['[::1]', true],
    ['::1', true],
    ['127.0.0.1.example', false],
    ['10.0.0.1', false],
  ])('knows whether %s is a loopback address', (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });
});

describe('the flags', () => {
  it('are --empty and --help', () => {
    expect(readFlags([])).toEqual({ empty: false, help: false });
    expect(readFlags(['--empty'])).toEqual({ empty: true, help: false });
    expect(readFlags(['-h'])).toEqual({ empty: false, help: true });
  });

  it.each([['--emtpy'], ['--empty=1'], ['extra']])('refuses %s', (flag) => {
    expect(() => readFlags([flag])).toThrow(BadConfig);
    expect(() => readFlags([flag])).toThrow('The flags are --empty and --help.');
  });
});

describe('the documentation of the settings', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  it.each(Object.entries(settings).map(([name, setting]) => ({ name, setting })))(
    'lists $name',
    ({ name, setting }) => {
      const value = 'default' in setting ? setting.default : undefined;
      expect(helpText()).toContain(value === undefined ? `  ${name}\n` : `  ${name}=${value}\n`);
      const row = readme.split('\n').find((line) => line.startsWith(`| \`${name}\` |`));
      expect(row, `the README's table has no row for ${name}`).toBeDefined();
      if (value !== undefined) expect(row).toContain(`\`${value}\``);
    },
  );
});
