// The ledger: its entries by question, its filters, and what somebody decides about an entry, which stays.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Contradictions } from '../../server/schema/comparison.ts';
import { report } from '../builders.ts';
import { ask, describeInBrowser, openPage, panelOf, send, tabTo } from './pages.ts';

const ledgerOf = (page: Page) => page.getByRole('region', { name: 'Ledger', exact: true });

async function openLedger(search = '/?tab=ledger') {
  const { rows } = await ask<Contradictions>('/api/contradictions');
  const { page } = await openPage(search);
  return { page, rows, entries: ledgerOf(page).locator('.contradiction') };
}

describeInBrowser('the ledger', () => {
  it('has every entry with both sides, its type in words and what became of it; contesting ones first', async () => {
    const { page, rows, entries } = await openLedger();
    await expect.poll(() => entries.count()).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows.slice(0, 4)) {
      const entry = ledgerOf(page).locator(`.contradiction[data-key="${row.key}"]`);
      await expect.poll(() => entry.locator('.side').count()).toBe(2);
      await expect.poll(() => entry.locator('.between').textContent()).toContain(row.explanation);
      await expect.poll(() => entry.locator('.disposition-line').textContent()).toContain('Open');
    }
    await expect.poll(() => entries.first().getAttribute('class')).toContain('contests');
  });

  it('is filtered by type, plan and disposition, and says so when nothing passes', async () => {
    const { page, rows, entries } = await openLedger();
    await entries.first().waitFor();
    const denials = rows.filter((row) => row.type === 'denial');
    await page.getByRole('button', { name: /^Denial/ }).click();
    await expect.poll(() => entries.count()).toBe(denials.length);
    await ledgerOf(page).getByLabel('Plan', { exact: true }).selectOption({ label: 'NATO invitation for Ukraine' });
    await expect
      .poll(() => entries.count())
      .toBe(denials.filter((row) => row.plan?.key === 'plan:nato-invitation').length);
    await ledgerOf(page).getByLabel('Disposition').selectOption('settled');
    await page.getByText('Every entry is filtered out').waitFor();
    await page.getByRole('button', { name: /^Show all \d+ entr/ }).click();
    await expect.poll(() => entries.count()).toBe(rows.length);
  });

  it('is turned page by page where it is long, by whole questions, and every entry is on one page', {
    timeout: 300_000,
  }, async () => {
    const holders = Array.from({ length: 110 }, (_, at) => `country:of-the-bay-${at}`);
    const saying = (mode: 'asserts' | 'denies', source: string) =>
      holders.map((holder) => ({ holder, stance: 'opposes' as const, target: 'plan:bridge', mode, source }));
    const documents = [
      report({ slug: 'bay-one', outlet: 'outlet:harbour-times', says: saying('asserts', 'person:ada') }),
      report({ slug: 'bay-two', outlet: 'outlet:coast-radio', says: saying('denies', 'person:bo') }),
    ];
    for (const document of documents) await send('POST', '/api/articles', document);
    try {
      const { page, rows, entries } = await openLedger();
      expect(rows.length).toBeGreaterThan(110);
      const opening = await ask<Contradictions>('/api/contradictions?order=question&limit=100');
      const most = opening.rows.length;
      const pages = ledgerOf(page).getByRole('navigation', { name: 'Ledger: pages' });
      const keys = () => entries.evaluateAll((all) => all.map((one) => one.getAttribute('data-key')));
      await pages.getByText(`1–${most} of ${rows.length}`).waitFor();
      const first = await keys();
      expect(first).toHaveLength(most);
      await pages.getByRole('button', { name: 'Next' }).focus();
      await page.keyboard.press('Enter');
      await pages.getByText(`${most + 1}–${rows.length} of ${rows.length}`).waitFor();
      const second = await keys();
      expect([...first, ...second].sort()).toEqual(rows.map(({ key }) => key).sort());
      await expect.poll(() => pages.getByRole('button', { name: 'Next' }).isDisabled()).toBe(true);
      await pages.getByRole('button', { name: 'Previous' }).click();
      await pages.getByText(`1–${most} of ${rows.length}`).waitFor();
      expect(await keys()).toEqual(first);
    } finally {
      for (const slug of ['bay-one', 'bay-two']) await send('DELETE', `/api/articles/article:${slug}`);
    }
  });

  it('explains the nine types in a sentence each', async () => {
    const { page } = await openLedger();
    await page.getByText('What the nine types mean').click();
    await expect
      .poll(() => page.locator('.meanings dd').allTextContents())
      .toEqual(Array.from({ length: 9 }, () => expect.stringMatching(/\.$/)));
  });

  it('leads from a side to the article’s place', async () => {
    const { page, entries } = await openLedger();
    await entries
      .first()
      .getByRole('button', { name: /^Open the article/ })
      .first()
      .click();
    await panelOf(page).locator('article.assertion.focused').waitFor();
  });

  it('keeps what somebody decides by the keyboard alone: settled, by whom, why; and it can be opened again', async () => {
    const { page, rows, entries } = await openLedger();
    await entries.first().waitFor();
    const key = (await entries.first().getAttribute('data-key')) as string;
    const entry = ledgerOf(page).locator(`.contradiction[data-key="${key}"]`);
    await tabTo(page, entry.getByRole('button', { name: 'Decide' }));
    await page.keyboard.press('Enter');
    await tabTo(page, entry.getByRole('radio', { name: 'Open' }));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Ana Kim');
    await page.keyboard.press('Tab');
    await page.keyboard.type('She withdrew it.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await entry.getByText(/^Settled by Ana Kim on /).waitFor();
    await expect.poll(() => entry.locator('.disposition-why').textContent()).toBe('She withdrew it.');
    const kept = (await ask<Contradictions>('/api/contradictions')).rows.find((row) => row.key === key);
    expect(kept?.disposition).toMatchObject({ state: 'settled', by: 'Ana Kim', why: 'She withdrew it.' });
    expect((await ask<Contradictions>('/api/contradictions')).rows).toHaveLength(rows.length);

    await entry.getByRole('button', { name: 'Change', exact: true }).click();
    await entry.getByRole('radio', { name: 'Open' }).check();
    await entry.getByRole('button', { name: 'Keep' }).click();
    await entry.getByRole('button', { name: 'Decide' }).waitFor();
    await expect.poll(() => entry.locator('.disposition-line').textContent()).toMatch(/^Open/);
  });
});
