// Cutting a text up: tokens, sentences, paragraphs and quotations, on made-up sentences and on any text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointsOf } from '../../../../server/extract/text/code-points.ts';
import { indexText } from '../../../../server/extract/text/indexed.ts';

const words = (text: string) => indexText(text).tokens.map((token) => token.text);

function sentences(text: string): string[] {
  const { sentences: starts, tokens } = indexText(text);
  return starts.map((first, number) =>
    text.slice(tokens[first]?.start, tokens[(starts[number + 1] ?? tokens.length) - 1]?.end),
  );
}

function quotations(text: string): string[] {
  const { quotations: found, rangeOf, points } = indexText(text);
  return found.map(({ first, last }) => points.slice(rangeOf(first, last)));
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        '“',
        '”',
        '"',
        "'",
        '’',
        'He',
        'said',
        'Dr',
        '.',
        ',',
        ' ',
        '\r\n',
        '\n',
        '😀',
        '\u0000',
        '\ud800',
        '...',
        'U.S.',
      ),
      { maxLength: 120 },
    )
    .map((parts) => parts.join('')),
);

describe('code points', () => {
  it('count astral characters once, and lead back to the same units', () => {
    const points = codePointsOf('a😀b');
    expect([points.length, points.fromUnits(3), points.toUnits(2), points.slice({ start: 1, end: 2 })]).toEqual([
      3,
      2,
      3,
      '😀',
    ]);
  });

  it('agree with counting by iteration, for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const points = codePointsOf(text);
        const all = [...text];
        expect(points.length).toBe(all.length);
        let unit = 0;
        all.forEach((character, at) => {
          expect(points.toUnits(at)).toBe(unit);
          expect(points.fromUnits(unit)).toBe(at);
          unit += character.length;
        });
      }),
    );
  });
});

describe('tokens', () => {
  it('keep abbreviations, numbers and hyphens whole, and part marks and clitics', () => {
    expect(words('The U.S. envoy’s 1,200-page, co-written note.')).toEqual([
      'The',
      'U.S.',
      'envoy',
      '’s',
      '1,200',
      '-',
      'page',
      ',',
      'co-written',
      'note',
      '.',
    ]);
  });

  it('cover every character that is no white space, in order and once, for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { tokens } = indexText(text);
        expect(tokens.map((token) => token.text).join('')).toBe(text.replaceAll(/\s+/gu, ''));
        tokens.forEach((token, at) => {
          expect(text.slice(token.start, token.end)).toBe(token.text);
          expect(token.start).toBeGreaterThanOrEqual(tokens[at - 1]?.end ?? 0);
        });
      }),
    );
  });
});

describe('sentences', () => {
  it('end at full stops, but not within names, titles and numbers', () => {
    expect(
      sentences('Gov. Ann B. Lee met Dr. Moe at 3.5 p.m. on Friday. They left the U.S. embassy. “Why?” he asked.'),
    ).toEqual([
      'Gov. Ann B. Lee met Dr. Moe at 3.5 p.m. on Friday.',
      'They left the U.S. embassy.',
      '“Why?” he asked.',
    ]);
  });

  it('end with their closing marks, and with each line', () => {
    expect(sentences('“It is done.” Norland agreed\nA headline\r\nNext.')).toEqual([
      '“It is done.”',
      'Norland agreed',
      'A headline',
      'Next.',
    ]);
  });
});

describe('quotations', () => {
  it('are found between curly and straight marks', () => {
    expect(quotations('“We go,” she said. "We stay," he said, "for now."')).toEqual([
      '“We go,”',
      '"We stay,"',
      '"for now."',
    ]);
  });

  it('that nothing closes run to the end of their paragraph', () => {
    const text = '“The bridge stands.\n“It will not fall,” she said.';
    expect(quotations(text)).toEqual(['“The bridge stands.', '“It will not fall,”']);
    expect(indexText(text).quotations.map(({ closed }) => closed)).toEqual([false, true]);
  });

  it('lie within the text and within one paragraph, for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { quotations: found, paragraphOf, tokens } = indexText(text);
        for (const { first, last } of found) {
          expect(first).toBeLessThanOrEqual(last);
          expect(last).toBeLessThan(tokens.length);
          expect(paragraphOf[first]).toBe(paragraphOf[last]);
        }
      }),
    );
  });
});
