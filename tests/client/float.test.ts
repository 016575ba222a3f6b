// Where a list goes that floats over a part of the page that scrolls.
import { expect, test } from 'vitest';
import { placeOf } from '../../client/ui/float.ts';

const desk = { width: 1440, height: 900 };
const field = (left: number, top: number, width: number) => ({ left, top, bottom: top + 32, width });

test('a list stands under its field, over it where there is more room, and inside the window', () => {
  expect(placeOf(field(300, 200, 340), desk)).toEqual({ left: 300, width: 340, maxHeight: 380, top: 236 });
  expect(placeOf(field(300, 700, 340), desk)).toEqual({ left: 300, width: 340, maxHeight: 380, bottom: 204 });
  expect(placeOf(field(1300, 200, 120), desk)).toMatchObject({ left: 1152, width: 280 });
  expect(placeOf(field(8, 600, 374), { width: 390, height: 844 })).toMatchObject({ left: 8, width: 374, bottom: 248 });
  expect(placeOf(field(0, 20, 200), { width: 240, height: 200 })).toMatchObject({ left: 8, width: 224, top: 56 });
});
