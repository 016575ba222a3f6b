// A cursor is a position in a sorted list, opaque to whoever passes it on: base64url of JSON.
import { InvalidRequest } from '../errors.ts';

const broken = 'is broken: take it from `next` of the page before';

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
  throw new InvalidRequest(`cursor: ${broken}.`, { errors: [{ field: 'cursor', reason: broken }] });
}
