// A process of its own for reading what strangers wrote: a plain child of this one, held to so much memory.
import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/**
 * Starts the module `name` (without its ending) beside or near `from`, the `import.meta.url` of who calls, with a heap of at most so many
 * megabytes. It talks by messages only, and is told none of the server's settings, which it does not need.
 */
export function forkConfined(from: string, name: string, memoryMb: number): ChildProcess {
  const options = {
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'] as ('ignore' | 'ipc')[],
    serialization: 'advanced' as const,
  };
  const memory = `--max-old-space-size=${memoryMb}`;
  // From the sources it needs the same TypeScript loader as its parent; from dist/ it is plain JavaScript.
  if (!from.endsWith('.ts')) return fork(new URL(`${name}.js`, from), [], { ...options, execArgv: [memory] });
  const loader = pathToFileURL(createRequire(from).resolve('tsx')).href;
  return fork(new URL(`${name}.ts`, from), [], { ...options, execArgv: [memory, '--import', loader] });
}
