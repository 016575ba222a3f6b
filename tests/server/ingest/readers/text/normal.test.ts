// The words of an article in the form in which they are kept, however the blanks among them are spread.
import { expect, it } from 'vitest';
import { normalText } from '../../../../../server/ingest/readers/text/normal.ts';

it('has no blanks at the ends of lines, and keeps those between words', () => {
  expect(normalText(' a  b \t\n \u00a0\nc\u2003\r\n\r\n\n\n d  ')).toBe('a  b\n\nc\n\n d');
});

// Where each blank of a run were tried as the first one, this would take a quarter of an hour.
it('takes a million blanks in a row', () => {
  const blanks = ' '.repeat(1_000_000);
  expect(normalText(`a${blanks}b${blanks}`)).toBe(`a${blanks}b`);
});
