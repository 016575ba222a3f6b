// The time axis of the articles: how many were published on each day, where each day lies, and which days get a tick.

export interface Day {
  /** YYYY-MM-DD. */
  day: string;
  count: number;
  /** From 0 at the left end to 1 at the right. */
  at: number;
}
export interface Axis {
  days: Day[];
  ticks: { day: string; at: number; label: 'day' | 'month' | 'year' }[];
  undated: number;
  /** The days at both ends, with a margin; null where no article is dated. */
  ends: { from: string; to: string } | null;
}

const dayLength = 86_400_000;
const number = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayLength);
const text = (value: number): string => new Date(value * dayLength).toISOString().slice(0, 10);

/** A date of any precision as its last day, which is what "as of" compares. */
export function lastDay(iso: string): string {
  const [year = 1970, month] = iso.slice(0, 10).split('-').map(Number);
  if (iso.length >= 10) return iso.slice(0, 10);
  return new Date(Date.UTC(month === undefined ? year + 1 : year, month ?? 0, 0)).toISOString().slice(0, 10);
}

/** Where a day lies on the axis, from 0 to 1, kept inside it. */
export function placeOf(axis: Axis, day: string): number {
  if (!axis.ends) return 0;
  const { from, to } = axis.ends;
  return Math.min(1, Math.max(0, (number(day) - number(from)) / Math.max(1, number(to) - number(from))));
}

/** The day at a place from 0 to 1. */
export function dayAt(axis: Axis, at: number): string | undefined {
  if (!axis.ends) return undefined;
  const { from, to } = axis.ends;
  return text(number(from) + Math.round(Math.min(1, Math.max(0, at)) * (number(to) - number(from))));
}

function ticks(from: number, to: number): { day: string; label: 'day' | 'month' | 'year' }[] {
  const span = to - from;
  if (span <= 24) {
    const step = Math.max(1, Math.ceil(span / 6));
    return Array.from({ length: Math.floor(span / step) + 1 }, (_, index) => ({
      day: text(from + index * step),
      label: 'day' as const,
    }));
  }
  const months = span <= 800;
  const every = months ? Math.max(1, Math.ceil(span / 30.4 / 8)) : Math.max(1, Math.ceil(span / 365 / 8));
  const start = new Date(from * dayLength);
  const result: { day: string; label: 'month' | 'year' }[] = [];
  for (let index = months ? 1 : 0; result.length < 40; index++) {
    const date = months
      ? Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + index, 1)
      : Date.UTC(start.getUTCFullYear() + 1 + index, 0, 1);
    const day = Math.round(date / dayLength);
    if (day > to) break;
    if ((index - (months ? 1 : 0)) % every === 0) result.push({ day: text(day), label: months ? 'month' : 'year' });
  }
  return result;
}

/** The axis over the given publication dates; null stands for an undated article. */
export function axisOf(dates: readonly (string | null)[]): Axis {
  const counts = new Map<string, number>();
  for (const date of dates) if (date !== null) counts.set(lastDay(date), (counts.get(lastDay(date)) ?? 0) + 1);
  const undated = dates.filter((date) => date === null).length;
  const sorted = [...counts.keys()].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return { days: [], ticks: [], undated, ends: null };
  const margin = Math.max(1, Math.round((number(last) - number(first)) * 0.05));
  const ends = { from: text(number(first) - margin), to: text(number(last) + margin) };
  const axis: Axis = { days: [], ticks: [], undated, ends };
  axis.days = sorted.map((day) => ({ day, count: counts.get(day) ?? 0, at: placeOf(axis, day) }));
  axis.ticks = ticks(number(ends.from), number(ends.to)).map((tick) => ({ ...tick, at: placeOf(axis, tick.day) }));
  return axis;
}

/** The dated day after (or before) `from`; from no day at all, the last one backwards. undefined past either end. */
export function step(axis: Axis, from: string | null, direction: 1 | -1): string | undefined {
  const days = axis.days.map((day) => day.day);
  if (direction === 1) return from === null ? undefined : days.find((day) => day > from);
  return from === null ? days.at(-1) : days.findLast((day) => day < from);
}
