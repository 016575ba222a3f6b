// Attributions by the bundled model: plain sentences that it must get, and any text that it must bear.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attribution } from '../../../../server/extract/attributions/attribution.ts';
import { extractAttributions } from '../../../../server/extract/attributions/extract.ts';
import type { Range } from '../../../../server/extract/text/code-points.ts';
import { attributionModel } from '../../../../server/models.ts';

const model = attributionModel();
const extract = (text: string) => extractAttributions(text, model);

/** The words of each role; pieces parted by " | ". */
function read(text: string): Record<'source' | 'cue' | 'content', string>[] {
  const points = [...text];
  const words = (ranges: Range[]) => ranges.map(({ start, end }) => points.slice(start, end).join('')).join(' | ');
  return extract(text).map(({ source, cue, content }) => ({
    source: words(source),
    cue: words(cue),
    content: words(content),
  }));
}

describe('plain sentences', () => {
  it('a quotation before its speaker', () => {
    expect(read('“We will not sign the treaty this year,” Minister Ann Lee said.')).toEqual([
      { source: 'Minister Ann Lee', cue: 'said', content: '“We will not sign the treaty this year,”' },
    ]);
  });

  it('a clause with that', () => {
    expect(read('The officials said that Norland would close the harbour next week.')).toEqual([
      { source: 'The officials', cue: 'said', content: 'that Norland would close the harbour next week' },
    ]);
  });

  it('according to somebody, after what they say', () => {
    expect(read('Norland has stopped all trains to the coast, according to the Harbour Times.')).toEqual([
      { source: 'the Harbour Times', cue: 'according to', content: 'Norland has stopped all trains to the coast' },
    ]);
  });

  it('a quotation in two pieces', () => {
    expect(read('“We tried everything,” she said. “Nothing helped in the end.”')).toEqual([
      { source: 'she', cue: 'said', content: '“We tried everything,” | “Nothing helped in the end.”' },
    ]);
  });

  it('nothing where nobody says anything', () => {
    expect(read('The bridge is forty metres long. It stands near the old mill.')).toEqual([]);
  });

  it('direct only with a quotation', () => {
    const found = extract('“We will not sign the treaty,” Ann Lee said. Later, Moe said that the talks had failed.');
    expect(found.map(({ direct }) => direct)).toEqual([true, false]);
  });

  it('spans count code points', () => {
    const plain = 'Ann Lee said the talks had failed.';
    const [before] = extract(plain);
    const [after] = extract(`😀😀 \n${plain}`);
    const moved = (ranges: Range[] | undefined) =>
      ranges?.map(({ start, end }) => ({ start: start + 4, end: end + 4 }));
    expect(after?.source).toEqual(moved(before?.source));
    expect(after?.content).toEqual(moved(before?.content));
  });
});

const pieces = [
  '“',
  '”',
  '"',
  "'",
  '’',
  'he',
  'Ann Lee',
  'said',
  'told',
  'according to',
  'that',
  'Norland would go',
  '.',
  ',',
  '\r\n',
  '\n\n',
  '😀',
  '\u0000',
  '\ud800',
  '...',
  'U.S.',
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 80 }).map((parts) => parts.join(' ')),
);

function check(found: readonly Attribution[], length: number): void {
  for (const { source, cue, content, speaker, score } of found) {
    expect(content.length).toBeGreaterThan(0);
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThanOrEqual(1);
    for (const role of [source, cue, content, speaker ? [speaker] : []]) {
      role.forEach(({ start, end }, at) => {
        expect(start).toBeGreaterThanOrEqual(role[at - 1]?.end ?? 0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(length);
      });
    }
  }
}

describe('any text', () => {
  it('gives spans within it, in order, that do not overlap within a role, and the same again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const found = extract(text);
        check(found, [...text].length);
        expect(extract(text)).toEqual(found);
      }),
      { numRuns: 200 },
    );
  });

  it('empty or blank gives nothing', () => {
    expect([extract(''), extract(' \n\u0000 ')]).toEqual([[], []]);
  });

  it.each([
    ['one word', 'a'.repeat(500_000)],
    ['opening marks', '“'.repeat(100_000)],
    ['full stops', '. '.repeat(100_000)],
    ['one sentence without end', 'he said '.repeat(20_000)],
    ['letters with points', 'a.'.repeat(100_000)],
    ['digits with commas', '1,'.repeat(100_000)],
  ])('bears half a megabyte of %s', (_, text) => {
    check(extract(text), text.length);
  });
});
