// Opens the embedded engine's binary inside the child process and sorts its errors; nothing else imports the engine.
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { GrafeoDB, QueryResult, Transaction } from '@grafeo-db/js';
import { BrokenMarker, claimFolder, databaseFile } from './embedded-folder.ts';
import type { ChildOptions, Fault } from './embedded-protocol.ts';

export type Database = GrafeoDB;
export type EngineTransactionHandle = Transaction;
export type { QueryResult };

/** An error that carries its fault across the process boundary. */
class EngineFault extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

export function fail(fault: Fault): never {
  throw new EngineFault(fault);
}

/** Sorts what the engine threw by the codes in its messages. */
export function faultOf(error: unknown): Fault {
  if (error instanceof EngineFault) return error.fault;
  const message = error instanceof Error ? error.message : String(error);
  if (/GRAFEO-T001/.test(message)) return { kind: 'conflict', message };
  if (/GRAFEO-V001.*UNIQUE/s.test(message)) return { kind: 'unique', message };
  if (/GRAFEO-X003/.test(message)) return { kind: 'disk', message };
  return { kind: 'query', message };
}

const noRights = /permission denied|read-only file system|os error (?:13|30)\b/i;

/** Why the database was not opened, sorted by what the engine said. */
export function openFaultOf(message: string): Fault {
  if (/cannot be locked|is locked/.test(message)) return { kind: 'locked', message };
  return { kind: noRights.test(message) ? 'rights' : 'damaged', message };
}

/** Why the folder was not claimed, sorted by the system's code. */
export function folderFaultOf(error: unknown): Fault {
  const { code, message } = error as NodeJS.ErrnoException;
  if (error instanceof BrokenMarker) return { kind: 'marker', message };
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { kind: 'rights', message };
  return { kind: code === 'ENOTDIR' || code === 'EEXIST' ? 'file' : 'folder', message };
}

function claim(folder: string, version: string): string | undefined {
  try {
    return claimFolder(folder, version);
  } catch (error) {
    return fail(folderFaultOf(error));
  }
}

function loadEngine(): typeof import('@grafeo-db/js') {
  try {
    return createRequire(import.meta.url)('@grafeo-db/js');
  } catch (error) {
    return fail({ kind: 'binary', message: error instanceof Error ? error.message : String(error) });
  }
}

const lockedFor = 3000;

/**
 * Opens the database of the folder, new or as it was left.
 * A lock is waited for a moment: after a kill the process before this one may still be on its way out.
 */
export async function openDatabase({ folder }: ChildOptions): Promise<GrafeoDB> {
  const engine = loadEngine();
  const other = claim(folder, engine.version());
  if (other) fail({ kind: 'version', message: other });
  for (const start = Date.now(); ; await wait(50)) {
    try {
      const database = engine.GrafeoDB.create(databaseFile(folder));
      database.setCheckpointTriggers({ intervalMs: 60_000, walBytes: 16 << 20 });
      return database;
    } catch (error) {
      const fault = openFaultOf(error instanceof Error ? error.message : String(error));
      if (fault.kind !== 'locked' || Date.now() - start > lockedFor) fail(fault);
    }
  }
}

/** Opens a copy of the database: for reading only, which several processes may do at once, or to rehearse a write on it. */
export function openCopy(file: string, writable: boolean): GrafeoDB {
  const { GrafeoDB: engine } = loadEngine();
  // Where it puts what does not fit in memory: beside the data, not where every program of the machine leaves things.
  process.env.TMPDIR = dirname(file);
  return writable ? engine.open(file) : engine.openReadOnly(file);
}
