// From a relation to what it rests on: the words, the outlet, the date, the chain, and the place in the article.
import { expect, it } from 'vitest';
import type { Evidence } from '../../server/schema/view.ts';
import { ask, describeInBrowser, headingOf, openReady, panelOf } from './pages.ts';

const edge = 'NONCOMMITTAL_ON~country:si~plan:nato-invitation';

const officials = 'four anonymous U.S. and NATO officials and diplomats';

describeInBrowser('the evidence', () => {
  it('of a relation chosen in the panel: quotation, outlet, date and who relays whom', async () => {
    const page = await openReady();
    const panel = panelOf(page);
    await panel.getByRole('button', { name: 'Evidence for Slovenia: is noncommittal on' }).click();
    await panel.getByRole('list', { name: 'Who relays whom' }).first().waitFor();
    expect(await headingOf(page).textContent()).toMatch(/^Slovenia.*NATO invitation for Ukraine$/);

    const { assertions } = await ask<Evidence>(`/api/edges/${encodeURIComponent(edge)}/evidence`);
    expect(assertions.length).toBeGreaterThan(3);
    const cards = panel.locator('article.assertion');
    expect(await cards.count()).toBe(assertions.length);
    const quotes = assertions.flatMap(({ quote }) => quote ?? []);
    expect(await cards.locator('blockquote').allTextContents()).toEqual(quotes);

    const card = cards.filter({ hasText: 'They avoid taking a clear stance now' });
    expect(await card.getByText('Kyiv Post', { exact: true }).first().isVisible()).toBe(true);
    expect(await card.getByText('24 Oct 2024').count()).toBe(1);
    const chains = await card
      .getByRole('list', { name: 'Who relays whom' })
      .evaluateAll((lists) =>
        lists.map((list) => [...list.querySelectorAll('.chain-name')].map((name) => name.textContent)),
      );
    expect(chains).toContainEqual(['Kyiv Post', 'Politico', officials]);
  });

  it('leads to the place in the article, and back by the browser', async () => {
    const page = await openReady(`/?edge=${encodeURIComponent(edge)}`);
    const card = panelOf(page).locator('article.assertion').filter({ hasText: 'They avoid taking a clear stance now' });
    const place = /characters ([\d,]+–[\d,]+)/.exec((await card.textContent()) ?? '')?.[1];
    await card.getByRole('button', { name: 'Open the article' }).click();
    const focused = panelOf(page).locator('article.assertion.focused');
    await focused.waitFor();
    expect(new URL(page.url()).searchParams.get('article')).toBe('article:kyiv-post-2024-10-24');
    expect(await panelOf(page).getByText('Article', { exact: true }).count()).toBe(1);
    expect(await focused.locator('blockquote').textContent()).toBe('They avoid taking a clear stance now');
    expect(await focused.textContent()).toContain(`Characters ${place}`);
    const box = await focused.locator('blockquote').boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect(box?.y).toBeLessThan(900);
    await page.goBack();
    await card.waitFor();
  });

  it('has each end of a chain lead to its node or article', async () => {
    const page = await openReady(`/?edge=${encodeURIComponent(edge)}`);
    const chain = panelOf(page)
      .getByRole('list', { name: 'Who relays whom' })
      .filter({ hasText: 'Kyiv Post' })
      .filter({ hasText: officials });
    await chain.first().getByRole('button').nth(1).click();
    await page.waitForURL(/[?&]article=article%3Apolitico/);
    await panelOf(page).getByText('Article known through others').waitFor();
    await page.goBack();
    await panelOf(page).locator('article.assertion').first().waitFor();
    await chain.first().getByRole('button').last().click();
    await panelOf(page)
      .getByRole('heading', { level: 2, name: /^four .*NATO officials and diplomats$/ })
      .waitFor();
  });
});
