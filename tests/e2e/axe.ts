// What axe finds serious or critical on a page, for every browser test that looks at one.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules broken, with the elements. The driver injects axe past the page's own policy. */
export async function serious(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  // Frames have a policy of their own that lets nothing in: they are looked at by themselves.
  const results = await page.evaluate(() =>
    (window as unknown as { axe: { run(context: object, options: object): Promise<AxeResults> } }).axe.run(
      { exclude: [['iframe']] },
      { iframes: false },
    ),
  );
  return results.violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html.slice(0, 160)} (${node.any[0]?.message ?? ''})`)}`,
    );
}
