// Two people in two browsers at the same thing: the later is told who did what, keeps what they typed, and sees both.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { ArticleReport } from '../../server/schema/article-text.ts';
import { serious } from './axe.ts';
import { desk, phone } from './browser.ts';
import { ask, describeInBrowser, openReady, panelOf, send, served } from './pages.ts';

const at = encodeURIComponent;
/** The browser tells of each answer that is no success. */
const allowed = /status of 409/;

async function shot(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` });
}

async function article(): Promise<string> {
  const response = await fetch(`${served().address}/api/imports/articles?name=two.md`, {
    method: 'POST',
    headers: { 'content-type': 'text/markdown' },
    body:
      '---\ntitle: The invitation\noutlet: Harbour Times\ndate: 2024-11-20\n---\n\n' +
      'Hungary opposes an invitation for Ukraine to join NATO. Poland supports the invitation to join NATO.',
  });
  if (!response.ok) throw new Error(await response.text());
  return ((await response.json()) as ArticleReport).article;
}

describeInBrowser('two people at once', () => {
  it('review one draft: a decision that came too late shows who decided, and both forms can be looked at', async () => {
    const key = await article();
    const open = async (by: string, options: Parameters<typeof openReady>[1] = {}) => {
      const page = await openReady(`/?tab=articles&article=${at(key)}`, { allowed, ...options });
      await panelOf(page)
        .getByRole('button', { name: /^(Review \d|Look at the draft)/ })
        .click();
      const dialog = page.getByRole('dialog', { name: /^Review/ });
      await dialog.getByRole('textbox', { name: 'Decided by' }).fill(by);
      const first = dialog.getByRole('listitem').filter({ hasText: 'Hungary' }).first();
      await first.click();
      return { page, dialog };
    };
    const ada = await open('Ada');
    const bo = await open('Bo', { viewport: phone, colorScheme: 'dark' });
    await ada.page.keyboard.press('a');
    await ada.dialog.getByText(/1 of \d claims decided/).waitFor();
    await bo.page.keyboard.press('r');
    const told = bo.dialog.getByText(/was changed meanwhile: Ada, .* UTC: accepted it/).first();
    await told.waitFor();
    await shot(bo.page, 'two-review-phone-dark');
    expect(await serious(bo.page)).toEqual([]);
    // What stands now is shown, and may be decided on otherwise.
    await bo.dialog.getByText(/1 of \d claims decided/).waitFor();
    await bo.page.keyboard.press('e');
    const form = bo.dialog.getByRole('form', { name: 'Edit the claim' });
    await form.getByRole('textbox', { name: 'Its hedge' }).fill('reportedly');
    await ada.dialog.locator('.proposal').filter({ hasText: 'Hungary' }).first().click();
    await ada.page.keyboard.press('r');
    await expect
      .poll(async () => JSON.stringify(await ask(`/api/articles/${at(key)}/draft`)))
      .toContain('"state":"rejected"');
    await form.getByRole('button', { name: 'Save and accept' }).click();
    await form.getByText(/Ada, .* UTC: rejected it/).waitFor();
    await expect.poll(() => form.getByRole('textbox', { name: 'Its hedge' }).inputValue()).toBe('reportedly');
    await form.getByRole('button', { name: 'Show what stands now' }).click();
    await expect.poll(() => form.getByRole('textbox', { name: 'Its hedge' }).inputValue()).toBe('');
    await form.getByRole('button', { name: 'Show what I typed' }).click();
    await form.getByRole('button', { name: 'Save and accept' }).click();
    await form.waitFor({ state: 'detached' });
    expect(JSON.stringify(await ask(`/api/articles/${at(key)}/draft`))).toContain('"hedge":"reportedly"');
  });

  it('correct one entity: the later keeps what they typed, looks at what stands, and saves over it knowingly', async () => {
    const entity = (name: string) => ({ type: 'Person', key: 'person:ada', name });
    await send('PUT', '/api/entities/person:ada', { by: 'Cy', entity: entity('Ada Brook') });
    const open = async (options: Parameters<typeof openReady>[1] = {}) => {
      const page = await openReady('/?node=person:ada', { allowed, ...options });
      await panelOf(page).getByRole('button', { name: 'Correct it' }).click();
      const dialog = page.getByRole('dialog', { name: 'Correct the entity' });
      return { page, dialog, name: dialog.getByRole('textbox', { name: 'Name', exact: true }) };
    };
    const ada = await open();
    const bo = await open({ viewport: desk });
    for (const [one, by, name] of [
      [ada, 'Ada', 'Ada J. Brook'],
      [bo, 'Bo', 'A. Brook'],
    ] as const) {
      await one.name.fill(name);
      await one.dialog.getByRole('textbox', { name: 'Decided by' }).fill(by);
    }
    await ada.dialog.getByRole('button', { name: 'Save the correction' }).click();
    await ada.dialog.getByText('is saved.').waitFor();
    await bo.dialog.getByRole('button', { name: 'Save the correction' }).click();
    await bo.dialog.getByText(/was changed meanwhile: Ada, /).waitFor();
    await shot(bo.page, 'two-entity');
    expect(await serious(bo.page)).toEqual([]);
    await expect.poll(() => bo.name.inputValue()).toBe('A. Brook');
    await bo.dialog.getByRole('button', { name: 'Show what stands now' }).click();
    await expect.poll(() => bo.name.inputValue()).toBe('Ada J. Brook');
    await bo.dialog.getByRole('button', { name: 'Show what I typed' }).click();
    await bo.dialog.getByRole('button', { name: 'Save the correction' }).click();
    await bo.dialog.getByText('is saved.').waitFor();
    expect(await ask('/api/nodes/person:ada')).toMatchObject({ node: { name: 'A. Brook' } });
  });
});
