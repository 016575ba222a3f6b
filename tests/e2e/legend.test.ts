// The legend is the style editor: what is on the canvas, how it looks, chosen by keyboard, undone, kept, handed on.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { serious } from './axe.ts';
import { phone } from './browser.ts';
import { describeInBrowser, drawnCounts, openLegend, openReady, railOf, settled, stageOf, tabTo } from './pages.ts';
import { glPicture } from './pixels.ts';

const picture = async (page: Page) =>
  createHash('sha256')
    .update(await glPicture(stageOf(page)))
    .digest('hex');
const entry = (page: Page, name: RegExp) => railOf(page).getByRole('button', { name });
const editor = (page: Page, name: string) => railOf(page).getByRole('group', { name: `Look of ${name}` });
/** The fill of a node's mark in the panel's list of who opposes. */
const markInPanel = (page: Page) =>
  page
    .locator('.panel a.node-link .type-mark')
    .first()
    .evaluate((mark) => getComputedStyle(mark).fill);

describeInBrowser('the legend', () => {
  it('lists what is on the canvas, each type with its count', async () => {
    const page = await openReady();
    await openLegend(page);
    const sum = async (list: string) => {
      const counts = await railOf(page).getByRole('list', { name: list }).locator('.facet-count').allTextContents();
      return counts.reduce((total, text) => total + Number(text), 0);
    };
    const drawn = await drawnCounts(page);
    expect(await sum('Types on the canvas')).toBe(drawn.nodes);
    expect(await sum('Relations on the canvas')).toBe(drawn.edges);
    await railOf(page).getByRole('button', { name: 'Filters', exact: true }).click();
    await railOf(page).getByRole('checkbox', { name: 'Opposes' }).uncheck();
    await openLegend(page);
    await expect.poll(() => entry(page, /^Opposes/).count()).toBe(0);
  });

  it('chooses colour, size, shape and caption by keyboard alone', async () => {
    const page = await openReady();
    await page.keyboard.press('l');
    await tabTo(page, entry(page, /^Country/));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/style=n%7ECountry%7Eblue$/);
    const look = editor(page, 'Country');
    await expect.poll(() => look.getByRole('radio', { name: 'Blue' }).isChecked()).toBe(true);
    await tabTo(page, look.getByRole('slider', { name: 'Size' }), 5);
    await page.keyboard.press('End');
    await tabTo(page, look.getByRole('combobox', { name: 'Shape' }), 2);
    await page.keyboard.type('Tri');
    await tabTo(page, look.getByRole('combobox', { name: 'Caption' }), 2);
    await page.keyboard.type('Country c');
    await page.waitForURL(/style=n%7ECountry%7Eblue%7E3%7Etriangle%7Eiso2$/);
    expect(await serious(page)).toEqual([]);
  });

  it('changes canvas and lists, and takes it back by undo and Reset', async () => {
    const page = await openReady();
    await openLegend(page);
    const [before, usual] = [await picture(page), await markInPanel(page)];
    await entry(page, /^Country/).click();
    await editor(page, 'Country').getByRole('radio', { name: 'Blue' }).check({ force: true });
    await expect.poll(() => picture(page)).not.toBe(before);
    expect(await markInPanel(page)).toBe('rgb(14, 101, 191)');
    const press = (name: string) => railOf(page).getByRole('button', { name, exact: true }).click();
    await press('Undo');
    await expect.poll(() => picture(page)).toBe(before);
    await press('Redo');
    await expect.poll(() => picture(page)).not.toBe(before);
    await press('Reset');
    await expect.poll(() => picture(page)).toBe(before);
    expect(await markInPanel(page)).toBe(usual);
  });

  it('gives a stance another colour everywhere, and its lines a caption, while marks stay', async () => {
    const page = await openReady();
    await openLegend(page);
    const before = await picture(page);
    await entry(page, /^Opposes/).click();
    await editor(page, 'Opposes').getByRole('radio', { name: 'Purple' }).check({ force: true });
    await expect.poll(() => picture(page)).not.toBe(before);
    const shown = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--opposes'));
    expect(shown).toBe('#660f74');
    await editor(page, 'Opposes').getByRole('combobox', { name: 'Caption' }).selectOption('None');
    await page.waitForURL(/style=r%7EOPPOSES%7Epurple%7E%7Enone$/);
    await expect
      .poll(() =>
        entry(page, /^Opposes/)
          .locator('text')
          .textContent(),
      )
      .toBe('×');
  });

  it('warns of a colour that is hard to see, and says what a colour is', async () => {
    const page = await openReady();
    await openLegend(page);
    await entry(page, /^Plan/).click();
    const digits = editor(page, 'Plan').getByRole('textbox', { name: 'Colour as six digits' });
    await digits.fill('ffee88');
    await digits.press('Enter');
    await editor(page, 'Plan')
      .getByText(/Hard to see in the light theme: contrast 1\.\d:1/)
      .waitFor();
    await digits.fill('reddish');
    await digits.press('Tab');
    await editor(page, 'Plan').getByText('“reddish” is no colour: write six digits such as 3a6fb0.').waitFor();
    expect(page.url()).toContain('ffee88');
  });

  it('keeps the style in the browser, saves it as a file, and opens it again; a wrong file says what is wrong', async () => {
    const page = await openReady();
    await openLegend(page);
    await entry(page, /^Country/).click();
    await editor(page, 'Country').getByRole('radio', { name: 'Wine' }).check({ force: true });
    await page.waitForURL(/style=/);
    const styled = await picture(page);
    await page.goto(new URL('/', page.url()).href);
    await page.waitForURL(/style=n%7ECountry%7Ewine/);
    await settled(page);
    await expect.poll(() => picture(page)).toBe(styled);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      railOf(page).getByRole('button', { name: 'Save style…' }).click(),
    ]);
    const text = await readFile(await file.path(), 'utf8');
    expect(JSON.parse(text)).toMatchObject({ format: 'hearsay-style', nodes: { Country: { colour: 'wine' } } });
    await railOf(page).getByRole('button', { name: 'Reset', exact: true }).click();
    await page.waitForURL((url) => !url.search.includes('style'));
    const open = (name: string, content: string) =>
      railOf(page)
        .locator('input[type="file"]')
        .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
    await open('broken.json', text.replace('wine', 'wein'));
    await page.getByText('broken.json was not opened. nodes.Country.colour must be one of blue,').waitFor();
    await open('mine.json', text);
    await page.waitForURL(/style=n%7ECountry%7Ewine/);
  });

  it('opens the usual style, with a message, where that of the address is mangled', async () => {
    const page = await openReady('/?style=n~Country~wein');
    await page.getByText('Part of the address could not be read (style)').waitFor();
    await page.waitForURL((url) => !url.search.includes('style'));
  });

  it('is a sheet on a phone, with nothing beyond its edge', async () => {
    const page = await openReady('/', { viewport: phone, hasTouch: true });
    await page.getByRole('button', { name: 'Show filters and legend' }).click();
    await openLegend(page);
    await entry(page, /^Country/).click();
    await editor(page, 'Country').getByRole('radio', { name: 'Gold' }).check({ force: true });
    await page.waitForURL(/style=n%7ECountry%7Egold/);
    const [wide, room] = await railOf(page).evaluate((rail) => [rail.scrollWidth, rail.clientWidth] as const);
    expect(wide).toBeLessThanOrEqual(room);
    expect(await serious(page)).toEqual([]);
    await page.getByRole('button', { name: 'Fold filters and legend away' }).click();
    await stageOf(page).waitFor();
  });
});
