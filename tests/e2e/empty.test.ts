// Views with nothing to show say why, and offer the way back as a button that leads there.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { GraphView } from '../../server/schema/view.ts';
import { report } from '../builders.ts';
import { serious } from './axe.ts';
import { openWorkspace, run } from './cypher-page.ts';
import { ask, describeInBrowser, drawnCounts, openPage, openReady, panelOf, send } from './pages.ts';
import { startServer } from './server.ts';

const everyType = '?off=Country,Plan,Person,Organization,Group,Outlet,Event';
const opposes = { holder: 'country:a', stance: 'opposes' as const, target: 'plan:x' };
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
    await expect.poll(() => panelOf(page).getByRole('region', { name: 'Notes' }).count()).toBe(0);
  });

  it.each([
    { tab: 'Ledger', title: 'No report contradicts another' },
    { tab: 'Matrix', title: 'No plan has a reported position' },
  ])('because too little counts counts every article again, $tab', async ({ tab, title }) => {
    // Before the first dated report, and without those who printed an undated one.
    const { nodes } = await ask<GraphView>('/api/graph?view=all');
    const outlets = nodes.filter(({ labels }) => labels.includes('Outlet')).map(({ key }) => key);
    const query = new URLSearchParams({ 'as-of': '1990-01-01', without: outlets.join(',') });
    const { page } = await openPage(`/?${query}`);
    await press(page, tab);
    await emptyOf(page, title).getByRole('button', { name: 'Count every article' }).click();
    await emptyOf(page, title).waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.has('as-of')).toBe(false);
    if (tab === 'Ledger') await page.locator('.question').first().waitFor();
    if (tab === 'Matrix') await page.getByRole('rowheader', { name: /Hungary/ }).waitFor();
  });

  it('of the ledger shows all entries again', async () => {
    const page = await openReady('/?tab=graph');
    await press(page, 'Ledger');
    const ledger = page.getByRole('region', { name: 'Ledger' });
    await ledger.locator('.question').first().waitFor();
    const questions = await ledger.locator('.question').count();
    await ledger.getByLabel('Disposition').selectOption('settled');
    await emptyOf(page, 'Every entry is filtered out')
      .getByRole('button', { name: /^Show all \d+ entries$/ })
      .click();
    await expect.poll(() => ledger.locator('.question').count()).toBe(questions);
  });

  it('of the relations in the table leads back to the usual filters', async () => {
    const page = await openReady('/?tab=table&off=Country,Plan,Person,Organization,Outlet,Event');
    await page.getByRole('button', { name: 'Relations 0' }).click();
    await emptyOf(page, 'No relation joins what is shown').getByRole('button', { name: 'Reset the filters' }).click();
    await page.getByRole('grid', { name: 'Relations' }).getByRole('row').nth(3).waitFor();
  });

  it('of the library and of the history lists everything again', async () => {
    const page = await openWorkspace();
    const side = page.getByRole('complementary', { name: 'Statements to choose from' });
    const items = side.getByRole('listitem');
    await items.first().waitFor();
    const statements = await items.count();
    await side.getByRole('textbox', { name: 'Search the library' }).fill('nothing of these words');
    await emptyOf(page, 'No statement has these words').getByRole('button', { name: 'List all statements' }).click();
    await expect.poll(() => items.count()).toBe(statements);

    await run(page, 'RETURN 1 AS one');
    await side.getByRole('button', { name: 'History' }).click();
    await items.filter({ hasText: 'RETURN 1 AS one' }).waitFor();
    await side.getByRole('textbox', { name: 'Search the history' }).fill('nothing of these words');
    await emptyOf(page, 'No run has these words').getByRole('button', { name: 'List all runs' }).click();
    await items.filter({ hasText: 'RETURN 1 AS one' }).waitFor();
  });

  it('of the search in notes lists all of them again', async () => {
    await send('POST', '/api/notes', { subject: 'country:hu', text: 'Ask the embassy.', by: 'Ada' });
    const page = await openReady('/?node=country:hu');
    await panelOf(page).getByRole('button', { name: 'The one note' }).click();
    const dialog = page.getByRole('dialog', { name: 'All notes' });
    await dialog.getByText('Ask the embassy.').waitFor();
    await dialog.getByRole('textbox', { name: 'Search in the notes' }).fill('nothing of these words');
    await emptyOf(page, 'No note has these words').getByRole('button', { name: 'List all notes' }).click();
    await dialog.getByText('Ask the embassy.').waitFor();
  });
});

describeInBrowser(
  'an empty database',
  () => {
    it('is loaded again by its button once there is something in it', async () => {
      const { page } = await openPage('/');
      const empty = emptyOf(page, 'The database is empty');
      await empty.waitFor();
      expect(await serious(page)).toEqual([]);
      await send('POST', '/api/articles', report({ slug: 'first', says: [opposes] }));
      await empty.getByRole('button', { name: 'Load again' }).click();
      await expect.poll(async () => (await drawnCounts(page)).nodes).toBeGreaterThan(1);
      await empty.waitFor({ state: 'detached' });
    });
  },
  () => startServer({ args: ['--empty'] }),
);
