// Texts in a PNG file, read back chunk by chunk as the specification has them.
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { withTexts } from '../../../client/export/png-text.ts';
import { chunksOf, textsOf } from '../../png.ts';

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
};
const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
/** One grey pixel. */
const pixel = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
  chunk('IHDR', header),
  chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
  chunk('IEND', Buffer.alloc(0)),
]);

it('stand after the header, with their sums, plain or compressed', async () => {
  const long = 'Угорщина 🙂 '.repeat(500);
  const file = await withTexts(new Blob([pixel]), [
    { keyword: 'Title', text: 'Hearsay: “invitation”' },
    { keyword: 'Provenance', zlib: new Uint8Array(deflateSync(Buffer.from(long))) },
  ]);
  const bytes = Buffer.from(await file.arrayBuffer());
  expect(chunksOf(bytes).map(({ type }) => type)).toEqual(['IHDR', 'iTXt', 'iTXt', 'IDAT', 'IEND']);
  expect(textsOf(bytes)).toEqual({ Title: 'Hearsay: “invitation”', Provenance: long });
  expect(inflateSync(chunksOf(bytes)[3]?.data as Buffer)).toEqual(Buffer.from([0, 128]));
});
