// Files that are not in UTF-8 are named, rather than read with other characters in place of theirs.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readDocuments } from '../../../server/commands/read-files.ts';
import { InvalidDocument } from '../../../server/errors.ts';
import { tempFolder } from '../../temp.ts';

async function read(bytes: Buffer): Promise<unknown[]> {
  const file = join(tempFolder(), 'document.json');
  writeFileSync(file, bytes);
  const read: unknown[] = [];
  for await (const { json } of readDocuments([file])) read.push(json);
  return read;
}

it('reads UTF-8, with and without a byte order mark', async () => {
  for (const mark of ['', '\uFEFF']) {
    expect(await read(Buffer.from(`${mark}{"name": "Orbán 🇭🇺"}`))).toEqual([{ name: 'Orbán 🇭🇺' }]);
  }
});

it.each([
  ['Latin 1', Buffer.from('{"name": "Orbán"}', 'latin1')],
  ['UTF-16', Buffer.from('\uFEFF{"name": "Orbán"}', 'utf16le')],
  ['half a surrogate pair', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
  ['a character cut off', Buffer.concat([Buffer.from('"'), Buffer.from('🇭').subarray(0, 3), Buffer.from('"')])],
])('refuses %s and names the file', async (_, bytes) => {
  const error: unknown = await read(bytes).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(InvalidDocument);
  expect((error as InvalidDocument).message).toMatch(/document\.json is not in UTF-8; .*nothing was written/);
  expect((error as InvalidDocument).details.errors).toEqual([
    { file: expect.stringContaining('document.json'), pointer: '', reason: expect.stringContaining('is not in UTF-8') },
  ]);
});
