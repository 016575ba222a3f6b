// The built server as a program of its own, the way npm start runs it, over a database made for the test.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../server/root.ts';

export interface RunningServer {
  /** Without a slash at the end. */
  address: string;
  /** Ends it at once, as a crash would; its data stay. */
  kill(): Promise<void>;
  running(): boolean;
  /** Starts it again on its data, at the same address. */
  restart(): Promise<void>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

interface Options {
  args?: readonly string[];
  env?: Readonly<Record<string, string>>;
}

const program = join(projectRoot, 'dist', 'server', 'main.js');

/** Waits for the address that the program prints; throws with what it printed where it ends before. */
function addressOf(child: ChildProcess): Promise<string> {
  let printed = '';
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /Hearsay is at (http:\S+?)\/? /.exec(printed)?.[1];
      if (found) resolve(found);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`The server did not start: ${printed}`)));
  });
}

/** Errors: one that says to build, and one with what the program printed where it does not start. */
export async function startServer({ args = [], env = {} }: Options = {}): Promise<RunningServer> {
  if (!existsSync(program)) throw new Error('dist/ is not built: run npm run build, or npm run test:e2e.');
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-e2e-'));
  const { NEO4J_URI: _uri, NEO4J_USER: _user, NEO4J_PASSWORD: _password, ...inherited } = process.env;
  const run = (port: string): ChildProcess =>
    spawn(process.execPath, [program, ...args], {
      env: { ...inherited, HEARSAY_DATA: join(folder, 'data'), ...env, PORT: port },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const running = () => child.exitCode === null && child.signalCode === null;
  const end = async () => {
    if (!running()) return;
    const exited = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await exited;
  };
  const stop = async () => {
    await end();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  let child = run('0');
  try {
    const address = await addressOf(child);
    const restart = async () => {
      child = run(new URL(address).port);
      await addressOf(child);
    };
    return { address, kill: end, running, restart, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
