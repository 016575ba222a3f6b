import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../../seeded.ts';
import { reading } from '../world.ts';

const words = (text: string): string[] => reading(text).words.map((word) => word.text);
const sentences = (text: string): string[] => {
  const read = reading(text);
  return read.sentences.map((sentence) => read.slice(sentence));
};

describe('words', () => {
  it.each([
    ['Norland’s tax', ['Norland', '’s', 'tax']],
    ["They don't, can't", ['They', 'do', "n't", ',', 'ca', "n't"]],
    ['the U.S. and Mr. Berg', ['the', 'U.S.', 'and', 'Mr.', 'Berg']],
    ['pro-Union 3.5% O’Brien', ['pro-Union', '3.5%', 'O’Brien']],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

describe('sentences', () => {
  it.each([
    ['One is here. Two is there.', ['One is here.', 'Two is there.']],
    ['“It is cold.” Voss left.', ['“It is cold.”', 'Voss left.']],
    ['"It is cold. It is wet," Voss said.', ['"It is cold.', 'It is wet," Voss said.']],
    ['A title\nA text. More', ['A title', 'A text.', 'More']],
    ['The U.S. opposes it. The end.', ['The U.S. opposes it.', 'The end.']],
  ])('%s', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });
});

describe('quotations', () => {
  it('end with their mark, or with their paragraph', () => {
    const read = reading('He said “yes” and "no”, then “never\nSo.');
    expect(read.quotations.map((one) => [read.slice(one), one.closed])).toEqual([
      ['yes', true],
      ['no', true],
      ['never', false],
    ]);
  });
});

it('gives every word its place in code points, whatever the text', () => {
  const piece = fc.constantFrom(
    'Norland ',
    '𝔄',
    '“',
    '"',
    '’s ',
    '. ',
    '\n',
    ' ',
    'U.S. ',
    '\ud800',
    '\u0000',
    'né',
    '1,2',
    '--',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      const read = reading(text);
      const points = [...text];
      expect(read.length).toBe(points.length);
      let last = 0;
      for (const word of read.words) {
        expect(points.slice(word.start, word.end).join('')).toBe(word.text);
        expect(word.start).toBeGreaterThanOrEqual(last);
        last = word.end;
      }
      // Nothing but white space is left out.
      expect(read.words.map((word) => word.text).join('')).toBe(text.replace(/\s/gu, ''));
    }),
  );
});
