// Whether a date that somebody types is one that the server reads, told before anything is sent.

const iso =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/i;
const words =
  /^(?:[a-z]{3,9}\.?,?\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?|([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?),?\s+(\d{4})(?:[\s,].*)?$/i;
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Whether the calendar has a year, a month of it or a day of that. */
function isInCalendar(year: number, month = 1, day = 1): boolean {
  const made = new Date(0);
  made.setUTCFullYear(year, month - 1, day);
  return year > 0 && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}

/** The parts of a date of a form that is read; undefined for any other. */
function partsOf(text: string): number[] | undefined {
  const [, day, ...time] = iso.exec(text) ?? [];
  if (day !== undefined) {
    const [hour = 0, minute = 0, second = 0] = time.map((part) => Number(part ?? 0));
    return hour < 24 && minute < 60 && second < 60 ? day.split('-').map(Number) : [0];
  }
  if (/^\d{4}(-\d{2})?$/.test(text)) return text.split('-').map(Number);
  const [, ...run] = /^(\d{4})(\d{2})(\d{2})(?:\D.*)?$/.exec(text) ?? [];
  if (run.length > 0) return run.map(Number);
  const [, before, nameAfter, nameBefore, after, year] = words.exec(text) ?? [];
  const month = months.indexOf((nameAfter ?? nameBefore ?? '').slice(0, 3).toLowerCase()) + 1;
  return year === undefined || month === 0 ? undefined : [Number(year), month, Number(before ?? after)];
}

/** What is wrong with a date of an article; empty where nothing is, or nothing is given. */
export function dateFault(given: string): string {
  const text = given.trim();
  if (text === '') return '';
  const parts = partsOf(text);
  if (parts === undefined) return 'Write it as 2024-10-24, 2024-10 or 2024, or leave it empty.';
  const [year = 0, month, day] = parts;
  return isInCalendar(year, month, day) ? '' : 'The calendar does not have this date.';
}

/** What is wrong with a web address; empty where nothing is, or nothing is given. */
export function addressFault(given: string): string {
  const text = given.trim();
  const isAddress = /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
  return text === '' || isAddress ? '' : 'Give an address that begins with http:// or https://.';
}
