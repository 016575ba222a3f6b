// A text in blocks: together they are the text, and each place is marked in the blocks that it is in.
import { expect, test } from 'vitest';
import { blocksOf, piecesOf, spansByBlock } from '../../client/text/blocks.ts';

const text = ['👩‍🚀 one', 'two words', '', 'three', 'four 👍 five'].join('\n');

test('blocks end with a line and are the whole text', () => {
  const blocks = blocksOf(text, 8);
  expect(blocks.map((block) => block.text).join('')).toBe(text);
  expect(blocks.slice(0, -1).every((block) => block.text.endsWith('\n'))).toBe(true);
  const letters = [...text];
  for (const { start, text: words } of blocks)
    expect(letters.slice(start, start + [...words].length).join('')).toBe(words);
  expect(blocksOf('')).toEqual([]);
});

test('a place over several blocks is marked in each, with its own words', () => {
  const blocks = blocksOf(text, 8);
  const letters = [...text];
  const spans = [
    { key: 'long', start: 4, end: letters.length - 5 },
    { key: 'last', start: letters.length - 4, end: letters.length },
  ];
  const lists = spansByBlock(blocks, spans);
  const marked = (key: string) =>
    blocks
      .flatMap((block, at) => piecesOf(block, lists[at] ?? []))
      .filter(({ keys }) => keys.includes(key))
      .map((piece) => piece.text)
      .join('');
  for (const { key, start, end } of spans) expect(marked(key)).toBe(letters.slice(start, end).join(''));
});
