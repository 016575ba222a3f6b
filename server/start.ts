// What the server and the command line do alike at their start: settings, log, store, and plain words for what fails.
import pino, { type Logger } from 'pino';
import { AccountsUnavailable } from './accounts/form.ts';
import { BadConfig, type Config, readConfig } from './config.ts';
import { AppError } from './errors.ts';
import { type EngineSettings, type OpenedStore, openStore } from './store/open.ts';

export function engineSettings(config: Config): EngineSettings {
  const deadlineMs = config.querySeconds * 1000;
  const queryMemoryMb = config.query.memoryMb;
  if (config.neo4j === undefined) {
    const { dataFolder: folder, engineMemoryMb: memoryMb } = config;
    return { kind: 'embedded', folder, deadlineMs, memoryMb, queryMemoryMb };
  }
  return { kind: 'neo4j', ...config.neo4j, deadlineMs, queryMemoryMb };
}

export interface Started {
  config: Config;
  log: Logger;
  store: OpenedStore;
}

/** Whether the person who starts the program wants to see stacks. */
export const isDebug = (): boolean => ['debug', 'trace'].includes(process.env.LOG_LEVEL ?? '');

/** Opens the store that the environment names. Throws AppError with what to do about it. */
export async function start(environment: NodeJS.ProcessEnv, options: { restoring?: boolean } = {}): Promise<Started> {
  const config = readConfig(environment);
  const log = pino({ level: config.logLevel, base: null }, pino.destination({ dest: 2, sync: true }));
  return { config, log, store: await openStore(engineSettings(config), { log, ...options }) };
}

/** An error of the start in sentences; the stack only of one that nobody foresaw, and only when asked for. */
export function startError(error: unknown, debug = false): string {
  if (error instanceof BadConfig) return `${error.message}\nAll settings: npm start -- --help`;
  if (error instanceof AccountsUnavailable) return error.reason;
  if (error instanceof AppError) {
    const faults = (error.details.errors ?? []).map(({ file, pointer, line, reason }) =>
      line === undefined
        ? `${file ?? 'document'}: ${pointer || '/'}: ${reason}`
        : `${file ?? 'document'}:${line}: ${reason}`,
    );
    return [error.message, error.details.detail, ...faults].filter((line) => line !== undefined).join('\n');
  }
  const message = `Hearsay ran into a fault of its own: ${error instanceof Error ? error.message : String(error)}`;
  const stack = error instanceof Error ? error.stack : undefined;
  return `${message}\n${debug ? stack : 'LOG_LEVEL=debug tells more.'}`;
}
