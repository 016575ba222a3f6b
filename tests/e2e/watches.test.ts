// Watches in the page: made where what they watch is shown, told of with the keyboard alone, and sent to a web hook.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { WatchList } from '../../server/schema/watch.ts';
import { report } from '../builders.ts';
import { serious } from './axe.ts';
import { phone } from './browser.ts';
import { run } from './cypher-page.ts';
import { ask, describeInBrowser, openReady, panelOf, send, tabTo } from './pages.ts';
import { startServer } from './server.ts';

const hungary = 'OPPOSES~country:hu~plan:nato-invitation';
const timeout = 300_000;
const patience = { timeout: 60_000 };

const env = { HEARSAY_WEBHOOKS: 'any', HEARSAY_WEBHOOK_PRIVATE: 'yes', HEARSAY_WEBHOOK_SECRET: 'e'.repeat(40) };
const listed = async () => (await ask<WatchList>('/api/watches')).watches;
const dialogOf = (page: Page) => page.getByRole('dialog');

describeInBrowser(
  'watches',
  () => {
    const received: { event: string; words?: string; change?: { words: string } }[] = [];
    const receiver = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        received.push(JSON.parse(body));
        response.writeHead(204).end();
      });
    });
    beforeAll(() => new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done)));
    afterAll(() => new Promise((done) => receiver.close(done)));
    beforeEach(async () => {
      for (const { key } of await listed()) await send('DELETE', `/api/watches/${key}`);
      received.length = 0;
    });

    /** Watches what the button under the pointer stands for. */
    async function start(page: Page, name: string): Promise<void> {
      await page
        .getByRole('button', { name: `Watch this ${name}` })
        .first()
        .click();
      const dialog = dialogOf(page);
      await dialog.getByRole('heading', { name: `Watch a ${name}` }).waitFor();
      const who = dialog.getByLabel('Your name');
      if ((await who.inputValue()) === '') await who.fill('Ada');
      await dialog.getByRole('button', { name: 'Start watching' }).click();
      await dialog.getByRole('heading', { name: 'Watches', exact: true }).waitFor();
    }

    it('are made beside the evidence, in the ledger and at the rows of a statement', { timeout }, async () => {
      const page = await openReady(`/?edge=${hungary}`);
      await start(page, 'relation');
      await dialogOf(page).getByRole('heading', { name: 'Hungary opposes NATO invitation' }).waitFor();
      expect(await serious(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await panelOf(page)
        .getByRole('button', { name: 'Watched: Hungary opposes NATO invitation for Ukraine' })
        .waitFor();

      await page.keyboard.press('3');
      await start(page, 'contradiction');
      await page.keyboard.press('Escape');

      await page.keyboard.press('7');
      await run(page, 'MATCH (a:Article) WHERE a.held RETURN a.key AS article', 90_000);
      await start(page, 'statement');
      await dialogOf(page).locator('.watch-now', { hasText: '5 rows' }).waitFor();
      expect((await listed()).map(({ watches }) => watches.kind).sort()).toEqual(['contradiction', 'edge', 'query']);
    });

    it('are made of questions with the keyboard alone: of a position, in the ledger, of a silent cell', {
      timeout,
    }, async () => {
      const page = await openReady(`/?edge=${hungary}`);
      const dialog = dialogOf(page);
      const who = dialog.getByLabel('Your name');
      const title = 'Where Hungary stands on NATO invitation for Ukraine';
      await panelOf(page).getByRole('button').first().focus();
      await tabTo(page, panelOf(page).getByRole('button', { name: 'Watch this question' }), 20);
      await page.keyboard.press('Enter');
      await dialog.getByRole('heading', { name: 'Watch a question' }).waitFor();
      await tabTo(page, who, 6);
      await page.keyboard.type('Ada');
      await page.keyboard.press('Enter');
      await dialog.getByRole('heading', { name: title }).waitFor();
      await page.keyboard.press('Escape');
      await panelOf(page)
        .getByRole('button', { name: `Watched: ${title}` })
        .waitFor();
      // What is watched already leads there, in the ledger too.
      await page.keyboard.press('3');
      await page
        .locator('.ledger-tab')
        .getByRole('button', { name: `Watched: ${title}` })
        .waitFor();

      const silent = await silentCell(page);
      const [holder = '', plan = ''] = ((await silent.textContent()) ?? '').trim().split(/, |: nothing/);
      await page.keyboard.press('Enter');
      const button = page.locator('.matrix-place').getByRole('button', { name: 'Watch this question' });
      await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.keyboard.press('Enter');
      await dialog.getByRole('button', { name: 'Start watching' }).waitFor();
      await tabTo(page, dialog.getByRole('button', { name: 'Start watching' }), 6);
      await page.keyboard.press('Enter');
      await dialog.getByRole('heading', { name: `Where ${holder} stands on ${plan}` }).waitFor();
      await dialog.getByText('no report says').waitFor();
      expect((await listed()).map(({ watches }) => watches.kind)).toEqual(['question', 'question']);
    });

    /** A cell of the matrix with nothing reported in it, which has the focus. */
    async function silentCell(page: Page) {
      await page.goto(`${new URL(page.url()).origin}/?tab=matrix&plan=plan:victory-plan`);
      await page.locator('.position').first().waitFor();
      await page.getByLabel('Silent members of').selectOption({ label: 'NATO' });
      const silent = page.locator('.silent-row .position.none').first();
      await silent.focus();
      return silent;
    }

    it('tell of a change, which is read and marked as seen with the keyboard alone', { timeout }, async () => {
      const title = '<img src=x onerror=alert(1)> on Hungary';
      await send('POST', '/api/watches', { title, by: 'Ada', watches: { kind: 'edge', edge: hungary } });
      const says = [
        { holder: 'country:hu', stance: 'opposes', target: 'plan:nato-invitation', source: 'person:ada' },
      ] as const;
      await send('POST', '/api/articles', report({ slug: 'harbour', outlet: 'outlet:harbour-times', says }));
      try {
        await expect.poll(async () => (await listed())[0]?.changes, patience).toBe(1);
        const page = await openReady();
        await page.getByRole('button', { name: 'Watches: 1 unseen change' }).waitFor();
        await page.keyboard.press('w');
        const dialog = dialogOf(page);
        await dialog.getByRole('heading', { name: title }).waitFor();
        const words = (await listed())[0]?.last?.words ?? '';
        expect(words).toMatch(/^Hungary opposes NATO invitation for Ukraine now rests on .+; it was 1–2\.$/);
        await dialog.getByText(words).waitFor();
        await tabTo(page, dialog.getByRole('button', { name: `Mark as seen: ${title}` }), 10);
        await page.keyboard.press('Enter');
        await dialog.getByText('New: ').waitFor({ state: 'detached' });
        expect((await listed())[0]).toMatchObject({ unseen: 0, changes: 1 });
        await page.keyboard.press('Escape');
        const button = page.getByRole('button', { name: 'Watches', exact: true });
        await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
      } finally {
        await send('DELETE', '/api/articles/article:harbour');
      }
    });

    it('are sent to a web hook, whose secret is shown once, and taken away', { timeout }, async () => {
      const watch = { kind: 'question', holder: 'country:hu', plan: 'plan:nato-invitation' };
      await send('POST', '/api/watches', { title: 'Hungary', by: 'Ada', watches: watch });
      const page = await openReady();
      await page.keyboard.press('w');
      const dialog = dialogOf(page);
      await dialog.getByText('Web hook', { exact: true }).click();
      await dialog.getByLabel('Web address').fill(`http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`);
      await dialog.getByRole('button', { name: 'Send changes there' }).click();
      const secret = dialog.locator('.watch-secret code');
      await secret.waitFor();
      await expect.poll(() => secret.textContent()).toMatch(/^whsec_[\w-]{43}$/);
      expect(await serious(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Send a test: Hungary' }).click();
      await page.getByText('The trial was delivered.').waitFor();
      expect(received.map(({ event }) => event)).toEqual(['test']);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      // The page is told that it is closed a moment after it is out of sight, and then gives the focus back.
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('title'))).toMatch(/\(w\)$/);
      await page.keyboard.press('w');
      await dialog.getByText(/^Web hook: 127/).click();
      await expect.poll(() => secret.count()).toBe(0);
      await dialog.getByRole('button', { name: 'Send nowhere: Hungary', exact: true }).click();
      await dialog.getByRole('button', { name: 'Send nowhere any more: Send nowhere: Hungary' }).click();
      await dialog.getByText('Web hook', { exact: true }).waitFor();
      await dialog.getByRole('button', { name: 'Pause: Hungary' }).click();
      await dialog.getByRole('button', { name: 'Go on: Hungary' }).waitFor();
      await dialog.getByRole('button', { name: 'Remove the watch Hungary', exact: true }).click();
      await dialog.getByRole('button', { name: 'Remove for good: Remove the watch Hungary' }).click();
      await dialog.getByText('Nothing is watched yet').waitFor();
      expect(await listed()).toEqual([]);
    });

    it.each([
      ['light', undefined],
      ['dark', undefined],
      ['light', phone],
      ['dark', phone],
    ] as const)('have nothing that axe finds serious: %s, %o', { timeout }, async (colorScheme, viewport) => {
      await send('POST', '/api/watches', { by: 'Ada', watches: { kind: 'edge', edge: hungary } });
      const query = 'MATCH (a:Article) WHERE a.held RETURN a.key AS article, a.title AS title';
      await send('POST', '/api/watches', {
        ...{ title: 'What is held, with a long name that has to go on in another line somewhere', by: 'Ada' },
        watches: { kind: 'query', statement: query },
      });
      const page = await openReady('/', { colorScheme, ...(viewport && { viewport }) });
      await page.keyboard.press('w');
      const dialog = dialogOf(page);
      await dialog.getByText('Statement').click();
      await dialog.getByText('Web hook').first().click();
      const pictures = process.env.WATCH_PICTURES;
      if (pictures)
        await page.screenshot({ path: `${pictures}/watches-${colorScheme}-${viewport ? 'phone' : 'desk'}.png` });
      expect(await serious(page)).toEqual([]);
      const box = await dialog.boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= (viewport ?? { width: 1440 }).width).toBe(true);
      await silentCell(page);
      await page.keyboard.press('Enter');
      await page.locator('.matrix-place .watch-this').waitFor();
      if (pictures)
        await page.screenshot({ path: `${pictures}/matrix-${colorScheme}-${viewport ? 'phone' : 'desk'}.png` });
      expect(await serious(page)).toEqual([]);
      const wider = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(await wider()).toBeLessThanOrEqual(0);
      if (!pictures) return;
      for (const [name, address] of [
        ['ledger', '/?tab=ledger'],
        ['evidence', `/?edge=${hungary}`],
      ] as const) {
        await page.goto(new URL(page.url()).origin + address);
        await page.getByRole('button', { name: 'Watch this question' }).first().waitFor();
        await page.screenshot({ path: `${pictures}/${name}-${colorScheme}-${viewport ? 'phone' : 'desk'}.png` });
      }
    });
  },
  () => startServer({ env }),
);
