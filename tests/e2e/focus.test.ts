// Where the focus is once a form is closed: on the report of what was done, or on what opened the form; by the keyboard alone.
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, openPage, openReady, panelOf, tabTo } from './pages.ts';

const source = 'source:suspilne-nato-source-not-ready#nato-source';

/** Has the focus, and shows it. */
async function expectFocus(on: Locator): Promise<void> {
  const state = () =>
    on.evaluate((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const shown = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      return element === document.activeElement
        ? shown
          ? 'shown'
          : 'not shown'
        : document.activeElement?.outerHTML.slice(0, 120);
    });
  await expect.poll(state, { timeout: 15_000 }).toBe('shown');
}
async function press(page: Page, button: Locator): Promise<void> {
  await tabTo(page, button);
  await page.keyboard.press('Enter');
}
async function sign(page: Page, form: Locator): Promise<void> {
  await tabTo(page, form.getByLabel('Decided by'));
  // The second form of a browser has the name already.
  if ((await form.getByLabel('Decided by').inputValue()) === '') await page.keyboard.type('A. Editor');
  await page.keyboard.press('Enter');
}

describeInBrowser('after a decision by the keyboard alone the focus', () => {
  it('is on what a hypothesis changed, on the same when it is taken back, and on its button when nothing was decided', async () => {
    const page = await openReady(`/?node=${encodeURIComponent(source)}`);
    const panel = panelOf(page);
    const open = panel.getByRole('button', { name: 'Suppose who it is' });
    await press(page, open);
    await expectFocus(panel.getByLabel('This source'));
    await press(page, panel.getByRole('button', { name: 'Cancel' }));
    await expectFocus(open);
    await page.keyboard.press('Enter');
    await tabTo(page, panel.getByRole('combobox', { name: 'The other source' }));
    await page.keyboard.type('one nato');
    await panel.getByRole('option', { name: /one NATO official/ }).waitFor();
    await page.keyboard.press('Enter');
    await sign(page, panel.locator('form.decision'));
    await expectFocus(panel.locator('.report'));
    await expect.poll(() => panel.locator('.report').textContent()).toContain('counted otherwise');
    // The next step on the way is a relation that is counted otherwise.
    await page.keyboard.press('Tab');
    await expectFocus(panel.locator('.report .change-name').first());
    await press(page, panel.getByRole('button', { name: 'Take back' }));
    await panel.getByText('Nobody has supposed who it is.').waitFor();
    await expectFocus(panel.locator('.report'));
  });

  it('is on what a link between articles changed, and on its button when nothing was decided', async () => {
    const page = await openReady('/?tab=articles&article=article:us-germany-not-ready');
    const panel = panelOf(page);
    const open = panel.getByRole('button', { name: /It prints, corrects or retracts/ });
    await press(page, open);
    await expectFocus(panel.getByLabel('This article'));
    await press(page, panel.getByRole('button', { name: 'Cancel' }));
    await expectFocus(open);
    await page.keyboard.press('Enter');
    await page.keyboard.press('r');
    await expect.poll(() => panel.getByLabel('This article').inputValue()).toBe('RETRACTS');
    await page.keyboard.press('Tab');
    // The list is chosen from by the first letters, as everywhere.
    await page.keyboard.type('Report by Kyiv');
    await expect.poll(() => panel.getByLabel('The article').inputValue()).toBe('article:kyiv-post-2024-10-24');
    await sign(page, panel.locator('form.decision'));
    await expectFocus(panel.locator('.report'));
    // The list with the link is just before.
    await panel.locator('.article-link', { hasText: 'Retracts' }).waitFor();
    await page.keyboard.press('Shift+Tab');
    await expectFocus(panel.getByRole('button', { name: 'Take back' }));
    await page.keyboard.press('Enter');
    await panel.locator('.article-link').waitFor({ state: 'detached' });
    await expectFocus(panel.locator('.report'));
  });

  it('is on the button that opened the form where a grade was given, and where it was not', async () => {
    const page = await openReady('/?node=outlet:kyiv-post');
    const panel = panelOf(page);
    await press(page, panel.getByRole('button', { name: 'Grade it' }));
    await expectFocus(panel.getByLabel('Reliability'));
    await press(page, panel.getByRole('button', { name: 'Cancel' }));
    await expectFocus(panel.getByRole('button', { name: 'Grade it' }));
    await page.keyboard.press('Enter');
    await page.keyboard.press('B');
    await sign(page, panel.locator('form.decision'));
    await panel.locator('strong', { hasText: 'B · ' }).waitFor();
    await expectFocus(panel.getByRole('button', { name: 'Change', exact: true }));
    await page.keyboard.press('Enter');
    await page.keyboard.press('n');
    await sign(page, panel.locator('form.decision'));
    await expectFocus(panel.getByRole('button', { name: 'Grade it' }));
  });

  it('is on the button that opened a disposition', async () => {
    const { page } = await openPage('/?tab=ledger');
    const entry = page.locator('.contradiction').first();
    await entry.waitFor();
    await press(page, entry.getByRole('button', { name: 'Decide' }));
    await press(page, entry.getByRole('button', { name: 'Cancel' }));
    await expectFocus(entry.getByRole('button', { name: 'Decide' }));
  });

  it('stays where somebody has gone in the meantime', async () => {
    const page = await openReady('/?node=outlet:kyiv-post');
    const panel = panelOf(page);
    await press(page, panel.getByRole('button', { name: 'Grade it' }));
    await page.keyboard.press('C');
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/api/grades', async (route) => {
      if (route.request().method() !== 'GET') await held;
      await route.continue();
    });
    await sign(page, panel.locator('form.decision'));
    await page.locator('#search').focus();
    answer();
    await panel.locator('strong', { hasText: 'C · ' }).waitFor();
    await panel.getByRole('button', { name: 'Change', exact: true }).waitFor();
    await expectFocus(page.locator('#search'));
  });

  it('is on the list of cases after its form, and on the chooser after the dialog', async () => {
    const page = await openReady();
    const dialog = page.getByRole('dialog', { name: /case/i });
    const chooser = page.getByRole('button', { name: 'Case: all articles' });
    await press(page, chooser);
    await press(page, page.getByRole('button', { name: 'Make and change cases' }));
    await dialog.waitFor();
    await press(page, dialog.getByRole('button', { name: 'New case' }));
    await expectFocus(dialog.getByLabel('Name', { exact: true }));
    await press(page, dialog.getByRole('button', { name: 'Cancel' }));
    await expectFocus(dialog.getByRole('button', { name: 'New case' }));
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await expectFocus(chooser);
  });
});
