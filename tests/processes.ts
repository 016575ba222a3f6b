// The processes that one has started, for tests that watch or kill them.
import { execFileSync } from 'node:child_process';

/** Their ids, without that of the program that lists them. */
export const childrenOf = (pid: number): string[] =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid=,comm='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent, name]) => Number(parent) === pid && name !== 'ps')
    .map(([own = '']) => own);
