// A cursor is a position in a sorted list, opaque to whoever passes it on: base64url of JSON.
import { createHash } from 'node:crypto';
import { InvalidRequest } from '../errors.ts';

const broken = 'is broken: take it from `next` of the page before';
const foreign =
  'belongs to another page: take it from `next` of the page before, with the same key, types, direction and filter';

/** A position of texts, such as type, other key and number. */
export function writeCursor(position: readonly string[]): string {
  return Buffer.from(JSON.stringify(position), 'utf8').toString('base64url');
}

/** The position; throws InvalidRequest on anything that `writeCursor` would not have written. */
export function readCursor(cursor: string, length: number): string[] {
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const texts = Array.isArray(position) && position.every((part) => typeof part === 'string') ? position : [];
    if (texts.length === length && writeCursor(texts) === cursor) return texts;
  } catch {
    // Not JSON: told below like every other broken cursor.
  }
  return refuse(broken);
}

function refuse(reason: string): never {
  throw new InvalidRequest(`cursor: ${reason}.`, { errors: [{ field: 'cursor', reason }] });
}

/** The list a page is cut from: the neighbours of one node under one filter. */
export interface PagedList {
  key: string;
  types?: readonly string[] | undefined;
  direction: string;
  /** The name of the evidence filter, where there is one. */
  filter?: string | undefined;
}

/** Tells lists apart in a few characters; the order of the types makes no other list. */
function nameOf({ key, types = [], direction, filter = '' }: PagedList): string {
  const said = JSON.stringify([key, direction, filter, ...[...new Set(types)].sort()]);
  return createHash('sha256').update(said).digest('base64url').slice(0, 12);
}

export function writePageCursor(list: PagedList, position: readonly string[]): string {
  return writeCursor([nameOf(list), ...position]);
}

/** The position in this list, or undefined for its first page; throws InvalidRequest on a cursor of another list. */
export function readPageCursor(list: PagedList, cursor: string | undefined, length: number): string[] | undefined {
  if (cursor === undefined) return undefined;
  const [name, ...position] = readCursor(cursor, length + 1);
  return name === nameOf(list) ? position : refuse(foreign);
}

/** A number that a position holds as text: how many of a group were given. */
export function countIn(text: string): number {
  return /^\d{1,6}$/.test(text) ? Number(text) : refuse(broken);
}
