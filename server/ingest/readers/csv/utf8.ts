// Passes the bytes of a file on as long as they are UTF-8, and says in which line they are not.
import { isUtf8 } from 'node:buffer';
import type { CsvFault } from './faults.ts';

/** The file cannot be read as text from some line on. */
export class NotText extends Error {
  readonly fault: CsvFault;
  constructor(fault: CsvFault) {
    super(fault.reason);
    this.fault = fault;
  }
}

const newline = 0x0a;

function breaks(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) count += 1;
  return count;
}

/** How many of the bytes are whole characters, at most three fewer than there are; -1 where they are not UTF-8. */
function wholeCharacters(bytes: Buffer): number {
  for (let end = bytes.length; end >= 0 && end > bytes.length - 4; end -= 1) {
    if (isUtf8(bytes.subarray(0, end))) return end;
  }
  return -1;
}

/** The first line that is not UTF-8, counted from 0 within the bytes, and its first byte that is beyond ASCII. */
function firstBad(bytes: Buffer): { line: number; byte: number } {
  let line = 0;
  for (let start = 0; start <= bytes.length; line += 1) {
    const found = bytes.indexOf(newline, start);
    const end = found === -1 ? bytes.length : found;
    const part = bytes.subarray(start, end);
    if (!isUtf8(part)) return { line, byte: part.find((byte) => byte > 0x7f) ?? 0 };
    start = end + 1;
  }
  return { line: Math.max(0, line - 1), byte: 0 };
}

/** The same bytes in parts that end between characters. Throws NotText where they are not UTF-8. */
export async function* checkedUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  let begun = false;
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    if (!begun && bytes.length >= 2) {
      begun = true;
      const mark = bytes.readUInt16BE(0);
      if (mark === 0xfffe || mark === 0xfeff) {
        throw new NotText({ reason: 'is in UTF-16; save it as UTF-8' });
      }
    }
    const end = wholeCharacters(bytes);
    if (end === -1) {
      const bad = firstBad(bytes);
      const byte = `0x${bad.byte.toString(16).toUpperCase().padStart(2, '0')}`;
      throw new NotText({
        line: line + bad.line,
        reason: `is not in UTF-8 (the byte ${byte}); save the file as UTF-8, it may be in Windows-1252`,
      });
    }
    const part = bytes.subarray(0, end);
    rest = bytes.subarray(end);
    line += breaks(part);
    if (part.length > 0) yield part;
  }
  if (rest.length > 0)
    throw new NotText({ line, reason: 'ends in the middle of a character; the file may be cut off' });
}
