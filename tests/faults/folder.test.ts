// A data folder that cannot be opened is told apart by reason, with the folder and a way out, and is left as it was.
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AppError } from '../../server/errors.ts';
import { EmbeddedEngine } from '../../server/store/embedded.ts';
import { folderFaultOf, openFaultOf } from '../../server/store/embedded-engine.ts';
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

it.each(['null', '{bad', '[]', '"text"', '{"engine": 1}', ''])('refuses an engine.json that holds %j', async (text) => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'engine.json'), text);
  const error = await refusal(folder);
  expect(error.message).toBe(`The file engine.json in the data folder ${folder} is broken.`);
  expect(error.details.detail).toMatch(/Put a copy of it back.*HEARSAY_DATA to a new folder/);
  expect(readdirSync(folder)).toEqual(['engine.json']);
  expect(readFileSync(join(folder, 'engine.json'), 'utf8')).toBe(text);
});

describe('a path at which no folder can be', () => {
  it.each(['', 'below', join('below', 'further')])('is refused at a file, with %j after it', async (rest) => {
    const file = join(tempFolder(), 'file');
    writeFileSync(file, 'kept');
    const error = await refusal(join(file, rest));
    expect(error.message).toContain('a part of its path is a file');
    expect(error.details.detail).toMatch(/HEARSAY_DATA.*file is a file/);
    expect(readFileSync(file, 'utf8')).toBe('kept');
  });

  it('is refused at a link to nothing', async () => {
    const link = join(tempFolder(), 'link');
    symlinkSync(join(tempFolder(), 'gone'), link);
    expect((await refusal(link)).details.detail).toContain('HEARSAY_DATA');
  });

  it.runIf(existsSync('/proc'))('is refused in /proc within seconds, where making folders never ends', async () => {
    const error = await refusal('/proc/hearsay/data');
    expect(error.message).toBe('The data folder /proc/hearsay/data cannot be made or read.');
    expect(error.details.detail).toMatch(/HEARSAY_DATA.*ENOENT/);
  });

  it('is made with all it lies in where that can be done', async () => {
    const folder = join(tempFolder(), 'some', 'where', 'else');
    await (await open(folder)).close();
    expect(readdirSync(folder)).toContain('engine.json');
  });
});

describe('a folder that this user may not write', () => {
  const sentence = 'The data folder x may not be written by this user.';
  it.each([
    'Database error: GRAFEO-X003: I/O error: Permission denied (os error 13)',
    'Database error: GRAFEO-X001: Internal error: cannot open the migration lock file: Permission denied (os error 13)',
    'Database error: GRAFEO-X003: I/O error: Read-only file system (os error 30)',
  ])('is not called damaged when the engine says %s', (message) => {
    const error = openError(openFaultOf(message), 'x');
    expect(error.message).toBe(sentence);
    expect(error.details.detail).toMatch(/owner or rights.*HEARSAY_DATA to another folder/);
  });
  it.each(['EACCES', 'EPERM', 'EROFS'])('is named so for %s of the system', (code) => {
    expect(openError(folderFaultOf(Object.assign(new Error('no'), { code })), 'x').message).toBe(sentence);
  });
  it('leaves other errors of the engine what they were', () => {
    expect(openFaultOf('GRAFEO-X003: I/O error: Input/output error (os error 5)').kind).toBe('damaged');
    expect(openFaultOf('the file is locked (os error 11)').kind).toBe('locked');
  });
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
