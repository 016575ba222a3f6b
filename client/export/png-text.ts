// Texts inside a PNG file: iTXt chunks after its header (PNG specification, third edition, 11.3.3.4).

const signature = 8;
const chunkFrame = 12;

let table: Uint32Array | undefined;
/** CRC-32 as PNG has it (ISO 3309). */
function crcOf(bytes: Uint8Array): number {
  if (!table) {
    table = new Uint32Array(256);
    for (let index = 0; index < 256; index++) {
      let value = index;
      for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
      table[index] = value >>> 0;
    }
  }
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 255] as number) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** A text by its keyword: 1 to 79 Latin letters. `zlib` is it in UTF-8, compressed already. */
export type PngText = { keyword: string } & ({ text: string } | { zlib: Uint8Array });

function chunk(of: PngText): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const compressed = 'zlib' in of;
  const content = compressed ? of.zlib : encoder.encode(of.text);
  // Keyword, whether and how it is compressed, language and translated keyword, both empty.
  const head = encoder.encode(`iTXt${of.keyword}\0${compressed ? '\u0001' : '\0'}\0\0\0`);
  const bytes = new Uint8Array(8 + head.length + content.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, head.length - 4 + content.length);
  bytes.set(head, 4);
  bytes.set(content, 4 + head.length);
  view.setUint32(bytes.length - 4, crcOf(bytes.subarray(4, bytes.length - 4)));
  return bytes;
}

/** The file with the texts in it. */
export async function withTexts(png: Blob, texts: readonly PngText[]): Promise<Blob> {
  const head = new DataView(await png.slice(signature, signature + 4).arrayBuffer());
  const after = signature + head.getUint32(0) + chunkFrame;
  return new Blob([png.slice(0, after), ...texts.map(chunk), png.slice(after)], { type: 'image/png' });
}
