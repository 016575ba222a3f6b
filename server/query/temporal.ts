// Whether a temporal or spatial value that has the form of one can be: a month 13, or a 31 February, is nobody's date.

type Fault = string | undefined;

const part = (text: string | undefined): number => Number(text ?? 0);

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function dateFault(text: string): Fault {
  const match = /^([+-]?\d+)-(\d\d)-(\d\d)/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  if (month < 1 || month > 12) return `has the month ${month}`;
  return day < 1 || day > daysIn(year, month)
    ? `has the day ${day}, which month ${month} of ${year} has not`
    : undefined;
}

function clockFault(text: string): Fault {
  const match = /(?:^|T)(\d\d):(\d\d)(?::(\d\d))?/.exec(text);
  if (!match || (part(match[1]) < 24 && part(match[2]) < 60 && part(match[3]) < 60)) return undefined;
  return `has the time ${match[0].replace('T', '')}, which no day has`;
}

/** As far as Neo4j has them, 18 hours to either side. */
function offsetFault(text: string): Fault {
  const match = /:\d\d(?:\.\d+)?[+-](\d\d):(\d\d)(?::(\d\d))?(?:\[|$)/.exec(text);
  if (!match) return undefined;
  const [hours, minutes, seconds] = match.slice(1).map(part) as [number, number, number];
  if (minutes < 60 && seconds < 60 && hours * 3600 + minutes * 60 + seconds <= 18 * 3600) return undefined;
  return 'has an offset beyond ±18:00';
}

function zoneFault(text: string): Fault {
  const zone = /\[(.+)\]$/.exec(text)?.[1];
  if (zone === undefined) return undefined;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return undefined;
  } catch {
    return `has the time zone ${zone}, which is not known: take one such as Europe/Berlin`;
  }
}

const most = 2n ** 63n - 1n;

/** Neo4j keeps months, days and seconds, of 64 bits each. */
function durationFault(text: string): Fault {
  const [date = '', clock = ''] = text.replace(/^-?P/, '').split('T');
  const of = (where: string, unit: string): bigint =>
    BigInt(new RegExp(`(-?\\d+)(?:\\.\\d+)?${unit}`).exec(where)?.[1] ?? 0);
  const months = of(date, 'Y') * 12n + of(date, 'M');
  const days = of(date, 'W') * 7n + of(date, 'D');
  const seconds = of(clock, 'H') * 3600n + of(clock, 'M') * 60n + of(clock, 'S');
  const isTooLong = [months, days, seconds].some((count) => count > most || count < -most);
  return isTooLong ? 'has more months, days or seconds than an Integer of 64 bits holds' : undefined;
}

/** The coordinate systems of Neo4j, and how many numbers a point has in each. */
const systems: Readonly<Record<string, number>> = { 4326: 2, 4979: 3, 7203: 2, 9157: 3 };

function pointFault(text: string): Fault {
  const [, srid = '', numbers = ''] = /^SRID=0*(\d+);.*\((.*)\)$/.exec(text) ?? [];
  const wanted = systems[srid];
  if (wanted === undefined) return 'has an SRID that is none of 4326, 4979, 7203 and 9157';
  return numbers.split(' ').length === wanted ? undefined : `must have ${wanted} numbers, as SRID ${srid} has`;
}

/** What keeps a text that has the form of its type from being a value, to be said after its name; undefined where nothing does. */
export function impossible(type: string, text: string): string | undefined {
  if (type === 'Duration') return durationFault(text);
  if (type === 'Point') return pointFault(text);
  if (!/^(Date|LocalTime|Time|LocalDateTime|OffsetDateTime|ZonedDateTime)$/.test(type)) return undefined;
  return dateFault(text) ?? clockFault(text) ?? offsetFault(text) ?? zoneFault(text);
}
