// Stories: written from views with captions, ordered by keys, played over the whole window, and back to where one was.
import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import type { OpenedStory, SavedStateInput, StoryHead, ViewHead } from '../../server/schema/saved.ts';
import { serious } from './axe.ts';
import { phone } from './browser.ts';
import { ask, describeInBrowser, drawnCounts, headingOf, openPage, openReady, ready, send, settled } from './pages.ts';

const clear = async () => {
  for (const { key } of (await ask<{ stories: StoryHead[] }>('/api/stories')).stories)
    await send('DELETE', `/api/stories/${key}`);
  for (const { key } of (await ask<{ views: ViewHead[] }>('/api/views')).views)
    await send('DELETE', `/api/views/${key}`);
};
const steps: { caption: string; view: SavedStateInput }[] = [
  { caption: 'Who says what on the invitation: every position that the five reports tell of.', view: { query: '' } },
  { caption: 'What they contest.', view: { query: 'contested=1' } },
  { caption: 'The same as a table, country by country.', view: { query: 'tab=matrix' } },
];
const tell = (of = steps) => send<StoryHead>('POST', '/api/stories', { title: 'The invitation', by: 'Ada', steps: of });
const player = (page: Page) => page.getByRole('region', { name: 'Story: The invitation' });
const at = (page: Page) => player(page).getByText(/^Step \d+ of \d+/);
const place = async (page: Page) => (await at(page).textContent())?.replace(/The invitation$/, '');

describeInBrowser('stories', () => {
  beforeEach(clear);

  it('are written with the keyboard alone: views with captions, put in another order, changed and removed', async () => {
    await send('POST', '/api/views', { name: 'Contested', by: 'Ada', view: { query: 'contested=1' } });
    const page = await openReady('/');
    const press = async (name: RegExp | string) => {
      await dialog.getByRole('button', { name, exact: typeof name === 'string' }).focus();
      await page.keyboard.press('Enter');
    };
    await page.keyboard.press('v');
    const dialog = page.getByRole('dialog');
    await press('New story');
    await expect.poll(() => dialog.getByLabel('Title').evaluate((e) => e === document.activeElement)).toBe(true);
    await page.keyboard.type('The invitation');
    await press('Save the story');
    await dialog.getByText('Say who saves it.').waitFor();
    await dialog.getByLabel('Who saves it').fill('Ada');
    await press('Add this view');
    await dialog.getByLabel('Caption of step 1').fill('All of it.');
    // The draft stays while one turns to another view.
    await page.keyboard.press('Escape');
    const button = page.getByRole('button', { name: 'Saved views' });
    await expect.poll(() => button.evaluate((e) => e === document.activeElement)).toBe(true);
    await page.keyboard.press('2');
    await page.waitForURL(/tab=matrix/);
    await page.keyboard.press('v');
    await press('Add this view');
    await dialog.getByLabel('Caption of step 2').fill('As a table.');
    await dialog.getByLabel('Add a saved view').selectOption('Contested');
    await expect.poll(() => dialog.getByLabel('Caption of step 3').inputValue()).toBe('Contested');
    await dialog.getByLabel('Caption of step 3').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await dialog.getByText('Now step 2 of 3.').waitFor({ state: 'attached' });
    await expect
      .poll(() => dialog.getByLabel('Caption of step 2').evaluate((e) => e === document.activeElement))
      .toBe(true);
    expect(await serious(page)).toEqual([]);
    await press('Save the story');
    await dialog.getByRole('button', { name: 'Play The invitation' }).waitFor();
    const story = await ask<OpenedStory>('/api/stories/story:the-invitation');
    expect(story.steps.map(({ caption, view }) => [caption, view.query])).toEqual([
      ['All of it.', ''],
      ['Contested', 'contested=1'],
      ['As a table.', 'tab=matrix'],
    ]);
    // The step keeps its own view when the saved one goes.
    await send('DELETE', '/api/views/view:contested');
    await press('Edit The invitation');
    await press('Remove step 1');
    await press('Remove the step: Remove step 1');
    await press('Save the story');
    await dialog.getByText(/2 steps, saved by Ada/).waitFor();
    expect((await ask<OpenedStory>('/api/stories/story:the-invitation')).steps[0]?.view.query).toBe('contested=1');
    await press('Remove The invitation');
    await press('Remove for good: Remove The invitation');
    await dialog.getByText('A story shows views one after the other').waitFor();
  }, 90_000);

  it('are kept beside what somebody else saved or removed meanwhile', async () => {
    const [first] = steps;
    const { key, savedOn } = await tell();
    await send('POST', '/api/stories', { title: 'The other', by: 'Ben', steps: [first] });
    const page = await openReady('/', { allowed: /404|409/ });
    await page.keyboard.press('v');
    await page
      .getByRole('dialog', { name: 'Saved views' })
      .getByRole('button', { name: 'Edit The invitation' })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Change the story' });
    const save = () => page.getByRole('button', { name: 'Save the story' }).click();
    const told = (text: string) => page.getByRole('alert').getByText(text).waitFor();
    await dialog.getByLabel('Who saves it').fill('Ada');
    await dialog.getByLabel('Title').fill('The other');
    await save();
    await told('There is a story called The other, saved by Ben');
    await expect.poll(() => page.getByRole('button', { name: 'Keep as a new story' }).count()).toBe(0);
    await send('PUT', `/api/stories/${key}`, { title: 'The invitation', by: 'Cyd', steps: [first], replaces: savedOn });
    await save();
    await told('The invitation was meanwhile saved by Cyd');
    await page.getByRole('button', { name: 'Keep as a new story' }).waitFor();
    await send('DELETE', `/api/stories/${key}`);
    await save();
    await told('Somebody removed this story meanwhile');
    await page.getByRole('button', { name: 'Keep as a new story' }).click();
    await page.getByLabel('Title').fill('The invitation');
    await save();
    await expect
      .poll(async () => (await ask<{ stories: StoryHead[] }>('/api/stories')).stories)
      .toMatchObject([
        { title: 'The invitation', by: 'Ada', steps: 3 },
        { title: 'The other', by: 'Ben' },
      ]);
  });

  it('are played by keys from step to step, and end where one was', async () => {
    await tell();
    const page = await openReady('/?node=country:hu&hide=country:de');
    await headingOf(page).filter({ hasText: 'Hungary' }).waitFor();
    const before = await drawnCounts(page);
    const address = page.url();
    await page.keyboard.press('v');
    await page.getByRole('dialog').getByRole('button', { name: 'Play The invitation' }).click();
    await player(page).waitFor();
    expect(await place(page)).toBe('Step 1 of 3');
    await page.getByText('every position that the five reports tell of').waitFor();
    await expect.poll(() => page.getByRole('banner').isVisible()).toBe(false);
    const all = await drawnCounts(page);
    expect(all.nodes).toBe(before.nodes + 1);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => place(page)).toBe('Step 2 of 3');
    await page.waitForURL(/story=story%3Athe-invitation&step=2/);
    await expect.poll(async () => (await drawnCounts(page)).edges).toBeLessThan(all.edges);
    await page.keyboard.press('Space');
    await expect.poll(() => place(page)).toBe('Step 3 of 3');
    await page.getByLabel('Positions of holders on plans').waitFor();
    // Past the end there is nothing, and keys of the page mean nothing here.
    await page.keyboard.press('PageDown');
    await page.keyboard.press('1');
    await page.keyboard.press('Control+z');
    expect(await place(page)).toBe('Step 3 of 3');
    await page.keyboard.press('PageUp');
    await expect.poll(() => place(page)).toBe('Step 2 of 3');
    await page.keyboard.press('Home');
    await expect.poll(() => place(page)).toBe('Step 1 of 3');
    await expect.poll(() => drawnCounts(page)).toEqual(all);
    await page.keyboard.press('Escape');
    await player(page).waitFor({ state: 'detached' });
    await headingOf(page).filter({ hasText: 'Hungary' }).waitFor();
    await expect.poll(() => drawnCounts(page)).toEqual(before);
    expect(page.url()).toBe(address);
    // Back in the browser leads into the story again, and from there out of it.
    await page.goBack();
    await player(page).waitFor();
    await player(page).getByRole('button', { name: 'End' }).click();
    await player(page).waitFor({ state: 'detached' });
    await expect.poll(() => drawnCounts(page)).toEqual(before);
  }, 90_000);

  it('open at a step by their address, with what is left of them; a stale one opens the default view', async () => {
    const added = ['article:gone', 'plan:nato-invitation'];
    await tell([...steps.slice(0, 2), { caption: 'The table.', view: { query: 'tab=table', added } }]);
    const { page } = await openPage('/?story=story:the-invitation&step=3');
    await player(page).waitFor();
    await ready(page);
    await settled(page);
    expect(await place(page)).toBe('Step 3 of 3');
    await page.getByText(/The story names 1 record that the data no longer hold: article:gone/).waitFor();
    await player(page).getByRole('button', { name: 'Previous' }).click();
    await expect.poll(() => place(page)).toBe('Step 2 of 3');
    await page.keyboard.press('Escape');
    await player(page).waitFor({ state: 'detached' });
    await page.getByRole('banner').waitFor();
    expect(new URL(page.url()).search).toBe('');
    const { page: stale } = await openPage('/?story=story:none', { allowed: /404/ });
    await stale.getByText(/There is no story “story:none”\. The default view is shown/).waitFor();
    await ready(stale);
  }, 60_000);

  it.each(['light', 'dark'] as const)(
    'fit a phone and a desk in the %s theme',
    async (colorScheme) => {
      await tell();
      for (const viewport of [phone, undefined]) {
        const size = viewport ? 'phone' : 'desk';
        const { page } = await openPage('/?story=story:the-invitation', { colorScheme, ...(viewport && { viewport }) });
        await player(page).waitFor();
        await ready(page);
        await settled(page);
        expect(await serious(page)).toEqual([]);
        const box = await player(page).boundingBox();
        expect([box?.x, box?.width]).toEqual([0, viewport?.width ?? 1440]);
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(viewport?.height ?? 900);
        if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/play-${colorScheme}-${size}.png` });
        await player(page).getByRole('button', { name: 'End' }).click();
        await player(page).waitFor({ state: 'detached' });
        await page.keyboard.press('v');
        await page.getByRole('dialog').getByRole('button', { name: 'Edit The invitation' }).click();
        await page.getByRole('dialog').getByLabel('Caption of step 3').waitFor();
        expect(await serious(page)).toEqual([]);
        if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/story-${colorScheme}-${size}.png` });
      }
    },
    90_000,
  );
});
