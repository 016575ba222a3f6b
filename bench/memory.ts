// How much memory this process and the engine under it hold, as the machine counts it.
import { execFileSync } from 'node:child_process';
import { settings } from '../server/settings.ts';

export interface Memory {
  /** Megabytes of resident memory of this process. */
  server: number;
  /** The same of the largest process under it: the database. */
  engine: number;
}

/** The memory limit of the embedded engine as the server sets it where nobody does, in megabytes. */
export const memoryMb = Number(process.env.HEARSAY_ENGINE_MEMORY_MB ?? settings.HEARSAY_ENGINE_MEMORY_MB.default);

/** Resident megabytes of each process that this one has started, or one of those. */
export function memoriesUnder(): number[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss=,comm='], { encoding: 'utf8' });
  const rows = table.split('\n').map((line) => line.trim().split(/\s+/));
  const under = new Set([process.pid]);
  const memories: number[] = [];
  // A process is listed after the one that started it, but for numbers that were used before.
  for (const [pid, parent, rss, name] of rows) {
    if (!under.has(Number(parent)) || name === 'ps') continue;
    under.add(Number(pid));
    memories.push(Number(rss) / 1024);
  }
  return memories;
}

const now = (): Memory => ({
  server: process.memoryUsage.rss() / 2 ** 20,
  engine: Math.max(0, ...memoriesUnder()),
});

/** Runs the work and gives the most memory that both held meanwhile, looked at twice a second. */
export async function mostMemory(work: () => Promise<unknown>): Promise<Memory> {
  const most = now();
  const watch = setInterval(() => {
    const { server, engine } = now();
    most.server = Math.max(most.server, server);
    most.engine = Math.max(most.engine, engine);
  }, 500);
  try {
    await work();
    return most;
  } finally {
    clearInterval(watch);
  }
}
