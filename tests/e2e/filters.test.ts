// The filters beyond facets: days, outlets, support, structure, properties; each in the address, in a chip, and undone.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { serious } from './axe.ts';
import { desk, phone } from './browser.ts';
import { ask, describeInBrowser, drawnCounts, openReady, panelOf, railOf, settled, stageOf } from './pages.ts';
import { startServer } from './server.ts';

/** Those that find no room on the line, too. */
const chips = (page: Page) =>
  page.getByRole('region', { name: 'What is left out or compared' }).locator('.filter-bar-line > ul > li');
const chipTexts = async (page: Page) => (await chips(page).allTextContents()).map((text) => text.trim());
const open = (page: Page, group: string) =>
  railOf(page).locator('.facet-group > summary').getByText(group, { exact: true }).click();
const search = (page: Page) => new URL(page.url()).searchParams;

describeInBrowser('filters', () => {
  it('brush a range of report dates with the mouse and move its ends by key', async () => {
    const page = await openReady();
    const before = await drawnCounts(page);
    const track = await page.locator('.timeline-track').boundingBox();
    if (!track) throw new Error('There is no time axis.');
    const y = track.y + 20;
    await page.mouse.move(track.x + track.width * 0.03, y);
    await page.mouse.down();
    await page.mouse.move(track.x + track.width * 0.1, y);
    await page.mouse.move(track.x + track.width * 0.2, y);
    await page.mouse.up();
    await settled(page);
    expect(search(page).get('days')).toMatch(/^2024-10-\d\d\.\.2024-11-\d\d$/);
    // A click that ends a range is no as-of date.
    expect(search(page).get('as-of')).toBeNull();
    await expect.poll(() => drawnCounts(page).then(({ edges }) => edges)).toBeLessThan(before.edges);
    expect(await chipTexts(page)).toEqual([expect.stringMatching(/^Reports \d+ Oct 2024 – \d+ Nov 2024$/)]);
    const to = page.getByRole('slider', { name: 'Reports to' });
    await to.focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => to.getAttribute('aria-valuetext')).toBe('24 Oct 2024');
    await page.keyboard.press('End');
    await expect.poll(() => to.getAttribute('aria-valuetext')).toBe('the last report');
    expect(search(page).get('days')).toMatch(/\.\.$/);
    await page.keyboard.press('Delete');
    await expect.poll(() => drawnCounts(page)).toEqual(before);
    await expect.poll(() => chips(page).count()).toBe(0);
    // The drag and the keys after it are one step.
    await page.keyboard.press('Control+z');
    await page.getByText('There is nothing to undo.').waitFor({ state: 'hidden' });
    expect(search(page).get('days')).toBeNull();
  });

  it('brush by touch', async () => {
    const page = await openReady('/', { hasTouch: true });
    const track = await page.locator('.timeline-track').boundingBox();
    if (!track) throw new Error('There is no time axis.');
    const session = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', share: number) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x: track.x + track.width * share, y: track.y + 20 }],
      });
    await touch('touchStart', 0.45);
    for (const share of [0.5, 0.55, 0.65]) await touch('touchMove', share);
    await touch('touchEnd', 0.65);
    await expect.poll(() => search(page).get('days')).toMatch(/^20\d\d-\d\d-\d\d\.\.20\d\d-\d\d-\d\d$/);
  });

  it('keep what rests on one outlet, relayed or its own', async () => {
    const page = await openReady();
    await open(page, 'Outlet');
    const politico = railOf(page).locator('label.facet', { hasText: 'Politico' });
    await politico.waitFor();
    const total = Number(
      await politico
        .locator('.facet-count')
        .textContent()
        .then((text) => text?.split('/').pop()),
    );
    expect(total).toBeGreaterThan(0);
    await railOf(page).getByRole('button', { name: 'Only Politico' }).click();
    expect(search(page).get('outlets-off')).toContain('outlet:kyiv-post');
    await expect
      .poll(() =>
        politico
          .locator('.facet-count')
          .textContent()
          .then((text) => Number(text?.split('/')[0])),
      )
      .toBe((await drawnCounts(page)).edges);
    expect(await chipTexts(page)).toEqual(['Only Politico']);
    expect(await serious(page)).toEqual([]);
    await chips(page).first().getByRole('button').click();
    await expect.poll(() => chips(page).count()).toBe(0);
  });

  it('keep what rests on enough origins, and what is contested', async () => {
    const page = await openReady('/?all=1');
    await open(page, 'Support');
    const slider = page.getByRole('slider', { name: 'Least number of origins' });
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('at least 1 origin');
    expect(search(page).get('origins')).toBe('1');
    await page.getByRole('checkbox', { name: /^Contested only/ }).check();
    await settled(page);
    const { edges } = await ask<{ edges: { properties: { contested?: boolean; originsMin?: number } }[] }>(
      '/api/graph',
    );
    const all = edges.filter(({ properties }) => properties.contested === true && (properties.originsMin ?? 0) >= 1);
    expect((await drawnCounts(page)).edges).toBeLessThanOrEqual(all.length);
    expect((await drawnCounts(page)).edges).toBeGreaterThan(0);
    expect(await chipTexts(page)).toEqual(['Origins at least 1', 'Only contested']);
    await page.getByRole('button', { name: 'Reset filters' }).click();
    await expect.poll(() => chips(page).count()).toBe(0);
  });

  it.each([
    ['desk', desk, '+2 more'],
    ['phone', phone, '3 filters'],
  ] as const)('show what finds room on a %s, and all behind a button', async (_, viewport, more) => {
    const page = await openReady('/?outlets-off=unnamed&origins=1&days=2024-11-01..2024-12-31', { viewport });
    const bar = page.getByRole('region', { name: 'What is left out or compared' });
    const beyond = () =>
      bar.evaluate((section) => {
        const { right } = section.getBoundingClientRect();
        const shown = [...section.querySelectorAll('button, li')].filter((one) =>
          one.checkVisibility({ visibilityProperty: true }),
        );
        return shown.filter((one) => one.getBoundingClientRect().right > right).map((one) => one.textContent);
      });
    await bar.getByRole('button', { name: 'Reset filters' }).waitFor();
    expect(await beyond()).toEqual([]);
    await bar.getByRole('button', { name: more }).click();
    const all = bar.getByRole('list', { name: 'What is left out or compared' });
    await expect
      .poll(() => all.getByRole('listitem').allTextContents())
      .toEqual(['Without outlet not named', 'Reports 1 Nov 2024 – 31 Dec 2024', 'Origins at least 1']);
    expect(await serious(page)).toEqual([]);
    await all.getByRole('button', { name: 'Take back: Origins at least 1' }).click();
    await expect.poll(() => search(page).get('origins')).toBeNull();
    await expect.poll(() => all.getByRole('listitem').count()).toBe(2);
  });

  it('keep what is near the selected node, and what has enough relations', async () => {
    const page = await openReady('/?node=outlet:kyiv-post');
    const before = await drawnCounts(page);
    await open(page, 'Structure');
    await page.getByRole('combobox', { name: 'Near Kyiv Post' }).selectOption('1');
    await expect.poll(() => drawnCounts(page).then(({ nodes }) => nodes)).toBeLessThan(before.nodes);
    expect(search(page).get('near')).toBe('outlet:kyiv-post,1');
    const near = (await drawnCounts(page)).nodes;
    await page.getByRole('spinbutton', { name: 'Relations, at least' }).fill('2');
    await expect.poll(() => drawnCounts(page).then(({ nodes }) => nodes)).toBeLessThan(near);
    expect(await chipTexts(page)).toEqual(['Within 1 hop of Kyiv Post', 'Relations at least 2']);
    await stageOf(page).focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => drawnCounts(page).then(({ nodes }) => nodes)).toBe(near);
    await page.reload();
    await stageOf(page).waitFor();
    await expect.poll(() => drawnCounts(page).then(({ nodes }) => nodes)).toBe(near);
  });

  it('keep what has a property, chosen from those there are', async () => {
    const page = await openReady();
    await open(page, 'Properties');
    await page.getByRole('combobox', { name: 'Property' }).selectOption({ label: 'Country code (14)' });
    await page.getByRole('textbox', { name: 'Value' }).fill('hu');
    await page.keyboard.press('Enter');
    expect(await chipTexts(page)).toEqual(['Country country code is hu']);
    await page.keyboard.press('4');
    await page.getByRole('button', { name: 'Table' }).click();
    await page.getByRole('grid', { name: 'Nodes' }).waitFor();
    const text = (await page.locator('main').textContent()) ?? '';
    expect(text).toContain('Hungary');
    expect(text).not.toContain('Slovakia');
  });

  it('say so where an address makes no sense, and show the rest', async () => {
    const page = await openReady(
      '/?days=2024-12-01..2024-11-01&origins=none&near=country:hu&degree=2&where=node~Country',
    );
    await page.getByText('Part of the address could not be read (days, origins, near, where)').waitFor();
    expect(await chipTexts(page)).toEqual(['Relations at least 2']);
  });

  it('are on a phone, with the dates as fields', async () => {
    const page = await openReady('/', { viewport: phone });
    await page.getByRole('button', { name: 'Show filters and legend' }).click();
    await open(page, 'Report dates');
    await railOf(page).getByLabel('From', { exact: true }).fill('2024-11-15');
    await page.keyboard.press('Tab');
    await expect.poll(() => search(page).get('days')).toBe('2024-11-15..');
    for (const group of ['Outlet', 'Support', 'Structure', 'Properties']) await open(page, group);
    await settled(page);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
    expect(await serious(page)).toEqual([]);
  });
});

describeInBrowser(
  'a graph over the display limit',
  () => {
    it('says of how many it shows the most connected, and offers the label to leave out for others', async () => {
      const page = await openReady('/?all=1&plan=all');
      const count = page.locator('.canvas-count');
      await count.getByText(/the most connected of 116 nodes/).waitFor();
      const outlets = railOf(page).locator('label.facet', { hasText: 'Outlet' }).locator('.facet-count');
      const before = Number((await outlets.textContent())?.split('/').pop());
      // Never the plans: without them nobody has a position.
      const offer = count.getByRole('button', { name: /^leave out (?!Plan)/ });
      const [, label = '', size] = /leave out (\w+) \((\d+)\)/.exec((await offer.textContent()) ?? '') ?? [];
      await offer.click();
      expect(search(page).get('off')).toContain(label);
      // Others have come in the place of these, which can be taken in again.
      await expect
        .poll(() => outlets.textContent().then((text) => Number(text?.split('/').pop())))
        .toBeGreaterThan(before);
      const these = railOf(page).locator('label.facet', { hasText: label });
      await expect.poll(() => these.locator('.facet-count').textContent()).toBe(`0/${size}`);
      await page.getByRole('button', { name: `Take back: Without ${label}` }).click();
      await expect.poll(() => outlets.textContent().then((text) => Number(text?.split('/').pop()))).toBe(before);
      await page.setViewportSize(phone);
      await count.getByRole('button', { name: new RegExp(`leave out ${label}`) }).waitFor();
    });

    it('tells of the plan what all of the data say', async () => {
      const plan = 'plan:nato-invitation';
      const { total } = await ask<{ total: number }>(`/api/nodes/${plan}/neighbours?types=OPPOSES&direction=in`);
      const page = await openReady('/');
      const group = panelOf(page).getByRole('heading', { level: 3, name: /^Opposes/ });
      await expect.poll(() => group.textContent()).toMatch(new RegExp(`Opposes ${total}$`));
    });
  },
  () => startServer({ env: { HEARSAY_GRAPH_NODES: '40' } }),
);
