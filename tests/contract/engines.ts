// The engines that the contract and API tests run on: each opens an empty database that only tests use.
import { describe, inject } from 'vitest';
import type { StatementTypes } from '../../server/schema/statements.ts';
import type { EngineSettings, OpenedStore, OpenOptions } from '../../server/store/open.ts';
import { openStore } from '../../server/store/open.ts';
import type { Types } from '../../server/store/port.ts';
import type { Neo4jForTests } from '../neo4j/global-setup.ts';
import { tempFolder } from '../temp.ts';
import { emptyNeo4j } from './empty-neo4j.ts';

export interface TestEngine {
  readonly name: 'embedded' | 'neo4j';
  /** Why its tests cannot run here. */
  readonly skipped: string | undefined;
  /**
   * Settings of an empty database: a new folder, or the test instance of Neo4j with all taken out; with `keepSchema`
   * what indexes and constraints of Hearsay's it has stay, and with them Neo4j's plans of the statements.
   */
  settings(options?: { keepSchema: boolean }): Promise<EngineSettings>;
  /** Settings of that database as it is, for another program over it; none where only one may have it open. */
  asItIs?(): EngineSettings;
}

async function neo4jForTests(): Promise<Neo4jForTests> {
  const answer = await fetch(`${inject('neo4jControl')}/${process.env.VITEST_POOL_ID}`);
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return JSON.parse(text) as Neo4jForTests;
}

const neo4j = await neo4jForTests();

const embedded: TestEngine = {
  name: 'embedded',
  skipped: undefined,
  settings: async () => ({ kind: 'embedded', folder: tempFolder() }),
};

function asItIs(): EngineSettings {
  if ('skipped' in neo4j) throw new Error(neo4j.skipped);
  const { launched: _, ...address } = neo4j;
  return { kind: 'neo4j', ...address };
}

const bolt: TestEngine = {
  name: 'neo4j',
  skipped: 'skipped' in neo4j ? neo4j.skipped : undefined,
  settings: async (options) => {
    if ('skipped' in neo4j) throw new Error(neo4j.skipped);
    await emptyNeo4j(neo4j, options);
    return asItIs();
  },
  asItIs,
};

export const engines: readonly TestEngine[] = [embedded, bolt];

/** A store of Hearsay's own on an empty database of the engine. */
export async function openEmpty<T extends Types = StatementTypes>(
  engine: TestEngine,
  options?: OpenOptions,
): Promise<OpenedStore<T>> {
  return openStore<T>(await engine.settings({ keepSchema: true }), options);
}

/** The same tests on both engines; one that is missing here says why in the title of its skipped tests. */
export function describeEngines(title: string, tests: (engine: TestEngine) => void): void {
  for (const engine of engines) {
    const reason = engine.skipped === undefined ? '' : ` (skipped: ${engine.skipped})`;
    describe.skipIf(engine.skipped !== undefined)(`${title}, ${engine.name}${reason}`, () => tests(engine));
  }
}
