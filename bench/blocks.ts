// How long answers over many assertions keep the server from others: the longest block of its event loop while each is made.
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import pino from 'pino';
import { createApp } from '../server/app.ts';
import type { OpenedStore } from '../server/store/open.ts';
import { time } from './measure.ts';

/** Asked in this order, so the first with a filter pays for what the others share; `ARTICLE` and `PLAN` are keys. */
const routes: readonly string[] = [
  'stances?plan=PLAN',
  'stances?plan=PLAN&without=ARTICLE',
  'stances?plan=PLAN&without=ARTICLE',
  'graph',
  'graph?without=ARTICLE',
  'contradictions?type=exclusive&without=ARTICLE',
  'contradictions?plan=PLAN',
];

/** Reads the answer to its end without taking it apart: that is the browser's work, and this is one process with the server. */
async function bytesOf(url: string): Promise<number> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  const reader = response.body?.getReader();
  for (let bytes = 0; ; ) {
    const chunk = await reader?.read();
    if (chunk?.value === undefined) return bytes;
    bytes += chunk.value.length;
  }
}

/** Prints a line for each route; the first use of the store is not among them. */
export async function measureBlocks(store: OpenedStore, plan: string, article: string): Promise<void> {
  const config = { host: '127.0.0.1', hosts: [], graphNodes: 2000, documentBytes: 10_000_000 };
  const server = createApp({ store, log: pino({ level: 'silent' }), config }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
  console.log('\n| read | ms | MB | longest block, ms |\n|---|---|---|---|');
  try {
    for (const route of routes) {
      const path = route.replace('PLAN', encodeURIComponent(plan)).replace('ARTICLE', encodeURIComponent(article));
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      await wait(50);
      delay.reset();
      let bytes = 0;
      const ms = await time(async () => {
        bytes = await bytesOf(`${api}/${path}`);
      });
      // A block is counted when it is over.
      await wait(20);
      delay.disable();
      console.log(`| ${route} | ${ms.toFixed(0)} | ${(bytes / 1e6).toFixed(1)} | ${(delay.max / 1e6).toFixed(0)} |`);
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
