// Puts an export into a file, whole or not at all: all of it is of one state of the database.
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Cancelled, NotFound } from '../errors.ts';
import { strictlyTogether } from '../evidence/settled.ts';
import type { Store } from '../store/port.ts';
import { type ExportOptions, exportPieces } from './export.ts';

async function writePieces(path: string, pieces: AsyncIterable<string>, signal?: AbortSignal): Promise<void> {
  const file = await open(path, 'w');
  try {
    for await (const piece of pieces) {
      if (signal?.aborted) throw new Cancelled();
      await file.write(piece);
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Begins again where the database was written to meanwhile; throws Busy where that goes on. */
const settled = (store: Store, options: ExportOptions, path: string, signal?: AbortSignal): Promise<void> =>
  strictlyTogether(store, () => writePieces(path, exportPieces(store, options), signal));

/** Writes the export beside the file and puts it in its place when it is whole. Throws NotFound where there is no such folder. */
export async function exportToFile(store: Store, options: ExportOptions, path: string): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    await settled(store, options, beside);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new NotFound(`There is no folder "${dirname(path)}" to write to.`);
  }
}

/**
 * The export as it is sent: from a file that is whole, and gone when it is read or nobody reads on. Throws Cancelled, and
 * leaves no file, where the signal says that nobody waits for it any more.
 */
export async function exportStream(
  store: Store,
  options: ExportOptions,
  signal?: AbortSignal,
): Promise<AsyncGenerator<string, string, void>> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-export-'));
  const path = join(folder, 'export.json');
  try {
    await settled(store, options, path, signal);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return (async function* (): AsyncGenerator<string, string, void> {
    try {
      for await (const chunk of createReadStream(path, 'utf8')) yield String(chunk);
      return '';
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  })();
}
