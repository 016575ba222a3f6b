// How many chips find room on the line.
import { expect, it } from 'vitest';
import { fitting } from '../../client/ui/room.ts';

const line = { gap: 4, room: 300, more: 60 };

it('takes all where they find room, to the last pixel', () => {
  expect(fitting([100, 100, 92], line)).toBe(3);
  expect(fitting([], line)).toBe(0);
});

it('leaves room for what says that there are more', () => {
  // Two end at 204, and with 60 for "+1 more" at 264; at a room of 263 only one is shown.
  expect(fitting([100, 100, 100], line)).toBe(2);
  expect(fitting([100, 100, 100], { ...line, room: 263 })).toBe(1);
  expect(fitting([250, 20, 40], line)).toBe(0);
});
