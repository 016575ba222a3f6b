// What the texts of a document may hold: what a reader can see, in well-formed Unicode.
import { describe, expect, it } from 'vitest';
import { InvalidDocument } from '../../../server/errors.ts';
import { parseDocument } from '../../../server/ingest/document.ts';
import { report, sha256 } from '../../builders.ts';
import { spoilt } from './spoilt.ts';

function faults(json: unknown): string[] {
  try {
    parseDocument(json);
  } catch (error) {
    if (!(error instanceof InvalidDocument)) throw error;
    return (error.details.errors ?? []).map(({ pointer, reason }) => `${pointer}: ${reason}`);
  }
  return [];
}

// biome-ignore lint/suspicious/noExplicitAny: a test spoils documents in ways that their type forbids.
type Put = (document: any, text: string) => void;
const lines: [pointer: string, put: Put][] = [
  ['/article/title', (d, text) => Object.assign(d.article, { title: text })],
  ['/article/author', (d, text) => Object.assign(d.article, { author: text })],
  ['/article/dateNote', (d, text) => Object.assign(d.article, { dateNote: text })],
  ['/articles/0/title', (d, text) => Object.assign(d.articles[0], { title: text })],
  ['/entities/0/name', (d, text) => Object.assign(d.entities[0], { name: text })],
  ['/entities/0/aliases/0', (d, text) => Object.assign(d.entities[0], { aliases: [text] })],
  ['/entities/0/description', (d, text) => Object.assign(d.entities[0], { description: text })],
  ['/claims/0/text', (d, text) => Object.assign(d.claims[0], { text })],
  ['/sources/0/descriptor', (d, text) => Object.assign(d.sources[0], { descriptor: text })],
  ['/assertions/0/wording', (d, text) => Object.assign(d.assertions[0], { wording: text })],
  ['/assertions/0/extractor', (d, text) => Object.assign(d.assertions[0], { extractor: text })],
  ['/utterances/0/occasion', (d, text) => Object.assign(d.utterances[0], { occasion: text })],
];
const unfit: [text: string, reason: string][] = [
  ['a\u0000b', 'holds the control character U+0000 at code point 1; take it out'],
  ['👩 a\tb', 'holds the control character U+0009 at code point 3; take it out'],
  ['a\nb', 'holds the control character U+000A at code point 1; take it out'],
  ['a\u0085b', 'holds the control character U+0085 at code point 1; take it out'],
  ['a\ud83db', 'holds half a surrogate pair (U+D83D) at code point 1, which is no character'],
  ['a\udc69', 'holds half a surrogate pair (U+DC69) at code point 1, which is no character'],
];

describe.each(lines)('%s', (pointer, put) => {
  it.each(unfit)('refuses %j', (text, reason) => {
    expect(faults(spoilt((document) => put(document, text)))).toEqual([`${pointer}: ${reason}`]);
  });

  it('takes every script and sign', () => {
    for (const text of ['Зеленський', '習近平', 'नेपाल', '👩‍👩‍👧', 'العربية', '«é» — 1½'])
      expect(faults(spoilt((document) => put(document, text)))).toEqual([]);
  });
});

it.each(['\u200b', '\u2060\u200d', '\u3164', '\u2800', '\u00ad \ufe0f'])('refuses %j as a name', (name) => {
  const json = spoilt((document) => Object.assign(document.entities[0], { name }));
  expect(faults(json)).toEqual(['/entities/0/name: holds nothing that can be seen']);
});

it.each(['https://example.org/\u0000', 'https://example.org/\u0085', 'https://example.org/\ud800'])(
  'refuses %j as an address',
  (url) => {
    const [fault, ...others] = faults(spoilt((document) => Object.assign(document.article, { url })));
    expect(others).toEqual([]);
    expect(fault).toMatch(/^\/article\/url: holds (the control character|half a surrogate pair)/);
  },
);

describe('the words of an article', () => {
  const withText = (text: string, quote = [...text].slice(0, 3).join('')) => {
    const document = report({ slug: 'one', says: [{ holder: 'country:a', stance: 'opposes', target: 'plan:x' }] });
    Object.assign(document.article, { text, textHash: sha256(text) });
    Object.assign(document.assertions?.[0] ?? {}, { span: { start: 0, end: [...quote].length, quote } });
    return document;
  };

  it('may not be empty where something is to be said', () => {
    const document = spoilt((spoiling) => {
      spoiling.claims[0].text = '';
    });
    expect(faults(document)).toEqual(['/claims/0/text: must not be empty']);
  });

  it('may stand in lines and columns, in quotes too', () => {
    expect(faults(withText('a\n\tb\n', 'a\n\tb'))).toEqual([]);
    expect(faults(withText('a\r\nb\r\n', 'a\r\nb'))).toEqual([]);
  });

  it.each([
    ['abc\u0000', 'holds the control character U+0000 at code point 3; take it out'],
    ['👩bc\ud83d', 'holds half a surrogate pair (U+D83D) at code point 3, which is no character'],
  ])('hold no %j', (text, reason) => {
    expect(faults(withText(text))).toContain(`/article/text: ${reason}`);
    const quoted = spoilt((document) => {
      delete document.article.text;
      document.assertions[0].span = { start: 0, end: [...text].length, quote: text };
    });
    expect(faults(quoted)).toEqual([`/assertions/0/span/quote: ${reason}`]);
  });
});
