import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { briefOf } from '../../../server/views/hearsay/brief/document.ts';
import { toHtml, toPage } from '../../../server/views/hearsay/brief/html.ts';
import { escapeMarkdown, safeUrl, toMarkdown } from '../../../server/views/hearsay/brief/markdown.ts';
import { subsetsOf } from '../../../server/views/hearsay/brief/typeface.ts';
import { article, assertion, data, position } from './brief-builders.ts';

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '[click](javascript:alert(1))',
  '![x](http://evil.example/p.png)',
  '**bold** _it_ `code` ~~gone~~ $x$',
  '# heading\n- item\n| cell | cell |',
  '[^1]: a note of its own',
  'http://evil.example www.evil.example a@evil.example',
  '</style></q></bdi>',
  '\u202Egnp.exe\u0000\u0007',
  '&lt;b&gt; &amp;',
];

const briefWith = (words: string) =>
  briefOf(
    data({
      plan: { key: 'plan:x', name: words, labels: ['Plan'] },
      filter: {
        asOf: null,
        without: [{ key: 'outlet:x', name: words }],
        case: { key: 'case:x', name: words },
        grade: null,
      },
      positions: [
        position(
          [
            assertion('a', article('post', words, { title: words, url: `https://example.org/${words}` }), {
              quote: words,
              hedge: words,
              condition: words,
              inferred: words,
              chains: [[{ key: 'source:x', label: 'Source', name: words, how: null, sourceKind: 'anonymous' }]],
            }),
          ],
          { holder: { key: 'country:x', name: words, labels: ['Country'] } },
        ),
      ],
    }),
    [],
  );

/** The text a reader sees of inline Markdown: escapes and character references taken back. */
const plain = (markdown: string): string => markdown.replace(/&amp;/g, '&').replace(/\\([!-/:-@[-`{-~])/g, '$1');

test('names and quotations are text in HTML: no element, attribute or style of theirs', () => {
  for (const words of hostile) {
    const html = toHtml(briefWith(words));
    expect(html).not.toMatch(/<script|<img|onerror=(?!alert)|javascript:(?!alert)/i);
    expect(html.match(/<style>/g)).toHaveLength(1);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    const tags = new Set([...html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, tag]) => tag?.toLowerCase()));
    const known =
      'html head meta title style body main h1 h2 h3 p ul ol li strong bdi q sup a div table caption thead tbody tr th td section';
    expect([...tags].filter((tag) => !known.split(' ').includes(tag ?? ''))).toEqual([]);
    for (const [, url] of html.matchAll(/ href="([^"]*)"/g)) expect(url).toMatch(/^(?:#|https:\/\/example\.org\/)/);
    for (const sign of ['\u0000', '\u0007', '\u202e']) expect(html).not.toContain(sign);
  }
});

test('names and quotations are text in Markdown: no markup, link, note, heading or row of theirs', () => {
  for (const words of hostile) {
    const markdown = toMarkdown(briefWith(words));
    expect(markdown).not.toMatch(/(?<!\\)<(?!https)/);
    for (const [, url] of markdown.matchAll(/(?<!\\)\]\(<([^>]*)>\)/g))
      expect(url).toMatch(/^https:\/\/example\.org\//);
    expect(markdown.match(/^# /gm)).toHaveLength(1);
    expect(markdown.match(/^\[\^\d+\]:/gm)).toHaveLength(1);
    const rows = markdown.split('\n').filter((line) => line.startsWith('|'));
    expect(new Set(rows.map((row) => row.replace(/\\\|/g, '').split('|').length)).size).toBe(1);
    // What stands between < and > is the target of a link to the article's own site.
    expect(markdown.replace(/<https:[^>]*>/g, '')).not.toMatch(/https?:\/\/evil|www\.evil|a@evil/);
  }
});

test('marks that turn the direction of text are taken out, joiners of letters stay, in both formats', () => {
  const marks = '\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069';
  const words = `می\u200cخواهم क्\u200dष ab${marks}cd e\u0085\n\tf`;
  for (const text of [toHtml(briefWith(words)), toMarkdown(briefWith(words))]) {
    expect(text).toContain('می\u200cخواهم क्\u200dष abcd e f');
    for (const mark of marks) expect(text).not.toContain(mark);
  }
});

test('escaped Markdown still says what was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'abc *_`[]()<>|~^$#!\\&:/@.-+=1w'), maxLength: 40 }), (words) => {
      expect(plain(escapeMarkdown(words))).toBe(words);
    }),
  );
  expect(escapeMarkdown('- item')).toBe('\\- item');
  expect(escapeMarkdown('12. item')).toBe('12\\. item');
  expect(escapeMarkdown('a\nb')).toBe('a b');
});

test('only addresses of the web become links', () => {
  expect(safeUrl('javascript:alert(1)')).toBeUndefined();
  expect(safeUrl('data:text/html,x')).toBeUndefined();
  expect(safeUrl('https://example.org/a\u202eb')).toBe('https://example.org/a%E2%80%AEb');
  expect(safeUrl('https://example.org/a b>(c)"')).toBe('https://example.org/a%20b%3E%28c%29%22');
});

test('the page needs nothing else: no script, no file, and a policy that allows its own style and typeface alone', () => {
  const { text: html, policy } = toPage(briefWith('x'));
  expect(html).not.toMatch(/\b(?:src|srcset)=|@import|url\((?!data:font\/woff2;base64,)/);
  const style = /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  expect(policy).toBe(
    `default-src 'none'; style-src 'sha256-${hash}'; font-src data:; base-uri 'none'; form-action 'none'`,
  );
  expect(html).toContain('@media print');
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
});

test('the page brings the typeface along, of it only what its text is written in', () => {
  expect(subsetsOf('Hungary opposes it – “no” to € 5')).toEqual(['latin']);
  expect(subsetsOf('Erdoğan, Șoșoacă')).toEqual(['latin', 'latin-ext']);
  expect(subsetsOf('Зеленський')).toEqual(['cyrillic']);
  expect(subsetsOf('漢字')).toEqual([]);
  const faces = (words: string) => [
    ...toHtml(briefWith(words)).matchAll(/@font-face \{ font-family: "Inter Variable"/g),
  ];
  expect(faces('plain')).toHaveLength(1);
  expect(faces('Зеленський')).toHaveLength(2);
  expect(toHtml(briefWith('plain'))).toMatch(/body \{[^}]* font: [^;]*"Inter Variable"/);
  expect(toHtml(briefWith('plain'))).toMatch(/\nq \{ font-family: [^;]* serif; font-style: italic;/);
});
