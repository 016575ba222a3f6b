// The table twin, the articles, dates, themes, keys and addresses.
import { describe, expect, it } from 'vitest';
import { phone, reason, stand } from './browser.ts';

describe.skipIf(reason !== '')(`views${reason}`, () => {
  const { visit } = stand();

  it('has in the table what the graph shows, sorted by its headers, walked with the arrow keys', async () => {
    const { page, trouble, close } = await visit('?tab=table');
    const label = page.getByRole('button', { name: /^Nodes/ });
    const rows = page.locator('.table-frame tbody tr');
    await expect
      .poll(() => label.textContent())
      .toContain(String(Number(await page.getByRole('grid', { name: 'Nodes' }).getAttribute('aria-rowcount')) - 1));
    await page.getByRole('button', { name: 'Name', exact: true }).click();
    await expect.poll(() => page.locator('th', { hasText: 'Name' }).getAttribute('aria-sort')).toBe('ascending');
    const names = (await page.locator('tbody .cell-name').allTextContents()).map((name) => name.trim().toLowerCase());
    expect(names.length).toBeGreaterThan(5);
    expect(names).toEqual([...names].sort());
    await page.getByRole('grid', { name: 'Nodes' }).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    const second = await rows.nth(1).getAttribute('data-key');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('node') === second);
    await expect.poll(() => page.locator('tr[aria-selected="true"]').getAttribute('data-key')).toBe(second);
    await page.getByRole('button', { name: 'Graph' }).click();
    expect(new URL(page.url()).searchParams.get('node')).toBe(second);
    expect(trouble).toEqual([]);
    await close();
  });

  it('lists relations too, each leading to its evidence', async () => {
    const { page, close } = await visit('?tab=table');
    await page
      .getByRole('button', { name: /^Relations/ })
      .first()
      .click();
    // Not every row is drawn: the one in question is looked for by its words.
    await page.getByRole('textbox', { name: 'Filter relations by text' }).fill('Hungary opposes invitation');
    await page.locator('tbody tr[data-key^="OPPOSES~country:hu~plan:nato-invitation"]').click();
    await page.locator('.assertion blockquote').first().waitFor();
    expect(page.url()).toContain('edge=OPPOSES');
    await close();
  });

  it('lists the articles, and shows of each what it asserts, whom it relays and whom it names', async () => {
    const { page, trouble, close } = await visit('?tab=articles');
    await page.getByText('Kyiv Post').first().click();
    await page.locator('.panel h3', { hasText: /^Relays/ }).waitFor();
    await expect
      .poll(() => page.locator('.panel .sentence').textContent())
      .toMatch(/^It makes \w+ assertions and relays/);
    await expect.poll(() => page.locator('.panel .assertion').count()).toBeGreaterThan(10);
    await expect.poll(() => page.locator('.panel .place').first().textContent()).toMatch(/Characters [\d,]+–[\d,]+/);
    await page.locator('.panel .relayed .link', { hasText: 'Politico' }).click();
    await page.getByText('Article known through others').waitFor();
    await expect.poll(() => page.locator('.panel h3', { hasText: /^Relayed by/ }).count()).toBe(1);
    expect(trouble).toEqual([]);
    await close();
  });

  it('leads from a piece of evidence to its place in the article', async () => {
    const { page, close } = await visit('?edge=OPPOSES~country:hu~plan:nato-invitation');
    await page.getByRole('button', { name: 'Open the article' }).first().click();
    await page.locator('.assertion.focused').waitFor();
    await expect.poll(() => page.locator('.assertion.focused').count()).toBe(1);
    await close();
  });

  it('counts only what was published by the as-of date, set by key on the timeline', async () => {
    const { page, trouble, close } = await visit();
    const slider = page.getByRole('slider', { name: 'As of' });
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('All dates');
    await slider.focus();
    await page.keyboard.press('Home');
    await page.waitForURL(/as-of=20\d\d-\d\d-\d\d/);
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toMatch(/^As of \d+ \w{3} 20\d\d$/);
    await expect.poll(() => page.locator('.panel .evidence-link').allTextContents()).not.toContain('3 articles');
    await page.keyboard.press('End');
    await page.waitForURL((url) => !url.searchParams.has('as-of'));
    await expect.poll(() => page.locator('.panel .evidence-link').allTextContents()).toContain('3 articles');
    expect(trouble).toEqual([]);
    await close();
  });

  it('changes the theme, keeps it, and follows the system until then', async () => {
    const { page, close } = await visit('', { theme: 'dark' });
    const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
    expect(await theme()).toBe('dark');
    await page.getByRole('button', { name: /^Theme: as the system/ }).click();
    await expect.poll(theme).toBe('light');
    await page.reload();
    await page.locator('.panel h2').waitFor();
    expect(await theme()).toBe('light');
    await close();
  });

  it('shows the keys in a dialog that Escape closes', async () => {
    const { page, close } = await visit();
    await page.locator('.stage').focus();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Help and keys' });
    await dialog.waitFor();
    await expect
      .poll(() => dialog.locator('kbd').allTextContents())
      .toEqual(expect.arrayContaining(['/', 'e', 'h', 'p', 'f', 'r', ',', '.', '1', '6', 'Enter', 'Home End', '?']));
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await close();
  });

  it('opens the default view with a message for a mangled or stale address', async () => {
    const { page, close } = await visit('?tab=nope&camera=x,y&node=country:atlantis');
    await page.getByText(/Part of the address could not be read \(tab, camera\)/).waitFor();
    await page.getByText(/names 1 node that the data no longer holds: country:atlantis/).waitFor();
    await expect.poll(() => page.locator('.panel h2').textContent()).toBe('NATO invitation for Ukraine');
    expect(new URL(page.url()).search).toBe('');
    await close();
  });

  it('says of a relation that no longer exists what happened, and leaves a way out', async () => {
    const { page, close } = await visit('?edge=OPPOSES~country:nobody~plan:nato-invitation', {
      ready: '.panel .failure',
    });
    await expect.poll(() => page.locator('.panel .failure h3').textContent()).not.toBe('');
    await page.getByRole('button', { name: '← Overview' }).click();
    await expect.poll(() => page.locator('.panel h2').textContent()).toBe('NATO invitation for Ukraine');
    await close();
  });

  it('fits a phone: nothing wider than the screen, tabs at the bottom, filters as a sheet', async () => {
    const { page, trouble, close } = await visit('', { size: phone });
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await wide()).toBe(0);
    const tabs = await page.locator('.bottom-tabs').boundingBox();
    expect((tabs?.y ?? 0) + (tabs?.height ?? 0)).toBe(phone.height);
    const panel = await page.locator('.panel').boundingBox();
    const stage = await page.locator('.stage').boundingBox();
    expect(panel?.y).toBeGreaterThanOrEqual((stage?.y ?? 0) + (stage?.height ?? 0));
    await page.getByRole('button', { name: 'Show filters and legend' }).click();
    await page.getByRole('checkbox', { name: /Opposes/ }).uncheck();
    await page.getByRole('button', { name: 'Fold filters and legend away' }).click();
    expect(page.url()).toContain('stances-off=opposes');
    await page.locator('.bottom-tabs').getByRole('button', { name: 'Table' }).click();
    await page.locator('.table-frame tbody tr').first().waitFor();
    expect(await wide()).toBe(0);
    // Nothing is asked of the table yet, so it has the screen; a row opens the panel, and the way back closes it.
    await expect.poll(() => page.locator('.panel').isVisible()).toBe(false);
    await page.locator('.table-frame tbody tr').first().click();
    await page.locator('.panel h2').waitFor();
    await page.getByRole('button', { name: '← Overview' }).click();
    await page.locator('.panel').waitFor({ state: 'hidden' });
    expect(trouble).toEqual([]);
    await close();
  });
});
