// The brief in the page: chosen, read, copied, kept; and as a page of its own.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Frame } from 'playwright-core';
import { expect, it } from 'vitest';
import { serious } from './axe.ts';
import { phone } from './browser.ts';
import { describeInBrowser, openPage, openReady, served } from './pages.ts';

const brief = async (query: string) => (await fetch(`${served().address}/api/briefs?${query}`)).text();

describeInBrowser('the brief', () => {
  it('shows the page that the server writes, for the plan, the holder and the filter that are chosen', async () => {
    const { page } = await openPage('/?tab=brief');
    const frame = page.frameLocator('.brief-page');
    await frame.getByRole('heading', { name: 'Brief: NATO invitation for Ukraine' }).waitFor();
    await expect.poll(() => frame.locator('body').evaluate((body) => getComputedStyle(body).margin)).toBe('0px');
    const notes = await frame.locator('section ol > li').count();
    expect(notes).toBe([...(await brief('plan=plan:nato-invitation')).matchAll(/^\[\^\d+\]:/gm)].length);
    expect(notes).toBeGreaterThan(20);
    await page.getByRole('combobox', { name: 'Only the positions of' }).fill('hungary');
    await page.getByRole('option', { name: /Hungary/ }).click();
    await frame.getByRole('heading', { name: 'Brief: Hungary on NATO invitation for Ukraine' }).waitFor();
    await page.getByLabel('Silent members of').selectOption({ label: 'NATO' });
    await frame.getByRole('heading', { name: 'Who has said nothing: NATO' }).waitFor();
    expect(await serious(page)).toEqual([]);
  });

  it('keeps Markdown and HTML as files, the same as the server gives', async () => {
    const { page } = await openPage('/?tab=brief&without=outlet:politico');
    for (const format of ['md', 'html']) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: `Save .${format}` }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`brief-nato-invitation.${format}`);
      const chunks: Buffer[] = [];
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
      const text = Buffer.concat(chunks).toString('utf8');
      expect(text).toBe(await brief(`plan=plan:nato-invitation&without=outlet:politico&format=${format}`));
      expect(text).toContain('left out: Politico');
    }
  });

  it('is in the typeface of the page, with quotations in a serif italic, in the tab and as a file without a network', async () => {
    const { page } = await openPage('/?tab=brief');
    await page.frameLocator('.brief-page').getByRole('heading', { level: 1 }).waitFor();
    const own = await page.evaluate(() => getComputedStyle(document.body).fontFamily.split(',')[0]);
    const looks = (frame: Frame) =>
      frame.evaluate(async () => {
        await document.fonts.ready;
        const quotation = document.querySelector('q');
        const words = quotation && getComputedStyle(quotation);
        return {
          family: getComputedStyle(document.body).fontFamily.split(',')[0],
          loaded: [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
          words: [words?.fontStyle, words?.fontFamily.split(',').at(-1)?.trim()],
        };
      });
    const inter = {
      family: own,
      loaded: expect.arrayContaining([own?.replaceAll('"', '')]),
      words: ['italic', 'serif'],
    };
    const [, frame] = page.frames();
    if (!frame) throw new Error('There is no frame.');
    expect(await looks(frame)).toMatchObject(inter);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save .html' }).click(),
    ]);
    const folder = await mkdtemp(join(tmpdir(), 'hearsay-brief-'));
    try {
      const file = join(folder, 'brief.html');
      await download.saveAs(file);
      await page.context().setOffline(true);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(pathToFileURL(file).href);
      expect(await looks(page.mainFrame())).toMatchObject(inter);
      expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('has the theme of the page, whatever the system has', async () => {
    const { page } = await openPage('/?tab=brief', { colorScheme: 'light' });
    const frame = page.frameLocator('.brief-page');
    await frame.getByRole('heading', { level: 1 }).waitFor();
    const ground = () => frame.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
    const surface = () => page.locator('.panel').evaluate((panel) => getComputedStyle(panel).backgroundColor);
    expect(await ground()).toBe('rgb(255, 255, 255)');
    const button = page.getByRole('button', { name: /^Theme:/ });
    await button.click();
    await button.click();
    await page.getByRole('button', { name: /^Theme: dark/ }).waitFor();
    await expect.poll(ground).toBe(await surface());
    await page.getByLabel('Silent members of').selectOption({ label: 'NATO' });
    await frame.getByRole('heading', { name: 'Who has said nothing: NATO' }).waitFor();
    await expect.poll(ground).toBe(await surface());
  });

  it('copies Markdown', async () => {
    const { page } = await openPage('/?tab=brief', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Copy Markdown' }).click();
    await page.getByText('The brief is copied as Markdown.').waitFor();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe(await brief('plan=plan:nato-invitation'));
  });

  it('is a page of its own without script or fault, and says what is wrong with an address', async () => {
    const { page } = await openPage('/api/briefs?plan=plan:nato-invitation&format=html');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => page.locator('script').count()).toBe(0);
    const first = page.locator('sup a').first();
    await first.click();
    expect(new URL(page.url()).hash).toBe('#note-1');
    await page.locator('#note-1 .back').first().click();
    expect(new URL(page.url()).hash).toBe('#cite-1-1');
    const unknown = await fetch(`${served().address}/api/briefs?plan=plan:nato-invitatio`);
    expect(unknown.status).toBe(404);
    expect(((await unknown.json()) as { nearest: { key: string }[] }).nearest[0]?.key).toBe('plan:nato-invitation');
    const none = await fetch(`${served().address}/api/briefs`);
    expect([none.status, ((await none.json()) as { errors: { field: string }[] }).errors[0]?.field]).toEqual([
      400,
      'plan',
    ]);
    const day = await fetch(`${served().address}/api/briefs?plan=plan:nato-invitation&asOf=soon`);
    expect([day.status, ((await day.json()) as { errors: { field: string }[] }).errors[0]?.field]).toEqual([
      400,
      'asOf',
    ]);
  });

  it('fits a phone', async () => {
    const page = await openReady('/?tab=articles', { viewport: phone, isMobile: true, hasTouch: true });
    await page.locator('.bottom-tabs').getByRole('button', { name: 'Brief' }).click();
    await page.frameLocator('.brief-page').getByRole('heading', { level: 1 }).waitFor();
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth))
      .toBe(0);
    expect(await serious(page)).toEqual([]);
  });
});
