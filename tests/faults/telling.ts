// The server as a process of its own, on the embedded engine, which tells how much memory is left after a collection.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../../server/root.ts';
import { tempFolder } from '../temp.ts';

export interface Telling {
  address: string;
  /** Megabytes of the server's own objects and buffers, after a collection. */
  memory(): Promise<number>;
  /** Resident megabytes of the engine's process. */
  engine(): number;
  /** What it has written to standard error so far. */
  errors(): string;
  stop(): Promise<void>;
}

export interface TellingOptions {
  /** Whether it is the built server where there is one. */
  isBuilt?: boolean;
  environment?: Readonly<Record<string, string>>;
  args?: readonly string[];
}

export async function startTelling({
  isBuilt = false,
  environment = {},
  args = [],
}: TellingOptions = {}): Promise<Telling> {
  const built = join(projectRoot, 'dist', 'server', 'main.js');
  const tell = pathToFileURL(join(projectRoot, 'tests', 'faults', 'tell-memory.mjs')).href;
  const source = ['--import', 'tsx', join(projectRoot, 'server', 'main.ts')];
  const entry = isBuilt && existsSync(built) ? [built] : source;
  const { NEO4J_URI: _uri, PORT: _port, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--expose-gc', '--import', tell, ...entry, ...args], {
    cwd: projectRoot,
    env: { ...inherited, HEARSAY_DATA: join(tempFolder(), 'data'), PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let printed = '';
  let errors = '';
  const until = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(printed);
        if (found === null) return;
        child.stdout.off('data', look);
        resolve(found[1] ?? '');
      };
      child.stdout.on('data', look);
      void ended.then(() => reject(new Error(`The server ended: ${printed}${errors}`)));
      look();
    });
  child.stdout.on('data', (chunk) => {
    printed = (printed + chunk).slice(-20_000);
  });
  child.stderr.on('data', (chunk) => {
    errors = (errors + chunk).slice(-20_000);
  });
  const address = await until(/Hearsay is at (http:\S+?)\/? /);
  const engine = (): number => {
    const [pid] = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim().split(' ');
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) / 256;
  };
  const memory = async (): Promise<number> => {
    printed = '';
    child.kill('SIGUSR2');
    return Number(await until(/memory (\d+)/)) / 2 ** 20;
  };
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  return { address, memory, engine, errors: () => errors, stop };
}
