// Mixed reads by many and imports that are taken out again, for a while: no request fails, and the server's memory does not
// grow. Ten seconds in `npm test`, a minute in .ci/run, ten minutes on the built server by `npm run soak`.
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { generateDocuments } from '../../bench/documents.ts';
import { mixOf } from '../../bench/mix.ts';
import type { GraphView } from '../../server/schema/view.ts';
import { chanceOf } from '../fuzz/mutate.ts';
import { startTelling } from './telling.ts';

const seconds = Number(process.env.FUZZ_SECONDS ?? 10);
const isSoak = seconds > 60;
const seed = Number(process.env.FUZZ_SEED ?? (isSoak ? Date.now() % 2 ** 31 : 20261124));
const clients = isSoak ? 40 : 8;

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

it.runIf(process.platform === 'linux')(
  'takes no more memory the longer it is asked and written to',
  { timeout: seconds * 1000 + 600_000 },
  async () => {
    const server = await startTelling({ isBuilt: isSoak });
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
