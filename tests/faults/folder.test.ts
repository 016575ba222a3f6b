// A data folder that cannot be opened is told apart by reason, with the folder and a way out, and is left as it was.
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AppError } from '../../server/errors.ts';
import { EmbeddedEngine } from '../../server/store/embedded.ts';
import { openError } from '../../server/store/embedded-faults.ts';
import { tempFolder } from '../temp.ts';

const open = (folder: string) => EmbeddedEngine.open({ kind: 'embedded', folder });
const refusal = async (folder: string): Promise<AppError> => {
  const error = await open(folder).then(
    () => undefined,
    (reason: AppError) => reason,
  );
  if (!error) throw new Error('The folder was opened.');
  return error;
};
const add = (engine: EmbeddedEngine, key: string) =>
  engine.transaction((tx) => tx.run('CREATE (n:Record {key: $key})', { key }));

/** A folder as a kill leaves it: its log holds some commits that the database file does not. */
async function killedFolder(): Promise<{ folder: string; log: string }> {
  const [live, folder] = [tempFolder(), tempFolder()];
  const engine = await open(live);
  for (let i = 0; i < 20; i++) await add(engine, `before-${i}`);
  // One statement each without a transaction, so that no checkpoint takes them out of the log.
  for (let i = 0; i < 20; i++) await engine.read(`CREATE (n:Record {key: 'logged-${i}'})`, {});
  cpSync(live, folder, { recursive: true });
  await engine.close();
  const logs = readdirSync(join(folder, 'graph.grafeo.wal')).sort();
  return { folder, log: join(folder, 'graph.grafeo.wal', logs.at(-1) ?? '') };
}

it('refuses a second process, names the folder and says what to do', async () => {
  const folder = tempFolder();
  const first = await open(folder);
  const error = await refusal(folder);
  expect(error.code).toBe('engine-unavailable');
  expect(error.message).toContain(folder);
  expect(error.message).toContain('in use');
  expect(error.details.detail).toMatch(/Stop the other.*HEARSAY_DATA/);
  await add(first, 'still writing');
  await first.close();
});

it('refuses a folder of another engine version, and leaves it alone', async () => {
  const folder = tempFolder();
  await (await open(folder)).close();
  const marker = join(folder, 'engine.json');
  writeFileSync(marker, readFileSync(marker, 'utf8').replace(/"version": "[^"]*"/, '"version": "0.5.9"'));
  const before = readFileSync(join(folder, 'graph.grafeo'));
  const error = await refusal(folder);
  expect(error.message).toContain(folder);
  expect(error.details.detail).toMatch(/0\.5\.9.*HEARSAY_DATA/s);
  expect(readFileSync(join(folder, 'graph.grafeo')).equals(before)).toBe(true);
});

it('refuses a database whose engine.json is gone', async () => {
  const folder = tempFolder();
  await (await open(folder)).close();
  rmSync(join(folder, 'engine.json'));
  expect((await refusal(folder)).details.detail).toContain('no engine.json');
});

describe('damage', () => {
  const acknowledged = "MATCH (n:Record) WHERE n.key STARTS WITH 'before' RETURN count(n) AS count";

  it('at the end of the log, as a crash leaves it, costs nothing that was acknowledged', async () => {
    const { folder, log } = await killedFolder();
    truncateSync(log, readFileSync(log).length - 7);
    const engine = await open(folder);
    expect(await engine.read(acknowledged, {})).toEqual([{ count: 20 }]);
    await engine.close();
  });

  it('of the log itself is refused with the folder and a way out that works', async () => {
    const { folder, log } = await killedFolder();
    const bytes = readFileSync(log);
    bytes.fill(0xff, 0, 40);
    writeFileSync(log, bytes);
    const error = await refusal(folder);
    expect(error.message).toContain(folder);
    expect(error.message).toContain('damaged');
    expect(error.details.detail).toContain('move the folder graph.grafeo.wal out of the data folder');
    expect(readFileSync(log).equals(bytes)).toBe(true);
    renameSync(join(folder, 'graph.grafeo.wal'), join(tempFolder(), 'moved'));
    const engine = await open(folder);
    expect(await engine.read(acknowledged, {})).toEqual([{ count: 20 }]);
    await engine.close();
  });

  it('of the database file is refused with the folder and what to do', async () => {
    const folder = tempFolder();
    const engine = await open(folder);
    for (let i = 0; i < 5; i++) await add(engine, `record-${i}`);
    await engine.close();
    truncateSync(join(folder, 'graph.grafeo'), 20_000);
    const error = await refusal(folder);
    expect(error.message).toContain(folder);
    expect(error.details.detail).toMatch(/damaged.*HEARSAY_DATA/s);
  });
});

describe('a missing binary', () => {
  const fault = { kind: 'binary', message: 'Cannot find native binding.' } as const;
  it('comes with the command that installs it where there is one', () => {
    const { detail } = openError(fault, 'x', 'darwin-arm64').details;
    expect(detail).toContain('npm install --no-save @grafeo-db/js-darwin-arm64@0.6.0');
    expect(detail).toContain('NEO4J_URI');
  });
  it('comes with Neo4j where there is none, or where the system is too old for it', () => {
    expect(openError(fault, 'x', 'freebsd-x64').details.detail).toMatch(/no binary.*freebsd-x64.*NEO4J_URI/);
    const old = { kind: 'binary', message: "version `GLIBC_2.34' not found" } as const;
    expect(openError(old, 'x', 'linux-x64-glibc').details.detail).toMatch(/GLIBC_2\.34.*NEO4J_URI/);
  });
});
