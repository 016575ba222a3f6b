// What moves moves for 200 ms at most, and not at all where reduced motion is asked for.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, openReady, stageOf } from './pages.ts';

type Motion = 'reduce' | 'no-preference';

/** The longest transition or animation of any element, or of what stands before or after it, in milliseconds. */
const longest = (page: Page) =>
  page.evaluate(() => {
    const times = [...document.querySelectorAll('*')].flatMap((element) =>
      ['', '::before', '::after'].flatMap((part) => {
        const { transitionDuration, animationName, animationDuration } = getComputedStyle(element, part);
        const animated = animationName === 'none' ? [] : animationDuration.split(',');
        return [...transitionDuration.split(','), ...animated].map(
          (time) => Number.parseFloat(time) * (time.endsWith('ms') ? 1 : 1000),
        );
      }),
    );
    return Math.max(...times);
  });

/** What is written on the canvas, as a number. */
const written = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('canvas.sigma-annotations');
    const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    let sum = 0;
    for (let index = 3; index < data.length; index += 4) sum = (sum * 31 + (data[index] ?? 0)) % 1_000_000_007;
    return sum;
  });

/** What is written before a key is pressed, a few frames after it, after 200 ms and a frame, and a second later, by the page's clock. */
async function steps(page: Page, key: string): Promise<[before: number, soon: number, then: number, after: number]> {
  const before = await written(page);
  await page.keyboard.press(key);
  await page.clock.runFor(50);
  const soon = await written(page);
  // The last step is drawn in the frame after it.
  await page.clock.runFor(150 + 16);
  const then = await written(page);
  await page.clock.runFor(1000);
  return [before, soon, then, await written(page)];
}

/** A page whose clock stands still unless it is moved. */
async function openStopped(reducedMotion: Motion): Promise<Page> {
  const page = await openReady('/', { reducedMotion });
  await stageOf(page).focus();
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  return page;
}

describeInBrowser('motion', () => {
  it.each([
    ['reduce', 0],
    ['no-preference', 200],
  ] as const)('of the page, with %s asked for, lasts at most %i ms', async (reducedMotion, most) => {
    const page = await openReady('/', { reducedMotion });
    expect(await longest(page)).toBeLessThanOrEqual(most);
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    expect(await longest(page)).toBeLessThanOrEqual(most);
    if (most === 0) await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
  });

  it('lets the camera jump where reduced motion is asked for', async () => {
    const page = await openStopped('reduce');
    for (const key of ['+', 'f']) {
      const [before, soon, then, after] = await steps(page, key);
      expect(soon, key).not.toBe(before);
      expect([soon, then], key).toEqual([after, after]);
    }
  });

  it('leads the camera there in 200 ms elsewhere', async () => {
    const page = await openStopped('no-preference');
    for (const key of ['+', 'f']) {
      const [before, soon, then, after] = await steps(page, key);
      expect(new Set([before, soon, then]).size, key).toBe(3);
      expect(then, key).toBe(after);
    }
  });

  it('zooms and stops at once, without gliding, where reduced motion is asked for', async () => {
    const page = await openReady('/', { reducedMotion: 'reduce' });
    const stage = await page.locator('.stage').boundingBox();
    if (!stage) throw new Error('There is no stage.');
    const [x, y] = [stage.x + stage.width / 2, stage.y + stage.height / 2];
    const picture = async (frames: number) => {
      await page.evaluate(async (count) => {
        for (let frame = 0; frame < count; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
      }, frames);
      return written(page);
    };
    await page.mouse.move(x - 200, y + 250);
    const before = await picture(4);
    await page.mouse.wheel(0, -300);
    await expect.poll(() => picture(0)).not.toBe(before);
    const zoomed = await picture(3);
    expect(zoomed).not.toBe(before);
    await page.waitForTimeout(400);
    expect(await picture(0)).toBe(zoomed);

    await page.mouse.down();
    for (const step of [10, 30, 60, 100]) await page.mouse.move(x - 200 + step, y + 250);
    await page.mouse.up();
    const dragged = await picture(3);
    expect(dragged).not.toBe(zoomed);
    await page.waitForTimeout(400);
    expect(await picture(0)).toBe(dragged);
  });
});
