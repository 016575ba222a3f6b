// A backup holds everything, and makes the same database again: on the same engine, on the other, and back.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { restoreFromFile } from '../../server/backup/restore.ts';
import { backupToFile } from '../../server/backup/write.ts';
import { AppError } from '../../server/errors.ts';
import { deriveAll } from '../../server/ingest/derive.ts';
import type { StatementTypes } from '../../server/schema/statements.ts';
import { newestSchemaVersion } from '../../server/store/open.ts';
import type { Store } from '../../server/store/port.ts';
import { tempFolder } from '../temp.ts';
import { fill, linesOf, writeLines } from './backup-setup.ts';
import { type DumpStore, dump, dumpStatements, type dumpTypes } from './dump.ts';
import { describeEngines, engines, openEmpty, type TestEngine } from './engines.ts';
import { refusalAs } from './ingest-setup.ts';

const open: DumpStore[] = [];
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});
async function empty(engine: TestEngine): Promise<DumpStore> {
  const store = await openEmpty<StatementTypes & typeof dumpTypes>(engine, { extra: dumpStatements });
  open.push(store);
  return store;
}
const plain = (store: DumpStore): Store => store as unknown as Store;
const newestSchema = newestSchemaVersion('embedded');
const restore = (store: DumpStore, file: string, replace = false) =>
  restoreFromFile(plain(store), file, { replace, newestSchema });
const refusal = (attempt: Promise<unknown>) => refusalAs(AppError, attempt);
const timeout = 300_000;

describe('a database moves', () => {
  for (const from of engines) {
    const to = engines.find(({ name }) => name !== from.name) ?? from;
    const reason = from.skipped ?? to.skipped;
    it.skipIf(reason !== undefined)(`from ${from.name} to ${to.name} and back, whole`, { timeout }, async () => {
      const folder = tempFolder();
      const [there, back] = [join(folder, 'there'), join(folder, 'back')];
      const source = await empty(from);
      await fill(source);
      const before = await dump(source);
      const end = await backupToFile(plain(source), there);
      const target = await empty(to);
      expect(await restore(target, there)).toMatchObject({ end, before: null });
      expect(await dump(target)).toEqual(before);
      // What is derived follows from what was restored, and is not only carried along.
      await deriveAll(plain(target));
      expect(await dump(target)).toEqual(before);
      expect(await backupToFile(plain(target), back)).toMatchObject({ nodes: end.nodes, relations: end.relations });
      expect(linesOf(back).slice(1, -1)).toEqual(linesOf(there).slice(1, -1));

      const replaced = await restore(source, back, true);
      expect(await dump(source)).toEqual(before);
      expect(linesOf(replaced.before ?? '').slice(1, -1)).toEqual(linesOf(there).slice(1, -1));
      for (const label of ['Draft', 'Change', 'EntityMerge', 'Given', 'Note', 'View', 'Step', 'Case'])
        expect(end.labels[label], label).toBeGreaterThan(0);
      for (const type of ['OPPOSES', 'REPORTS', 'SAME_AS']) expect(end.types[type], type).toBeGreaterThan(0);
    });
  }
});

describeEngines('a backup', (engine) => {
  it('keeps what typed Cypher made beside the records, and numbers of every kind', { timeout }, async () => {
    const file = join(tempFolder(), 'one');
    const store = await empty(engine);
    const text = `CREATE (a:Record:\`Odd label\` {key: 'x:1', part: 0.1, large: 9007199254740993, list: [1, 2], none: ''})
      CREATE (b:Loose {number: -3}) CREATE (c:Loose {key: 'twice'}) CREATE (d:Loose {key: 'twice'})
      CREATE (a)-[:KNOWS {since: 'then'}]->(b) CREATE (b)-[:KNOWS]->(c) CREATE (c)-[:\`knows of\`]->(a)`;
    const options = { access: 'write', timeoutMs: 60_000, rowLimit: 10, form: 'typed', explains: null } as const;
    await plain(store).query(text, {}, options);
    const end = await backupToFile(plain(store), file);
    expect(end).toMatchObject({ nodes: 4, relations: 3, labels: { Loose: 3, 'Odd label': 1 } });
    const lines = linesOf(file).slice(1, -1);
    await restore(store, file, true);
    const again = join(tempFolder(), 'two');
    await backupToFile(plain(store), again);
    expect(linesOf(again).slice(1, -1)).toEqual(lines);
    expect(lines[0]).toContain('"large":{"integer":"9007199254740993"},"list":[1,2],"none":"","part":0.1');
  });

  it('is of one moment, however much is written meanwhile', { timeout }, async () => {
    const store = await empty(engine);
    await plain(store).write('write/curation/case', { key: 'case:a', properties: { key: 'case:a', name: '0' } });
    const both = (name: string) =>
      plain(store).transaction(async (tx) => {
        await tx.write('write/lock', {});
        for (const key of ['case:a', 'case:b'])
          await tx.write('write/curation/case', { key, properties: { key, name } });
      });
    await both('1');
    let writing = true;
    const writer = (async () => {
      for (let number = 2; writing; number++) await both(String(number));
    })();
    try {
      for (let time = 0; time < 5; time++) {
        const file = join(tempFolder(), 'busy');
        await backupToFile(plain(store), file);
        const names = linesOf(file).flatMap((line) => /"name":"(\d+)"/.exec(line)?.[1] ?? []);
        expect(names).toHaveLength(2);
        expect(new Set(names).size).toBe(1);
      }
    } finally {
      writing = false;
      await writer;
    }
  });

  it('goes into an empty database alone, unless told otherwise, and never over a file', { timeout }, async () => {
    const folder = tempFolder();
    const file = join(folder, 'one');
    const store = await empty(engine);
    await plain(store).write('write/curation/case', { key: 'case:a', properties: { key: 'case:a', name: 'A' } });
    await backupToFile(plain(store), file);
    const before = await dump(store);
    expect((await refusal(restore(store, file))).message).toContain('The database is not empty');
    expect((await refusal(backupToFile(plain(store), file))).details.detail).toContain('--force');
    await backupToFile(plain(store), file, { force: true });
    expect((await refusal(backupToFile(plain(store), join(folder, 'no', 'such')))).message).toContain('no folder');
    expect(await dump(store)).toEqual(before);
    expect(readdirSync(folder)).toEqual(['one']);
  });

  it('that is damaged, cut off, newer or none is refused, and what is there stays', { timeout }, async () => {
    const folder = tempFolder();
    const at = (name: string) => join(folder, name);
    const store = await empty(engine);
    for (const key of ['case:a', 'case:b'])
      await plain(store).write('write/curation/case', { key, properties: { key, name: key } });
    await backupToFile(plain(store), at('good'));
    const before = await dump(store);
    const lines = linesOf(at('good'));
    const [head = '', first = '', second = '', end = ''] = lines;
    const packed = readFileSync(at('good'));
    writeFileSync(at('short'), packed.subarray(0, packed.length - 12));
    const flipped = Buffer.from(packed);
    flipped.writeUInt8(flipped.readUInt8(60) ^ 0xff, 60);
    writeFileSync(at('flipped'), flipped);
    writeFileSync(at('text'), '{"format":"hearsay-export/1"}');
    writeFileSync(at('nothing'), '');
    const cases: [file: string, RegExp][] = [
      [at('short'), /is damaged: it ends too early/],
      [at('flipped'), /is damaged|no backup/],
      [at('text'), /no backup of Hearsay's/],
      [at('nothing'), /no backup of Hearsay's|damaged/],
      [writeLines(at('no-end'), [head, first, second]), /its end is missing/],
      [writeLines(at('changed'), [head, first.replace('case:a', 'case:c'), second, end]), /its checksum is another/],
      [writeLines(at('fewer'), [head, first, end]), /its checksum is another/],
      [writeLines(at('mended'), [head, first, second, end.replace('"nodes":2', '"nodes":3')]), /another number/],
      [writeLines(at('broken'), [head, first.slice(0, -2), second, end]), /line 2 is not well-formed JSON/],
      [writeLines(at('odd'), [head, '{"labels":"x","properties":{}}', second, end]), /line 2 is of another form/],
      [writeLines(at('form'), [head.replace('"version":1', '"version":2'), end]), /newer version of Hearsay/],
      [writeLines(at('schema'), [head.replace(/"schemaVersion":\d+/, '"schemaVersion":99'), end]), /newer version/],
      [writeLines(at('export'), ['{"format":"hearsay-export/1"}', end]), /no backup of Hearsay's/],
      [at('missing'), /There is no file/],
      [folder, /is no file/],
    ];
    for (const [file, message] of cases) {
      expect((await refusal(restore(store, file, true))).message, file).toMatch(message);
      expect(await dump(store), file).toEqual(before);
    }
    expect(readdirSync(folder).filter((name) => name.startsWith('before'))).toEqual([]);
  });

  it('that fails half-way leaves what was there, as it was', { timeout }, async () => {
    const folder = tempFolder();
    const store = await empty(engine);
    await plain(store).write('write/curation/case', { key: 'case:a', properties: { key: 'case:a', name: 'A' } });
    const before = await dump(store);
    const relation = { type: 'X', source: 'case:a', target: 'case:none', properties: {} };
    async function* content() {
      yield { labels: ['Record'], properties: { key: 'case:a' }, place: null };
      yield relation;
    }
    const marker = { schemaVersion: newestSchema, derivedStale: false, bundled: 'left out' as const };
    await backupToFile(plain(store), join(folder, 'kept'));
    await expect(plain(store).restore(content(), marker)).rejects.toThrow('relations whose ends it does not have');
    expect(await dump(store)).toEqual([]);
    expect(await plain(store).read('schema/marker', {})).toMatchObject([{ restoring: null }]);
    await restore(store, join(folder, 'kept'));
    expect(await dump(store)).toEqual(before);
    expect(existsSync(join(folder, 'kept'))).toBe(true);
  });
});
