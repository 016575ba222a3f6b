// Notes in the browser: written, edited, deleted and put back in the panel, marked everywhere, listed and kept as files.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { NoteList, NoteReport } from '../../server/schema/note.ts';
import { serious } from './axe.ts';
import { desk, phone } from './browser.ts';
import { ask, describeInBrowser, openReady, panelOf, railOf, send, served, settled, tabTo } from './pages.ts';

const hungary = 'OPPOSES~country:hu~plan:nato-invitation';
const notesOf = (page: Page) => panelOf(page).getByRole('region', { name: 'Notes' });
const texts = async (): Promise<string[]> => (await ask<NoteList>('/api/notes')).notes.map(({ text }) => text);

const write = (subject: string, text: string) => send<NoteReport>('POST', '/api/notes', { subject, text, by: 'Ada' });
async function clear(): Promise<void> {
  const { notes } = await ask<NoteList>('/api/notes?limit=500');
  for (const { key, version } of notes) await send('DELETE', `/api/notes/${key}?version=${version}`);
}

describeInBrowser('notes', () => {
  it('are written, edited, deleted and put back with the keyboard alone', async () => {
    await clear();
    const page = await openReady('/?node=country:hu');
    const notes = notesOf(page);
    await page.locator('body').press('n');
    const field = notes.getByRole('textbox', { name: 'New note' });
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('Ask the embassy.');
    await page.keyboard.press('Control+Enter');
    await notes.getByRole('alert').getByText('Say who writes.').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('Ada');
    await page.keyboard.press('Control+Enter');
    await notes.getByRole('article', { name: 'Note by Ada' }).getByText('Ask the embassy.').waitFor();
    expect(await texts()).toEqual(['Ask the embassy.']);

    await tabTo(page, notes.getByRole('button', { name: 'Edit' }));
    await page.keyboard.press('Enter');
    const edited = notes.getByRole('textbox', { name: 'Edit the note' });
    await expect.poll(() => edited.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type(' Then the ministry.');
    await page.keyboard.press('Control+Enter');
    await notes.getByText('Ask the embassy. Then the ministry.').waitFor();
    await notes.getByText('; edited').waitFor();

    await tabTo(page, notes.getByRole('button', { name: 'Delete' }));
    await page.keyboard.press('Enter');
    const undo = notes.getByRole('button', { name: 'Undo' });
    await expect.poll(() => undo.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await texts()).toEqual([]);
    await page.keyboard.press('Enter');
    await notes.getByRole('article').getByText('Ask the embassy. Then the ministry.').waitFor();
    expect(await texts()).toEqual(['Ask the embassy. Then the ministry.']);
  });

  it('keep a draft while the page is open, whatever is looked at meanwhile', async () => {
    await clear();
    const page = await openReady(`/?edge=${encodeURIComponent(hungary)}`);
    await notesOf(page).getByRole('button', { name: 'Write a note' }).click();
    await notesOf(page).getByRole('textbox', { name: /note/ }).waitFor();
    await page.keyboard.type('Half a thought');
    await page.keyboard.press('Escape');
    await expect.poll(() => notesOf(page).getByRole('textbox').count()).toBe(0);
    expect(new URL(page.url()).searchParams.get('edge')).toBe(hungary);
    await panelOf(page).getByRole('button', { name: '← Overview' }).click();
    await notesOf(page).getByRole('button', { name: 'Write a note' }).waitFor();
    await page.evaluate((key) => window.history.pushState(null, '', `?edge=${encodeURIComponent(key)}`), hungary);
    await page.evaluate(() => window.dispatchEvent(new PopStateEvent('popstate')));
    await notesOf(page).getByRole('button', { name: 'Go on with the draft' }).click();
    await expect
      .poll(() => notesOf(page).getByRole('textbox', { name: 'New note' }).inputValue())
      .toBe('Half a thought');
    expect(await texts()).toEqual([]);
  });

  it('tell a conflict, and lose neither side', async () => {
    await clear();
    const { note } = await write('country:hu', 'First.');
    const page = await openReady('/?node=country:hu', { allowed: /409/ });
    const notes = notesOf(page);
    await notes.getByRole('button', { name: 'Edit' }).click();
    await notes.getByRole('textbox', { name: /note/ }).waitFor();
    await page.keyboard.type(' Mine.');
    await send('PUT', `/api/notes/${note.key}`, { text: 'Theirs.', by: 'Ben', version: 1 });
    await notes.getByLabel('Written by').fill('Cleo');
    await notes.getByRole('button', { name: 'Save the note' }).click();
    await notes.getByRole('alert').getByText('by Ben').waitFor();
    await expect.poll(() => notes.getByRole('textbox', { name: 'Edit the note' }).inputValue()).toBe('First. Mine.');
    await notes.locator('.note-text').getByText('Theirs.').waitFor();
    expect(await texts()).toEqual(['Theirs.']);
    await notes.getByRole('button', { name: 'Save over it' }).click();
    await notes.locator('.note-text').getByText('First. Mine.').waitFor();
    expect(await texts()).toEqual(['First. Mine.']);
  });

  it('keep the words for a note that somebody deleted meanwhile', async () => {
    await clear();
    const { note } = await write('country:hu', 'First.');
    const page = await openReady('/?node=country:hu', { allowed: /404/ });
    const notes = notesOf(page);
    await notes.getByRole('button', { name: 'Edit' }).click();
    await notes.getByRole('textbox', { name: 'Edit the note' }).fill('Mine.');
    await notes.getByLabel('Written by').fill('Cleo');
    await send('DELETE', `/api/notes/${note.key}?version=1`);
    await notes.getByRole('button', { name: 'Save the note' }).click();
    const fresh = notes.getByRole('textbox', { name: 'New note' });
    await fresh.waitFor();
    await expect.poll(() => fresh.inputValue()).toBe('Mine.');
    await notes.getByRole('button', { name: 'Save the note' }).click();
    await notes.getByRole('article', { name: 'Note by Cleo' }).getByText('Mine.').waitFor();
    expect(await texts()).toEqual(['Mine.']);
  });

  it('are counted in the tables, filtered by, listed, searched, followed and kept as files', async () => {
    await clear();
    await write('country:hu', '<img src=x onerror=alert(1)> Why Budapest?');
    await write(hungary, '=1+1');
    const page = await openReady('/?tab=table');
    const rows = page.getByRole('grid', { name: 'Nodes' });
    await rows.getByRole('columnheader', { name: 'Notes' }).waitFor();
    await railOf(page).getByRole('checkbox', { name: 'With notes only' }).check();
    await page.getByRole('button', { name: 'Take back: Only with notes' }).waitFor();
    await page.getByRole('button', { name: 'Nodes 2' }).waitFor();
    await page.getByRole('button', { name: 'Relations 1' }).waitFor();
    expect(page.url()).toContain('noted=1');

    await railOf(page).getByRole('button', { name: 'List of all 2 notes' }).click();
    const dialog = page.getByRole('dialog', { name: 'All notes' });
    await dialog.getByText('2 notes').waitFor();
    await expect
      .poll(() => dialog.locator('.note-text').allTextContents())
      .toEqual(['=1+1', '<img src=x onerror=alert(1)> Why Budapest?']);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('notes.csv');
    expect(readFileSync(await download.path(), 'utf8')).toContain(",'=1+1,Ada,");
    await dialog.getByRole('textbox', { name: 'Search in the notes' }).fill('budapest');
    await dialog.getByText('1 note found').waitFor();
    await dialog.getByRole('button', { name: 'Hungary' }).click();
    await panelOf(page).getByRole('heading', { level: 2, name: 'Hungary' }).waitFor();
    await notesOf(page).getByText('Why Budapest?').waitFor();
  });

  it('stay in the list when what they are on is gone', async () => {
    await clear();
    const article = 'article:kyiv-post-2024-10-24';
    await write(article, 'Check the byline.');
    const response = await fetch(`${served().address}/api/articles/${article}`, { method: 'DELETE' });
    expect(response.ok).toBe(true);
    const page = await openReady('/');
    await notesOf(page).getByRole('button', { name: 'The one note' }).click();
    const dialog = page.getByRole('dialog', { name: 'All notes' });
    await dialog.getByText('what it was on is gone').waitFor();
    await dialog.getByText('Check the byline.').waitFor();
  });

  it.each([
    { colorScheme: 'light', at: 'a desk', viewport: desk },
    { colorScheme: 'dark', at: 'a desk', viewport: desk },
    { colorScheme: 'light', at: 'a phone', viewport: phone },
    { colorScheme: 'dark', at: 'a phone', viewport: phone },
  ] as const)('are without serious faults, $colorScheme on $at', async ({ colorScheme, viewport }) => {
    await clear();
    await write('plan:nato-invitation', 'A note of some length, with words that a reader would look at.');
    await write('plan:nato-invitation', '\u202Eright to left\u202C and on');
    const page = await openReady('/?node=plan:nato-invitation', { colorScheme, viewport });
    await notesOf(page).getByRole('button', { name: 'Write a note' }).click();
    await notesOf(page).getByRole('textbox', { name: /note/ }).waitFor();
    await page.keyboard.type('Not yet saved');
    expect(await serious(page)).toEqual([]);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await notesOf(page).getByRole('button', { name: 'All 2 notes' }).click();
    await page.getByRole('dialog', { name: 'All notes' }).getByText('right to left').waitFor();
    await settled(page);
    expect(await serious(page)).toEqual([]);
  });
});
