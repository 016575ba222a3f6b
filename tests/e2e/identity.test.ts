// Who is who in the browser: a pair that may be one is compared, merged and parted again; an old address opens the new one.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { CurationReport } from '../../server/schema/curation.ts';
import type { OperationList } from '../../server/schema/identity.ts';
import { report } from '../builders.ts';
import { serious } from './axe.ts';
import { desk, phone } from './browser.ts';
import { ask, describeInBrowser, openReady, panelOf, send, tabTo } from './pages.ts';

const opposes = { stance: 'opposes' as const, target: 'plan:nato-invitation' };
/** Two reports on one made-up person under two spellings. */
async function twoSpellings(): Promise<void> {
  const jon = { ...named('person:jon-smithe', 'Jon Smithe'), aliases: ['J. Smithe'] };
  const jonathan = named('person:jon-smith-of-norland', 'Minister Jon Smithe');
  await send(
    'POST',
    '/api/articles',
    report({ slug: 'one-spelling', says: [{ holder: jon.key, ...opposes }], entities: [jon] }),
  );
  await send(
    'POST',
    '/api/articles',
    report({ slug: 'other-spelling', says: [{ holder: jonathan.key, ...opposes }], entities: [jonathan] }),
  );
}
const named = (key: string, name: string) => ({ type: 'Person' as const, key, name });
const operations = async () => (await ask<OperationList>('/api/merges')).operations;
async function clear(): Promise<void> {
  for (const { key } of await operations()) await send('DELETE', `/api/merges/${encodeURIComponent(key)}`);
}
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Who is who' });

describeInBrowser('who is who', () => {
  it('is decided with the keyboard alone, and taken back', async () => {
    await twoSpellings();
    await clear();
    const page = await openReady('/?tab=articles');
    await tabTo(page, page.getByRole('button', { name: 'Who is who' }));
    await page.keyboard.press('Enter');
    const dialog = dialogOf(page);
    const pair = dialog.getByRole('listitem').filter({ hasText: 'person:jon-smithe' }).first();
    await pair.getByText('Much speaks for it').waitFor();
    await pair
      .getByText(/are one name|both are called/)
      .first()
      .waitFor();
    expect(await serious(page)).toEqual([]);
    await tabTo(page, pair.getByRole('button', { name: /^They are one/ }));
    await page.keyboard.press('Enter');
    await expect
      .poll(() =>
        pair
          .getByRole('radio')
          .first()
          .evaluate((element) => element === document.activeElement),
      )
      .toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await tabTo(page, pair.getByRole('textbox', { name: 'Decided by' }));
    await page.keyboard.type('Ada');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: /^Take back that .* is part of / }).waitFor();
    expect(await operations()).toHaveLength(1);
    expect((await operations())[0]).toMatchObject({ kind: 'merge', by: 'Ada' });
    await tabTo(page, dialog.getByRole('button', { name: /^Take back that .* is part of / }));
    await page.keyboard.press('Enter');
    await pair.getByText('Much speaks for it').waitFor();
    expect(await operations()).toEqual([]);
  });

  it('is told where an old address leads', async () => {
    await twoSpellings();
    await clear();
    await send<CurationReport>('POST', '/api/merges', {
      ...{ from: 'person:jon-smith-of-norland', into: 'person:jon-smithe', by: 'Ada', why: 'The same minister.' },
    });
    const page = await openReady('/?node=person:jon-smith-of-norland');
    await page.getByText('“Minister Jon Smithe” is part of “Jon Smithe” (Ada)').waitFor();
    const panel = panelOf(page);
    await panel.getByRole('heading', { name: 'Jon Smithe' }).waitFor();
    await panel.getByText('by Ada: The same minister.').waitFor();
    expect(new URL(page.url()).searchParams.get('node')).toBe('person:jon-smithe');
    await panel.getByRole('button', { name: /^Take back that/ }).click();
    await expect.poll(operations).toEqual([]);
  });

  it('splits a part off', async () => {
    await clear();
    await twoSpellings();
    await send(
      'POST',
      '/api/articles',
      report({
        slug: 'third',
        title: 'Of another Smithe',
        says: [{ holder: 'person:jon-smithe', ...opposes, stance: 'supports' }],
        entities: [named('person:jon-smithe', 'Jon Smithe')],
      }),
    );
    const page = await openReady('/?node=person:jon-smithe');
    const panel = panelOf(page);
    await panel.getByRole('button', { name: 'Split a part off' }).click();
    await panel.getByLabel('The other is called').fill('Jon Smithe of Harbour');
    await panel.getByRole('checkbox', { name: 'Of another Smithe' }).check();
    await panel.getByLabel('Decided by').fill('Ada');
    await panel.getByRole('button', { name: 'Split it off' }).click();
    await panel.getByText('Jon Smithe of Harbour is split off Jon Smithe').waitFor();
    expect((await operations())[0]).toMatchObject({ kind: 'split', into: { key: 'person:jon-smithe-of-harbour' } });
    await panel.getByRole('button', { name: /^Take back that/ }).click();
    await expect.poll(operations).toEqual([]);
  });

  it('reads well in both themes and sizes', async () => {
    await twoSpellings();
    await clear();
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const viewport of [desk, phone]) {
        const page = await openReady('/?tab=articles', { colorScheme, viewport });
        await page.getByRole('button', { name: 'Who is who' }).click();
        const pair = dialogOf(page).getByRole('listitem').filter({ hasText: 'person:jon-smithe' }).first();
        await pair.getByRole('button', { name: /^They are one/ }).click();
        await pair.getByRole('radio').first().waitFor();
        expect(await serious(page)).toEqual([]);
        if (process.env.SHOTS)
          await page.screenshot({ path: `${process.env.SHOTS}/identity-${colorScheme}-${viewport.width}.png` });
        await page.close();
      }
    }
  });
});
