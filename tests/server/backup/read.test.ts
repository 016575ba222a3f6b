// A backup that somebody made to fill the memory is refused like any other that is damaged.
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { expect, it } from 'vitest';
import { checkBackup } from '../../../server/backup/read.ts';
import { tempFolder } from '../../temp.ts';

it('a line that does not end is told before it is held', { timeout: 300_000 }, async () => {
  const file = join(tempFolder(), 'long');
  const piece = Buffer.alloc(1_000_000, 'x');
  function* content() {
    for (let at = 0; at < 300; at++) yield piece;
  }
  await pipeline(Readable.from(content()), createGzip({ level: 1 }), createWriteStream(file));
  await expect(checkBackup(file, 1)).rejects.toThrow(/is damaged: line 1 does not end/);
});
