// What a client has written already: kept around its request as the database's bookmarks, so that it reads its own writes.
import { AsyncLocalStorage } from 'node:async_hooks';

/** Of one request. A database on one machine has no need of them, and makes none. */
export interface Seen {
  /** What must be in whatever is read: of writes by this client through any server. */
  given: readonly string[];
  /** Of the last write of this request. */
  made: readonly string[];
}

const current = new AsyncLocalStorage<Seen>();

/** Does the work for a client who has seen that much; `seen.made` says afterwards what it wrote. */
export const having = <T>(seen: Seen, work: () => T): T => current.run(seen, work);

/** What the client has seen for whom something is done; undefined outside of requests. */
export const seenNow = (): Seen | undefined => current.getStore();

/** Bookmarks of one write, and characters of each: those of Neo4j have about fifty. */
const [most, longest] = [8, 400];

/** As one word for a header or a cookie; empty where there are none, or more than any database makes. */
export function seenText(bookmarks: readonly string[]): string {
  if (bookmarks.length > most || bookmarks.some((one) => one.length > longest)) return '';
  return Buffer.from(bookmarks.join(' ')).toString('base64url');
}

/** The same back; none where it is no such word, whoever made it up. */
export function seenFrom(text: string | undefined): readonly string[] {
  if (text === undefined || text === '' || !/^[\w-]{1,4300}$/.test(text)) return [];
  const bookmarks = Buffer.from(text, 'base64url').toString('latin1').split(' ');
  const isPlain = (one: string): boolean => one.length <= longest && /^[\x21-\x7e]+$/.test(one);
  return bookmarks.length <= most && bookmarks.every(isPlain) ? bookmarks : [];
}
