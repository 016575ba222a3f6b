// Saved views: by name, with the keyboard alone, replaced knowingly, opened by their address, larger than an address.
import { beforeEach, expect, it } from 'vitest';
import type { ViewHead } from '../../server/schema/saved.ts';
import type { GraphView } from '../../server/schema/view.ts';
import { serious } from './axe.ts';
import { phone } from './browser.ts';
import {
  ask,
  describeInBrowser,
  drawnCounts,
  headingOf,
  openPage,
  openReady,
  ready,
  send,
  served,
  settled,
} from './pages.ts';

const listed = async () => (await ask<{ views: ViewHead[] }>('/api/views')).views;
const clear = async () => {
  for (const { key } of await listed()) await send('DELETE', `/api/views/${key}`);
};

describeInBrowser('saved views', () => {
  beforeEach(clear);

  it('are saved, opened and taken back with the keyboard alone', async () => {
    const page = await openReady('/?node=country:hu&contested=1');
    await headingOf(page).filter({ hasText: 'Hungary' }).waitFor();
    const narrow = await drawnCounts(page);
    await page.keyboard.press('v');
    const dialog = page.getByRole('dialog', { name: 'Saved views' });
    await expect
      .poll(() => dialog.getByLabel('Name of this view').evaluate((e) => e === document.activeElement))
      .toBe(true);
    await dialog.getByText('No view is saved yet').waitFor();
    await page.keyboard.press('Enter');
    await dialog.getByText('Give it a name.').waitFor();
    await page.keyboard.type('Contested');
    await page.keyboard.press('Enter');
    await dialog.getByText('Say who saves it.').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('Ada');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Open Contested' }).waitFor();
    expect((await listed()).map(({ key, by }) => [key, by])).toEqual([['view:contested', 'Ada']]);
    await page.keyboard.press('Escape');
    await expect
      .poll(() => page.getByRole('button', { name: 'Saved views' }).evaluate((e) => e === document.activeElement))
      .toBe(true);

    // Elsewhere, then back by opening it, and back again by undo.
    await page.goto(`${served().address}/?tab=graph&node=country:de`);
    await ready(page);
    await settled(page);
    const wide = await drawnCounts(page);
    expect(wide.edges).toBeGreaterThan(narrow.edges);
    await page.keyboard.press('v');
    await dialog.getByRole('button', { name: 'Open Contested' }).focus();
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await headingOf(page).filter({ hasText: 'Hungary' }).waitFor();
    await expect.poll(() => drawnCounts(page)).toEqual(narrow);
    await page.keyboard.press('Control+z');
    await headingOf(page).filter({ hasText: 'Germany' }).waitFor();
    await expect.poll(() => drawnCounts(page)).toEqual(wide);
    await page.keyboard.press('?');
    await page
      .getByRole('dialog', { name: 'Help and keys' })
      .getByText('Saved views and stories: save this one')
      .waitFor();
  });

  it('say so where their dialog cannot be fetched, and open once it can', async () => {
    const page = await openReady('/', { allowed: /ViewsDialog|ERR_FAILED/ });
    await page.route('**/ViewsDialog*', (route) => route.abort());
    await page.keyboard.press('v');
    await page.getByText('This part of the page could not be fetched').waitFor();
    await page.unroute('**/ViewsDialog*');
    await page.getByRole('button', { name: 'Saved views' }).click();
    await page.getByRole('dialog', { name: 'Saved views' }).waitFor();
  });

  it('are replaced where the name is taken, renamed, and removed by a second press', async () => {
    await send('POST', '/api/views', { name: 'The talks', by: 'Ben', view: { query: 'tab=ledger' } });
    const page = await openReady('/?tab=matrix', { allowed: /409/ });
    await page.getByRole('button', { name: 'Saved views' }).click();
    const dialog = page.getByRole('dialog', { name: 'Saved views' });
    await dialog.getByLabel('Name of this view').fill('the talks');
    await dialog.getByLabel('Who saves it').fill('Ada');
    await dialog.getByRole('button', { name: 'Save this view' }).click();
    await dialog.getByRole('alert').getByText('There is a view called The talks, saved by Ben').waitFor();
    expect(await serious(page)).toEqual([]);
    // Meanwhile somebody else saves it anew: that is told, and nothing is lost.
    const [read] = await listed();
    await send('PUT', '/api/views/view:the-talks', { name: 'The talks', by: 'Cyd', replaces: read?.savedOn });
    await dialog.getByRole('button', { name: 'Replace The talks', exact: true }).click();
    await dialog.getByRole('alert').getByText('saved by Cyd').waitFor();
    await dialog.getByRole('button', { name: 'Replace The talks', exact: true }).click();
    await expect.poll(async () => (await listed())[0]?.by).toBe('Ada');
    expect(await ask('/api/views/view:the-talks')).toMatchObject({ view: { query: 'tab=matrix' } });
    // The page has heard of it, too: else its list, still on the way, would bring what is saved next.
    await page.getByText('Saved: The talks.').waitFor();
    await dialog.getByRole('listitem').filter({ hasText: 'Ada' }).waitFor();
    // The same from the list, in words rather than in those of the API.
    const [then] = await listed();
    await send('PUT', '/api/views/view:the-talks', { name: 'The talks', by: 'Dee', replaces: then?.savedOn });
    await dialog.getByRole('button', { name: 'Replace The talks by this view' }).click();
    await dialog.getByRole('button', { name: 'Replace by this view: Replace The talks by this view' }).click();
    await dialog
      .getByRole('alert')
      .getByText(/^The talks was meanwhile saved by Dee on .* UTC: nothing was written\. Open it to see/)
      .waitFor();

    await dialog.getByRole('button', { name: 'Rename The talks' }).click();
    await dialog.getByLabel('New name of The talks').fill('The treaty');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Open The treaty' }).waitFor();
    await dialog.getByRole('button', { name: 'Remove The treaty', exact: true }).click();
    await dialog.getByRole('button', { name: 'Remove for good: Remove The treaty' }).click();
    await dialog.getByText('No view is saved yet').waitFor();
    expect(await listed()).toEqual([]);
  }, 60_000);

  it('ask for all nodes that are not loaded at once, with the relations among them', async () => {
    const all = await ask<GraphView>('/api/graph?view=all');
    const loaded = new Set((await ask<GraphView>('/api/graph')).nodes.map(({ key }) => key));
    const added = all.nodes.map(({ key }) => key).filter((key) => !loaded.has(key));
    expect(added.length).toBeGreaterThan(100);
    await send('POST', '/api/views', { name: 'All of it', by: 'Ada', view: { query: 'node=country:hu', added } });
    const { page } = await openPage('/?tab=articles');
    await ready(page);
    await settled(page);
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/api/nodes')) asked.push(`${request.method()} ${decodeURIComponent(pathname)}`);
    });
    await page.goto(`${served().address}/?view=view:all-of-it`);
    await headingOf(page).filter({ hasText: 'Hungary' }).waitFor();
    await settled(page);
    const drawn = await drawnCounts(page);
    expect(drawn.nodes).toBeGreaterThan(added.length);
    expect(drawn.edges).toBeGreaterThan(added.length);
    // Beside that one only what the panel says of the country.
    expect(asked.filter((one) => !one.includes('country:hu'))).toEqual(['POST /api/nodes']);
  });

  it('open by their address, with what is left of them; a stale address opens the default view', async () => {
    const state = {
      query: 'node=country%3Ahu',
      added: ['article:gone', 'plan:nato-invitation'],
      without: ['outlet:gone'],
    };
    await send('POST', '/api/views', { name: 'Hungary', by: 'Ada', view: state });
    const page = await openReady('/?view=view:hungary');
    await headingOf(page).filter({ hasText: 'Hungary' }).waitFor();
    await page.getByText(/“Hungary” names 2 records that the data no longer hold: article:gone, outlet:gone/).waitFor();
    expect(new URL(page.url()).searchParams.get('node')).toBe('country:hu');
    await clear();
    const { page: stale } = await openPage('/?view=view:hungary', { allowed: /404/ });
    await stale.getByText(/There is no saved view “view:hungary”\. The default view is shown/).waitFor();
    await ready(stale);
    expect((await drawnCounts(stale)).nodes).toBeGreaterThan(10);
  });

  it('hold more than an address, which the page says; loading it anew in the tab loses nothing', async () => {
    const { nodes } = await ask<GraphView>('/api/graph?view=all');
    const added = nodes.map(({ key }) => key).slice(0, 230);
    const pins = added.slice(0, 70).map((key, at) => ({ key, x: at * 10, y: 5 - at }));
    const looks = Array.from({ length: 45 }, (_, at) => `n~Type ${at}~blue`).join(',');
    const query = new URLSearchParams({ style: looks }).toString();
    await send('POST', '/api/views', { name: 'Large', by: 'Ada', view: { query, added, pins } });
    const page = await openReady('/?view=view:large');
    const told = page.getByText(/The address holds 200 of 230 nodes put here, 60 of 70 pins, 40 of 45 looks of types;/);
    await told.waitFor();
    const whole = await drawnCounts(page);
    expect(whole.nodes).toBeGreaterThanOrEqual(230);
    await page.reload();
    await ready(page);
    await settled(page);
    await told.waitFor();
    expect(await drawnCounts(page)).toEqual(whole);
    await page.getByRole('button', { name: 'Save the view' }).click();
    await page.getByRole('dialog', { name: 'Saved views' }).getByLabel('Name of this view').fill('Larger');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Ada');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await listed()).length).toBe(2);
    expect(await ask<{ view: { added: string[]; pins: unknown[] } }>('/api/views/view:larger')).toMatchObject({
      view: { added: [...added].sort(), pins },
    });
    // Another tab has only the address, and says so.
    const elsewhere = await openReady(new URL(page.url()).search.replace(/^/, '/'));
    await elsewhere.getByText(/This address has no room for all of its view/).waitFor();
    expect((await drawnCounts(elsewhere)).nodes).toBeLessThan(whole.nodes);
  }, 120_000);

  it.each(['light', 'dark'] as const)(
    'are usable on a phone in the %s theme',
    async (colorScheme) => {
      await send('POST', '/api/views', {
        name: 'Who opposes the invitation, and on whose word',
        by: 'Ada',
        view: { query: '' },
      });
      for (const viewport of [phone, undefined]) {
        const page = await openReady('/', { colorScheme, ...(viewport && { viewport }) });
        await page.getByRole('button', { name: 'Saved views' }).click();
        const dialog = page.getByRole('dialog', { name: 'Saved views' });
        await dialog.getByRole('button', { name: /^Open Who opposes/ }).waitFor();
        expect(await serious(page)).toEqual([]);
        if (process.env.SHOTS)
          await page.screenshot({
            path: `${process.env.SHOTS}/views-${colorScheme}-${viewport ? 'phone' : 'desk'}.png`,
          });
        const width = viewport?.width ?? 1440;
        await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    },
    60_000,
  );
});
