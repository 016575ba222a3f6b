// Runs the real programs as processes of their own, from the sources.
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { projectRoot } from '../../../server/root.ts';

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  err: string;
}
export interface Program {
  child: ChildProcess;
  /** Resolves with the whole of standard output when a line of it matches. */
  line(pattern: RegExp): Promise<RegExpExecArray>;
  ended: Promise<Ended>;
}

/** Only what a program needs of this environment, so that a NEO4J_URI or PORT of the machine's does not reach it. */
const bare = {
  PATH: process.env.PATH ?? '',
  HOME: process.env.HOME ?? '',
  ...(process.env.TMPDIR ? { TMPDIR: process.env.TMPDIR } : {}),
};

export function program(file: 'main' | 'cli', args: readonly string[], environment: Record<string, string>): Program {
  const source = join(projectRoot, 'server', `${file}.ts`);
  const child = spawn(process.execPath, ['--import', 'tsx', source, ...args], {
    cwd: projectRoot,
    env: { ...bare, ...environment },
  });
  let out = '';
  let err = '';
  child.stdout?.on('data', (part) => (out += part));
  child.stderr?.on('data', (part) => (err += part));
  const ended = new Promise<Ended>((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal, out, err })),
  );
  const line = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(out);
        if (found) resolve(found);
      };
      child.stdout?.on('data', look);
      look();
      ended.then((end) => reject(new Error(`It ended with ${end.code}: ${end.err}${end.out}`)));
    });
  return { child, line, ended };
}

/** Runs a program to its end. */
export const run = (
  file: 'main' | 'cli',
  args: readonly string[],
  environment: Record<string, string>,
): Promise<Ended> => program(file, args, environment).ended;

/** Starts the server and gives its address. */
export async function startServer(
  environment: Record<string, string>,
  args: readonly string[] = [],
): Promise<Program & { address: string }> {
  const started = program('main', args, environment);
  const [, address = ''] = await started.line(/Hearsay is at (http:\/\/\S+?)\/ /);
  return { ...started, address };
}

/** A port that is taken until `free` is called. */
export async function takenPort(): Promise<{ port: number; free(): Promise<void> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    free: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
