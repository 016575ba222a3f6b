// Reads a PNG file back: its chunks, each sum checked, and the texts in it.
import { crc32, inflateSync } from 'node:zlib';

export interface Chunk {
  type: string;
  data: Buffer;
}

/** Throws where a chunk's sum is wrong. */
export function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const body = png.subarray(at + 4, at + 8 + length);
    if (png.readUInt32BE(at + 8 + length) !== crc32(body)) throw new Error(`The chunk at ${at} is broken.`);
    chunks.push({ type: body.toString('latin1', 0, 4), data: body.subarray(4) });
    at += 12 + length;
  }
  return chunks;
}

/** The texts of the iTXt chunks by keyword. */
export function textsOf(png: Buffer): Record<string, string> {
  const texts = chunksOf(png)
    .filter(({ type }) => type === 'iTXt')
    .map(({ data }) => {
      const end = data.indexOf(0);
      const body = data.subarray(end + 5);
      return [data.toString('latin1', 0, end), (data[end + 1] === 1 ? inflateSync(body) : body).toString('utf8')];
    });
  return Object.fromEntries(texts);
}

/** Its width and height in pixels. */
export const sizeOf = (png: Buffer): [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)];
