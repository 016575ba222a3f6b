// Opens the database that the settings name, whichever engine it is, ready for use.
import type { StatementTypes } from '../schema/statements.ts';
import { EmbeddedEngine, type EmbeddedSettings } from './embedded.ts';
import type { Engine, Log } from './engine.ts';
import { Neo4jEngine } from './neo4j.ts';
import type { Neo4jSettings } from './neo4j-sessions.ts';
import type { Store, Types } from './port.ts';
import { newestSchema, prepare } from './prepare.ts';
import { loadStatements, type Statement, type StatementSource } from './statements.ts';
import { EngineStore } from './store.ts';

export type { Log } from './engine.ts';
export type EngineSettings = EmbeddedSettings | Neo4jSettings;

export interface OpenedStore<T extends Types = StatementTypes> extends Store<T> {
  /** True until `bundled` of the marker is set to "loaded" or "left out": the bundled reports are to be loaded. */
  readonly fresh: boolean;
}

export interface OpenOptions {
  log?: Log | undefined;
  /** Further statements beside Hearsay's own, for tests. */
  extra?: StatementSource;
  /** Opens it also where a restore into it was cut off: to restore into it again. */
  restoring?: boolean;
}

/** The version of the schema that this program makes. */
export const newestSchemaVersion = (engine: EngineSettings['kind']): number => newestSchema(loadStatements(engine));

/** The engine alone, without preparing anything: for programs that need Cypher of their own, such as the benchmark. */
export function openEngine(
  settings: EngineSettings,
  statements: ReadonlyMap<string, Statement>,
  log?: Log,
): Promise<Engine> {
  if (settings.kind === 'embedded') return EmbeddedEngine.open(settings, log);
  const text = (name: string): string => statements.get(name)?.text ?? '';
  return Neo4jEngine.open(
    settings,
    { awaitIndexes: text('schema/await-indexes'), textSearch: text('schema/text-search') },
    log,
  );
}

/**
 * Errors: EngineUnavailable with what to do about it (in `details.detail`) when the engine does not start or answer,
 * or the database is of a newer version; StatementFault when cypher/ does not match its types.
 */
export async function openStore<T extends Types = StatementTypes>(
  settings: EngineSettings,
  { log, extra, restoring = false }: OpenOptions = {},
): Promise<OpenedStore<T>> {
  const own = loadStatements(settings.kind);
  const statements = extra ? new Map([...own, ...loadStatements(settings.kind, extra)]) : own;
  const engine = await openEngine(settings, statements, log);
  try {
    const { model, fresh } = await prepare(engine, statements, { restoring });
    return Object.assign(new EngineStore<T>(engine, statements, model), { fresh });
  } catch (error) {
    await engine.close();
    throw error;
  }
}
