// The engines without Hearsay: Cypher straight into the driver, as the yardstick of the benchmarks.
import grafeo from '@grafeo-db/js';
import neo4j from 'neo4j-driver';
import type { Dialect } from '../server/store/statements.ts';

export interface Bare {
  readonly dialect: Dialect;
  /** What of the schema no statement makes. */
  prepareIndexes(): Promise<void>;
  read(text: string, parameters: Record<string, unknown>): Promise<Record<string, unknown>[]>;
  /** One transaction for all the given statements. */
  write(statements: readonly { text: string; parameters: Record<string, unknown> }[]): Promise<void>;
  /** The same, safe from a crash of the machine only after a flush: what a loader does with a pile. */
  writeLater(statements: readonly { text: string; parameters: Record<string, unknown> }[]): Promise<void>;
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** Neo4j through its driver, with the numbers as they come (lossy), which is what one writes first. */
export function bareNeo4j(uri: string): Bare {
  const driver = neo4j.driver(uri, undefined, { disableLosslessIntegers: true });
  const session = <T>(work: (s: ReturnType<typeof driver.session>) => Promise<T>): Promise<T> => {
    const s = driver.session();
    return work(s).finally(() => s.close());
  };
  const write: Bare['write'] = (statements) =>
    session((s) =>
      s.executeWrite(async (tx) => {
        for (const { text, parameters } of statements) await tx.run(text, parameters);
      }),
    );
  return {
    dialect: 'neo4j',
    prepareIndexes: async () => {
      await session((s) => s.run('CALL db.awaitIndexes(60)'));
    },
    read: (text, parameters) =>
      session((s) => s.executeRead(async (tx) => (await tx.run(text, parameters)).records.map((r) => r.toObject()))),
    write,
    // Every commit of Neo4j is durable.
    writeLater: write,
    flush: async () => {},
    close: () => driver.close(),
  };
}

/** The embedded engine in this process, without a child in between; a write is acknowledged when it is on disk. */
export function bareEmbedded(file: string): Bare {
  const db = grafeo.GrafeoDB.create(file);
  const writeLater: Bare['write'] = async (statements) => {
    const tx = db.beginTransaction();
    for (const { text, parameters } of statements) await tx.executeCypher(text, parameters);
    tx.commit();
  };
  const flush = async (): Promise<void> => void db.walCheckpoint();
  return {
    dialect: 'embedded',
    prepareIndexes: () => db.createTextIndex('Record', 'textIndex', { tokenizer: 'standard', stopWords: [] }),
    read: async (text, parameters) => (await db.executeCypher(text, parameters)).toArray(),
    write: async (statements) => {
      await writeLater(statements);
      await flush();
    },
    writeLater,
    flush,
    close: async () => db.close(),
  };
}
