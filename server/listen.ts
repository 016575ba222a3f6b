// Finds the port: the one that was asked for, or from the default on the next free one.
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BadConfig } from './config.ts';
import { endStalled } from './operation/stalled.ts';
import { answerClientErrors } from './routes/client-error.ts';

const attempts = 20;
/** The addresses that stand for all of this machine's, by the one that a browser here opens. */
const everywhere: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

function tryPort(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/**
 * A request may take `patienceMs` to arrive, and so long an answer may wait for a client that takes nothing of it.
 * Errors: BadConfig when the given port is in use or not allowed, or the host is no address of this machine.
 */
export async function listen(
  app: RequestListener,
  host: string,
  port: number,
  onlyThis: boolean,
  patienceMs = 120_000,
): Promise<Server> {
  const server = createServer(
    {
      requestTimeout: patienceMs,
      headersTimeout: Math.min(patienceMs, 60_000),
      // How often it is looked at: Node's half a minute is long beside a short patience.
      connectionsCheckingInterval: Math.min(patienceMs / 4, 10_000),
    },
    app,
  );
  answerClientErrors(server);
  endStalled(server, patienceMs);
  for (let next = port; ; next += 1) {
    try {
      await tryPort(server, next, host);
      return server;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EADDRINUSE' && !onlyThis && next < port + attempts && next < 65535) continue;
      if (code === 'EADDRINUSE')
        throw new BadConfig(`PORT: ${next} on ${host} is in use by another program. Stop it, or set another PORT.`);
      if (code === 'EACCES')
        throw new BadConfig(`PORT: this user may not listen on ${next}. Ports from 1024 on are free for all.`);
      if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
        throw new BadConfig(`HOST: "${host}" is no address of this machine.`);
      throw error;
    }
  }
}

/** Where a browser on this machine opens it, such as "http://127.0.0.1:3000/": nobody opens the address that means all of them. */
export function addressOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  const own = everywhere[host] ?? host;
  const shown = own.includes(':') && !own.startsWith('[') ? `[${own}]` : own;
  return `http://${shown}:${port}/`;
}
