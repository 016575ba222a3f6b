// Hearsay itself as it is measured: the built server over a database with one of the graphs.
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startServer } from '../../tests/e2e/server.ts';
import { fill, joining, type Plain } from './graphs.ts';

/** Throws unless the page draws all of the graph: else what is measured is another one. */
export async function expectWhole(page: Page, graph: Plain): Promise<void> {
  const { name, order } = graph;
  // Without a time limit: at 50,000 nodes the page answers only once the first frames are drawn.
  const drawn = await page.evaluate(() => document.querySelector('.stage')?.getAttribute('aria-label'));
  const joined = joining(graph).length;
  const whole = `Graph of ${order.toLocaleString('en')} nodes and ${joined.toLocaleString('en')} relations.`;
  if (!drawn?.startsWith(whole)) throw new Error(`${name}: the page should say “${whole}”, and says “${drawn}”`);
}

/** A server over the graph, and the address at which its page shows all of it; `stop` takes its data away, too. */
export async function serveGraph(graph: Plain): Promise<{ address: string; page: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    await fill(join(folder, 'data'), graph);
    const { address, stop } = await startServer({
      args: ['--empty'],
      env: {
        HEARSAY_DATA: join(folder, 'data'),
        HEARSAY_GRAPH_NODES: String(graph.order),
        HEARSAY_QUERY_SECONDS: '120',
      },
    });
    // Nobody in it holds a position, and memberships are left out at first.
    return { address, page: `${address}/?all=1&relations-off=&layout=force`, stop: () => stop().then(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}
