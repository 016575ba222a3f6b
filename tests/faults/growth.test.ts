// Mixed reads by many and imports that are taken out again, for a while: no request fails, and the server's memory does not
// grow. Ten seconds in `npm test`, a minute in .ci/run, ten minutes on the built server by `npm run soak`.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { generateDocuments } from '../../bench/documents.ts';
import { mixOf } from '../../bench/mix.ts';
import { projectRoot } from '../../server/root.ts';
import type { GraphView } from '../../server/schema/view.ts';
import { chanceOf } from '../fuzz/mutate.ts';
import { tempFolder } from '../temp.ts';

const seconds = Number(process.env.FUZZ_SECONDS ?? 10);
const isSoak = seconds > 60;
const seed = Number(process.env.FUZZ_SEED ?? (isSoak ? Date.now() % 2 ** 31 : 20261124));
const clients = isSoak ? 40 : 8;

/** The server as a process of its own, which tells its memory after a collection. */
async function startTelling() {
  const built = join(projectRoot, 'dist', 'server', 'main.js');
  const isBuilt = isSoak && existsSync(built);
  const tell = pathToFileURL(join(projectRoot, 'tests', 'faults', 'tell-memory.mjs')).href;
  const entry = isBuilt ? [built] : ['--import', 'tsx', join(projectRoot, 'server', 'main.ts')];
  const { NEO4J_URI: _uri, PORT: _port, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--expose-gc', '--import', tell, ...entry], {
    cwd: projectRoot,
    env: { ...inherited, HEARSAY_DATA: join(tempFolder(), 'data'), PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const until = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(printed);
        if (found === null) return;
        child.stdout.off('data', look);
        resolve(found[1] ?? '');
      };
      child.stdout.on('data', look);
      child.once('exit', () => reject(new Error(`The server ended: ${printed}`)));
      look();
    });
  child.stdout.on('data', (chunk) => {
    printed = (printed + chunk).slice(-20_000);
  });
  child.stderr.on('data', (chunk) => {
    printed = (printed + chunk).slice(-20_000);
  });
  const address = await until(/Hearsay is at (http:\S+?)\/? /);
  /** Resident megabytes of the engine's process. */
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
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  };
  return { address, memory, engine, stop };
}

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

it.runIf(process.platform === 'linux')(
  'takes no more memory the longer it is asked and written to',
  { timeout: seconds * 1000 + 600_000 },
  async () => {
    const server = await startTelling();
    const ask = async (path: string, init: RequestInit = {}): Promise<string> => {
      const answer = await fetch(server.address + path, init);
      const text = await answer.text();
      expect(answer.ok, `${path}: ${answer.status} ${text.slice(0, 300)}`).toBe(true);
      return text;
    };
    const send = (json: unknown): Promise<string> =>
      ask('/api/articles', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(json),
      });
    try {
      const documents = [...generateDocuments(1000)];
      for (const { json } of documents.slice(0, 5)) await send(json);
      const graph = JSON.parse(await ask('/api/graph?view=all&limit=2000')) as GraphView;
      const draws = mixOf(graph).flatMap(([, share, path]) => Array.from({ length: share }, () => path));
      let isOver = false;
      const client = async (number: number): Promise<void> => {
        const chance = chanceOf(seed + number);
        while (!isOver) {
          await ask(draws[Math.floor(chance() * draws.length)]?.(chance()) ?? '/api/meta');
          await wait(chance() * 400);
        }
      };
      const samples: { server: number; engine: number }[] = [];
      const writer = async (): Promise<void> => {
        const end = Date.now() + seconds * 1000;
        // At least so many rounds, however slow the machine.
        for (let round = 0; round < 9 || Date.now() < end; round++) {
          const { json } = documents[5 + (round % 5)] ?? { json: {} };
          await send(json);
          const { key } = (json as { article: { key: string } }).article;
          await ask(`/api/articles/${encodeURIComponent(key)}`, { method: 'DELETE' });
          samples.push({ server: await server.memory(), engine: server.engine() });
        }
        isOver = true;
      };
      await Promise.all([writer(), ...Array.from({ length: clients }, (_, at) => client(at + 1))]);
      const third = Math.floor(samples.length / 3);
      const parts = [samples.slice(third, 2 * third), samples.slice(2 * third)];
      const [second = 0, last = 0] = parts.map((part) => median(part.map((one) => one.server)));
      const [engineSecond = 0, engineLast = 0] = parts.map((part) => median(part.map((one) => one.engine)));
      const told = `seed ${seed}, ${samples.length} rounds: server ${second.toFixed(1)} → ${last.toFixed(1)} MB after a collection, engine ${engineSecond.toFixed(0)} → ${engineLast.toFixed(0)} MB resident`;
      console.log(told);
      // What a request under way holds when memory is looked at comes and goes: some answers of a few megabytes, and in a
      // short run the code that is compiled and the answers that are kept for the first time.
      const [share, room] = isSoak ? [1.05, 16] : [1.2, 48];
      expect(last, told).toBeLessThan(second * share + room);
      // The engine's own memory is started anew over its limit, and what it gives back to itself it keeps.
      expect(engineLast, told).toBeLessThan(engineSecond * (isSoak ? 1.2 : 1.5) + 64);
    } finally {
      await server.stop();
    }
  },
);
