// Takes everything out of the Neo4j that tests use, and refuses to touch one that held data before the tests came.
import neo4j from 'neo4j-driver';
import type { Neo4jForTests } from '../neo4j/global-setup.ts';

/** What tests leave behind so that the next run knows the database for one of theirs. */
const mark = 'hearsay_tests_may_empty_this_database';

type Reachable = Exclude<Neo4jForTests, { skipped: string }>;

/** With `keepSchema` the indexes and constraints that Hearsay makes at its first start stay; somebody else's go. */
export async function emptyNeo4j(
  { uri, user = 'neo4j', password, database, launched }: Reachable,
  { keepSchema = false } = {},
): Promise<void> {
  const driver = neo4j.driver(uri, password === undefined ? undefined : neo4j.auth.basic(user, password));
  const run = async (text: string): Promise<Record<string, unknown>[]> => {
    // Outside of a managed transaction: the deletion in batches asks for that.
    const session = driver.session(database === undefined ? {} : { database });
    const { records } = await session.run(text);
    await session.close();
    return records.map((record) => record.toObject());
  };
  try {
    const indexes = await run('SHOW INDEXES YIELD name, type, owningConstraint');
    const constraints = await run('SHOW CONSTRAINTS YIELD name');
    const nodes = await run('MATCH (n) RETURN 1 AS one LIMIT 1');
    const own = indexes.filter(({ type, owningConstraint }) => type !== 'LOOKUP' && owningConstraint === null);
    const ours = launched || own.some(({ name }) => name === mark);
    if (!ours && nodes.length + constraints.length + own.length > 0) {
      throw new Error(
        `The database at ${uri} holds data, and the tests would delete it. Point NEO4J_URI at an empty database, or unset it.`,
      );
    }
    const stays = (name: unknown): boolean => name === mark || (keepSchema && String(name).startsWith('hearsay_'));
    for (const { name } of constraints) if (!stays(name)) await run(`DROP CONSTRAINT \`${name}\``);
    for (const { name } of own) if (!stays(name)) await run(`DROP INDEX \`${name}\``);
    await run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS');
    // A launched instance is empty from the start and gone afterwards; a lent one must know us again.
    if (!launched) await run(`CREATE INDEX ${mark} IF NOT EXISTS FOR (n:HearsayTests) ON (n.mark)`);
  } finally {
    await driver.close();
  }
}
