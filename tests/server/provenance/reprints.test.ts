// Suggestions of reprints: credit lines, shared passages with their places, and what is none.
import { describe, expect, it } from 'vitest';
import { creditFinder } from '../../../server/provenance/reprints/credits.ts';
import { type ReprintArticle, reprintSteps, suggestReprints } from '../../../server/provenance/reprints.ts';

const outlets = [
  { key: 'outlet:reuters', name: 'Reuters', aliases: ['Thomson Reuters'] },
  { key: 'outlet:ap', name: 'The Associated Press', aliases: ['AP'] },
  { key: 'outlet:post', name: 'Kyiv Post', aliases: ['The Post'] },
  { key: 'outlet:post-2', name: 'Other Post', aliases: ['The Post'] },
];

it('reads words that every object has a property of as words', () => {
  const text = 'The constructor of the bridge, “toString” and hasOwnProperty said so. '.repeat(20);
  const article = (key: string): ReprintArticle => ({ key, outlet: null, text, publishedTo: null });
  expect(suggestReprints([article('article:a'), article('article:b')], outlets)).toHaveLength(1);
});

describe('credit lines', () => {
  const find = creditFinder(outlets);
  const first = (text: string) => find(text)[0]?.outlet;

  it.each([
    ['BRUSSELS (Reuters) - Seven members object.', 'outlet:reuters'],
    ['A headline.\n\nHEMPSTEAD, N.Y., Sept. 26 (AP) — The candidate was removed.', 'outlet:ap'],
    ['By The Associated Press\n\nSeven members object.', 'outlet:ap'],
    ['By Jane Doe, Reuters\n\nSeven members object.', 'outlet:reuters'],
    ['Seven members object to it.\n— AP', 'outlet:ap'],
    ['Seven members object.\n(Reporting by Jane Doe; Editing by John Roe)', 'outlet:reuters'],
    ['It is so. (Additional reporting by Jane Doe in Kyiv; Editing by John Roe.)', 'outlet:reuters'],
    ['Seven members object.\nSource: Kyiv Post', 'outlet:post'],
    ['Seven members object.\nCopyright 2024 The Associated Press. All rights reserved.', 'outlet:ap'],
    ['This article was originally published by Kyiv Post on 3 May.\nSeven members object.', 'outlet:post'],
    ['Seven members object.\nRepublished with permission from the Kyiv Post and edited.', 'outlet:post'],
  ])('%j', (text, outlet) => {
    expect(first(text)).toBe(outlet);
  });

  it.each([
    ['a report named as a source', 'According to a report by Reuters, seven members object.'],
    ['who had it first', 'Seven members object, as first reported by Reuters.'],
    ['a contribution', 'Seven object.\nThe Associated Press contributed to this report.'],
    ['a name in the text', 'Seven members (Reuters counts nine) object.'],
    ['a name that two outlets have', 'KYIV (The Post) - Seven members object.'],
    ['an unknown outlet', 'KYIV (Unian) - Seven members object.'],
    ['a longer name', 'KYIV (AP Photo) - Seven members object.\n— AP style guide'],
    ['a credit far from either end', `${'One line.\n'.repeat(6)}KYIV (Reuters) - So.\n${'One line.\n'.repeat(6)}`],
  ])('none in %s', (_, text) => {
    expect(find(text)).toEqual([]);
  });
});

/** Words that come in no order that repeats; `from` makes other ones. */
const prose = (from: number, count: number): string =>
  Array.from({ length: count }, (_, at) => `word${(from * 7919 + at * at * 31 + at) % 99991}`).join(' ');
const article = (key: string, outlet: string, text: string, publishedTo: string | null): ReprintArticle => ({
  key,
  outlet,
  text,
  publishedTo,
});

describe('shared passages', () => {
  const dispatch = `😀 Ein Zitat. ${prose(1, 300)}.`;
  const original = article('a', 'outlet:ap', dispatch, '2024-10-23');
  const others = Array.from({ length: 20 }, (_, at) =>
    article(`o${at}`, 'outlet:x', prose(at + 10, 300), '2024-10-20'),
  );

  it('make a suggestion, with their places in code points', () => {
    const copy = article('b', 'outlet:post', `🙂 ${prose(2, 40)}\n\n${dispatch.slice(0, 1500)}`, '2024-10-24');
    const found = suggestReprints([copy, original, ...others], outlets);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ article: 'b', original: 'a', kind: 'passages', credit: null });
    expect(found[0]?.similarity).toBeGreaterThan(0.4);
    for (const passage of found[0]?.passages ?? []) {
      const places = [
        [passage.article, copy.text],
        [passage.original, original.text],
      ] as const;
      for (const [{ start, end, text }, of] of places) expect([...of].slice(start, end).join('')).toBe(text);
      expect(passage.article.text).toBe(passage.original.text);
    }
  });

  it('with a credit to the other outlet are suggested from fewer words on, and the other way round in time', () => {
    const excerpt = `KYIV (AP) - ${dispatch.split(' ').slice(10, 40).join(' ')} ${prose(3, 300)}`;
    const early = article('b', 'outlet:post', excerpt, '2024-10-22');
    expect(suggestReprints([original, early], outlets)).toMatchObject([
      { article: 'b', original: 'a', outlet: 'outlet:ap', kind: 'credit', credit: expect.stringContaining('(AP)') },
    ]);
    const uncredited = { ...early, text: excerpt.replace('(AP)', '') };
    expect(suggestReprints([original, uncredited], outlets)).toEqual([]);
  });

  it('are not suggested where both quote one statement, or share what an outlet always prints', () => {
    const statement = prose(4, 200);
    const quoting = (key: string, from: number) =>
      article(key, 'outlet:x', `${prose(from, 200)}\n“${statement}” it said.\n${prose(from + 1, 100)}`, '2024-10-24');
    expect(suggestReprints([quoting('a', 5), quoting('b', 7)], outlets)).toEqual([]);
    const slogan = prose(9, 60);
    const printed = others.slice(0, 6).map((one) => ({ ...one, text: `${one.text}\n${slogan}` }));
    expect(suggestReprints(printed, outlets)).toEqual([]);
  });

  it('lead back to one original, not to every other copy of it', () => {
    const copies = ['b', 'd', 'e', 'f', 'g'].map((key, at) =>
      article(key, `outlet:${key}`, dispatch, `2024-10-2${4 + at}`),
    );
    const found = suggestReprints([...copies, original], outlets);
    expect(found.map((one) => `${one.article} ${one.original}`)).toEqual(['b a', 'd a', 'e a', 'f a', 'g a']);
  });

  it('of two originals are both named', () => {
    const second = article('d', 'outlet:x', prose(6, 300), '2024-10-21');
    const spliced = article('b', 'outlet:post', `${prose(1, 200)} ${prose(6, 200)}`, '2024-10-24');
    expect(suggestReprints([original, second, spliced], outlets).map(({ original: of }) => of)).toEqual(['a', 'd']);
  });

  it('of undated articles make the one with less of its own the reprint', () => {
    const longer = article('b', 'outlet:post', `${dispatch} ${prose(8, 100)}`, null);
    expect(suggestReprints([longer, { ...original, publishedTo: null }], outlets)).toMatchObject([
      { article: 'a', original: 'b' },
    ]);
  });

  it('do not depend on the order of articles and outlets', () => {
    const copies = ['b', 'd', 'e'].map((key) => article(key, `outlet:${key}`, dispatch, '2024-10-24'));
    const all = [...others, original, ...copies];
    expect(suggestReprints([...all].reverse(), [...outlets].reverse())).toEqual(suggestReprints(all, outlets));
  });
});

describe('a credit without its article', () => {
  it('is a suggestion with the outlet alone; an outlet does not credit itself', () => {
    const text = `KYIV (Reuters) - ${prose(1, 30)}`;
    expect(suggestReprints([article('a', 'outlet:post', text, null)], outlets)).toEqual([
      {
        article: 'a',
        original: null,
        outlet: 'outlet:reuters',
        kind: 'credit',
        similarity: 0,
        credit: expect.stringContaining('(Reuters)'),
        passages: [],
      },
    ]);
    expect(suggestReprints([article('a', 'outlet:reuters', text, null)], outlets)).toEqual([]);
  });
});

describe('the steps', () => {
  it('are at least one for each article', () => {
    let steps = 0;
    for (const _ of reprintSteps([article('a', 'o', 'One.', null), article('b', 'o', '', null)], [])) steps++;
    expect(steps).toBeGreaterThanOrEqual(2);
  });

  it('with many copies take time near-linear in their number', () => {
    const copies = (count: number) =>
      Array.from({ length: count }, (_, at) => article(`a${at}`, `outlet:${at}`, prose(1, 150), '2024-10-24'));
    const milliseconds = (count: number): number => {
      const all = copies(count);
      const start = performance.now();
      expect(suggestReprints(all, outlets)).toHaveLength(count - 1);
      return performance.now() - start;
    };
    milliseconds(100);
    const [few, many] = [milliseconds(100), milliseconds(800)];
    expect(many).toBeLessThan(24 * Math.max(few, 20));
  });
});
