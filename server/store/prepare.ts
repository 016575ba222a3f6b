// Finds out whose database it is; makes and updates Hearsay's schema in its own, and leaves every other alone.
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

/** Errors: EngineUnavailable when a newer Hearsay has written the database. */
export async function prepare(engine: Engine, statements: Statements): Promise<Prepared> {
  const text = (name: string): string => {
    const statement = statements.get(name);
    if (!statement) throw new Error(`cypher/ has no ${name}`);
    return statement.text;
  };
  const write = (name: string, parameters: Record<string, Value> = {}): Promise<unknown> =>
    engine.transaction((tx) => tx.run(text(name), parameters));

  const [marker] = await engine.read(text('schema/marker'), {});
  const versions = versionsOf(statements);
  const newest = Math.max(...versions.keys());
  const current = marker ? Number(marker.schemaVersion) : 0;
  if (current > newest) {
    throw new EngineUnavailable('This database was written by a newer version of Hearsay.', {
      detail: `Its schema has version ${current}, this program knows versions up to ${newest}. Update Hearsay, or use another database. Nothing was changed.`,
    });
  }
  if (!marker && !(await isEmpty(engine, text))) return { model: 'foreign', fresh: false };

  for (const [version, steps] of versions) {
    if (version <= current) continue;
    for (const step of steps) await write(step.name);
  }
  if (current < newest) {
    await engine.prepareIndexes();
    // The marker comes last: until it is there, a start that was cut off begins again.
    const first = marker ? {} : { derivedStale: false, bundled: 'pending' };
    await write('schema/marker-set', { properties: { schemaVersion: newest, ...first } });
  }
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
