// Articles out of files: the readable text and nothing else of it, what the file says of itself, and what cannot be read.
import { strToU8 } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { InvalidDocument } from '../../../../../server/errors.ts';
import { readMarkdown } from '../../../../../server/ingest/readers/article/markdown.ts';
import { formOfName, headlineOf, readArticle } from '../../../../../server/ingest/readers/article/read.ts';
import { Workshop } from '../../../../../server/ingest/readers/article/workshop.ts';
import { docx, encryptedPdf, manyPages, pdf } from '../../../../article-files.ts';
import { sha256 } from '../../../../builders.ts';

const workshop = new Workshop({ deadlineMs: 30_000 });
afterAll(() => workshop.close());

const read = (file: string, content: string | Uint8Array, more: { encoding?: string; declared?: string } = {}) => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return readArticle({ file, bytes, form: formOfName(file) ?? 'text', ...more }, workshop);
};
/** The one fault with which the reading ends. */
async function fault(file: string, content: string | Uint8Array, more: { encoding?: string } = {}) {
  const error: unknown = await read(file, content, more).catch((reason: unknown) => reason);
  if (!(error instanceof InvalidDocument)) throw error;
  const [first] = error.details.errors ?? [];
  expect(first?.file).toBe(file);
  return { ...first, place: [first?.line, first?.field].filter((part) => part !== undefined).join(' ') };
}

it.each([
  ['# The bridge', 'The bridge'],
  ['# The bridge  ##  ', 'The bridge'],
  ['# Learning C#', 'Learning C#'],
  ['# #', undefined],
  ['## Below\n\n# Above #', 'Above'],
  // Where each blank were tried, this would take years.
  [`# a${' '.repeat(100_000)}b`, `a${' '.repeat(100_000)}b`],
])('%# the first heading of Markdown is its title', (line, title) => {
  expect(readMarkdown('x.md', `${line}\n\nNorland is resisting the plan.\n`).title === title).toBe(true);
});

it('tells of Markdown whose parts nest too deep to be read', async () => {
  expect((await fault('deep.md', `${'> '.repeat(20_000)}x`)).reason).toBe(
    'cannot be read as markdown (its parts nest too deep)',
  );
});

const page = (head: string, body: string): string =>
  `<!doctype html><html lang="en-GB"><head><title>A page</title>${head}</head><body><nav>Home Sport</nav>${body}<footer>Imprint</footer></body></html>`;
const paragraphs =
  '<p>Norland is resisting the plan for a bridge, <b>Coast Radio</b> said on Monday, for the third time this year.</p>' +
  '<p>“We will not pay for it,” Ada Brook told the paper.<br>She did not say what would follow from that, or when.</p>';
const text =
  'Norland is resisting the plan for a bridge, Coast Radio said on Monday, for the third time this year.\n\n' +
  '“We will not pay for it,” Ada Brook told the paper.\nShe did not say what would follow from that, or when.';

describe('plain text', () => {
  it('is kept in one form, whatever its line breaks, and hashed as it is kept', async () => {
    const { article } = await read('a.txt', '\ufeffOne 🇭🇺 line.  \r\n\r\n\r\n\r\nCafe\u0301\u0000 two.\r');
    expect(article).toEqual({
      text: 'One 🇭🇺 line.\n\nCafé two.',
      textHash: sha256('One 🇭🇺 line.\n\nCafé two.'),
      dateBasis: 'unknown',
    });
  });

  it('is decoded by its mark, by what is said of it, else as UTF-8', async () => {
    const words = 'Orbán said “no”.';
    expect((await read('a.txt', Buffer.from(`\ufeff${words}`, 'utf16le'))).article.text).toBe(words);
    const windows = Buffer.from('Orb\xe1n said \x93no\x94.', 'latin1');
    expect((await read('a.txt', windows, { encoding: 'windows-1252' })).article.text).toBe(words);
    expect((await read('a.txt', windows, { declared: 'iso-8859-1' })).article.text).toBe(words);
  });

  it('names the line and the byte that are not in the encoding, and the way out', async () => {
    const told = await fault('a.txt', Buffer.from('One.\nOrb\xe1n said no.', 'latin1'));
    expect(told.line).toBe(2);
    expect(told.reason).toMatch(/not in utf-8 \(the byte 0xE1 at 8\).*--encoding windows-1252/);
    expect((await fault('a.txt', 'x', { encoding: 'klingon' })).reason).toMatch(/"klingon" is no encoding/);
    const cut = Buffer.from('A 🇭').subarray(0, 4);
    expect((await fault('a.txt', cut)).reason).toMatch(/ends in the middle of a character/);
  });

  it.each([
    ['an empty file', '', /is empty/],
    ['blanks', ' \n\t', /holds no words/],
    ['a text that is too long', 'many words '.repeat(500_000), /more than 5,000,000 characters/],
  ])('refuses %s', async (_, content, reason) => {
    expect((await fault('a.txt', content)).reason).toMatch(reason);
  });
});

describe('HTML', () => {
  it('gives what a reader sees, paragraphs apart, and nothing of scripts, styles and hidden parts', async () => {
    const body = `<article>${paragraphs}<script>alert("boo")</script><style>p{}</style><p style="display: none">boo</p><p hidden>boo</p><noscript>boo</noscript></article><template>boo</template>`;
    const { article } = await read('a.html', page('<script>let boo = "<p>boo</p>"</script>', body));
    expect(article.text).toBe(text);
    expect(article).toMatchObject({ title: 'A page', lang: 'en-GB', dateBasis: 'unknown' });
  });

  it('takes its facts from JSON-LD first, then from meta tags', async () => {
    const data = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebSite', name: 'No article' },
        {
          '@type': ['NewsArticle'],
          headline: 'Three against the bridge',
          datePublished: '2026-03-02T00:30:00+01:00',
          author: [{ '@type': 'Person', name: 'Ada Brook' }, { name: 'Bo Larch' }],
          publisher: { '@type': 'Organization', name: 'Harbour Times' },
        },
      ],
    };
    const script = `<script type="application/ld+json">{broken</script><script type="application/ld+json">${JSON.stringify(data)}</script>`;
    const meta =
      '<meta property="og:title" content="Other"><meta property="article:published_time" content="2026-03-09"><link rel="canonical" href="https://web.archive.org/web/20260303010203/https://harbour.example/bridge">';
    const { article, notes } = await read('a.html', page(script + meta, paragraphs));
    expect(article).toMatchObject({
      title: 'Three against the bridge',
      author: 'Ada Brook, Bo Larch',
      outletName: 'Harbour Times',
      publishedFrom: '2026-03-01T23:30:00Z',
      publishedTo: '2026-03-01T23:30:00Z',
      dateBasis: 'stated',
      url: 'https://harbour.example/bridge',
      archivedUrl: 'https://web.archive.org/web/20260303010203/https://harbour.example/bridge',
    });
    expect(notes).toEqual([expect.stringMatching(/JSON-LD is left aside/)]);
    const { article: other } = await read('a.html', page(meta, paragraphs));
    expect(other).toMatchObject({ title: 'Other', publishedFrom: '2026-03-09' });
  });

  it('reads the charset that its head declares', async () => {
    const bytes = Buffer.from(page('<meta charset="windows-1251">', '<p>ORBAN Орбан</p>'), 'utf8');
    const cyrillic = Buffer.from(bytes.toString('utf8').replace('Орбан', '@@@@@'), 'latin1');
    const at = cyrillic.indexOf('@@@@@');
    Buffer.from([0xce, 0xf0, 0xe1, 0xe0, 0xed]).copy(cyrillic, at);
    expect((await read('a.html', cyrillic)).article.text).toContain('Орбан');
  });

  it('tells a date that the calendar does not have, with its tag, and leaves aside one that it cannot read', async () => {
    const wrong = page('<meta property="article:published_time" content="2026-02-31T10:00:00Z">', paragraphs);
    const told = await fault('a.html', wrong);
    expect(told).toMatchObject({
      field: 'article:published_time',
      reason: expect.stringMatching(/2026-02-31.*calendar/),
    });
    const vague = page(
      '<meta name="date" content="last spring">',
      `<article><time datetime="2 March 2026">x</time>${paragraphs}</article>`,
    );
    const { article, notes } = await read('a.html', vague);
    expect(article).toMatchObject({ publishedFrom: '2026-03-02', dateBasis: 'stated' });
    expect(notes).toEqual([expect.stringMatching(/"last spring"/)]);
  });

  it('reads a page nested hundreds deep, and refuses one nested a hundred thousand deep at once', async () => {
    const nested = (depth: number) => `${'<div>'.repeat(depth)}deep words here${'</div>'.repeat(depth)}`;
    expect((await read('a.html', nested(300))).article.text).toBe('deep words here');
    expect((await fault('a.html', nested(100_000))).reason).toMatch(/nest 100000 deep/);
    expect((await read('a.html', page('', paragraphs))).article.text).toBe(text);
  });
});

describe('Markdown', () => {
  it('gives the text without its marks and the facts of the front matter', async () => {
    const file =
      '---\ntitle: "Ferry Act: a test"\nauthor: [Ada Brook, Bo Larch]\ndate: 2026-03-02\noutlet: Harbour Times\nurl: https://harbour.example/act\n---\n\n# The *Ferry* Act\n\nNorland **opposes** the [act](https://x.example).\n\n<script>alert(1)</script>\n\n- one\n- two\n';
    const { article } = await read('a.md', file);
    expect(article).toMatchObject({
      text: 'The Ferry Act\n\nNorland opposes the act.\n\none\ntwo',
      title: 'Ferry Act: a test',
      author: 'Ada Brook, Bo Larch',
      outletName: 'Harbour Times',
      publishedFrom: '2026-03-02',
      url: 'https://harbour.example/act',
    });
  });

  it.each([
    ['---\ndate: 2026-02-31\n---\nWords.', 'front matter, date', /2026-02-31.*calendar/],
    ['---\ntitle: "open\n---\nWords.', '2 front matter', /is no YAML/],
  ])('refuses %j', async (content, place, reason) => {
    const told = await fault('a.md', content);
    expect(told.place).toBe(place);
    expect(told.reason).toMatch(reason);
  });
});

describe('PDF', () => {
  it('joins lines into paragraphs, over hyphens, and takes title, author and the day it was saved', async () => {
    const file = pdf(
      [
        [
          ['Norland opposes the bridge, offi-', 'cials said on Monday.'],
          ['A second', 'paragraph.'],
        ],
        [['Another page.']],
      ],
      { Title: 'The bridge', Author: 'Ada Brook', CreationDate: "D:20260302101500+01'00'" },
    );
    expect((await read('a.pdf', file)).article).toMatchObject({
      text: 'Norland opposes the bridge, officials said on Monday.\n\nA second paragraph.\n\nAnother page.',
      title: 'The bridge',
      author: 'Ada Brook',
      publishedTo: '2026-03-02T09:15:00Z',
      dateBasis: 'inferred',
    });
  });

  it.each([
    ['without text', pdf([[], []]), /holds no text on its 2 pages.*OCR/],
    ['encrypted', encryptedPdf('secret'), /is encrypted/],
    ['of too many pages', manyPages(2001), /2,001 pages; at most 2000/],
    ['cut off', pdf([[['Words.']]]).subarray(0, 200), /is no PDF that can be read|holds no text|cannot be read/],
    ['saved on 31 February', pdf([[['Words.']]], { CreationDate: 'D:20260231' }), /2026-02-31.*calendar/],
  ])('refuses one %s', async (_, file, reason) => {
    expect((await fault('a.pdf', file)).reason).toMatch(reason);
  });
});

describe('Word', () => {
  it('gives paragraphs and properties', async () => {
    const file = docx(['Norland opposes the bridge.', 'Officials said <so> & more.'], {
      title: 'The bridge',
      author: 'Ada Brook',
      modified: '2026-03-02T09:15:00Z',
    });
    expect((await read('a.docx', file)).article).toMatchObject({
      text: 'Norland opposes the bridge.\n\nOfficials said <so> & more.',
      title: 'The bridge',
      author: 'Ada Brook',
      publishedTo: '2026-03-02T09:15:00Z',
      dateBasis: 'inferred',
    });
  });

  it('reads a PDF by its bytes whatever its name says', async () => {
    expect((await read('a.docx', pdf([[['Words of a PDF.']]]))).article.text).toBe('Words of a PDF.');
  });

  it.each([
    ['a zip of something else', docx(['x']).subarray(0, 40), /is no Word document/],
    ['one without a document', Buffer.from('PK\u0003\u0004 nothing'), /is no Word document/],
    ['an encrypted one', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), /is encrypted/],
    ['a bomb', docx(['x'], {}, { 'word/footnotes.xml': new Uint8Array(120_000_000) }), /unpack to more than 100 MB/],
  ])('refuses %s', async (_, file, reason) => {
    expect((await fault('a.docx', file)).reason).toMatch(reason);
  });

  it('leaves out what is no text of it, however large', async () => {
    const file = docx(
      ['Words.'],
      {},
      { 'word/media/image1.png': [new Uint8Array(30_000_000), { level: 1 }], 'word/notes.bin': strToU8('x') },
    );
    expect((await read('a.docx', file)).article.text).toBe('Words.');
  });
});

describe('the workshop', () => {
  it('ends a file that takes too long, and reads the next one', async () => {
    const hasty = new Workshop({ deadlineMs: 1 });
    const bytes = Buffer.from(page('', paragraphs.repeat(3000)));
    const error: unknown = await readArticle({ file: 'a.html', bytes, form: 'html' }, hasty).catch(
      (reason: unknown) => reason,
    );
    expect((error as InvalidDocument).details.errors?.[0]?.reason).toMatch(/could not be read within 0.001 s/);
    await hasty.close();
  });

  it('ends a file that takes too much memory, and reads the next one', async () => {
    const small = new Workshop({ memoryMb: 128 });
    const bytes = Buffer.from(page('', paragraphs.repeat(80_000)));
    const error: unknown = await readArticle({ file: 'big.html', bytes, form: 'html' }, small).catch(
      (reason: unknown) => reason,
    );
    expect((error as InvalidDocument).details.errors?.[0]?.reason).toMatch(/takes more than 128 MB/);
    const { article } = await readArticle(
      { file: 'a.html', bytes: Buffer.from(page('', paragraphs)), form: 'html' },
      small,
    );
    expect(article.text).toBe(text);
    await small.close();
  }, 120_000);
});

describe('the headline of a plain text', () => {
  it('is its first line where that looks like one', () => {
    expect(headlineOf('Three against the bridge\n\nNorland is against it.')).toBe('Three against the bridge');
    expect(headlineOf('\uFEFF“We will not pay” says Norland\r\nThe minister spoke.')).toBe(
      '“We will not pay” says Norland',
    );
    for (const text of [
      'Norland is against the bridge.\n\nSo is Sudmark.',
      'Three against the bridge',
      'by Ada Brook\n\nNorland is against it.',
      `${'Long '.repeat(50)}\n\nNorland.`,
    ])
      expect(headlineOf(text), text).toBeUndefined();
  });
});
