// The server is gone: the page says so where it was asked something, says what to do, and goes on when it is back.
import { afterEach, expect, it } from 'vitest';
import { describeInBrowser, headingOf, openReady, panelOf, served } from './pages.ts';

const refused = /Failed to load resource: net::ERR_(CONNECTION_(REFUSED|RESET)|EMPTY_RESPONSE)/;

describeInBrowser('a server that was killed', () => {
  // The next test finds a server, however this one ended.
  afterEach(async () => {
    if (!served().running()) await served().restart();
  });

  it('is named with what to do, and asked again on demand', async () => {
    const page = await openReady('/', { allowed: refused });
    await served().kill();

    await panelOf(page).getByRole('button', { name: 'Evidence for Slovenia: is noncommittal on' }).click();
    const failure = panelOf(page).getByRole('alert');
    await failure.waitFor();
    await expect.poll(() => failure.getByRole('heading').textContent()).toBe('The server does not answer');
    await expect.poll(() => failure.textContent()).toContain('Start it again with npm start');

    await page.getByRole('combobox', { name: 'Search' }).fill('Hungary');
    await page.getByRole('search').getByText('The server does not answer').waitFor();
    await page.keyboard.press('Escape');

    await failure.getByRole('button', { name: 'Try again' }).click();
    await failure.waitFor();
    await served().restart();
    await failure.getByRole('button', { name: 'Try again' }).click();
    await panelOf(page)
      .getByRole('region', { name: /^Origin 1/ })
      .first()
      .waitFor();
    await expect.poll(() => headingOf(page).textContent()).toContain('Slovenia');
  });

  it('leaves the canvas as it was when an expansion fails', async () => {
    const page = await openReady('/?node=country:hu', { allowed: refused });
    await panelOf(page).getByRole('heading', { name: 'Hungary' }).waitFor();
    await served().kill();
    await page.keyboard.press('e');
    const notice = page.getByRole('main').getByRole('alert').filter({ hasText: 'The server does not answer' });
    await notice.waitFor();
    await expect.poll(() => notice.textContent()).toContain('npm start');
    await notice.getByRole('button', { name: 'Dismiss' }).click();
    await notice.waitFor({ state: 'detached' });
    await served().restart();
    await page.keyboard.press('e');
    await page.getByText(/^Added \d+ nodes around Hungary/).waitFor();
  });

  it('fails the first load in the same words, and loads on demand', async () => {
    const page = await openReady('/', { allowed: refused });
    await page.route('**/api/graph*', (route) => route.abort('connectionrefused'));
    await page.reload();
    const failure = page.getByRole('main').getByRole('alert');
    await failure.getByText('The server does not answer').waitFor();
    await page.unroute('**/api/graph*');
    await failure.getByRole('button', { name: 'Try again' }).click();
    await failure.waitFor({ state: 'detached' });
    await panelOf(page)
      .getByRole('heading', { name: /^Opposes/ })
      .waitFor();
  });
});
