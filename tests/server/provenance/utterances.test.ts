// Renderings of one utterance: which words differ, and whose words an article took over.
import { describe, expect, it } from 'vitest';
import { renderingsOf } from '../../../server/provenance/utterances.ts';
import { wordDifferences } from '../../../server/provenance/word-diff.ts';
import type { EvidenceQuote } from '../../../server/schema/evidence.ts';
import { type ArticleInput, evidence } from './evidence.ts';

const marked = (runs: readonly { text: string; same: boolean }[]): string =>
  runs.map(({ text, same }) => (same ? text : `[${text}]`)).join('');

describe('wordDifferences', () => {
  it.each([
    ['more than horrifying', 'more than terrifying', 'more than [horrifying]', 'more than [terrifying]'],
    ['More than that!', 'more than that', 'More than that!', 'more than that'],
    ['behind the U.S. now', 'behind the US', 'behind the U.S. [now]', 'behind the US'],
    ['', 'all of it', '', '[all of it]'],
    ['a b c', 'c a b', 'a b [c]', '[c ]a b'],
  ])('of %j and %j', (one, other, first, second) => {
    const runs = wordDifferences(one, other);
    expect(marked(runs.one)).toBe(first);
    expect(marked(runs.other)).toBe(second);
  });

  it('keeps every letter of both, blanks too', () => {
    const [one, other] = ['  It is\nmore  than that — I said. ', 'It is not — that is: more'];
    const runs = wordDifferences(one, other);
    expect(runs.one.map(({ text }) => text).join('')).toBe(one);
    expect(runs.other.map(({ text }) => text).join('')).toBe(other);
  });
});

const horrifying = 'more than horrifying';
function of(articles: Record<string, ArticleInput>, quotes: Record<string, Partial<EvidenceQuote>>) {
  const rows = Object.entries(quotes).map(([quote, more]): [string, EvidenceQuote] => [
    quote,
    { quote, text: horrifying, lang: 'en', article: quote[0] ?? '', utterance: 'u', translationOf: [], ...more },
  ]);
  return renderingsOf({ ...evidence({ articles }), quotes: new Map(rows) }, 'u');
}
const quoting = (quote: string, on: string, more: object = {}): ArticleInput => ({
  on,
  says: [{ quotes: [quote], ...more }],
});

describe('renderingsOf', () => {
  it('takes the same words as one rendering, the earliest article first', () => {
    const found = of(
      { a: quoting('a1', '2024-10-24'), b: quoting('b1', '2024-10-23'), d: quoting('d1', '2024-10-22') },
      { a1: {}, b1: { text: 'More than “horrifying”.' }, d1: { text: 'more than terrifying' } },
    );
    expect(found.map(({ key, articles }) => [key, articles.map(({ article }) => article)])).toEqual([
      ['d1', ['d']],
      ['b1', ['b', 'a']],
    ]);
    expect(found.map(({ words }) => marked(words))).toEqual(['more than [terrifying]', 'More than [“horrifying”.]']);
  });

  it('names the nearest article on the trail that has the same words', () => {
    const found = of(
      {
        a: quoting('a1', '2024-10-22'),
        b: { says: [{ relays: ['a'] }] },
        d: quoting('d1', '2024-10-24', { relays: ['b'] }),
        e: quoting('e1', '2024-10-24', { relays: ['b'] }),
        f: { ...quoting('f1', '2024-10-25'), republishes: ['d'] },
      },
      { a1: {}, d1: {}, e1: { text: 'more than terrifying' }, f1: {} },
    );
    const from = found.flatMap(({ articles }) => articles.map((one) => `${one.article} ← ${one.from}`));
    expect(from.sort()).toEqual(['a ← null', 'd ← a', 'e ← null', 'f ← d']);
  });

  it('does not compare languages, but says what is translated', () => {
    const found = of(
      { a: quoting('a1', '2024-10-24'), b: quoting('b1', '2024-10-23') },
      { a1: { translationOf: ['b1'] }, b1: { text: 'több mint rémisztő', lang: 'hu' } },
    );
    expect(found).toMatchObject([
      { key: 'b1', lang: 'hu', translationOf: [], words: [{ text: 'több mint rémisztő', same: true }] },
      { key: 'a1', lang: 'en', translationOf: ['b1'], words: [{ text: horrifying, same: true }] },
    ]);
  });

  it('has only what counts', () => {
    const articles = {
      a: quoting('a1', '2024-10-24', { review: 'proposed' }),
      b: { ...quoting('b1', '2024'), retractedBy: ['r'] },
      r: {},
    };
    expect(of(articles, { a1: {}, b1: {} })).toEqual([]);
    expect(of({ a: quoting('a1', '2024') }, { a1: { utterance: 'another' } })).toEqual([]);
  });
});
