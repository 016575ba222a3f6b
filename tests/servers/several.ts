// Several real servers, each a process of its own, over one Neo4j that is empty at first.
import { join } from 'node:path';
import { deriveAll } from '../../server/ingest/derive.ts';
import type { StatementTypes } from '../../server/schema/statements.ts';
import { openStore } from '../../server/store/open.ts';
import type { Store } from '../../server/store/port.ts';
import { type Api, apiAt } from '../contract/api.ts';
import { type DumpStore, dump, dumpStatements, type dumpTypes } from '../contract/dump.ts';
import { engines } from '../contract/engines.ts';
import { type Program, run, startServer } from '../server/cli/program.ts';
import { tempFolder } from '../temp.ts';

const [, bolt] = engines;
export const skipped = bolt?.skipped;
export const title = (what: string): string => `${what}${skipped ? ` (skipped: ${skipped})` : ''}`;

export type Running = Program & { api: Api };

export const json = { 'content-type': 'application/json' };

export class Several {
  readonly #servers: Running[] = [];
  #settings: { uri: string; user?: string | undefined; password?: string | undefined } | undefined;

  /** Empties the Neo4j of the tests. With `routed` the servers reach it as if it were a cluster. */
  async empty({ routed = false } = {}): Promise<void> {
    const settings = await bolt?.settings();
    if (settings?.kind !== 'neo4j') throw new Error('Not the settings of Neo4j.');
    const { uri, user, password } = settings;
    this.#settings = { uri: routed ? uri.replace(/^bolt/, 'neo4j') : uri, user, password };
  }

  /** What the programs are told of the database, each with a data folder of its own. */
  environment(): Record<string, string> {
    const { uri = '', user, password } = this.#settings ?? {};
    return {
      NEO4J_URI: uri,
      ...(user && { NEO4J_USER: user }),
      ...(password && { NEO4J_PASSWORD: password }),
      HEARSAY_DATA: join(tempFolder(), 'data'),
      PORT: '0',
    };
  }

  /** So many servers, all started at the same time. */
  start(number: number, environment: Record<string, string> = {}, args: string[] = []): Promise<Running[]> {
    const one = async (): Promise<Running> => {
      const server = await startServer({ ...this.environment(), ...environment }, args);
      const running = { ...server, api: apiAt(server.address) };
      this.#servers.push(running);
      return running;
    };
    return Promise.all(Array.from({ length: number }, one));
  }

  command(...args: string[]) {
    return run('cli', args, this.environment());
  }

  /** Opens the database beside the servers. */
  async store<T>(work: (store: DumpStore) => Promise<T>): Promise<T> {
    const { uri = '', user, password } = this.#settings ?? {};
    const settings = { kind: 'neo4j', uri, user, password } as const;
    const store = await openStore<StatementTypes & typeof dumpTypes>(settings, { extra: dumpStatements });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  }

  /** Everything that is stored, and the same after all edges were derived anew. */
  derivedAnew(): Promise<{ stands: string[]; anew: string[]; isStale: boolean | undefined }> {
    return this.store(async (store) => {
      const [marker] = await store.read('schema/marker', {});
      const stands = await dump(store);
      await deriveAll(store as unknown as Store);
      return { stands, anew: await dump(store), isStale: marker?.derivedStale };
    });
  }

  async stop(): Promise<void> {
    for (const { child, ended } of this.#servers.splice(0)) {
      child.kill('SIGKILL');
      await ended;
    }
  }
}
