// From the bytes of a text file to its characters: by its byte order mark, by what is said of it, else as UTF-8.
import { refuse } from '../faults.ts';

export interface Encoded {
  /** Named in the fault. */
  file: string;
  bytes: Uint8Array;
  /** What the person says it is: outranks what the file says of itself. */
  encoding?: string | undefined;
  /** What the file or its address says. */
  declared?: string | undefined;
  /** Keeps a byte order mark as the character that it is, for offsets that count it. */
  keepMark?: boolean | undefined;
}

const wayOut = 'say which it is with --encoding, such as --encoding windows-1252 (over HTTP, charset in Content-Type)';

/** The encoding by the mark at the file's beginning: it outranks everything, as in the WHATWG Encoding Standard. */
function byMark(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

/** Throws InvalidDocument for a name of no encoding that is known. */
function decoderOf(file: string, label: string, ignoreBOM: boolean): TextDecoder {
  try {
    return new TextDecoder(label.trim(), { fatal: true, ignoreBOM });
  } catch {
    const named = JSON.stringify(label.slice(0, 40));
    return refuse({ file, field: 'encoding', reason: `${named} is no encoding that is known; ${wayOut}` });
  }
}

/** Bytes that decode without a fault, from the first one on. */
function goodBytes(bytes: Uint8Array, encoding: string): { good: number; text: string } {
  const decoded = (end: number): string | null => {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
    } catch {
      return null;
    }
  };
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (decoded(middle) === null) high = middle - 1;
    else low = middle;
  }
  const text = decoded(low) ?? '';
  // The bytes of a character that goes on wrongly decode up to the wrong one: it begins where the text ends.
  const mark = byMark(bytes) === 'utf-8' ? 3 : 0;
  return { good: encoding === 'utf-8' && low < bytes.length ? mark + Buffer.byteLength(text) : low, text };
}

/** What windows-1252 has at 0x80–0x9F; some versions of Node leave the controls of Latin 1 there. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const likeWindows = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (letter) => windows[letter.charCodeAt(0) - 0x80] ?? letter);

/** Throws InvalidDocument that names the line, the byte and the way out where the bytes are not in the encoding. */
export function decode({ file, bytes, encoding, declared, keepMark = false }: Encoded): string {
  const label = byMark(bytes) ?? encoding ?? declared ?? 'utf-8';
  const decoder = decoderOf(file, label, keepMark);
  try {
    const text = decoder.decode(bytes);
    return decoder.encoding === 'windows-1252' ? likeWindows(text) : text;
  } catch {
    const { good, text } = goodBytes(bytes, decoder.encoding);
    const byte = bytes[good];
    const place =
      byte === undefined
        ? 'it ends in the middle of a character and may be cut off'
        : `the byte 0x${byte.toString(16).toUpperCase().padStart(2, '0')} at ${good}`;
    const line = text.split('\n').length;
    return refuse({ file, line, reason: `is not in ${decoder.encoding} (${place}); ${wayOut}` });
  }
}
