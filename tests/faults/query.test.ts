// A typed statement that takes all memory, runs for ever or ends the engine's process costs only itself; a large answer costs no memory.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import { Gate } from '../../server/query/gate.ts';
import type { QuerySettings } from '../../server/schema/cypher.ts';
import { type EngineSettings, type OpenedStore, openStore } from '../../server/store/open.ts';
import type { QueryOptions } from '../../server/store/port.ts';
import { type Api, serve, testConfig } from '../contract/api.ts';
import { describeEngines } from '../contract/engines.ts';
import { ask, problem } from '../contract/query.ts';
import { testStatements, type WithTestTypes } from '../contract/statements.ts';
import { childrenOf } from '../processes.ts';
import { tempFolder } from '../temp.ts';

const options: QueryOptions = { access: 'read', timeoutMs: 20_000, rowLimit: 10, form: 'typed', explains: null };
const query: QuerySettings = { writes: true, timeoutMs: 60_000, rows: 1_000_000, concurrency: 10, memoryMb: 512 };
const megabyte = 1 << 20;
/** Runs for hours in little memory. */
const endless =
  'UNWIND range(1, 3000) AS x MATCH (a:Record), (b:Record), (c:Record) WHERE a.key < b.key AND b.key < c.key RETURN count(*) AS n';

/** Each takes all memory or all time there is, in a way of its own, and says so in little text. */
const bombs = [
  'RETURN size(range(1, 9000000000)) AS n',
  'UNWIND range(1, 9000000000) AS i RETURN count(i) AS n',
  'RETURN size([x IN range(1, 500000000) | toString(x)]) AS n',
  'RETURN size([x IN range(1, 100000) | size([y IN range(1, 100000) | x * y])]) AS n',
  "RETURN size(reduce(t = 'x', i IN range(1, 60) | t + t)) AS n",
  "RETURN size(reduce(t = 'a', i IN range(1, 60) | replace(t, 'a', 'aaaa'))) AS n",
  'RETURN reduce(n = 0, x IN range(1, 2000000000) | n + x % 7) AS n',
  'MATCH (a:Record), (b:Record), (c:Record), (d:Record) RETURN a, b, c, d',
  'MATCH (a:Record), (b:Record), (c:Record), (d:Record) RETURN DISTINCT a.key + b.key + c.key + d.key AS key',
  'MATCH (a:Record), (b:Record), (c:Record), (d:Record) WITH a, b, c, d ORDER BY a.key, b.key, c.key, d.key RETURN d.key AS key LIMIT 1',
  'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH collect(a + b) AS sums RETURN size(sums) AS n',
  'UNWIND range(1, 100000) AS a CALL { WITH a UNWIND range(1, 100000) AS b RETURN count(b) AS n } RETURN sum(n) AS n',
] as const;
let bombCount = 0;

/** The answer as it comes in; what is not read waits in the server. */
function open(api: Api, body: object): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const sent = httpRequest(`${api.address}/api/query`, { method: 'POST', headers }, resolve);
    sent.on('error', reject);
    sent.end(JSON.stringify(body));
  });
}

/** Processor time of this process's children, by id. */
const timesOf = (): Map<string, number> =>
  new Map(
    childrenOf(process.pid).map((pid) => {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      return [pid, Number(fields[11]) + Number(fields[12])];
    }),
  );

/** Ticks of processor time, of which a second has 100: more than a process takes to start. */
const muchWork = 200;

/** The first child that has worked much since: of the embedded engine's processes the one that runs a statement. */
async function busiest(before: Map<string, number>): Promise<string> {
  for (;;) {
    const found = [...timesOf()].find(([pid, time]) => time - (before.get(pid) ?? 0) >= muchWork);
    if (found !== undefined) return found[0];
    await wait(50);
  }
}

/** Repeats what depends on the moment: a machine that is busy with other things may be late once or twice. */
async function withinASecond(measure: () => Promise<number>): Promise<void> {
  const times: number[] = [];
  while (times.length < 3 && times.every((time) => time >= 1000)) times.push(await measure());
  expect(Math.min(...times), `took ${times.map(Math.round).join(', ')} ms`).toBeLessThan(1000);
}

describeEngines('typed statements that go wrong', (engine) => {
  let settings: EngineSettings;
  let store: OpenedStore<WithTestTypes>;
  let api: Api;
  let gate: Gate;
  beforeAll(async () => {
    settings = await engine.settings();
    if (settings.kind === 'embedded') settings = { ...settings, queryMemoryMb: query.memoryMb };
    store = await openStore<WithTestTypes>(settings, { extra: testStatements });
    for (let i = 0; i < 300; i += 1) await store.write('test/create', { key: `record:${String(i).padStart(4, '0')}` });
    // The gate has tests of its own; here it may take what time a busy machine takes.
    gate = new Gate({ dialect: engine.name, deadlineMs: 60_000 });
    const log = pino({ level: 'silent' });
    api = await serve(store, {}, createApp({ store, log, config: { ...testConfig, query }, gate }));
    await ask(api, 'RETURN 1 AS x');
  });
  afterAll(async () => {
    await api?.close();
    await gate?.close();
    await store?.close();
  });

  /** Milliseconds until a statement is answered. */
  const next = async (): Promise<number> => {
    const start = performance.now();
    expect((await ask(api, "MATCH (n:Record {key: 'record:0007'}) RETURN count(n) AS n")).rows).toEqual([
      [{ $type: 'Integer', _value: '1' }],
    ]);
    return performance.now() - start;
  };

  const takesAllMemory = 'UNWIND range(1, 100000000) AS i RETURN collect(toString(i) + toString(i + 1)) AS all';
  it.each([
    ['runs for ever', endless, 400, 'time-limit'],
    ['takes all memory', takesAllMemory, 60_000, 'memory-limit'],
  ])(
    'one that %s is told so, and the next one works within a second',
    async (_, statement, timeoutMs, code) => {
      await withinASecond(async () => {
        expect(await problem(api, statement, { timeoutMs })).toMatchObject({ status: 503, code });
        return next();
      });
    },
    120_000,
  );

  // Neo4j has limits of its own, and the tests' has little memory to spare.
  it.runIf(engine.name === 'embedded').each(bombs)(
    'a bomb costs only itself, and no write in flight: %s',
    async (statement) => {
      let writes = 0;
      await withinASecond(async () => {
        const bomb = problem(api, statement, { timeoutMs: 3000 });
        const writing = (async () => {
          for (let i = 0; i < 5; i += 1) await store.write('test/create', { key: `bomb:${bombCount++}` });
          writes += 5;
        })();
        const { status, code, title } = await bomb;
        expect(`${status} ${code}`, title).toMatch(/^503 (time|memory)-limit$|^400 statement-failed$/);
        const took = await next();
        await writing;
        return took;
      });
      const kept = "MATCH (n:Record) WHERE n.key STARTS WITH 'bomb:' RETURN count(n) AS n";
      expect((await ask(api, kept)).rows).toEqual([[{ $type: 'Integer', _value: String(bombCount) }]]);
      expect(writes).toBeGreaterThan(0);
    },
    120_000,
  );

  it('does not take others with it, nor a write in flight', async () => {
    const keys = Array.from({ length: 40 }, (_, i) => `during:${i}`);
    const writing = (async () => {
      for (const key of keys) await store.write('test/create', { key });
    })();
    const slow = ask(api, 'UNWIND range(1, 400000) AS i WITH toString(i) AS text RETURN count(text) AS n');
    const doomed = [300, 500, 700].map((timeoutMs) => problem(api, endless, { timeoutMs }));
    for (const { code } of await Promise.all(doomed)) expect(code).toBe('time-limit');
    expect((await slow).rows).toEqual([[{ $type: 'Integer', _value: '400000' }]]);
    await writing;
    const { rows } = await ask(api, "MATCH (n:Record) WHERE n.key STARTS WITH 'during:' RETURN count(n) AS n");
    expect(rows).toEqual([[{ $type: 'Integer', _value: '40' }]]);
  }, 60_000);

  it('a write over its limits writes nothing, and everything else goes on', async () => {
    // Straight to the store: which writes the gate lets through on which engine is tested there.
    const endlessly = 'UNWIND range(1, 100000000) AS i CREATE (:Never {i: i})';
    const writing = store.query(endlessly, {}, { ...options, access: 'write', timeoutMs: 700 });
    const refused = expect(writing).rejects.toMatchObject({ code: expect.stringMatching(/^(time|memory)-limit$/) });
    await next();
    await refused;
    await store.write('test/create', { key: 'after' });
    expect((await ask(api, 'MATCH (n:Never) RETURN count(n) AS n')).rows).toEqual([
      [{ $type: 'Integer', _value: '0' }],
    ]);
  });

  it('frees the engine within a second when the connection is closed', async () => {
    const driver = settings.kind === 'neo4j' ? neo4j.driver(settings.uri) : undefined;
    const running =
      "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND range(1, 3000)' RETURN 1";
    // Read by the gate before, so that the only child that works is the one that runs it.
    await api.send('POST', '/api/query/check', { statement: endless });
    await withinASecond(async () => {
      const before = timesOf();
      const sent = httpRequest(`${api.address}/api/query`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
      });
      sent.on('error', () => {});
      sent.end(JSON.stringify({ statement: endless }));
      const busy = driver === undefined ? await busiest(before) : '';
      const isRunning = async (): Promise<boolean> => {
        if (driver === undefined) return childrenOf(process.pid).includes(busy);
        return (await driver.executeQuery(running)).records.length > 0;
      };
      while (!(await isRunning())) await wait(50);
      const start = performance.now();
      sent.destroy();
      while (await isRunning()) await wait(10);
      return performance.now() - start;
    });
    await withinASecond(next);
    await driver?.close();
  }, 60_000);

  it('streams 200,000 rows with memory flat, however slowly they are read', async () => {
    const statement = 'UNWIND range(1, 200000) AS i RETURN i, $text + toString(i) AS text';
    const response = await open(api, { statement, parameters: { text: 'x'.repeat(500) } });
    let bytes = 0;
    let rows = -2;
    let last = '';
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 20);
    const before = process.memoryUsage.rss();
    // Nobody reads for a second: the server must not go on reading from the engine meanwhile.
    await wait(1000);
    for await (const chunk of response as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      for (const byte of chunk) if (byte === 10) rows += 1;
      last = chunk.toString('utf8', Math.max(0, chunk.length - 300));
    }
    clearInterval(watch);
    expect(last).toContain('"summary":{"rows":200000');
    expect(rows).toBe(200_000);
    expect(bytes).toBeGreaterThan(100 * megabyte);
    expect((peak - before) / megabyte).toBeLessThan(80);
  }, 120_000);
});

describe('on the embedded engine', () => {
  let folder: string;
  let store: OpenedStore;
  const run = async (text: string): Promise<string> => {
    const { batches } = await store.query(text, {}, options);
    let lines = '';
    for await (const batch of batches) lines += batch.lines;
    return lines;
  };
  beforeAll(async () => {
    folder = tempFolder();
    mkdirSync(join(folder, 'copies'));
    writeFileSync(join(folder, 'copies', '1.grafeo'), 'left by a server that was killed');
    store = await openStore({ kind: 'embedded', folder });
  });
  afterAll(() => store?.close());

  it('copies that were left over are removed at the start, and all of them at the end', async () => {
    expect(existsSync(join(folder, 'copies'))).toBe(false);
    await run('RETURN 1 AS x');
    const databases = readdirSync(join(folder, 'copies')).filter((name) => name.endsWith('.grafeo'));
    expect(databases).toHaveLength(1);
    const other = tempFolder();
    const second = await openStore({ kind: 'embedded', folder: other });
    const { batches } = await second.query('RETURN 1 AS x', {}, options);
    for await (const _ of batches) expect(readdirSync(other)).toContain('copies');
    await second.close();
    expect(readdirSync(other)).not.toContain('copies');
  });

  it('a statement that ends the engine’s process is told so, and the next one works within a second', async () => {
    // Straight to the store: the gate refuses what nests so deep.
    const chain = `RETURN ${Array(600).fill('1').join(' < ')} AS x`;
    await expect(run(chain)).rejects.toMatchObject({
      status: 400,
      code: 'statement-failed',
      message: 'The statement ended the process of the database engine in which it ran.',
    });
    await withinASecond(async () => {
      await expect(run(chain)).rejects.toThrow('ended the process');
      const start = performance.now();
      expect(await run('RETURN 1 AS x')).toBe('[{"$type":"Integer","_value":"1"}]\n');
      return performance.now() - start;
    });
  });

  it('what the gate would have refused cannot write or read files either', async () => {
    for (const [text, operator] of [
      ['CREATE (:X)', 'Create'],
      ['MATCH (n) DETACH DELETE n', 'DeleteNode'],
      ["LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line", 'LoadCsv'],
    ]) {
      await expect(run(text ?? '')).rejects.toThrow(`its plan holds ${operator}, which is not allowed`);
    }
    await expect(run('CREATE INDEX x FOR (n:X) ON (n.y)')).rejects.toMatchObject({ status: 400 });
    expect(await store.read('schema/any-record', {})).toEqual([]);
  });

  it('what the gate would have refused is not written either, and PROFILE writes nothing', async () => {
    const write = (text: string, explains: QueryOptions['explains'] = null) =>
      store.query(text, {}, { ...options, access: 'write', explains });
    for (const [text, operator] of [
      ["LOAD CSV FROM 'file:///etc/hostname' AS line CREATE (:Leaked {line: line[0]})", 'LoadCsv'],
      ['CALL db.labels() YIELD label CREATE (:Leaked {line: label})', 'CallProcedure'],
    ] as const)
      await expect(write(text)).rejects.toThrow(`its plan holds ${operator}, which is not allowed`);
    await expect(write('CREATE (:Leaked)', 'profile')).rejects.toThrow('write twice');
    expect(await run('MATCH (n:Leaked) RETURN count(n) AS n')).toContain('"0"');
  });

  it('reads what was committed just before', async () => {
    for (let round = 0; round < 3; round += 1) {
      await store.write('schema/marker-set', { properties: { bundled: round % 2 === 0 ? 'loaded' : 'left out' } });
      const expected = round % 2 === 0 ? 'loaded' : 'left out';
      expect(await run('MATCH (m:HearsayMarker) RETURN m.bundled AS bundled')).toContain(`"${expected}"`);
    }
  });
});
