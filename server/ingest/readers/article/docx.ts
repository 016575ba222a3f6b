// The text of a Word document (.docx) and what its properties say.
import { unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { refuse } from '../faults.ts';
import { fragmentText, parsePage } from './html.ts';
import type { Found } from './make.ts';

/** Bytes of a document's parts, unpacked, that are read: a text of 5,000,000 characters with its markup. */
const mostBytes = 100_000_000;
/** What is read of the package: never pictures, fonts or embedded files. */
const wanted = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:_rels\/)?[\w.-]+\.(?:xml|rels))$/;
const old = [0xd0, 0xcf, 0x11, 0xe0];

/** The parts with text, each unpacked into no more room than the limit leaves: what says it is small and is not, is cut off. */
function unpack(file: string, bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted.test(name)) return false;
        total += originalSize;
        if (total > mostBytes) throw new RangeError(`its parts unpack to more than ${mostBytes / 1_000_000} MB`);
        return true;
      },
    });
  } catch (error) {
    // An encrypted document is in the container that Word used before .docx.
    if (old.every((byte, at) => bytes[at] === byte))
      refuse({ file, reason: 'is encrypted, or a Word document of the old form; save it as .docx without a password' });
    return refuse({ file, reason: `is no Word document that can be read (${(error as Error).message})` });
  }
}

function properties(core: Uint8Array | undefined): Omit<Found, 'text'> {
  if (core === undefined) return {};
  const xml = new TextDecoder().decode(core);
  const value = (name: string): string | undefined => {
    const inner = new RegExp(`<${name}(?:\\s[^>]{0,300})?>([^<]{0,2000})</${name}>`).exec(xml)?.[1];
    // Entities are the parser's business.
    return inner === undefined ? undefined : parsePage(`<p>${inner}</p>`).body.textContent?.trim() || undefined;
  };
  const modified = value('dcterms:modified') ?? value('dcterms:created');
  return {
    title: value('dc:title'),
    author: value('dc:creator'),
    lang: value('dc:language'),
    dates: modified === undefined ? [] : [{ field: 'last saved (core properties)', value: modified, madeThen: true }],
  };
}

/** Throws InvalidDocument for what is no Word document, is encrypted, or unpacks to more than an article can be. */
export async function readDocx(file: string, bytes: Uint8Array): Promise<Found> {
  const parts = unpack(file, bytes);
  if (parts['word/document.xml'] === undefined)
    refuse({ file, reason: 'is no Word document: it is a zip without word/document.xml' });
  // Packed anew, without what was left out; a picture that is no longer there is not asked for.
  const safe = Buffer.from(zipSync(parts, { level: 0 }));
  const options = {
    includeEmbeddedStyleMap: false,
    convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    ignoreEmptyParagraphs: true,
  };
  const { value } = await mammoth.convertToHtml({ buffer: safe }, options).catch(() =>
    // It tells places within its own parser, of a part that nobody has seen.
    refuse({ file, reason: 'is a damaged Word document: its markup cannot be read; open it and save it anew' }),
  );
  return { text: fragmentText(value), ...properties(parts['docProps/core.xml']) };
}
