// The built server as a program of its own, the way npm start runs it, over a database made for the test.
import { spawn } from 'node:child_process';
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
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

interface Options {
  args?: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** 0 takes any free port. */
  port?: number;
}

const program = join(projectRoot, 'dist', 'server', 'main.js');

/** Starts it and waits for its address; throws with what it printed where it ends before. */
export async function startServer({ args = [], env = {}, port = 0 }: Options = {}): Promise<RunningServer> {
  if (!existsSync(program)) throw new Error('dist/ is not built: run npm run build, or npm run test:e2e.');
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-e2e-'));
  const { NEO4J_URI: _uri, NEO4J_USER: _user, NEO4J_PASSWORD: _password, ...inherited } = process.env;
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...inherited, HEARSAY_DATA: join(folder, 'data'), ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  const stop = async () => {
    await kill();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  let printed = '';
  const address = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /Hearsay is at (http:\S+?)\/? /.exec(printed)?.[1];
      if (found) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    void exited.then(() => reject(new Error(`The server did not start: ${printed}`)));
  }).catch(async (error) => {
    await stop();
    throw error;
  });
  return { address, kill, stop };
}
