// Who acts: kept around every request and command, so that whatever they change can be put down to them.
import { AsyncLocalStorage } from 'node:async_hooks';
import { type Role, roles } from './schema/accounts.ts';

export { type Role, roles };

export interface Who {
  /** The account's name; of a command the name of the system's user; null where there are no accounts. */
  readonly name: string | null;
  readonly role: Role;
  /** How it came in. */
  readonly via: 'page' | 'token' | 'proxy' | 'open' | 'command line' | 'program';
  /** The request's id, as in the log; null outside of requests. */
  readonly request: string | null;
}

/** The program itself: what it does at the start, and on time. */
const program: Who = { name: null, role: 'admin', via: 'program', request: null };

const current = new AsyncLocalStorage<Who>();

/** Does the work as somebody; whatever it awaits is done as them too. */
export const actAs = <T>(who: Who, work: () => T): T => current.run(who, work);

/** Who acts now; the program itself where nobody was named. */
export const whoActs = (): Who => current.getStore() ?? program;

/** Whether the one role includes the other. */
export const mayActAs = (role: Role, needed: Role): boolean => roles.indexOf(role) >= roles.indexOf(needed);
