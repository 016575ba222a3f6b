// A whole Hearsay for a browser test: an embedded database in a folder of its own, the server, the built client.
import { existsSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../server/app.ts';
import { loadBundled } from '../../server/bundled.ts';
import { deriveIfStale } from '../../server/ingest/derive.ts';
import { projectRoot } from '../../server/root.ts';
import { start } from '../../server/start.ts';

export interface Site {
  /** Without a slash at the end. */
  address: string;
  /** Closes the database under the running server. */
  stopEngine(): Promise<void>;
  startEngine(): Promise<void>;
  /** Stops the server; its folder goes too. */
  stop(): Promise<void>;
}

/** Errors: one that says to build, when there is no built client. */
export async function openSite(content: 'bundled' | 'empty' = 'bundled'): Promise<Site> {
  if (!existsSync(join(projectRoot, 'dist', 'client', 'index.html'))) {
    throw new Error('The browser tests need the built client: run npm run build, or npm run test:e2e, which does it.');
  }
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-e2e-'));
  const open = async () => {
    const { config, log, store } = await start({ HEARSAY_DATA: folder, LOG_LEVEL: 'silent' });
    if (store.fresh) await loadBundled(store, content === 'empty');
    await deriveIfStale(store);
    const app: RequestListener = createApp({ store, log, config });
    return { app, store };
  };
  let site = await open();
  const server = createServer((request, response) => site.app(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stopEngine: () => site.store.close(),
    startEngine: async () => {
      site = await open();
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await site.store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
