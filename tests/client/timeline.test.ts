import { expect, test } from 'vitest';
import { axisOf, dayAt, lastDay, placeOf, step } from '../../client/text/timeline.ts';

const dates = ['2024-10-24', '2024-10-24', '2024-10-27', '2024-12', null];

test('articles are counted by their last possible day; the undated apart', () => {
  const axis = axisOf(dates);
  expect(axis.days.map(({ day, count }) => [day, count])).toEqual([
    ['2024-10-24', 2],
    ['2024-10-27', 1],
    ['2024-12-31', 1],
  ]);
  expect(axis.undated).toBe(1);
  expect(lastDay('2024-02')).toBe('2024-02-29');
  expect(lastDay('2024')).toBe('2024-12-31');
  expect(lastDay('2024-10-24T09:26:00Z')).toBe('2024-10-24');
});

test('days lie in order inside the axis, and a place leads back to its day', () => {
  const axis = axisOf(dates);
  const places = axis.days.map((day) => day.at);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
  for (const day of axis.days) expect(dayAt(axis, placeOf(axis, day.day))).toBe(day.day);
  expect(placeOf(axis, '1999-01-01')).toBe(0);
  expect(placeOf(axis, '2999-01-01')).toBe(1);
});

test('ticks are days, months or years by the length of the axis, and never many', () => {
  const labels = (list: (string | null)[]) => new Set(axisOf(list).ticks.map((tick) => tick.label));
  expect(labels(['2024-10-24', '2024-10-28'])).toEqual(new Set(['day']));
  expect(labels(dates)).toEqual(new Set(['month']));
  expect(labels(['1990-01-01', '2024-01-01'])).toEqual(new Set(['year']));
  expect(axisOf(['1900-01-01', '2024-01-01']).ticks.length).toBeLessThanOrEqual(12);
});

test('stepping goes from dated day to dated day, and past the last to all dates', () => {
  const axis = axisOf(dates);
  expect(step(axis, null, -1)).toBe('2024-12-31');
  expect(step(axis, '2024-12-31', -1)).toBe('2024-10-27');
  expect(step(axis, '2024-10-25', 1)).toBe('2024-10-27');
  expect(step(axis, '2024-12-31', 1)).toBeUndefined();
});

test('without dates there is no axis', () => {
  const axis = axisOf([null, null]);
  expect(axis).toEqual({ days: [], ticks: [], undated: 2, ends: null });
  expect(dayAt(axis, 0.5)).toBeUndefined();
});
