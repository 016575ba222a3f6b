// Starts a real Neo4j for the tests with Maven and Java: a separate program (Community Edition, GPL-3.0), no part of Hearsay.
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../server/root.ts';

const run = promisify(execFile);
const launcher = join(projectRoot, 'tests', 'neo4j', 'launcher');
const cache = join(projectRoot, '.cache', 'neo4j');
const opens = ['java.nio', 'java.io', 'sun.nio.ch', 'java.lang', 'java.util.concurrent'];

export interface LaunchedNeo4j {
  uri: string;
  /** Its data folder. */
  data: string;
  pid: number;
  /** Ends it at once, as a crash would, or in order; its data stay. */
  end(how: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  /** Starts it again on its data, at the same address. */
  restart(): Promise<void>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

export interface LaunchOptions {
  /** The password neo4j must be changed first. */
  auth?: boolean;
  heapMb?: number;
  pageCacheMb?: number;
}

/** Why Neo4j cannot be started here, or undefined where it can. */
export async function whyNot(): Promise<string | undefined> {
  for (const [program, version] of [
    ['java', '-version'],
    ['mvn', '-version'],
  ] as const) {
    try {
      await run(program, [version]);
    } catch {
      return `${program} is not installed (Java 17 or later and Maven are needed), and NEO4J_URI is not set`;
    }
  }
  return undefined;
}

let resolved: Promise<string> | undefined;
/** The folder with the jars of Neo4j: fetched once (about 120 MB), also where several are started at a time. */
const jars = (): Promise<string> => {
  resolved ??= resolveJars();
  return resolved;
};

async function resolveJars(): Promise<string> {
  const version = /<neo4j.version>(.*)<\/neo4j.version>/.exec(await readFile(join(launcher, 'pom.xml'), 'utf8'))?.[1];
  const lib = join(cache, `lib-${version}`);
  if (existsSync(lib)) return lib;
  await mkdir(cache, { recursive: true });
  // Resolved in a folder of its own and renamed when complete, so that an interrupted fetch is not taken for a whole one.
  const work = await mkdtemp(join(cache, 'fetch-'));
  await cp(join(launcher, 'pom.xml'), join(work, 'pom.xml'));
  const goal = ['-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=lib', '-DincludeScope=runtime'];
  await run('mvn', goal, { cwd: work, maxBuffer: 1 << 24 });
  // Another process may have been as quick.
  await rename(join(work, 'lib'), lib).catch((error) => {
    if (!existsSync(lib)) throw error;
  });
  await rm(work, { recursive: true, force: true });
  return lib;
}

/** Starts a process on the data and waits for the port that it answers at. */
async function started(data: string, port: string, { auth = false, heapMb = 512, pageCacheMb = 128 }: LaunchOptions) {
  const lib = await jars();
  const child = spawn(
    'java',
    [
      ...opens.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
      `-Xmx${heapMb}m`,
      `-DpageCacheMb=${pageCacheMb}`,
      // It lives for minutes on two cores: compiling its hot code a second time, and collecting beside it, cost more than they win.
      '-XX:TieredStopAtLevel=1',
      '-XX:+UseSerialGC',
      '-cp',
      join(lib, '*'),
      join(launcher, 'Launcher.java'),
      data,
      port,
      ...(auth ? ['auth'] : []),
    ],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let output = '';
  const found = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-4000);
      const ready = /READY (\d+)/.exec(output)?.[1];
      if (ready) resolve(ready);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    void exited.then(() => reject(new Error(`Neo4j did not start: ${output}`)));
  });
  const end = async (how: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    child.kill(how);
    await exited;
  };
  return { port: found, pid: child.pid ?? 0, end };
}

/** Starts it empty on a free loopback port, in about ten seconds. */
export async function launchNeo4j(options: LaunchOptions = {}): Promise<LaunchedNeo4j> {
  const data = await mkdtemp(join(tmpdir(), 'hearsay-neo4j-'));
  const removed = () => rm(data, { recursive: true, force: true });
  let now = await started(data, '0', options).catch(async (error) => {
    await removed();
    throw error;
  });
  const { port } = now;
  return {
    uri: `bolt://127.0.0.1:${port}`,
    data,
    get pid() {
      return now.pid;
    },
    end: (how) => now.end(how),
    async restart() {
      now = await started(data, port, options);
    },
    async stop() {
      // Nothing in it is worth the ten seconds that a tidy end takes.
      await now.end('SIGKILL');
      await removed();
    },
  };
}
