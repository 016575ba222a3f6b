// Dates in a text, "on Tuesday" and "last week" resolved against the day of publication.
import * as chrono from 'chrono-node';
import type { Range, Reading } from '../reading/reading.ts';

export interface DateFound extends Range {
  /** ISO: a day, a month or a year. */
  iso: string;
  precision: 'day' | 'month' | 'year';
  sentence: number;
  reason: string;
}

/** Sentences without any of these hold no date; the parser is not asked. */
const trigger =
  /\b(?:\d{4}|\d{1,2}[./-]\d{1,2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tues|wednes|thurs|fri|satur|sun)|\b(?:today|yesterday|tomorrow|last|ago|earlier this)\b/i;
const longest = 2000;
const two = (number: number): string => String(number).padStart(2, '0');

/**
 * `published` is the day of publication (YYYY-MM-DD); without it only dates that state their year are resolved. A
 * weekday, or a day without its year, is the last one before publication.
 */
export function datesIn(reading: Reading, published: string | undefined): DateFound[] {
  const reference = published === undefined ? undefined : new Date(`${published.slice(0, 10)}T12:00:00`);
  const found: DateFound[] = [];
  for (const [index, sentence] of reading.sentences.entries()) {
    const text = reading.slice(sentence);
    if (text.length > longest || !trigger.test(text)) continue;
    const points = (unit: number): number => sentence.start + [...text.slice(0, unit)].length;
    for (const result of chrono.en.casual.parse(text, reference ?? new Date('2000-01-01T12:00:00'))) {
      const { start } = result;
      const hasYear = start.isCertain('year');
      if (reference === undefined && !hasYear) continue;
      const isDay = start.isCertain('day') || start.isCertain('weekday');
      const precision = isDay ? 'day' : start.isCertain('month') ? 'month' : hasYear ? 'year' : undefined;
      if (precision === undefined || (/^\d+$/.test(result.text) && precision !== 'year')) continue;
      const date = start.date();
      let reason = hasYear ? 'states its year' : `resolved against ${published ?? ''}`;
      if (
        reference !== undefined &&
        !hasYear &&
        date > reference &&
        !/\b(?:next|tomorrow|coming)\b/i.test(result.text)
      ) {
        if (start.isCertain('weekday') && !start.isCertain('day')) date.setDate(date.getDate() - 7);
        else if (start.isCertain('month')) date.setFullYear(date.getFullYear() - 1);
        reason = `the last one before ${published ?? ''}`;
      }
      const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
      if (year < 1000 || year > 9999) continue;
      const iso =
        precision === 'day'
          ? `${year}-${two(month)}-${two(day)}`
          : precision === 'month'
            ? `${year}-${two(month)}`
            : `${year}`;
      const lead = /^(?:on|in|at|by|from|since)\s+/i.exec(result.text)?.[0].length ?? 0;
      const at = points(result.index + lead);
      found.push({ start: at, end: at + [...result.text.slice(lead)].length, iso, precision, sentence: index, reason });
    }
  }
  return found;
}
