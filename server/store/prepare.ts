// Finds out whose database it is; makes and updates Hearsay's schema in its own, and leaves every other alone.
import { setTimeout as wait } from 'node:timers/promises';
import { EngineUnavailable } from '../errors.ts';
import type { Engine } from './engine.ts';
import type { Value } from './port.ts';
import type { Statement } from './statements.ts';

export interface Prepared {
  model: 'hearsay' | 'foreign';
  /** The bundled reports have not been loaded yet, nor left out. */
  fresh: boolean;
}

type Statements = ReadonlyMap<string, Statement>;

/** The statements of each version of the schema, in order: schema/v1-01-…, schema/v1-02-…, schema/v2-01-…. */
function versionsOf(statements: Statements): Map<number, Statement[]> {
  const versions = new Map<number, Statement[]>();
  for (const name of [...statements.keys()].sort()) {
    const version = Number(/^schema\/v(\d+)-/.exec(name)?.[1] ?? 0);
    const statement = statements.get(name);
    if (version > 0 && statement) versions.set(version, [...(versions.get(version) ?? []), statement]);
  }
  return new Map([...versions].sort(([a], [b]) => a - b));
}

/** The version of the schema that this program makes. */
export const newestSchema = (statements: Statements): number => Math.max(...versionsOf(statements).keys());

function textOf(statements: Statements, name: string): string {
  const statement = statements.get(name);
  if (!statement) throw new Error(`cypher/ has no ${name}`);
  return statement.text;
}

/**
 * Brings the schema from a version up to the newest, a version after the other. Each step can be run again, and the
 * marker says that a version is reached only when all its steps are through: cut off anywhere, it is done over.
 * The marker of a new database comes with the last version: until it is there, a start that was cut off begins again.
 */
export async function migrate(engine: Engine, statements: Statements, current: number): Promise<void> {
  const write = (name: string, parameters: Record<string, Value> = {}): Promise<unknown> =>
    besideOthers(() => engine.transaction((tx) => tx.run(textOf(statements, name), parameters)));
  const newest = newestSchema(statements);
  for (const [version, steps] of versionsOf(statements)) {
    if (version <= current) continue;
    for (const step of steps) await write(step.name);
    if (version === newest) await engine.prepareIndexes();
    const properties: Record<string, Value> = { schemaVersion: version };
    if (current > 0) await write('schema/marker-set', { properties });
    else if (version === newest)
      // Another server that was sooner has made it, and may have filled the database since.
      await write('schema/marker-make', { properties: { ...properties, derivedStale: false, bundled: 'pending' } });
  }
}

/** How often a step of the schema is tried that another server is making at the same time. */
const attempts = 10;

/** Two servers may start on one database: what the one has just made the other finds when it tries again. */
async function besideOthers<T>(step: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await step();
    } catch (error) {
      if (attempt === attempts || !isMadeByOthers(error)) throw error;
      await wait(100 * attempt * Math.random());
    }
  }
}

const isMadeByOthers = (error: unknown): boolean =>
  error instanceof Error &&
  /AlreadyExists|AlreadyIndexed|AlreadyConstrained|DeadlockDetected|ConstraintValidation|ConstraintCreationFailed|LockClientStopped|Outdated/.test(
    `${'code' in error ? error.code : ''} ${error.cause instanceof Error && 'code' in error.cause ? error.cause.code : ''}`,
  );

/** Errors: EngineUnavailable when a newer Hearsay has written the database, or a restore into it was cut off. */
export async function prepare(engine: Engine, statements: Statements, { restoring = false } = {}): Promise<Prepared> {
  const text = (name: string): string => textOf(statements, name);
  const readMarker = async () => (await engine.read(text('schema/marker'), {}))[0];
  let marker = await readMarker();
  if (marker === undefined && !(await isEmpty(engine, text))) {
    // Another server may have made it in between.
    marker = await readMarker();
    if (marker === undefined) return { model: 'foreign', fresh: false };
  }
  const newest = newestSchema(statements);
  const current = marker ? Number(marker.schemaVersion) : 0;
  if (current > newest) {
    throw new EngineUnavailable('This database was written by a newer version of Hearsay.', {
      detail: `Its schema has version ${current}, this program knows versions up to ${newest}. Update Hearsay, or use another database. Nothing was changed.`,
    });
  }
  if (marker?.restoring && !restoring) {
    throw new EngineUnavailable('This database holds only a part of a backup: putting it in was cut off.', {
      detail: `It began at ${marker.restoring}. Run "npm run hearsay -- restore FILE --replace" again with that backup, or with the one that was made of what had been here before.`,
    });
  }
  await migrate(engine, statements, current);
  // The data folder of the embedded engine is this program's alone: whoever was deriving there has ended.
  if (marker !== undefined && engine.dialect === 'embedded' && (await engine.read(text('derive/turn'), {})).length > 0)
    await engine.transaction((tx) => tx.run(text('write/turn'), { turn: null }));
  return { model: 'hearsay', fresh: marker ? marker.bundled === 'pending' : true };
}

/** Nothing in it, and no schema of anybody else's: what a start that was cut off has made may be there. */
async function isEmpty(engine: Engine, text: (name: string) => string): Promise<boolean> {
  if ((await engine.read(text('schema/any-node'), {})).length > 0) return false;
  for (const name of ['schema/constraints', 'schema/indexes']) {
    const others = (await engine.read(text(name), {})).filter((row) => !String(row.name).startsWith('hearsay_'));
    if (others.length > 0) return false;
  }
  return true;
}
