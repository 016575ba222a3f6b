// Writes a backup to a file: packed, of one moment, and whole or not at all.
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Cancelled, Conflict, InvalidRequest, NotFound } from '../errors.ts';
import { readOnce } from '../evidence/settled.ts';
import type { BackupEnd } from '../schema/backup.ts';
import type { Reader, Store } from '../store/port.ts';
import { backupLines } from './lines.ts';

/** Characters that are handed to the packing together. */
const chunk = 1 << 16;

async function writeLines(reader: Reader, store: Store, path: string, signal?: AbortSignal): Promise<BackupEnd> {
  let end: BackupEnd | undefined;
  async function* text(): AsyncGenerator<string> {
    const lines = backupLines(reader, store.capabilities.engine);
    let waiting = '';
    for (let next = await lines.next(); ; next = await lines.next()) {
      if (next.done) {
        end = next.value;
        break;
      }
      waiting += next.value;
      // Also of the last attempt, at which all who write wait.
      if (signal?.aborted) throw new Cancelled();
      if (waiting.length < chunk) continue;
      yield waiting;
      waiting = '';
    }
    yield waiting;
  }
  await pipeline(Readable.from(text()), createGzip(), createWriteStream(path, { mode: 0o600 }));
  if (end === undefined) throw new Error('The backup has no end.');
  return end;
}

/** What is on the disk stays there, also when the machine stops now. */
async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+');
  await file.sync().finally(() => file.close());
}

/**
 * The database as of one moment into a new file. While nobody writes, nothing is locked; where somebody does, it is begun
 * once more and then done with the writers waiting.
 */
async function writeSettled(store: Store, path: string, signal?: AbortSignal): Promise<BackupEnd> {
  for (let attempt = 1; attempt <= 2; attempt++) {
    const { value, isSettled } = await readOnce(store, () => writeLines(store, store, path, signal));
    if (isSettled) return value;
  }
  return store.transaction(async (tx) => {
    await tx.write('write/lock', {});
    return writeLines(tx, store, path, signal);
  });
}

export interface BackupOptions {
  /** Whether a file of that name gives way; it is there until the new one is whole. */
  force?: boolean;
  /** Says that nobody waits for it any more. */
  signal?: AbortSignal | undefined;
}

/**
 * Makes a backup of the whole database. Errors: InvalidRequest for a database of another model, Conflict where the file is
 * there, NotFound where its folder is not, Cancelled, without a file, at the signal.
 */
export async function backupToFile(
  store: Store,
  path: string,
  { force = false, signal }: BackupOptions = {},
): Promise<BackupEnd> {
  if (store.capabilities.model !== 'hearsay') {
    throw new InvalidRequest('This is not a Hearsay database: a backup would not hold what it needs.', {
      detail: 'Use the tools of that database, such as neo4j-admin database dump.',
    });
  }
  if (!force && (await stat(path).catch(() => null)) !== null) {
    throw new Conflict(`${path} is there already.`, { detail: 'Name another file, or add --force to replace it.' });
  }
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    const end = await writeSettled(store, beside, signal);
    await sync(beside);
    await rename(beside, path);
    return end;
  } catch (error) {
    await rm(beside, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new NotFound(`There is no folder "${dirname(path)}" to write to.`);
    if (code === 'EACCES' || code === 'EROFS')
      throw new InvalidRequest(`This user may not write to "${dirname(path)}".`, { detail: 'Name a file elsewhere.' });
    if (code === 'ENOSPC')
      throw new InvalidRequest(`The disk of "${dirname(path)}" is full.`, { detail: 'No backup was made.' });
    throw error;
  }
}

/** The backup as it is sent: from a file that is whole, and gone when it is read or nobody reads on. */
export async function backupStream(
  store: Store,
  signal?: AbortSignal,
): Promise<AsyncGenerator<Uint8Array, string, void>> {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-backup-'));
  const path = join(folder, 'backup');
  const done = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await backupToFile(store, path, { signal });
  } catch (error) {
    await done();
    throw error;
  }
  return (async function* (): AsyncGenerator<Uint8Array, string, void> {
    try {
      for await (const chunk of createReadStream(path)) yield chunk as Uint8Array;
      return '';
    } finally {
      await done();
    }
  })();
}
