// Finding things: other spellings and scripts, by keyboard; what is not found is said; nothing is lost on the way.
import { expect, it } from 'vitest';
import { describeInBrowser, headingOf, openReady, panelOf } from './pages.ts';

describeInBrowser('the search', () => {
  it.each(['zelenskyy', 'Зеленський', 'ZELENSKIY'])(
    'finds Volodymyr Zelensky by "%s", by keyboard',
    async (spelling) => {
      const page = await openReady();
      await page.keyboard.press('/');
      await page.keyboard.type(spelling);
      // While it is typed the list may have another first.
      const option = page
        .getByRole('option', { selected: true })
        .filter({ has: page.getByText('Volodymyr Zelensky', { exact: true }) });
      await option.waitFor();
      await page.keyboard.press('Enter');
      await panelOf(page).getByRole('heading', { level: 2, name: 'Volodymyr Zelensky' }).waitFor();
      expect(new URL(page.url()).searchParams.get('node')).toBe('person:volodymyr-zelensky');
      await expect.poll(() => page.getByRole('combobox', { name: 'Search' }).inputValue()).toBe('');
    },
  );

  it('takes the keys for the canvas right after a choice', async () => {
    const page = await openReady();
    await page.keyboard.press('/');
    await page.keyboard.type('Slovenia');
    // At once: what was typed is meant, not what the list showed on the way.
    await page.keyboard.press('Enter');
    await panelOf(page).getByRole('heading', { level: 2, name: 'Slovenia' }).waitFor();
    await page.keyboard.press('h');
    await page.getByText('Slovenia is hidden. Ctrl+Z brings it back.').waitFor();
  });

  it('chooses with the arrow keys', async () => {
    const page = await openReady();
    await page.keyboard.press('/');
    await page.keyboard.type('ukr');
    await page.getByRole('option').nth(1).waitFor();
    await page.keyboard.press('ArrowDown');
    const second = page.getByRole('option', { selected: true });
    await expect.poll(() => page.getByRole('option').nth(1).getAttribute('aria-selected')).toBe('true');
    const name = (await second.locator('.option-name').textContent()) ?? '';
    await page.keyboard.press('Enter');
    await panelOf(page).getByRole('heading', { level: 2, name }).waitFor();
  });

  it('goes to who is called so in another spelling, before what is named after them', async () => {
    const page = await openReady();
    await page.keyboard.press('/');
    await page.keyboard.type('Selenskyj');
    await page.keyboard.press('Enter');
    await panelOf(page).getByRole('heading', { level: 2, name: 'Volodymyr Zelensky' }).waitFor();
  });

  it('steps back on Escape: out of the list, what is written, the field', async () => {
    const page = await openReady();
    const field = page.getByRole('combobox', { name: 'Search' });
    await page.keyboard.press('/');
    await page.keyboard.type('qqzzxx');
    const note = page.getByText('Nothing is called “qqzzxx”');
    await note.waitFor();
    await page.keyboard.press('Escape');
    await note.waitFor({ state: 'hidden' });
    await expect.poll(() => field.inputValue()).toBe('qqzzxx');
    await page.keyboard.press('Escape');
    await expect.poll(() => field.inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(false);
  });

  it('writes over what was looked for before', async () => {
    const page = await openReady();
    await page.keyboard.press('/');
    await page.keyboard.type('qqzzxx');
    await panelOf(page).focus();
    await page.keyboard.press('/');
    await page.keyboard.type('hungary');
    await expect.poll(() => page.getByRole('combobox', { name: 'Search' }).inputValue()).toBe('hungary');
  });

  it('says when nothing is called so, and closes on Escape', async () => {
    const page = await openReady();
    const plan = await headingOf(page).textContent();
    await page.keyboard.press('/');
    await page.keyboard.type('qqzzxx');
    const note = page.getByText('Nothing is called “qqzzxx”');
    await note.waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => headingOf(page).textContent()).toBe(plan);
    await page.keyboard.press('Escape');
    await note.waitFor({ state: 'hidden' });
  });
});
