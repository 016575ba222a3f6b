// A pasted text: its date and address are told at their fields before anything is sent, as the server would read them.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { meta } from '../../../client/state/data.ts';
import { pasted, pasteFaults, setPasted, tryPasted } from '../../../client/state/taking/paste.ts';
import { clearItems, items, phase } from '../../../client/state/taking/run.ts';
import { takeInOpen } from '../../../client/state/work.ts';
import { addressFault, dateFault } from '../../../client/text/dates.ts';
import { readDate } from '../../../server/ingest/readers/article/dates.ts';

const dates = [
  ...['2024', '2024-10', '2024-10-24', '2024-10-24T09:26:00Z', '2024-10-24 09:26', '2024-10-24T09:26:00+02:00'],
  ...['20241024', '24 October 2024', 'Oct. 24, 2024', 'Thu, 24 Oct 2024 09:00:00 GMT', 'March 2nd, 2026', '2024-02-29'],
  ...['yesterday', 'last week', '24.10.2024', '10/24/2024', '2024-13', '2024-02-30', '2023-02-29', '0000-01-01'],
  ...['2024-10-24T25:00Z', '31 April 2024', '24 Brumaire 2024', '2024-1-2', 'October 2024'],
];

test('a date is taken exactly where the server reads it', () => {
  for (const date of dates) expect([date, dateFault(date) === '']).toEqual([date, readDate(date).is === 'date']);
  expect(dateFault(' ')).toBe('');
  expect(dateFault('yesterday')).toContain('2024-10-24');
  expect(dateFault('2024-02-30')).toContain('calendar');
});

test('an address is http or https', () => {
  expect(['', 'https://harbour.example/a?b=c', 'HTTP://harbour.example'].map(addressFault)).toEqual(['', '', '']);
  for (const none of ['harbour.example', 'ftp://harbour.example', 'https://', 'https://a b', 'javascript:alert(1)'])
    expect(addressFault(none)).toContain('http');
});

const sent: string[] = [];
beforeEach(() => {
  sent.length = 0;
  vi.stubGlobal('fetch', async (address: string) => {
    sent.push(address);
    return Response.json({ title: 'It holds no words', code: 'invalid-document' }, { status: 422 });
  });
  meta.value = { writable: true, limits: { documentBytes: 1e6 } } as unknown as typeof meta.value;
  takeInOpen.value = true;
});
afterEach(() => {
  clearItems();
  takeInOpen.value = false;
  meta.value = null as unknown as typeof meta.value;
  vi.unstubAllGlobals();
});

test('what is wrong is told before it is sent, and what was typed stays, refused or not', async () => {
  setPasted({ title: 'The bridge', text: 'Norland opposes it.', date: 'yesterday', url: 'harbour' });
  expect(tryPasted()).toBe(false);
  expect(Object.keys(pasteFaults.value).sort()).toEqual(['date', 'url']);
  expect(sent).toEqual([]);
  setPasted({ date: '2026-03-02', url: '' });
  expect(tryPasted()).toBe(true);
  await vi.waitFor(() => expect(phase.value).toBe('idle'));
  expect(sent).toHaveLength(1);
  expect(pasted.value).toMatchObject({ title: 'The bridge', text: 'Norland opposes it.' });
  // Tried anew, it takes the place of the last time.
  expect(tryPasted()).toBe(true);
  await vi.waitFor(() => expect(phase.value).toBe('idle'));
  expect(items.value).toHaveLength(1);
  takeInOpen.value = false;
  expect(pasted.value.text).toBe('');
});
