// A long text in blocks of whole paragraphs, so that what changes in one of them leaves the others as they are drawn.
import { type Piece, pieces } from './pieces.ts';

export interface Block {
  /** Where it begins in the text, in code points. */
  start: number;
  text: string;
}

/** Blocks of at least so many code points, but for the last, each up to the end of a line. All of them are the text. */
export function blocksOf(text: string, least = 2000): Block[] {
  const blocks: Block[] = [];
  let [from, start] = [0, 0];
  while (from < text.length) {
    const end = text.indexOf('\n', from + least);
    const to = end < 0 ? text.length : end + 1;
    const words = text.slice(from, to);
    blocks.push({ start, text: words });
    start += [...words].length;
    from = to;
  }
  return blocks;
}

interface Span {
  key: string;
  start: number;
  end: number;
}

/** The spans that begin, end or go on in each block. */
export function spansByBlock(blocks: readonly Block[], spans: readonly Span[]): Span[][] {
  const lists: Span[][] = blocks.map(() => []);
  for (const span of spans) {
    // The last block that begins at or before it.
    let [low, high] = [0, blocks.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((blocks[middle]?.start ?? 0) <= span.start) low = middle;
      else high = middle - 1;
    }
    for (let at = low; at < blocks.length && (blocks[at]?.start ?? 0) < span.end; at++) lists[at]?.push(span);
  }
  return lists;
}

/** The pieces of a block; spans count from the beginning of the whole text. */
export const piecesOf = ({ start, text }: Block, spans: readonly Span[]): Piece[] =>
  pieces(
    text,
    spans.map(({ key, ...span }) => ({ key, start: Math.max(0, span.start - start), end: span.end - start })),
  );
