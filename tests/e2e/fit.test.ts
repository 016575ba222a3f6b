// Everything fits: nothing is wider than the screen, cut off or out of reach; what moves moves shortly or not at all.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { desk, phone } from './browser.ts';
import { describeInBrowser, openReady, panelOf } from './pages.ts';

/** What is wider than its place: the page itself, controls beyond the screen's edge, text cut without an ellipsis. */
const misfits = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page scrolls sideways: ${scrollWidth} in ${clientWidth}`);
    const label = (element: Element) => element.outerHTML.slice(0, 140);
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      if (element.closest('.visually-hidden, .skip, [hidden], svg, canvas')) continue;
      const box = element.getBoundingClientRect();
      const scrolled = element.parentElement?.closest('.table-scroll, .combobox-list');
      if (element.matches('a, button, input, select, summary') && !scrolled) {
        if (box.left < -0.5 || box.right > clientWidth + 0.5) found.push(`beyond the edge: ${label(element)}`);
      }
      const { overflowX, textOverflow } = getComputedStyle(element);
      const clips = overflowX === 'hidden' || overflowX === 'clip';
      const scrolls = overflowX === 'auto' || overflowX === 'scroll';
      // One pixel and less: what only a screen reader is to find.
      if (element.scrollWidth <= element.clientWidth + 1 || element.clientWidth <= 1) continue;
      if (clips && textOverflow !== 'ellipsis' && element.textContent?.trim() !== '')
        found.push(`cut off: ${label(element)}`);
      if (scrolls && !element.matches('.table-scroll, .chain')) found.push(`scrolls sideways: ${label(element)}`);
    }
    return found;
  });

const views = {
  plan: '/',
  evidence: '/?edge=NONCOMMITTAL_ON~country:si~plan:nato-invitation',
  path: '/?path=person:viktor-orban,outlet:politico,4',
  table: '/?tab=table&node=country:de',
  articles: '/?tab=articles&article=article:kyiv-post-2024-10-24',
  cypher: '/?tab=cypher&node=country:de',
};

describeInBrowser('the page', () => {
  it.each([
    ['phone', phone],
    ['desk', desk],
  ] as const)('has nothing cut off or beyond the edge at %s size', async (_, viewport) => {
    const page = await openReady('/', { viewport });
    for (const [name, address] of Object.entries(views)) {
      await page.goto(new URL(address, page.url()).href);
      await panelOf(page).getByRole('heading', { level: 2 }).waitFor();
      expect(await misfits(page), name).toEqual([]);
    }
  });

  it('shows table columns beside each other on a phone without scrolling sideways', async () => {
    const page = await openReady('/?tab=table', { viewport: phone });
    const room = await page.locator('.table-scroll').evaluate((frame) => frame.scrollWidth - frame.clientWidth);
    expect(room).toBeLessThanOrEqual(0);
  });

  it('moves nothing where reduced motion is asked for, and at most 200 ms elsewhere', async () => {
    const longest = (page: Page) =>
      page.evaluate(() => {
        const times = [...document.querySelectorAll('*')].flatMap((element) => {
          const { transitionDuration, animationName, animationDuration, animationIterationCount } =
            getComputedStyle(element);
          const repeats = animationIterationCount === 'infinite';
          const animated = animationName === 'none' || repeats ? [] : animationDuration.split(',');
          return [...transitionDuration.split(','), ...animated].map(Number.parseFloat);
        });
        return Math.max(...times) * 1000;
      });
    const still = await openReady('/', { reducedMotion: 'reduce' });
    expect(await longest(still)).toBe(0);
    await still.keyboard.press('?');
    await still.getByRole('dialog').waitFor();
    expect(await still.evaluate(() => document.getAnimations().length)).toBe(0);
    const lively = await openReady('/', { reducedMotion: 'no-preference' });
    expect(await longest(lively)).toBeLessThanOrEqual(200);
  });

  it('zooms and stops at once, without gliding, where reduced motion is asked for', async () => {
    const page = await openReady('/', { reducedMotion: 'reduce' });
    const stage = await page.locator('.stage').boundingBox();
    if (!stage) throw new Error('There is no stage.');
    const [x, y] = [stage.x + stage.width / 2, stage.y + stage.height / 2];
    /** What is written on the canvas, as a number, after so many frames. */
    const picture = (frames: number) =>
      page.evaluate(async (count) => {
        for (let frame = 0; frame < count; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
        const canvas = document.querySelector<HTMLCanvasElement>('canvas.sigma-annotations');
        const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        let sum = 0;
        for (let index = 3; index < data.length; index += 4) sum = (sum * 31 + (data[index] ?? 0)) % 1_000_000_007;
        return sum;
      }, frames);
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

  it('is light and dark in its colours, and remembers which', async () => {
    const page = await openReady('/', { colorScheme: 'light' });
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const brightness = async () => {
      const [r = 0, g = 0, b = 0] = (await ground()).match(/[\d.]+/g)?.map(Number) ?? [];
      return (r + g + b) / 3;
    };
    const button = page.getByRole('button', { name: /^Theme:/ });
    expect(await brightness()).toBeGreaterThan(200);
    await button.click();
    expect(await button.getAttribute('aria-label')).toMatch(/^Theme: light/);
    await button.click();
    await expect.poll(brightness).toBeLessThan(60);
    const again = await page.context().newPage();
    await again.goto(page.url());
    await again.getByRole('button', { name: /^Theme: dark/ }).waitFor();
    expect(await again.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  });
});
