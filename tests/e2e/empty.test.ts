// Views with nothing to show say why, and offer the way back as a button that leads there.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { serious } from './axe.ts';
import { describeInBrowser, drawnCounts, openReady, panelOf } from './pages.ts';

const everyType = '?off=Country,Plan,Person,Organization,Group,Outlet,Event';
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
/** The empty place with this title. */
const emptyOf = (page: Page, title: string) => page.locator('.empty').filter({ hasText: title });

describeInBrowser('an empty view', () => {
  it('on the canvas and in the table leads back to the usual filters', async () => {
    const page = await openReady(`/${everyType}`);
    await emptyOf(page, 'Every node is filtered out').waitFor();
    expect(await serious(page)).toEqual([]);
    await press(page, 'Reset the filters');
    await expect.poll(async () => (await drawnCounts(page)).nodes).toBeGreaterThan(10);
    await page.keyboard.press('Control+z');
    await press(page, 'Table');
    await emptyOf(page, 'Every node is filtered out').waitFor();
    await press(page, 'Reset the filters');
    await page.getByRole('grid', { name: 'Nodes' }).waitFor();
  });

  it('shows again what was hidden by hand, filters or not', async () => {
    const page = await openReady(`/${everyType}&hide=country:hu`);
    await emptyOf(page, 'Every node is filtered out or hidden').waitFor();
    await press(page, 'Show everything');
    await expect.poll(async () => (await drawnCounts(page)).nodes).toBeGreaterThan(10);
    expect(new URL(page.url()).searchParams.has('hide')).toBe(false);
  });

  it('of the matrix lists all holders again', async () => {
    const page = await openReady('/?tab=matrix');
    await page.getByRole('textbox', { name: 'Filter holders by name' }).fill('nobody of this name');
    await emptyOf(page, 'No holder passes the filters').waitFor();
    await press(page, 'Show all holders');
    await page.getByRole('rowheader', { name: /Hungary/ }).waitFor();
  });

  it('of a path allows more hops', async () => {
    const page = await openReady('/?path=person:viktor-orban,outlet:politico,1');
    await emptyOf(page, 'No path within 1 hop').waitFor();
    await panelOf(page)
      .getByRole('button', { name: /^Allow \d+ hops$/ })
      .click();
    await panelOf(page).getByText('Viktor Orbán and Politico are two hops apart.').waitFor();
    // The notes in the panel would be those of a node that it does not show.
    expect(await panelOf(page).getByRole('region', { name: 'Notes' }).count()).toBe(0);
  });
});
