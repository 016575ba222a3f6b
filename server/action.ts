// What is being done: kept around a request or a command that may change something, for the audit log.
import { AsyncLocalStorage } from 'node:async_hooks';

export interface Action {
  /** In words, such as "Takes in a claims document". */
  readonly words: string;
  /** The method and the path of a request, the command line of a command. */
  readonly address: string | null;
  /** Whether the log has it: an action of several transactions is one entry, written with the first. */
  isLogged: boolean;
}

const current = new AsyncLocalStorage<Action>();

/** Does the work as an action; whatever it changes is put into the audit log under it. */
export const doing = <T>(words: string, address: string | null, work: () => T): T =>
  current.run({ words, address, isLogged: false }, work);

/** The action under way; undefined for what the program does by itself, which is not logged. */
export const actionNow = (): Action | undefined => current.getStore();
