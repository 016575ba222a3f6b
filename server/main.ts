// Starts the server: the environment, the store, the bundled reports, the app, the port; and stops it in order.
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { createApp } from './app.ts';
import { loadBundled } from './bundled.ts';
import { helpText, readConfig, readFlags } from './config.ts';
import { checkSomebody } from './first-account.ts';
import { deriveIfStale } from './ingest/derive.ts';
import { keepDerived } from './ingest/keep-derived.ts';
import { addressOf, listen } from './listen.ts';
import { littleRoom } from './operation/room.ts';
import { Gate } from './query/gate.ts';
import { QueryRunner } from './query/run.ts';
import { isDebug, start, startError } from './start.ts';
import type { Store } from './store/port.ts';
import { Watching } from './watches/watching.ts';

/** After so long a stop does not wait for requests in progress any more. */
const patienceMs = 10_000;

/** After so long it does not wait for a transaction that is still being written either. */
const limitMs = 30_000;

function stopOnSignal(server: Server, store: Store, gate: Gate, watching: Watching): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => server.closeAllConnections(), patienceMs).unref();
    // What is not committed by now is rolled back: the engine takes an end of this program as that.
    setTimeout(() => process.exit(0), limitMs).unref();
    server.close(async () => {
      await watching.stop();
      await Promise.all([store.close(), gate.close()]);
      process.exit(0);
    });
    server.closeIdleConnections();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

async function run(): Promise<void> {
  const flags = readFlags(process.argv.slice(2));
  if (flags.help) {
    process.stdout.write(helpText());
    return;
  }
  // Before the database is opened: without anybody who could sign in there is nothing to open it for.
  const hint = await checkSomebody(readConfig(process.env));
  const { config, log, store } = await start(process.env);
  try {
    if (store.capabilities.model === 'hearsay') {
      if (store.fresh) await loadBundled(store, flags.empty);
      await deriveIfStale(store);
      keepDerived(store, (err) => log.warn({ err }, 'Edges are stale and could not be derived'));
    }
    const gate = new Gate({ dialect: store.capabilities.engine });
    const queries = new QueryRunner(store, gate, config.query);
    const watching = new Watching({ store, queries, log, hooks: config.hooks });
    const app = createApp({ store, log, config, gate, watching });
    const server = await listen(app, config.host, config.port, config.portGiven, config.patienceMs);
    watching.start();
    stopOnSignal(server, store, gate, watching);
    const how = config.query.writes ? 'only typed Cypher writes' : 'read-only';
    const whose = store.capabilities.model === 'foreign' ? `, ${how}: the database holds somebody else’s data` : '';
    const folders = [...(config.neo4j === undefined ? [config.dataFolder] : []), tmpdir()];
    const warnings = (await littleRoom(folders)).map((line) => `${line}\n`).join('');
    const address = addressOf(server, config.host);
    const others = config.hosts.map(
      (host) => `\n  others reach it as ${host}, here at port ${new URL(address).port || 80}`,
    );
    process.stdout.write(
      `Hearsay is at ${address} (${store.capabilities.engine}${whose})${others.join('')}\n${hint}${warnings}`,
    );
  } catch (error) {
    await store.close();
    throw error;
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${startError(error, isDebug())}\n`);
  process.exitCode = 1;
});
