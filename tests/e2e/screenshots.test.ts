// Pictures of the main views in both themes, for people to look at; and that the first view is light.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../server/root.ts';
import { desk, phone, reason, stand } from './browser.ts';

const folder = join(projectRoot, 'tests', 'e2e', 'screenshots');
const views = {
  graph: '',
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

describe.skipIf(reason !== '')(`pictures${reason}`, () => {
  const { visit, site } = stand();

  it.each(cases)('$name, $theme, $width pixels wide', async ({ name, search, theme, size, width }) => {
    mkdirSync(folder, { recursive: true });
    const { page, close } = await visit(search, { theme, size });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.waitForTimeout(250);
    const picture = await page.screenshot({ path: join(folder, `${name}-${theme}-${width}.png`) });
    // A blank or broken page compresses to far less than one with text and a drawing.
    expect(picture.length).toBeGreaterThan(20_000);
    await close();
  });

  it('weighs at most 250 kB compressed at the first view, all of it from this server', async () => {
    const { page, close } = await visit();
    const files = await page.evaluate(() => [
      location.href,
      ...performance.getEntriesByType('resource').map((entry) => entry.name),
    ]);
    await close();
    expect(files.filter((name) => !name.startsWith(site().address))).toEqual([]);
    let bytes = 0;
    for (const name of new Set(files.filter((file) => !file.includes('/api/')))) {
      const body = Buffer.from(await (await fetch(name)).arrayBuffer());
      bytes += name.endsWith('.woff2') ? body.length : gzipSync(body).length;
    }
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThanOrEqual(250_000);
  });
});
