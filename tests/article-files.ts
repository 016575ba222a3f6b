// Makes small PDF and Word files for tests, byte by byte, so that no file of anybody's is kept among them.
import { createHash } from 'node:crypto';
import { strToU8, type Zippable, zipSync } from 'fflate';

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

/** A PDF of these objects, the first of which is the catalogue; `trailer` is added to its trailer. */
function pdfOf(objects: readonly string[], trailer = ''): Buffer {
  let file = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = file.length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return latin1(file);
}

const stream = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
const drawn = (lines: readonly { y: number; words: string }[]): string =>
  lines.map(({ y, words }) => `BT /F1 12 Tf 72 ${y} Td (${words.replace(/[\\()]/g, '\\$&')}) Tj ET`).join('\n');

/** Paragraphs, each given as its lines, on one page each list; an empty page is a page without text. */
export function pdf(pages: readonly (readonly (readonly string[])[])[], info: Record<string, string> = {}): Buffer {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '', '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'];
  const kids = pages.map((paragraphs) => {
    let y = 740;
    const lines = paragraphs.flatMap((paragraph) => {
      y -= 20;
      return paragraph.map((words) => {
        y -= 14;
        return { y, words };
      });
    });
    objects.push(stream(drawn(lines)));
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${objects.length} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    return `${objects.length} 0 R`;
  });
  objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`;
  objects.push(
    `<< ${Object.entries(info)
      .map(([name, value]) => `/${name} (${value})`)
      .join(' ')} >>`,
  );
  return pdfOf(objects, `/Info ${objects.length} 0 R`);
}

function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at);
  const swap = (a: number, b: number): void => {
    [state[a], state[b]] = [state[b] as number, state[a] as number];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + (state[i] as number) + (key[i % key.length] as number)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + (state[i] as number)) & 255;
      swap(i, j);
      return byte ^ (state[((state[i] as number) + (state[j] as number)) & 255] as number);
    }),
  );
}

/** A PDF that opens only with a password (ISO 32000-1, 7.6.3, revision 2). */
export function encryptedPdf(password: string): Buffer {
  const filler = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex');
  const padded = Buffer.concat([latin1(password), filler]).subarray(0, 32);
  const md5 = (...parts: Buffer[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest();
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const id = Buffer.alloc(16, 7);
  const allowed = Buffer.alloc(4);
  allowed.writeInt32LE(-4);
  const user = rc4(md5(padded, owner, allowed, id).subarray(0, 5), filler);
  const hex = (bytes: Buffer): string => `<${bytes.toString('hex')}>`;
  return pdfOf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [] /Count 0 >>',
      `<< /Filter /Standard /V 1 /R 2 /O ${hex(owner)} /U ${hex(user)} /P -4 >>`,
    ],
    `/Encrypt 3 0 R /ID [${hex(id)} ${hex(id)}]`,
  );
}

/** A PDF with the same page so many times. */
export const manyPages = (count: number): Buffer =>
  pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${'3 0 R '.repeat(count)}] /Count ${count} >>`,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>',
  ]);

const xml = (text: string): string => text.replace(/[<>&]/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** A Word document; `further` are more parts of its package, by name. */
export function docx(
  paragraphs: readonly string[],
  { title, author, modified }: { title?: string; author?: string; modified?: string } = {},
  further: Zippable = {},
): Uint8Array {
  const body = paragraphs.map((words) => `<w:p><w:r><w:t xml:space="preserve">${xml(words)}</w:t></w:r></w:p>`);
  const relation = 'http://schemas.openxmlformats.org';
  const core = [
    title === undefined ? '' : `<dc:title>${xml(title)}</dc:title>`,
    author === undefined ? '' : `<dc:creator>${xml(author)}</dc:creator>`,
    modified === undefined ? '' : `<dcterms:modified xsi:type="dcterms:W3CDTF">${modified}</dcterms:modified>`,
  ];
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<?xml version="1.0"?><Types xmlns="${relation}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<?xml version="1.0"?><Relationships xmlns="${relation}/package/2006/relationships"><Relationship Id="r1" Type="${relation}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="${relation}/wordprocessingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`,
    ),
    'docProps/core.xml': strToU8(
      `<?xml version="1.0"?><cp:coreProperties xmlns:cp="${relation}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${core.join('')}</cp:coreProperties>`,
    ),
    ...further,
  });
}
