// Usable by everybody: axe finds nothing serious in any view, in either theme, at desk and phone size.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { desk, phone, reason, stand } from './browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds serious or critical, each with the elements. axe is injected by the driver, past the page's own policy. */
async function serious(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(() => (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
  return results.violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .map(
      (violation) =>
        `${violation.id}: ${violation.nodes.map((node) => `${node.html.slice(0, 160)} (${node.any[0]?.message ?? ''})`).join('; ')}`,
    );
}

const views = {
  overview: '',
  node: '?node=country:hu',
  evidence: '?edge=OPPOSES~country:hu~plan:nato-invitation',
  path: '?path=person:viktor-orban,outlet:politico,4',
  table: '?tab=table&node=country:de',
  articles: '?tab=articles&article=article:kyiv-post-2024-10-24',
};
const cases = Object.entries(views).flatMap(([name, search]) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    [desk, phone].map((size) => ({ name, search, theme, size, width: size.width })),
  ),
);

describe.skipIf(reason !== '')(`accessibility${reason}`, () => {
  const { visit } = stand();

  it.each(cases)('$name, $theme, $width pixels wide', async ({ search, theme, size }) => {
    const { page, trouble, close } = await visit(search, { theme, size });
    await page
      .locator('.progress')
      .waitFor({ state: 'detached' })
      .catch(() => undefined);
    expect(await serious(page)).toEqual([]);
    expect(trouble).toEqual([]);
    await close();
  });

  it('reaches everything by Tab, with the focus visible, from a link past the canvas on', async () => {
    const { page, close } = await visit();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to details and evidence');
    const reached = new Set<string>();
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        const { outlineStyle, outlineWidth, backgroundColor } = getComputedStyle(element);
        return {
          area:
            element.closest('.top-bar, .rail, .stage, .canvas-tools, .panel, .timeline')?.className.split(' ')[0] ?? '',
          visible:
            (outlineStyle !== 'none' && outlineWidth !== '0px') ||
            (element.matches('.splitter') && backgroundColor !== 'rgba(0, 0, 0, 0)'),
          html: element.outerHTML.slice(0, 120),
        };
      });
      if (!at) continue;
      expect(at.visible, at.html).toBe(true);
      reached.add(at.area);
    }
    for (const area of ['top-bar', 'rail', 'stage', 'canvas-tools', 'panel']) expect([...reached]).toContain(area);
    await close();
  });
});
