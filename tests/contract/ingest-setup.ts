// What the contract tests of importing share: documents, and a store that is empty before each test.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { InvalidDocument } from '../../server/errors.ts';
import { parseDocument } from '../../server/ingest/document.ts';
import { type ImportOptions, type ImportReport, importDocument } from '../../server/ingest/import.ts';
import { projectRoot } from '../../server/root.ts';
import { derivedTypes } from '../../server/schema/evidence.ts';
import type { StatementTypes } from '../../server/schema/statements.ts';
import { report, type Said } from '../builders.ts';
import { type DumpStore, dump, dumpStatements, type dumpTypes } from './dump.ts';
import { openEmpty, type TestEngine } from './engines.ts';

/** Some documents: two articles that relay a third, and that third. */
export const opposes: Said = { holder: 'country:a', stance: 'opposes', target: 'plan:x' };
const relaying: Said = { ...opposes, relays: 'article:wire' };
export const one = () =>
  report({
    slug: 'one',
    outlet: 'outlet:first',
    day: '2024-10-01',
    says: [relaying],
    stubOutlets: { 'article:wire': 'outlet:agency' },
  });
export const two = () =>
  report({
    slug: 'two',
    says: [relaying, { ...opposes, holder: 'country:b', source: 'person:p' }],
    stubOutlets: { 'article:wire': 'outlet:agency' },
  });
export const wire = () =>
  report({
    slug: 'wire',
    outlet: 'outlet:agency',
    day: '2024-09-30',
    title: 'From the wire',
    says: [{ ...opposes, source: 'insider' }],
  });
/** The bundled reports, entities last. */
export const bundled = () => {
  const data = join(projectRoot, 'data');
  const files = [...readdirSync(join(data, 'reports')).map((name) => join('reports', name)), 'entities.json'];
  return files.map((file) => ({ file, json: JSON.parse(readFileSync(join(data, file), 'utf8')) as unknown }));
};

/** The error of that kind with which an attempt ends; any other end is a failure of the test. */
export async function refusalAs<E extends Error>(
  kind: abstract new (...given: never[]) => E,
  attempt: Promise<unknown>,
): Promise<E> {
  const error: unknown = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof kind)) throw error ?? new Error('Nothing was refused.');
  return error;
}
export const refusal = (attempt: Promise<unknown>): Promise<InvalidDocument> => refusalAs(InvalidDocument, attempt);

/** A store of the engine for the tests of one file, with the few questions they ask it. */
export class Ground {
  #store: DumpStore | undefined;

  /** Opens before the tests, empties before each, closes after them. */
  constructor(engine: TestEngine) {
    beforeAll(async () => {
      this.#store = await openEmpty<StatementTypes & typeof dumpTypes>(engine, { extra: dumpStatements });
    });
    beforeEach(() => this.clear());
    afterAll(() => this.#store?.close());
  }

  get store(): DumpStore {
    if (this.#store === undefined) throw new Error('The store is open only while tests run.');
    return this.#store;
  }

  async clear(): Promise<void> {
    await this.store.write('test/clear', {});
  }

  add(json: unknown, options: ImportOptions = {}): Promise<ImportReport> {
    return importDocument(this.store, parseDocument(json, 'test.json'), options);
  }

  dump(options?: { derived: boolean }): Promise<string[]> {
    return dump(this.store, options);
  }

  /** The properties of a record. */
  async node(key: string) {
    return (await this.store.read('write/find/records', { keys: [key] }))[0]?.properties;
  }

  /** All derived edges: they start at actors and outlets. */
  edges() {
    return this.store.read('read/graph/entity-edges', { types: [...derivedTypes] });
  }

  /** The properties of a derived edge, given as "TYPE source target". */
  async edge(id: string) {
    return (await this.edges()).find(({ type, source, target }) => `${type} ${source} ${target}` === id)?.properties;
  }
}
