// How a database becomes Hearsay's: schema first, marker last, brought up to date at every start, and never by an older program.
import { describe, expect, it } from 'vitest';
import { EngineUnavailable } from '../../server/errors.ts';
import { deriveIfStale } from '../../server/ingest/derive.ts';
import { parseDocument } from '../../server/ingest/document.ts';
import { importDocument } from '../../server/ingest/import.ts';
import { derivedTypes } from '../../server/schema/evidence.ts';
import { openEngine, openStore } from '../../server/store/open.ts';
import { prepare } from '../../server/store/prepare.ts';
import { dialects, loadStatements } from '../../server/store/statements.ts';
import { describeEngines } from './engines.ts';
import { one } from './ingest-setup.ts';
import { testStatements, type WithTestTypes } from './statements.ts';

describe.each(dialects)('the statements of cypher/ for %s', (dialect) => {
  it('all load: headers, parameters and types match', () => {
    expect(loadStatements(dialect).size).toBeGreaterThan(10);
  });
});

describeEngines('an empty database', (engine) => {
  it("becomes Hearsay's, and waits for the bundled reports until they are in or left out", async () => {
    const settings = await engine.settings();
    const first = await openStore(settings);
    expect(first.capabilities).toMatchObject({ engine: engine.name, model: 'hearsay', writable: true });
    expect(first.capabilities.version).toMatch(/^\d+\.\d+/);
    expect(first.fresh).toBe(true);
    expect(await first.read('schema/marker', {})).toEqual([
      { schemaVersion: 3, derivedStale: false, bundled: 'pending', revision: 0, restoring: null },
    ]);
    const constraints = (await first.read('schema/constraints', {})).map(({ name }) => name).sort();
    expect(constraints).toEqual(['hearsay_key', 'hearsay_marker']);
    await first.close();

    const second = await openStore(settings);
    expect(second.fresh).toBe(true);
    await second.write('schema/marker-set', { properties: { bundled: 'loaded' } });
    await second.close();

    const third = await openStore(settings);
    expect(third.fresh).toBe(false);
    expect(await third.read('schema/marker', {})).toEqual([
      { schemaVersion: 3, derivedStale: false, bundled: 'loaded', revision: 0, restoring: null },
    ]);
    await third.close();
  });

  it('whose preparation was cut off is prepared again', async () => {
    const settings = await engine.settings();
    const statements = loadStatements(settings.kind);
    const cutOff = await openEngine(settings, statements);
    await cutOff.transaction((tx) => tx.run(statements.get('schema/v1-01-record-key')?.text ?? '', {}));
    await cutOff.close();
    const store = await openStore<WithTestTypes>(settings, { extra: testStatements });
    expect(store.capabilities.model).toBe('hearsay');
    await store.write('test/put', { key: 'a', properties: { textIndex: 'words' } });
    expect(await store.searchText(['words'], 5)).toEqual(['a']);
    await store.close();
  });
});

describeEngines("a database of Hearsay's", (engine) => {
  it('of a newer version is refused and left alone', async () => {
    const settings = await engine.settings();
    const store = await openStore(settings);
    await store.write('schema/marker-set', { properties: { schemaVersion: 99 } });
    await store.close();
    const opening = openStore(settings);
    await expect(opening).rejects.toThrow(EngineUnavailable);
    await expect(opening).rejects.toMatchObject({ details: { detail: expect.stringContaining('version 99') } });
  });

  it('of an older version gets what is new, and keeps what it held', async () => {
    const settings = await engine.settings();
    const store = await openStore(settings);
    await store.write('schema/marker-set', { properties: { bundled: 'left out', derivedStale: true } });
    await store.close();

    const statements = new Map(loadStatements(settings.kind));
    const text = 'CREATE INDEX hearsay_next IF NOT EXISTS FOR (n:Article) ON (n.publishedTo)';
    const like = statements.get('schema/v1-02-record-key-index');
    if (!like) throw new Error('The schema has no index.');
    statements.set('schema/v4-01-next', { ...like, name: 'schema/v4-01-next', text });
    const newer = await openEngine(settings, statements);
    expect(await prepare(newer, statements)).toEqual({ model: 'hearsay', fresh: false });
    const marker = await newer.read(statements.get('schema/marker')?.text ?? '', {});
    expect(marker).toEqual([
      { schemaVersion: 4, derivedStale: true, bundled: 'left out', revision: 0, restoring: null },
    ]);
    const indexes = await newer.read(statements.get('schema/indexes')?.text ?? '', {});
    expect(indexes.map(({ name }) => name)).toContain('hearsay_next');
    await newer.close();
  });

  it('from before origins were counted derives its edges anew', { timeout: 120_000 }, async () => {
    const settings = await engine.settings();
    const before = await openStore(settings);
    await importDocument(before, parseDocument(one()));
    const derived = await before.read('read/graph/entity-edges', { types: [...derivedTypes] });
    expect(derived.length).toBeGreaterThan(2);
    await before.write('schema/marker-set', { properties: { schemaVersion: 1 } });
    await before.close();

    const old = await openStore<WithTestTypes>(settings, { extra: testStatements });
    await old.write('test/spoil-edges', {});
    await old.write('test/stray-edge', { source: 'country:a', target: 'outlet:first' });
    expect(
      (await old.read('read/graph/entity-edges', { types: [...derivedTypes] })).some(
        ({ properties }) => 'originsMax' in properties,
      ),
    ).toBe(false);
    expect(await old.read('schema/marker', {})).toMatchObject([{ schemaVersion: 3, derivedStale: true }]);
    expect(await deriveIfStale(old)).toBe(true);
    const sorted = (rows: typeof derived) => rows.map((row) => JSON.stringify(row)).sort();
    expect(sorted(await old.read('read/graph/entity-edges', { types: [...derivedTypes] }))).toEqual(sorted(derived));
    expect(await deriveIfStale(old)).toBe(false);
    await old.close();
  });
});
