// Where in an article a fact stands: code-point offsets and the words there.
import { z } from 'zod';
import { Passage } from './text.ts';

export const maxQuoteLength = 400;

/**
 * A half-open range of Unicode code points into the article's text, with the words found there.
 * `end - start` must be the number of code points of `quote`; where the text is at hand the words are compared too.
 */
export const Span = z
  .strictObject({
    start: z.int().min(0).describe('First code point, counted from 0.'),
    end: z.int().min(1).describe('The code point after the last.'),
    quote: Passage.min(1).max(maxQuoteLength).describe('The words of the article at that place, verbatim.'),
  })
  .superRefine((span, context) => {
    const length = [...span.quote].length;
    if (span.end - span.start !== length) {
      context.addIssue({
        code: 'custom',
        path: ['end'],
        message: `the span covers ${span.end - span.start} code points but its quote has ${length}`,
      });
    }
  });
export type Span = z.infer<typeof Span>;

/** A calendar day or month or year, or a UTC time: 2024, 2024-10, 2024-10-24, 2024-10-24T09:26:00Z. */
export const IsoDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z)?)?)?$/, {
    error: 'must be an ISO date: 2024, 2024-10, 2024-10-24 or 2024-10-24T09:26:00Z',
  })
  .refine((text) => !text.startsWith('0000'), { error: 'is no date of the calendar: there is no year 0' })
  .refine(
    (text) => {
      const [year = 0, month = 1, day = 1] = text.slice(0, 10).split('-').map(Number);
      const date = new Date(Date.UTC(year, month - 1, day));
      const sameDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
      return sameDay && (text.length <= 10 || !Number.isNaN(Date.parse(text)));
    },
    { error: 'is no date of the calendar' },
  );
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'must be a day: YYYY-MM-DD' })
  .pipe(IsoDate);
