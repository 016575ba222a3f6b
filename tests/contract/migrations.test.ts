// The schema's versions: each is brought up from the one before, over again where it was cut off, and a newer one is refused.
import { afterEach, expect, it } from 'vitest';
import { EngineUnavailable } from '../../server/errors.ts';
import type { Engine } from '../../server/store/engine.ts';
import { newestSchemaVersion, openEngine, openStore } from '../../server/store/open.ts';
import { prepare } from '../../server/store/prepare.ts';
import { loadStatements, type Statement } from '../../server/store/statements.ts';
import { describeEngines } from './engines.ts';

describeEngines('the schema', (engine) => {
  const statements = loadStatements(engine.name);
  const newest = newestSchemaVersion(engine.name);
  /** What a program knew that made versions up to this one. */
  const upTo = (version: number): ReadonlyMap<string, Statement> =>
    new Map([...statements].filter(([name]) => Number(/^schema\/v(\d+)-/.exec(name)?.[1] ?? 0) <= version));
  const text = (name: string): string => statements.get(name)?.text ?? '';
  const closing: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of closing.splice(0)) await one.close();
  });
  const opened = async (settings: Awaited<ReturnType<typeof engine.settings>>): Promise<Engine> => {
    const raw = await openEngine(settings, statements);
    closing.push(raw);
    return raw;
  };
  const marker = async (raw: Engine) => (await raw.read(text('schema/marker'), {}))[0];
  const indexes = async (raw: Engine) =>
    (await raw.read(text('schema/indexes'), {})).map((row) => String(row.name)).sort();

  it.each(Array.from({ length: newest - 1 }, (_, at) => at + 1))(
    'of version %i is brought up to the newest, with the data as they were',
    { timeout: 120_000 },
    async (version) => {
      const raw = await opened(await engine.settings());
      await prepare(raw, upTo(version));
      expect(await marker(raw)).toMatchObject({ schemaVersion: version });
      const kept = { key: 'case:a', name: 'A' };
      await raw.transaction((tx) => tx.run(text('write/curation/case'), { key: 'case:a', properties: kept }));
      expect(await prepare(raw, statements)).toEqual({ model: 'hearsay', fresh: true });
      expect(await marker(raw)).toMatchObject({ schemaVersion: newest });
      expect(await raw.read(text('read/backup/nodes'), { keys: ['case:a'] })).toMatchObject([{ properties: kept }]);
      const made = await indexes(raw);
      const other = await opened(await engine.settings());
      await prepare(other, statements);
      expect(made).toEqual(await indexes(other));
    },
  );

  it('of a first version has its edges derived anew by the next start', { timeout: 120_000 }, async () => {
    const raw = await opened(await engine.settings());
    await prepare(raw, upTo(1));
    expect(await marker(raw)).toMatchObject({ derivedStale: false });
    await prepare(raw, statements);
    expect(await marker(raw)).toMatchObject({ derivedStale: true });
  });

  it('is done over where it was cut off before any of its writes', { timeout: 300_000 }, async () => {
    for (const from of [0, 1]) {
      for (let cutBefore = 0; ; cutBefore++) {
        const raw = await opened(await engine.settings());
        if (from > 0) await prepare(raw, upTo(from));
        let writes = 0;
        const breaking = new Proxy(raw, {
          get(target, name) {
            if (name !== 'transaction') return Reflect.get(target, name, target).bind?.(target);
            return (...given: Parameters<Engine['transaction']>) =>
              writes++ === cutBefore ? Promise.reject(new Error('cut off')) : target.transaction(...given);
          },
        });
        const attempt = await prepare(breaking, statements).catch((error: Error) => error);
        if (!(attempt instanceof Error)) break;
        expect(attempt.message).toBe('cut off');
        expect(Number((await marker(raw))?.schemaVersion ?? 0)).toBeLessThan(newest);
        expect(await prepare(raw, statements)).toEqual({ model: 'hearsay', fresh: true });
        expect(await marker(raw)).toMatchObject({ schemaVersion: newest });
        for (const one of closing.splice(0)) await one.close();
      }
    }
  });

  it('that is newer than the program is refused, and nothing is changed', { timeout: 120_000 }, async () => {
    const settings = await engine.settings();
    const store = await openStore(settings);
    await store.write('schema/marker-set', { properties: { schemaVersion: newest + 1 } });
    const before = await store.read('schema/marker', {});
    await store.close();
    const refused = await openStore(settings).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(EngineUnavailable);
    expect((refused as EngineUnavailable).message).toContain('newer version of Hearsay');
    expect((refused as EngineUnavailable).details.detail).toContain(`version ${newest + 1}`);
    const raw = await opened(settings);
    expect(await marker(raw)).toEqual(before[0]);
  });
});
