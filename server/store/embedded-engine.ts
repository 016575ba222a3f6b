// Opens the embedded engine's binary inside the child process and sorts its errors; nothing else imports the engine.
import { createRequire } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';
import type { GrafeoDB, QueryResult, Transaction } from '@grafeo-db/js';
import { claimFolder, databaseFile } from './embedded-folder.ts';
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
  const other = claimFolder(folder, engine.version());
  if (other) fail({ kind: 'version', message: other });
  for (const start = Date.now(); ; await wait(50)) {
    try {
      const database = engine.GrafeoDB.create(databaseFile(folder));
      database.setCheckpointTriggers({ intervalMs: 60_000, walBytes: 16 << 20 });
      return database;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (!/cannot be locked|is locked/.test(message)) fail({ kind: 'damaged', message });
      if (Date.now() - start > lockedFor) fail({ kind: 'locked', message });
    }
  }
}
