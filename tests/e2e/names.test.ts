// A list of names in the browser: pasted into the search box, matched, chosen from, put on the canvas in one step and taken back.
import { expect, it } from 'vitest';
import { serious } from './axe.ts';
import { phone } from './browser.ts';
import { describeInBrowser, drawnCounts, openReady, settled, tabTo } from './pages.ts';

const list = 'Hungary\n- Selenskyj\n3. Péter Szijjarto\nukr\nNobody Known\nBiden Joe Again\n';

describeInBrowser('a list of names', () => {
  const dialogOf = (page: Awaited<ReturnType<typeof openReady>>) =>
    page.getByRole('dialog', { name: 'Find a list of names' });

  it('pasted into the search box is matched, chosen from and put on the canvas; undo takes it back at once', async () => {
    const page = await openReady('/');
    await page.keyboard.press('h');
    await page.getByRole('combobox', { name: 'Search' }).focus();
    // What the clipboard holds, as a paste brings it.
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, list);
    const dialog = dialogOf(page);
    await dialog.getByText('4 of 6 names found').waitFor();
    const rowOf = (name: string) => dialog.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
    await expect.poll(() => rowOf('Selenskyj').textContent()).toContain('another spelling');
    await expect.poll(() => rowOf('Selenskyj').getByRole('combobox').inputValue()).toBe('person:volodymyr-zelensky');
    await expect.poll(() => rowOf('Nobody Known').textContent()).toContain('Not found');
    const choice = rowOf('ukr').getByRole('combobox');
    await expect.poll(() => choice.inputValue()).toBe('');
    await expect.poll(() => choice.locator('option').count()).toBeGreaterThan(2);
    await choice.selectOption('country:ua');
    await dialog.getByRole('button', { name: 'Put 4 nodes on the canvas' }).waitFor();
    await rowOf('Hungary').getByRole('combobox').selectOption('');
    await dialog.getByRole('button', { name: 'Put 3 nodes on the canvas' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText(/there already/).waitFor();
  });

  it('adds what is not on the canvas, all in one step', async () => {
    const page = await openReady('/');
    const before = await drawnCounts(page);
    for (const name of ['Hungary', 'Slovakia']) {
      await page.keyboard.press('/');
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 2, name }).waitFor();
      await page.keyboard.press('h');
      await page.getByText(`${name} is hidden`).waitFor();
    }
    await expect.poll(async () => (await drawnCounts(page)).nodes).toBe(before.nodes - 2);
    await page.getByRole('button', { name: 'Paste a list of names' }).click();
    const dialog = dialogOf(page);
    await dialog.getByRole('textbox').fill('hungary\nslovakia\nFrance');
    await page.keyboard.press('Control+Enter');
    await dialog.getByRole('button', { name: 'Put 3 nodes on the canvas' }).click();
    await page.getByText('Added 2 nodes. 1 node of the list was there already').waitFor();
    await expect.poll(async () => (await drawnCounts(page)).nodes).toBe(before.nodes);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await drawnCounts(page)).nodes).toBe(before.nodes - 2);
  });

  it('copies what was not found', async () => {
    const page = await openReady('/', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Paste a list of names' }).click();
    const dialog = dialogOf(page);
    await dialog.getByRole('textbox').fill(list);
    await dialog.getByRole('button', { name: 'Match 6 names' }).click();
    await dialog.getByRole('button', { name: 'Copy the 2 not found' }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('Nobody Known\nBiden Joe Again');
  });

  it('says what is too much, and keeps the list when it is changed', async () => {
    const page = await openReady('/');
    await page.getByRole('button', { name: 'Paste a list of names' }).click();
    const dialog = dialogOf(page);
    const field = dialog.getByRole('textbox');
    await field.fill(Array.from({ length: 501 }, (_, at) => `name ${at}`).join('\n'));
    await dialog.getByText('These are 501 names: at most 500 are matched at once.').waitFor();
    await expect.poll(() => dialog.getByRole('button', { name: 'Match 501 names' }).isDisabled()).toBe(true);
    await field.fill('Hungary');
    await dialog.getByRole('button', { name: 'Match 1 name' }).click();
    await dialog.getByText('1 of 1 name found').waitFor();
    await dialog.getByRole('button', { name: 'Change the list' }).click();
    await expect.poll(() => dialog.getByRole('textbox').inputValue()).toBe('Hungary');
  });

  it.each(['light', 'dark'] as const)('is used by the keyboard alone and fits, %s', async (colorScheme) => {
    for (const viewport of [{ width: 1440, height: 900 }, phone]) {
      const page = await openReady('/', { viewport, colorScheme });
      await page.keyboard.press('/');
      await tabTo(page, page.getByRole('button', { name: 'Paste a list of names' }), 3);
      await page.keyboard.press('Enter');
      const dialog = dialogOf(page);
      await dialog.locator('textarea:focus').waitFor();
      await page.keyboard.insertText(list);
      await page.keyboard.press('Control+Enter');
      await dialog.getByText('4 of 6 names found').waitFor();
      await tabTo(page, dialog.getByRole('combobox', { name: 'Node for Hungary' }), 5);
      expect(await serious(page)).toEqual([]);
      const box = await dialog.boundingBox();
      expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= viewport.width).toBe(true);
      await expect.poll(() => dialog.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
      await settled(page);
      if (process.env.SHOTS)
        await page.screenshot({ path: `${process.env.SHOTS}/names-${colorScheme}-${viewport.width}.png` });
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
    }
  });
});

describeInBrowser('what the search lists', () => {
  it('stands in groups by type', async () => {
    const page = await openReady('/');
    await page.keyboard.press('/');
    await page.keyboard.type('ukr');
    await page.getByRole('option').nth(1).waitFor();
    const groups = page.getByRole('listbox', { name: 'Search: results' }).getByRole('group');
    await expect.poll(() => groups.count()).toBeGreaterThan(1);
    const names = await groups.evaluateAll((all) => all.map((group) => group.getAttribute('aria-label')));
    expect(new Set(names).size).toBe(names.length);
    await expect.poll(() => page.getByRole('option').first().getAttribute('aria-selected')).toBe('true');
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/search.png` });
  });
});
