// From a relation to what it rests on: its origins, the words, the outlet, the date, the chain, and the place in the article.
import { expect, it } from 'vitest';
import type { Contradictions } from '../../server/schema/comparison.ts';
import type { Evidence } from '../../server/schema/view.ts';
import { ask, describeInBrowser, headingOf, openReady, panelOf } from './pages.ts';

const slovenia = 'NONCOMMITTAL_ON~country:si~plan:nato-invitation';
const hungary = 'OPPOSES~country:hu~plan:nato-invitation';
const evidenceOf = (edge: string) => ask<Evidence>(`/api/edges/${encodeURIComponent(edge)}/evidence`);
const at = (edge: string) => `/?edge=${encodeURIComponent(edge)}`;

describeInBrowser('the evidence', () => {
  it('of a relation chosen in the panel: its origin, its quotations newest first, and all its assertions', async () => {
    const page = await openReady();
    const panel = panelOf(page);
    await panel.getByRole('button', { name: 'Evidence for Slovenia: is noncommittal on' }).click();
    const origin = panel.getByRole('region', { name: /^Origin 1: Politico/ });
    await origin.waitFor();
    await expect.poll(() => headingOf(page).textContent()).toMatch(/^Slovenia.*NATO invitation for Ukraine$/);
    await expect
      .poll(() => panel.locator('.sentence').textContent())
      .toContain('according to three articles on one origin');
    await expect.poll(() => panel.getByRole('region', { name: /^Origin / }).count()).toBe(1);
    const badge = panel.getByRole('img', { name: /resting on 1 independent origin: Politico/ });
    await expect.poll(() => badge.textContent()).toBe('1–1');

    const { assertions } = await evidenceOf(slovenia);
    expect(assertions.length).toBeGreaterThan(3);
    await expect.poll(() => panel.locator('article.assertion').count()).toBe(assertions.length);
    const supporting = assertions.filter((one) => one.counts && one.mode === 'asserts' && one.modality === 'now');
    const quotes = supporting.flatMap(({ quote, reconstructed }) => (reconstructed ? [] : (quote ?? [])));
    await expect.poll(() => origin.locator('article.assertion blockquote').allTextContents()).toEqual(quotes);
    const card = origin.locator('article.assertion').filter({ hasText: 'They avoid taking a clear stance now' });
    await expect.poll(() => card.getByText('Kyiv Post', { exact: true }).first().isVisible()).toBe(true);
    await expect.poll(() => card.getByText('24 Oct 2024').count()).toBe(1);
  });

  it('calls the origin by the report that has the source, where only one article that relays it is read', async () => {
    const page = await openReady(`/?edge=${encodeURIComponent('OPPOSES~country:be~plan:nato-invitation')}`);
    const panel = page.locator('#panel');
    const origin = panel.getByRole('region', { name: 'Origin 1: Politico', exact: true });
    await expect
      .poll(() => origin.locator('.origin-note').textContent())
      .toMatch(/^1 article · on the word of .*officials/);
    await panel.getByRole('img', { name: /on 1 independent origin: Politico \(.*at least 4 people\)\./ }).waitFor();
  });

  it('draws each origin’s chain from the outlet read to the source, with every word inside its box', async () => {
    const page = await openReady(at(hungary));
    const panel = panelOf(page);
    await panel.getByRole('region', { name: /^Origin 2/ }).waitFor();
    const { origins } = await evidenceOf(hungary);
    await expect.poll(() => panel.getByRole('region', { name: /^Origin / }).count()).toBe(origins?.max);
    const chain = panel.getByRole('region', { name: /^Origin 1/ }).getByRole('group', { name: /^Who relays whom/ });
    await expect.poll(() => chain.getAttribute('aria-label')).toContain('Kyiv Post from Politico');
    const places = await chain
      .getByRole('link')
      .evaluateAll((links) =>
        links.map((link) => [link.getAttribute('aria-label')?.split(',')[0], link.getBoundingClientRect().x] as const),
      );
    const x = new Map(places);
    expect(x.get('Kyiv Post')).toBeLessThan(x.get('Politico') as number);
    const over = await panel.locator('.chain-box').evaluateAll((boxes) =>
      boxes.flatMap((box) => {
        const frame = box.querySelector('rect')?.getBoundingClientRect() as DOMRect;
        return [...box.querySelectorAll('text')]
          .map((text) => ({ text: text.textContent, at: text.getBoundingClientRect() }))
          .filter((one) => one.at.left < frame.left || one.at.right > frame.right || one.at.bottom > frame.bottom);
      }),
    );
    expect(over).toEqual([]);
  });

  it('stands between its two sides where it is contradicted', async () => {
    const page = await openReady(at(hungary));
    const { contradictions } = await evidenceOf(hungary);
    const { rows } = await ask<Contradictions>('/api/contradictions?plan=plan%3Anato-invitation');
    const there = rows.filter((row) => contradictions.includes(row.key));
    const cards = panelOf(page).locator('.contradiction');
    await cards.first().waitFor();
    expect(there.length).toBeGreaterThan(0);
    await expect.poll(() => cards.count()).toBe(there.length);
    const [first] = there;
    await expect.poll(() => cards.first().locator('.between').textContent()).toContain(first?.explanation);
    const middle = await cards.first().locator('.between').boundingBox();
    const sides = await Promise.all([0, 1].map((index) => cards.first().locator('.side').nth(index).boundingBox()));
    expect(sides[0]?.y).toBeLessThan(middle?.y as number);
    expect(sides[1]?.y).toBeGreaterThan(middle?.y as number);
  });

  it('leads to the place in the article, and back by the browser', async () => {
    const page = await openReady(at(slovenia));
    const card = panelOf(page).locator('article.assertion').filter({ hasText: 'They avoid taking a clear stance now' });
    const place = /characters ([\d,]+–[\d,]+)/.exec((await card.textContent()) ?? '')?.[1];
    await card.getByRole('button', { name: 'Open the article' }).click();
    const focused = panelOf(page).locator('article.assertion.focused');
    await focused.waitFor();
    expect(new URL(page.url()).searchParams.get('article')).toBe('article:kyiv-post-2024-10-24');
    await expect.poll(() => panelOf(page).getByText('Article', { exact: true }).count()).toBe(1);
    await expect.poll(() => focused.locator('blockquote').textContent()).toBe('They avoid taking a clear stance now');
    await expect.poll(() => focused.textContent()).toContain(`Characters ${place}`);
    const box = await focused.locator('blockquote').boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect(box?.y).toBeLessThan(900);
    await page.goBack();
    await card.waitFor();
  });

  it('has each box of a chain lead to its article or source, by the keyboard too', async () => {
    const page = await openReady(at(slovenia));
    const chain = panelOf(page)
      .getByRole('region', { name: /^Origin 1/ })
      .getByRole('group', { name: /^Who relays whom/ });
    await chain.getByRole('link', { name: /^Politico/ }).press('Enter');
    await page.waitForURL(/[?&]article=article%3Apolitico/);
    await panelOf(page).getByText('Article known through others').waitFor();
    await page.goBack();
    await chain.getByRole('link', { name: /^four .*NATO officials and diplomats/ }).click();
    await panelOf(page)
      .getByRole('heading', { level: 2, name: /^four .*NATO officials and diplomats$/ })
      .waitFor();
  });

  it('of a person says what it denies as a denial', async () => {
    const page = await openReady('/?node=person%3Aserhii-nykyforov');
    const says = panelOf(page).locator('.sayings');
    await says.waitFor();
    const first = says.locator('.saying').first();
    await expect.poll(() => first.textContent()).toMatch(/^Denies:.*At least seven of the 32 members of NATO oppose/);
    // The bar across the struck mark covers it, on the mark itself.
    const bar = await first.locator('.struck').evaluate((element) => {
      const { width, height, position } = getComputedStyle(element, '::after');
      return { width: Number.parseFloat(width), height: Number.parseFloat(height), position };
    });
    expect(bar).toMatchObject({ position: 'absolute', height: 2 });
    expect(bar.width).toBeGreaterThan(14);
    expect(bar.width).toBeLessThan(30);
  });

  it('of a plan says who denies, and leads to its entries in the ledger', async () => {
    const page = await openReady();
    const panel = panelOf(page);
    await panel.locator('.disputes').waitFor();
    await expect
      .poll(() => panel.locator('.sentence').first().textContent())
      .toMatch(/oppose it, on one to two origins each.*Serhii Nykyforov denies some of what is reported\./);
    await panel
      .locator('.disputes')
      .getByRole('button', { name: /in the ledger$/ })
      .click();
    await page.getByRole('region', { name: 'Ledger' }).locator('.contradiction').first().waitFor();
    await expect
      .poll(() => page.getByRole('region', { name: 'Ledger' }).getByLabel('Plan', { exact: true }).inputValue())
      .toBe('plan:nato-invitation');
  });
});
