// A Neo4j for each worker of the run, started when a test file there first asks for it: a small local server waits for that.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { launchNeo4j, whyNot } from './launch.ts';

/** The Neo4j that tests may fill and empty as they like, or the reason why there is none. */
export type Neo4jForTests =
  | { uri: string; user?: string; password?: string; database?: string; launched: boolean }
  | { skipped: string };

declare module 'vitest' {
  export interface ProvidedContext {
    neo4jControl: string;
  }
}

interface Found {
  neo4j: Neo4jForTests;
  stop?: () => Promise<void>;
}

async function find(): Promise<Found> {
  const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = process.env;
  if (uri) {
    const given = { ...(user && { user }), ...(password && { password }), ...(database && { database }) };
    return { neo4j: { uri, ...given, launched: false } };
  }
  const reason = await whyNot();
  if (reason) return missing(reason);
  try {
    const { uri: launchedUri, stop } = await launchNeo4j();
    return { neo4j: { uri: launchedUri, launched: true }, stop };
  } catch (error) {
    // No network for Maven, an old Java: what the machine lacks is no fault of the code under test.
    return missing(`Neo4j could not be fetched or started (${String(error).slice(0, 600)})`);
  }
}

function missing(reason: string): Found {
  if (process.env.CI) throw new Error(`In CI the tests on Neo4j must run: ${reason}.`);
  console.warn(`\nTests on Neo4j are skipped: ${reason}.\n`);
  return { neo4j: { skipped: reason } };
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // By worker: its test files come one after the other, those of two workers at once.
  const found = new Map<string, Promise<Found>>();
  const server = createServer((request, response) => {
    const worker = request.url ?? '';
    if (process.env.NEO4J_URI && found.size > 0 && !found.has(worker)) {
      response.writeHead(500).end('The database of NEO4J_URI serves one test file at a time: leave out --maxWorkers.');
      return;
    }
    const here = found.get(worker) ?? find();
    found.set(worker, here);
    here.then(
      ({ neo4j }) => response.end(JSON.stringify(neo4j)),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  project.provide('neo4jControl', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return async () => {
    server.close();
    server.closeAllConnections();
    for (const one of found.values()) await (await one.catch(() => undefined))?.stop?.();
  };
}
