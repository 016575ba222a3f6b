// Dates as pages and documents write them, made into ISO dates; a day that the calendar does not have is told, never moved.
import { IsoDate } from '../../../schema/span.ts';

export type ReadDate =
  | { is: 'date'; date: string }
  /** Of a known form, but no date of the calendar. */
  | { is: 'wrong' }
  /** Of no form that is known. */
  | { is: 'unknown' };

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const iso =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/i;
const words =
  /^(?:[a-z]{3,9}\.?,?\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?|([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?),?\s+(\d{4})(?:[\s,].*)?$/i;

const checked = (date: string): ReadDate => (IsoDate.safeParse(date).success ? { is: 'date', date } : { is: 'wrong' });
const two = (digits: string): string => digits.padStart(2, '0');

/** A time of day with its zone, in UTC; of one without a zone only the day is sure. */
function inUtc(
  day: string,
  [hour = '', minute = '', second = '', zone = '']: readonly (string | undefined)[],
): ReadDate {
  const good = checked(day);
  if (good.is !== 'date' || hour === '') return good;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return { is: 'wrong' };
  if (zone === '') return good;
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  const away = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  const time = Date.parse(`${day}T${hour}:${minute}:${second || '00'}Z`) - away * 60_000;
  return { is: 'date', date: `${new Date(time).toISOString().slice(0, 19)}Z` };
}

/**
 * ISO 8601 (a zone is brought to UTC), a year, a month of a year, 20260302, "2 March 2026", "March 2, 2026", and those
 * with a weekday before and a time behind, as in RFC 5322. English names of months.
 */
export function readDate(given: string): ReadDate {
  const text = given.trim();
  const [, day, ...time] = iso.exec(text) ?? [];
  if (day !== undefined) return inUtc(day, time);
  if (/^\d{4}(-\d{2})?$/.test(text)) return checked(text);
  const [, year, month, date] = /^(\d{4})(\d{2})(\d{2})(?:\D.*)?$/.exec(text) ?? [];
  if (year !== undefined) return checked(`${year}-${month}-${date}`);
  const [, before, nameAfter, nameBefore, after, wordYear] = words.exec(text) ?? [];
  const number = months.indexOf((nameAfter ?? nameBefore ?? '').slice(0, 3).toLowerCase()) + 1;
  if (wordYear === undefined || number === 0) return { is: 'unknown' };
  return checked(`${wordYear}-${two(String(number))}-${two(before ?? after ?? '')}`);
}
