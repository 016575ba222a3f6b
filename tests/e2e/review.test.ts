// Reviewing a draft in the browser: its places in the text, deciding by keyboard, editing, adding, and what comes of it.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { ArticleReport } from '../../server/schema/article-text.ts';
import type { EditableDocument } from '../../server/schema/changes.ts';
import type { DraftView } from '../../server/schema/drafts.ts';
import { serious } from './axe.ts';
import { desk, phone } from './browser.ts';
import { ask, describeInBrowser, openReady, panelOf, served, tabTo } from './pages.ts';

const at = encodeURIComponent;
const front = (title: string) => `---\ntitle: ${title}\noutlet: Harbour Times\ndate: 2024-11-20\n---\n\n`;
const words = `Hungary opposes an invitation for Ukraine to join NATO, Politico reported on Tuesday, citing two officials.

"We will not agree to it," Viktor Orban said in Budapest. Slovakia also opposes the invitation, according to Reuters.

The minister of Poland said that Poland supports the invitation to join NATO.`;

/** Imports a text as an article; the key of its article. */
async function article(name: string, text: string): Promise<string> {
  const response = await fetch(`${served().address}/api/imports/articles?name=${at(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'text/markdown' },
    body: text,
  });
  if (!response.ok) throw new Error(await response.text());
  return ((await response.json()) as ArticleReport).article;
}
const draftOf = (key: string) => ask<DraftView>(`/api/articles/${at(key)}/draft`);
const documentOf = async (key: string) => (await ask<EditableDocument>(`/api/articles/${at(key)}/document`)).document;
const claimsOf = async (key: string) =>
  (await draftOf(key)).proposals.filter(({ proposal }) => proposal.kind === 'claim');
const statesOf = async (key: string) => (await claimsOf(key)).map(({ state }) => state);

const dialogOf = (page: Page) => page.getByRole('dialog', { name: /^Review/ });
const currentOf = (page: Page) => dialogOf(page).locator('.proposal.current');

async function openReview(key: string, options: Parameters<typeof openReady>[1] = {}): Promise<Page> {
  const page = await openReady(`/?tab=articles&article=${at(key)}`, options);
  await panelOf(page)
    .getByRole('button', { name: /^(Review \d|Look at the draft)/ })
    .click();
  await dialogOf(page).getByRole('list', { name: 'Proposals' }).waitFor();
  return page;
}
/** By how much the page or the dialog is wider than what is seen of it. */
const overflowOf = (page: Page) =>
  page.evaluate(() =>
    Math.max(
      ...[document.documentElement, ...document.querySelectorAll('dialog[open], dialog[open] .review-proposals')].map(
        (one) => one.scrollWidth - one.clientWidth,
      ),
    ),
  );
async function shot(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` });
}

describeInBrowser('reviewing a draft', () => {
  it('decides with the keyboard alone; what is accepted is evidence once the review is closed', async () => {
    const key = await article('keys.md', front('By keyboard') + words);
    const before = await statesOf(key);
    expect(before.length).toBeGreaterThan(2);
    const page = await openReady(`/?tab=articles&article=${at(key)}`);
    await tabTo(page, panelOf(page).getByRole('button', { name: /^Review \d/ }));
    await page.keyboard.press('Enter');
    const dialog = dialogOf(page);
    await currentOf(page).waitFor();
    await expect
      .poll(() =>
        currentOf(page)
          .getByRole('button')
          .first()
          .evaluate((one) => one === document.activeElement),
      )
      .toBe(true);
    // Nothing is decided unsigned: the field for the name has the focus.
    await page.keyboard.press('a');
    await dialog.getByText('Say who decides first.').first().waitFor();
    const first = (await currentOf(page).locator('.proposal-words').textContent())?.trim();
    await page.keyboard.type('Ada');
    // Enter does what waited for the name, and the keys are the list's again.
    await page.keyboard.press('Enter');
    await dialog.locator('.proposal.is-accepted').first().waitFor();
    await expect.poll(() => currentOf(page).evaluate((one) => one.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('k');
    await page.keyboard.press('j');
    await expect
      .poll(async () => (await currentOf(page).locator('.proposal-words').textContent())?.trim())
      .not.toBe(first);
    await page.keyboard.press('r');
    await expect.poll(() => statesOf(key)).toEqual(['accepted', 'rejected', ...before.slice(2)]);
    await page.keyboard.press('u');
    await expect.poll(() => statesOf(key)).toEqual(['accepted', 'open', ...before.slice(2)]);
    await dialog.getByRole('status').filter({ hasText: 'Undone' }).waitFor();
    await dialog.getByText(`1 of ${before.length} claims decided`).waitFor();
    await page.keyboard.press('?');
    await dialog.getByRole('table', { name: 'Keys' }).waitFor();
    await shot(page, 'review-keys');
    await page.keyboard.press('Escape');
    await dialog.getByRole('table', { name: 'Keys' }).waitFor({ state: 'detached' });
    await expect.poll(() => dialog.isVisible()).toBe(true);
    await page.keyboard.press('n');
    await page.keyboard.press('o');
    await page.keyboard.press('Shift+A');
    await dialog
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Accept \d+ proposals$/ })
      .waitFor();
    await page.keyboard.press('Escape');
    await dialog.getByRole('alertdialog').waitFor({ state: 'detached' });
    expect(await statesOf(key)).toEqual(['accepted', 'open', ...before.slice(2)]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await panelOf(page).getByText('It makes one assertion').waitFor();
    expect((await documentOf(key)).assertions.filter(({ reconstructed }) => !reconstructed)).toHaveLength(1);
  });

  it('accepts all that are shown after a yes that names their number', async () => {
    const key = await article('all.md', front('All of it') + words);
    const page = await openReview(key);
    const dialog = dialogOf(page);
    await dialog.getByRole('textbox', { name: 'Decided by' }).fill('Ada');
    await dialog.getByRole('button', { name: 'Accept all shown' }).click();
    const yes = dialog.getByRole('alertdialog').getByRole('button', { name: /^Accept \d+ proposals$/ });
    await shot(page, 'review-confirm');
    await yes.click();
    await expect.poll(async () => new Set(await statesOf(key))).toEqual(new Set(['accepted']));
    await dialog.getByText(/relations? counted otherwise since/).waitFor();
    await page.keyboard.press('u');
    await expect.poll(async () => new Set(await statesOf(key))).toEqual(new Set(['open']));
  });

  it('edits a claim, with what was typed kept where it is refused', async () => {
    const key = await article('edit.md', front('To be edited') + words);
    const page = await openReview(key);
    const dialog = dialogOf(page);
    await dialog.getByRole('textbox', { name: 'Decided by' }).fill('Ada');
    await page.keyboard.press('Tab');
    await page.keyboard.press('e');
    const form = dialog.getByRole('form', { name: 'Edit the claim' });
    await form.waitFor();
    await shot(page, 'review-edit');
    expect(await serious(page)).toEqual([]);
    await form.getByRole('combobox', { name: 'Stance' }).selectOption('noncommittal');
    // The sentence follows.
    const sentence = form.getByRole('textbox', { name: 'In one plain sentence' });
    await expect.poll(() => sentence.inputValue()).toMatch(/^Hungary is noncommittal on “/);
    await form.getByRole('textbox', { name: 'Its own word for it' }).fill('hesitates');
    await form.getByRole('textbox', { name: 'The words that support it' }).fill('words that are not there');
    await form.getByRole('button', { name: 'Save and accept' }).click();
    await form.getByText(/does not have these words/).waitFor();
    await expect.poll(() => form.getByRole('textbox', { name: 'Its own word for it' }).inputValue()).toBe('hesitates');
    await form.getByRole('textbox', { name: 'The words that support it' }).fill('Hungary opposes an invitation');
    await form.getByRole('button', { name: 'Save and accept' }).click();
    await form.waitFor({ state: 'detached' });
    const edited = (await claimsOf(key)).find((one) => one.edited);
    expect(edited).toMatchObject({ state: 'accepted', by: 'Ada', proposal: { wording: 'hesitates' } });
  });

  it('adds a claim and a mention at selected words, with a new entity', async () => {
    const key = await article('add.md', front('To be added to') + words);
    const page = await openReview(key);
    const dialog = dialogOf(page);
    await dialog.getByRole('textbox', { name: 'Decided by' }).fill('Ada');
    // As a mouse would: the words between two places of the text.
    await page.evaluate(() => {
      const frame = document.querySelector('.review-words');
      const walker = document.createTreeWalker(frame as Node, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const from = (node.textContent ?? '').indexOf('minister of Poland');
        if (from < 0) continue;
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, from + 'minister of Poland'.length);
        window.getSelection()?.removeAllRanges();
        window.getSelection()?.addRange(range);
      }
    });
    await dialog.locator('.proposal-line').first().focus();
    await page.keyboard.press('m');
    const mention = dialog.getByRole('form', { name: 'Who or what is mentioned' });
    await mention.getByText('minister of Poland').first().waitFor();
    await mention.getByRole('button', { name: /^Make a new one/ }).click();
    await mention.getByRole('textbox', { name: 'Name of the new one' }).fill('Adam Brook');
    await mention.getByRole('button', { name: 'Take it' }).click();
    await mention.getByRole('button', { name: 'Save and accept' }).click();
    await mention.waitFor({ state: 'detached' });
    const added = (await draftOf(key)).proposals.filter(({ byHand }) => byHand);
    expect(added.map(({ proposal, state }) => [proposal.kind, state]).sort()).toEqual([
      ['entity', 'accepted'],
      ['mention', 'accepted'],
    ]);
    await page.keyboard.press('c');
    const claim = dialog.getByRole('form', { name: 'Add a claim' });
    await claim.getByRole('combobox', { name: 'Who holds it' }).fill('Adam Brook');
    await claim
      .getByRole('option', { name: /Adam Brook/ })
      .first()
      .click();
    await claim.getByRole('combobox', { name: 'On which plan or event' }).fill('invitation');
    await claim.getByRole('listbox').getByRole('option').first().click();
    await claim.getByRole('button', { name: 'Add and accept' }).click();
    await claim.waitFor({ state: 'detached' });
    await dialog
      .getByRole('status')
      .filter({ hasText: /^Added: Adam Brook opposes/ })
      .waitFor();
    expect((await claimsOf(key)).filter(({ byHand }) => byHand)).toHaveLength(1);
    await expect
      .poll(async () => (await documentOf(key)).claims.some(({ holder }) => holder === 'person:adam-brook'))
      .toBe(true);
    await page.keyboard.press('u');
    await dialog
      .getByRole('status')
      .filter({ hasText: /^Undone: Adam Brook opposes/ })
      .waitFor();
    await expect
      .poll(async () => (await documentOf(key)).claims.map(({ holder }) => holder))
      .not.toContain('person:adam-brook');
  });

  it('fits a phone with a title and words that are long, in both themes', async () => {
    const title = 'Hungary, Slovakia and Poland are reportedly among the members that oppose an invitation for Ukraine';
    const key = await article('long.md', front(`${title} to the \u202ealliance this year`) + words);
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await openReview(key, { colorScheme, viewport: phone });
      const dialog = dialogOf(page);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      const close = await dialog.getByRole('button', { name: 'Close' }).boundingBox();
      expect((close?.x ?? phone.width) + (close?.width ?? 0)).toBeLessThanOrEqual(phone.width);
      // Nothing in a title turns what stands beside it.
      await expect
        .poll(() => dialog.getByRole('heading', { level: 2 }).textContent())
        .toBe(`Review: ${title} to the alliance this year`);
      await shot(page, `review-long-${colorScheme}`);
      await dialog.getByRole('button', { name: 'Keys' }).click();
      await dialog.getByRole('table', { name: 'Keys' }).waitFor();
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      expect(await serious(page)).toEqual([]);
      await shot(page, `review-long-keys-${colorScheme}`);
      await dialog.getByRole('button', { name: 'Keys' }).click();
      await dialog.getByRole('button', { name: 'Close' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.close();
    }
  });

  it('can be clicked beside the articles once a wide window is made narrow', async () => {
    const key = await article('narrow.md', front('A narrow window') + words);
    const page = await openReady('/?tab=articles');
    await page.setViewportSize(phone);
    const row = page.locator('.view').getByText('A narrow window').last();
    await row.click();
    await panelOf(page)
      .getByRole('button', { name: /^Review \d/ })
      .waitFor();
    expect(page.url()).toContain(at(key));
  });

  it('shows a hostile text as text, and words of any script and length within the page', async () => {
    const long = 'Donaudampfschifffahrtsgesellschaft'.repeat(12);
    const hostile = `<img src=x onerror="alert(1)"> <script>alert(2)</script> Hungary opposes an invitation for Ukraine to join NATO, Politico reported.

‏אוקראינה רוצה להצטרף ‎NATO‎. ${long}

👩‍🚀👩‍🚀 Slovakia opposes the invitation, according to Reuters.`;
    const response = await fetch(`${served().address}/api/imports/articles?name=hostile.txt`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: hostile,
    });
    const { article: key } = (await response.json()) as ArticleReport;
    for (const viewport of [desk, phone]) {
      const page = await openReview(key, { viewport });
      const dialog = dialogOf(page);
      if (viewport === phone) await dialog.getByRole('button', { name: 'Text', exact: true }).click();
      await dialog.locator('.review-words').getByText('<script>alert(2)</script>').waitFor();
      await expect.poll(() => dialog.locator('script, img').count()).toBe(0);
      const text = await dialog.locator('.review-words').evaluate((one) => one.textContent);
      expect(text).toBe((await draftOf(key)).text);
      const wider = await overflowOf(page);
      expect(wider).toBeLessThanOrEqual(0);
      await shot(page, `review-hostile-${viewport.width}`);
      // The place of a proposal behind astral letters is marked where its words are.
      const marked = (await claimsOf(key)).at(-1)?.proposal.span.quote ?? '';
      if (viewport === desk) {
        await dialog.locator('.proposal-line').filter({ hasText: 'Slovakia' }).first().click();
        await expect.poll(async () => (await dialog.locator('mark.current').allTextContents()).join('')).toBe(marked);
      }
      await page.close();
    }
  });

  it('reads well in both themes and sizes', async () => {
    const key = await article('looks.md', front('How it looks') + words);
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const viewport of [desk, phone]) {
        const page = await openReview(key, { colorScheme, viewport });
        const dialog = dialogOf(page);
        await dialog.getByRole('button', { name: /^Mentions/ }).click();
        expect(await serious(page)).toEqual([]);
        await shot(page, `review-${colorScheme}-${viewport.width}`);
        if (viewport === phone) {
          await dialog.getByRole('button', { name: 'Text', exact: true }).click();
          expect(await serious(page)).toEqual([]);
          await shot(page, `review-text-${colorScheme}-${viewport.width}`);
        }
        const wider = await overflowOf(page);
        expect(wider).toBeLessThanOrEqual(0);
        await page.close();
      }
    }
  });
});
