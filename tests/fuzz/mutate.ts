// Spoils a good file by chance, the same for the same numbers: bytes changed, cut, doubled, moved, and words that readers trip over.

import { unzipSync, zipSync } from 'fflate';

/** Numbers from 0 to below 1. */
export type Chance = () => number;

/** The same numbers for the same seed: mulberry32, by Tommy Ettinger (public domain). */
export function chanceOf(seed: number): Chance {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const words = [
  ...[
    '<',
    '>',
    '</p>',
    '<script>',
    '<!--',
    '<![CDATA[',
    '&#0;',
    '&#x110000;',
    '\u0000',
    '\ufeff',
    '\u202e',
    '\ud83d\ude00',
  ],
  ...['{', '}', '[', ']', '"', '\\u', '\\', ',', ':', 'null', 'true', '1e999', '-1', '999999999999', '"__proto__":{}'],
  ...['\n', '\r', '\r\n', '\t', ';', ' ', 'T1', 'E1', '0 0', '5 2', '#', '---\n', '```', '[a](b', '*'.repeat(50)],
  ...[
    'endstream',
    'endobj',
    'stream\n',
    'xref',
    '/Length 99999999',
    '/Kids [2 0 R]',
    '/Filter /FlateDecode',
    'PK\u0003\u0004',
  ],
  ...['2026-02-31', '0000-00-00', 'constructor', 'ClaimReview', '('.repeat(500), '<div>'.repeat(500), '['.repeat(500)],
].map((word) => Buffer.from(word, 'utf8'));

const below = (chance: Chance, most: number): number => Math.floor(chance() * most);

/** One change: where it is, how long, and what comes there all depend on chance. */
function change(bytes: Buffer, chance: Chance): Buffer {
  const at = below(chance, bytes.length + 1);
  const end = Math.min(bytes.length, at + 1 + below(chance, chance() < 0.8 ? 12 : bytes.length));
  const [before, part, after] = [bytes.subarray(0, at), bytes.subarray(at, end), bytes.subarray(end)];
  const word = words[below(chance, words.length)] ?? Buffer.alloc(0);
  switch (below(chance, 7)) {
    case 0:
      return Buffer.concat([before, Buffer.from(part.map(() => below(chance, 256))), after]);
    case 1:
      return Buffer.concat([before, after]);
    case 2:
      return Buffer.concat([before, part, part, after]);
    case 3:
      return Buffer.concat([before, word, part, after]);
    case 4:
      return Buffer.concat([before, word, after]);
    case 5:
      return Buffer.concat([after, before, part]);
    default:
      return before.length > 0 && chance() < 0.3 ? before : Buffer.concat([before, part.reverse(), after]);
  }
}

/** A zip of which one part was spoilt before it was packed: what is damaged as a zip alone is never looked into. */
export function mutatedPart(zip: Uint8Array, chance: Chance): Buffer {
  const parts = unzipSync(zip);
  const names = Object.keys(parts);
  const name = names[below(chance, names.length)] ?? '';
  return Buffer.from(zipSync({ ...parts, [name]: mutated(parts[name] ?? Buffer.alloc(0), chance) }, { level: 0 }));
}

/** The file after one to eight changes; it grows to four times its length at most. */
export function mutated(file: Uint8Array, chance: Chance): Buffer {
  let bytes: Buffer = Buffer.from(file);
  for (let left = 1 + below(chance, 8); left > 0; left--) bytes = change(Buffer.from(bytes), chance);
  // One without a byte is no file to a server, and is refused as that.
  return bytes.length === 0 ? Buffer.from(' ') : bytes.subarray(0, 4 * file.length + 5000);
}
