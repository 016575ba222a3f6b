// Everything fits: nothing is wider than the screen, cut off or out of reach.
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
    await expect.poll(() => button.getAttribute('aria-label')).toMatch(/^Theme: light/);
    await button.click();
    await expect.poll(brightness).toBeLessThan(60);
    const again = await page.context().newPage();
    await again.goto(page.url());
    await again.getByRole('button', { name: /^Theme: dark/ }).waitFor();
    await expect.poll(() => again.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  });
});
