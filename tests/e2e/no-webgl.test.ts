// The page and an exported page in a browser without WebGL: they say so, and lead to the tables.
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serious } from './axe.ts';
import { desk, phone } from './browser.ts';
import { launch } from './chromium.ts';
import { describeInBrowser, openReady, panelOf, served } from './pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'hearsay-no-webgl-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

describeInBrowser('without WebGL', () => {
  let without: Browser;
  const path = join(folder, 'page.html');

  beforeAll(async () => {
    without = await launch({ webgl: false });
  });
  afterAll(() => without?.close());

  it.each([
    { at: 'a desk', viewport: desk, colorScheme: 'light' },
    { at: 'a phone', viewport: phone, colorScheme: 'dark' },
  ] as const)('an exported page says so and is read as tables, on $at', async ({ viewport, colorScheme }) => {
    const app = await openReady('/', { acceptDownloads: true });
    await app.keyboard.press('x');
    const [download] = await Promise.all([
      app.waitForEvent('download'),
      app
        .getByRole('dialog', { name: 'Export' })
        .getByRole('button', { name: /^Web page / })
        .click(),
    ]);
    await download.saveAs(path);

    const context = await without.newContext({ viewport, colorScheme, offline: true });
    try {
      const page = await context.newPage();
      await page.goto(pathToFileURL(path).href);
      await expect.poll(() => page.evaluate(() => document.createElement('canvas').getContext('webgl2'))).toBe(null);
      const told = page.getByRole('alert').filter({ hasText: 'This browser cannot draw the graph: it has no WebGL.' });
      await told.waitFor();
      const box = await told.boundingBox();
      expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= viewport.width).toBe(true);
      expect(await serious(page)).toEqual([]);
      await page.screenshot({ path: join(tmpdir(), `hearsay-no-webgl-${colorScheme}.png`) });
      await told.getByRole('button', { name: 'Read it as tables' }).focus();
      await page.keyboard.press('Enter');
      const table = page.getByRole('table', { name: 'Nodes' });
      await table.getByRole('row', { name: /Hungary/ }).click();
      await page
        .getByRole('complementary', { name: 'Details and evidence' })
        .getByRole('heading', { level: 2, name: 'Hungary' })
        .waitFor();
    } finally {
      await context.close();
    }
  });

  it.each([
    { at: 'a desk', viewport: desk, colorScheme: 'dark' },
    { at: 'a phone', viewport: phone, colorScheme: 'light' },
  ] as const)('the page itself says so and is read as tables, on $at', async ({ viewport, colorScheme }) => {
    const context = await without.newContext({ viewport, colorScheme });
    try {
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(served().address);
      await page.getByText('This browser cannot draw the graph').waitFor();
      expect(await serious(page)).toEqual([]);
      await page.screenshot({ path: join(tmpdir(), `hearsay-page-no-webgl-${colorScheme}.png`) });
      await page.getByRole('button', { name: 'Read it as tables' }).focus();
      await page.keyboard.press('Enter');
      await page
        .getByRole('grid', { name: 'Nodes' })
        .getByRole('row', { name: /Hungary/ })
        .click();
      await panelOf(page).getByRole('heading', { level: 2, name: 'Hungary' }).waitFor();
      expect(errors).toEqual([]);
    } finally {
      await context.close();
    }
  });
});
