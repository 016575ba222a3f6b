// The names that the connected database has, for warnings about those that it has not.
import type { KnownNames } from '../../schema/cypher.ts';
import type { Store } from '../../store/port.ts';
import { compare } from '../order.ts';
import { databaseSchema } from './schema.ts';

/** A statement does not wait longer for them, in milliseconds: a large database is counted the first time. */
const patienceMs = 1000;

async function read(store: Store): Promise<KnownNames> {
  const [{ labels, relationTypes, sampled }, keys] = await Promise.all([
    databaseSchema(store),
    store.capabilities.engine === 'neo4j' ? store.read('read/database/property-keys', {}) : undefined,
  ]);
  const seen = new Set([...labels, ...relationTypes].flatMap(({ properties }) => properties.map(({ name }) => name)));
  const properties = keys ? keys.map(({ name }) => name) : sampled ? null : [...seen];
  return {
    labels: labels.map(({ name }) => name),
    relationTypes: relationTypes.map(({ name }) => name),
    properties: properties && [...properties].sort(compare),
  };
}

/** Undefined where they cannot be told in time, or at all: nothing waits for a warning, and none fails for it. */
export async function knownNames(store: Store): Promise<KnownNames | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patienceMs);
  });
  try {
    return await Promise.race([read(store).catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
}
