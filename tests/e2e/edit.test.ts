// Correcting by hand in the browser: what an article says, an entity, and the history in which each is taken back.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { ChangeList, EditableDocument } from '../../server/schema/changes.ts';
import { report } from '../builders.ts';
import { serious } from './axe.ts';
import { desk, phone } from './browser.ts';
import { ask, describeInBrowser, openReady, panelOf, send, tabTo } from './pages.ts';

const at = encodeURIComponent;
const key = 'article:harbour';
const search = `/?tab=articles&article=${at(key)}`;
const named = (name: string) => ({ type: 'Person' as const, key: `person:${name.toLowerCase()}`, name });

/** A report of made-up people, as it was at first. */
async function given(): Promise<void> {
  await send(
    'POST',
    '/api/articles',
    report({
      slug: 'harbour',
      title: 'Two against the bridge',
      withText: true,
      says: [
        { holder: 'person:ada', stance: 'opposes', target: 'plan:bridge', source: 'person:ada' },
        { holder: 'person:bo', stance: 'supports', target: 'plan:bridge' },
      ],
      entities: [named('Ada'), named('Bo'), { type: 'Plan', key: 'plan:bridge', name: 'The bridge' }],
    }),
  );
}
const documentNow = async () => (await ask<EditableDocument>(`/api/articles/${at(key)}/document`)).document;
const changesOf = async (subject: string) => (await ask<ChangeList>(`/api/changes?subject=${at(subject)}`)).changes;
const dialogOf = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });

async function shot(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` });
}

describeInBrowser('correcting by hand', () => {
  it('corrects an assertion with the keyboard alone, keeps what was typed where it is refused, and takes it back', async () => {
    await given();
    // The browser tells of each answer that is no success.
    const page = await openReady(search, { allowed: /status of 4/ });
    const panel = panelOf(page);
    await tabTo(page, panel.getByRole('button', { name: /^Correct: .*opposes/ }));
    await page.keyboard.press('Enter');
    const dialog = dialogOf(page, 'Correct the article');
    await dialog.getByRole('heading', { name: 'Correct the assertion' }).waitFor();
    await shot(page, 'edit-claim');
    expect(await serious(page)).toEqual([]);
    await tabTo(page, dialog.getByRole('textbox', { name: 'Its own word for it' }));
    await page.keyboard.type('resisting');
    await tabTo(page, dialog.getByRole('textbox', { name: 'Held from' }));
    await page.keyboard.type('2026-02-31');
    await tabTo(page, dialog.getByRole('textbox', { name: 'Decided by' }));
    await page.keyboard.type('Ada');
    await page.keyboard.press('Enter');
    const from = dialog.getByRole('textbox', { name: 'Held from' });
    await dialog.getByText('is no date of the calendar').waitFor();
    await expect.poll(() => from.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => from.evaluate((element) => element === document.activeElement)).toBe(true);
    await expect
      .poll(() => dialog.getByRole('textbox', { name: 'Its own word for it' }).inputValue())
      .toBe('resisting');
    await from.fill('2026-02-28');
    await page.keyboard.press('Enter');
    await dialog.getByRole('status').filter({ hasText: 'counted otherwise' }).waitFor();
    expect((await documentNow()).assertions.find(({ wording }) => wording === 'resisting')).toMatchObject({
      from: '2026-02-28',
    });
    await dialog.getByRole('button', { name: 'Changes' }).click();
    const changes = dialogOf(page, 'Changes');
    await changes.getByText('by Ada').first().waitFor();
    await changes
      .getByText(/before and after/)
      .first()
      .click();
    await changes.getByRole('row', { name: 'Wording — resisting' }).waitFor();
    await shot(page, 'changes');
    expect(await serious(page)).toEqual([]);
    await tabTo(page, changes.getByRole('button', { name: /^Take back: / }).first());
    await page.keyboard.press('Enter');
    await tabTo(page, changes.getByRole('button', { name: 'Take it back' }));
    await page.keyboard.press('Enter');
    await changes.getByRole('status').waitFor();
    expect((await documentNow()).assertions.some(({ wording }) => wording === 'resisting')).toBe(false);
    // Taking back is a change too.
    await changes
      .getByRole('button', { name: /^Take back: / })
      .first()
      .click();
    await changes.getByRole('button', { name: 'Take it back' }).click();
    await expect
      .poll(async () => (await documentNow()).assertions.some(({ wording }) => wording === 'resisting'))
      .toBe(true);
  });

  it('adds a claim with a new actor, a source and a relay, and takes an assertion out', async () => {
    await given();
    const page = await openReady(search);
    await panelOf(page).getByRole('button', { name: 'Correct it' }).click();
    const dialog = dialogOf(page, 'Correct the article');
    await dialog.getByRole('button', { name: 'Add a claim' }).click();
    await dialog.getByRole('button', { name: 'Make a new one: Who holds it' }).click();
    await dialog.getByRole('textbox', { name: 'Name of the new one' }).fill('Cy');
    await dialog.getByRole('button', { name: 'Take it' }).click();
    await dialog.getByRole('combobox', { name: 'On which plan or event' }).fill('bridge');
    await dialog
      .getByRole('option', { name: /The bridge/ })
      .first()
      .click();
    await dialog.getByRole('combobox', { name: 'Stance' }).selectOption('noncommittal');
    await dialog.getByRole('textbox', { name: 'The words that support it' }).fill('these words are not there');
    await dialog.getByRole('button', { name: 'Another source' }).click();
    await dialog.getByRole('textbox', { name: 'As the article calls it' }).fill('two officials');
    await dialog.getByRole('textbox', { name: 'At least how many people' }).fill('2');
    await dialog.getByRole('button', { name: 'Add the source' }).click();
    await dialog.getByRole('button', { name: 'Another relayed article' }).click();
    await dialog.getByRole('button', { name: 'Make a new one: Outlet that is relayed' }).click();
    await dialog.getByRole('textbox', { name: 'Name of the new one' }).fill('Coast Radio');
    await dialog.getByRole('button', { name: 'Take it' }).click();
    await dialog.getByRole('button', { name: 'Add the article' }).click();
    await dialog.getByRole('textbox', { name: 'Decided by' }).fill('Ada');
    await dialog.getByRole('button', { name: 'Add the claim' }).click();
    await dialog.getByText('The article does not have these words.').waitFor();
    const words = (await documentNow()).assertions[0]?.span?.quote ?? '';
    await dialog.getByRole('textbox', { name: 'The words that support it' }).fill(words);
    await dialog.getByRole('button', { name: 'Add the claim' }).click();
    await dialog.getByRole('status').waitFor();
    const document = await documentNow();
    const claim = document.claims.find(({ holder }) => holder === 'person:cy');
    expect(claim).toMatchObject({
      stance: 'noncommittal',
      target: 'plan:bridge',
      text: 'Cy is noncommittal on “The bridge”.',
    });
    const made = document.assertions.filter((one) => one.claim === claim?.id);
    expect(made.map(({ reconstructed }) => reconstructed).sort()).toEqual([false, true]);
    expect(document.sources).toContainEqual(expect.objectContaining({ descriptor: 'two officials', minCount: 2 }));
    await dialog
      .getByRole('button', { name: /^Take out: Cy is noncommittal/ })
      .first()
      .click();
    await dialog.getByRole('button', { name: 'Take it out' }).click();
    await dialog.getByRole('status').waitFor();
    const after = await documentNow();
    expect(after.claims.some(({ holder }) => holder === 'person:cy')).toBe(false);
    expect(after.sources.some(({ descriptor }) => descriptor === 'two officials')).toBe(false);
    expect(await changesOf(key)).not.toHaveLength(0);
  });

  it('corrects the facts of an article', async () => {
    await given();
    const page = await openReady(search, { allowed: /status of 4/ });
    await panelOf(page).getByRole('button', { name: 'Correct it' }).click();
    const dialog = dialogOf(page, 'Correct the article');
    await dialog.getByRole('button', { name: 'Correct the facts' }).click();
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Three against the bridge');
    await dialog.getByRole('textbox', { name: 'Address' }).fill('no address');
    await dialog.getByRole('textbox', { name: 'Decided by' }).fill('Ada');
    await shot(page, 'edit-facts');
    await dialog.getByRole('button', { name: 'Save the facts' }).click();
    await expect.poll(() => dialog.getByRole('textbox', { name: 'Address' }).getAttribute('aria-invalid')).toBe('true');
    await dialog.getByRole('textbox', { name: 'Address' }).fill('https://harbour.example/bridge');
    await dialog.getByRole('button', { name: 'Save the facts' }).click();
    await dialog.getByRole('heading', { name: 'Three against the bridge' }).waitFor();
    expect((await documentNow()).article).toMatchObject({ url: 'https://harbour.example/bridge' });
  });

  it('corrects an entity and makes a new one', async () => {
    await given();
    const page = await openReady('/?node=person:ada');
    await panelOf(page).getByRole('button', { name: 'Correct it' }).click();
    const dialog = dialogOf(page, 'Correct the entity');
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Ada Brook');
    await dialog.getByRole('textbox', { name: 'One sentence on it' }).fill('A minister of Norland.');
    await dialog.getByRole('textbox', { name: 'Decided by' }).fill('Ada');
    await shot(page, 'edit-entity');
    expect(await serious(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save the correction' }).click();
    await dialog.getByText('is saved.').waitFor();
    await dialog.getByRole('button', { name: 'Show it' }).click();
    await panelOf(page).getByRole('heading', { name: 'Ada Brook' }).waitFor();
    await page.goto(page.url().replace(/\?.*/, '?tab=articles'));
    await page.getByRole('button', { name: 'New entity' }).click();
    const making = dialogOf(page, 'New entity');
    await making.getByRole('combobox', { name: 'Type' }).selectOption('Outlet');
    await making.getByRole('textbox', { name: 'Name', exact: true }).fill('Night Post');
    await making.getByRole('button', { name: 'Make it' }).click();
    await making.getByText('is saved.').waitFor();
    expect(await ask('/api/nodes/outlet:night-post')).toMatchObject({ node: { name: 'Night Post' } });
  });

  it('corrects a bundled report whose text is not held, by words and where they begin', async () => {
    const kyivPost = 'article:kyiv-post-2024-10-24';
    const read = () => ask<EditableDocument>(`/api/articles/${at(kyivPost)}/document`);
    const before = await read();
    expect(before.hasText).toBe(false);
    const page = await openReady(`/?tab=articles&article=${at(kyivPost)}`);
    await panelOf(page)
      .getByRole('button', { name: /^Correct: / })
      .first()
      .click();
    const dialog = dialogOf(page, 'Correct the article');
    const start = dialog.getByRole('textbox', { name: 'They begin at character' });
    await expect.poll(() => start.inputValue()).toMatch(/^\d+$/);
    await dialog.getByRole('textbox', { name: 'Its hedge' }).fill('reportedly');
    await start.fill('somewhere');
    await dialog.getByRole('textbox', { name: 'Decided by' }).fill('Ada');
    await dialog.getByRole('button', { name: 'Save the correction' }).click();
    await dialog.getByText('Say where they begin, as a whole number.').waitFor();
    const [first] = [...before.document.assertions].sort((a, b) => (a.span?.start ?? 1e9) - (b.span?.start ?? 1e9));
    await start.fill(String(first?.span?.start));
    await dialog.getByRole('button', { name: 'Save the correction' }).click();
    await dialog.getByRole('status').waitFor();
    const { document } = await read();
    expect(document.assertions).toHaveLength(before.document.assertions.length);
    const changed = document.assertions.filter((one) => {
      const old = before.document.assertions.find(({ id }) => id === one.id);
      return JSON.stringify(old) !== JSON.stringify(one);
    });
    expect(changed).toHaveLength(1);
    expect(changed[0]).toMatchObject({ hedge: 'reportedly' });
  });

  it('reads well in both themes and sizes', async () => {
    await given();
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const viewport of [desk, phone]) {
        const page = await openReady(search, { colorScheme, viewport });
        await panelOf(page).getByRole('button', { name: 'Correct it' }).click();
        const dialog = dialogOf(page, 'Correct the article');
        await dialog.getByRole('button', { name: 'Add a claim' }).waitFor();
        await shot(page, `edit-article-${colorScheme}-${viewport.width}`);
        await dialog.getByRole('button', { name: 'Add a claim' }).click();
        await dialog.getByRole('button', { name: 'Another source' }).click();
        expect(await serious(page)).toEqual([]);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(wider).toBeLessThanOrEqual(0);
        await shot(page, `edit-add-${colorScheme}-${viewport.width}`);
        await page.close();
      }
    }
  });
});
