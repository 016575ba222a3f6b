// A document full of markup: wherever its words appear they are text, and nothing in them runs.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { entity, type report, sha256 } from '../builders.ts';
import { describeInBrowser, headingOf, openReady, panelOf, served } from './pages.ts';
import { startServer } from './server.ts';

const markup = '<img src=x onerror=alert(1)>';
const of = (what: string) => `${markup} ${what}`;

/** One report whose every name, title and word is markup. */
function hostileReport(): ReturnType<typeof report> {
  const words = of('opposes it');
  const text = `${words}\n<script>alert(2)</script>`;
  return {
    format: 'hearsay-claims/1',
    article: {
      key: 'article:hostile',
      title: of('title'),
      outlet: 'outlet:hostile',
      url: 'https://example.org/?q=%3Cimg%20src=x%20onerror=alert(1)%3E',
      publishedFrom: '2024-10-24',
      publishedTo: '2024-10-24',
      dateBasis: 'stated',
      text,
      textHash: sha256(text),
    },
    articles: [],
    entities: [
      entity('Country', of('country'), {
        key: 'country:hostile',
        aliases: [of('alias')],
        description: of('description'),
      }),
      entity('Outlet', of('outlet'), { key: 'outlet:hostile' }),
      entity('Plan', of('plan'), { key: 'plan:hostile' }),
    ],
    sources: [{ id: 'source', kind: 'anonymous', descriptor: of('source') }],
    utterances: [{ key: 'utterance:hostile', speaker: 'country:hostile' }],
    quotes: [{ id: 'quote', span: { start: 0, end: words.length, quote: words }, utterance: 'utterance:hostile' }],
    claims: [
      {
        id: 'claim',
        kind: 'stance',
        holder: 'country:hostile',
        stance: 'opposes',
        target: 'plan:hostile',
        text: of('claim'),
      },
    ],
    assertions: [
      {
        id: 'assertion',
        claim: 'claim',
        mode: 'asserts',
        modality: 'now',
        review: 'accepted',
        wording: of('wording'),
        hedge: of('hedge'),
        span: { start: 0, end: words.length, quote: words },
        quotes: ['quote'],
        attributedTo: [{ source: 'source' }],
      },
    ],
  };
}

// The canvas is no place for markup, but its labels must be drawn as they are: every text drawn is written down.
const listen = `window.drawn = new Set();
for (const name of ['fillText', 'strokeText']) {
  const draw = CanvasRenderingContext2D.prototype[name];
  CanvasRenderingContext2D.prototype[name] = function (text, ...rest) {
    window.drawn.add(text);
    return draw.call(this, text, ...rest);
  };
}`;

const expectOnlyText = async (page: Page) => {
  await expect.poll(() => page.locator('img[src="x"], [onerror], body script').count()).toBe(0);
};

describeInBrowser(
  'a hostile document',
  () => {
    it('is text in the panel, the search, the tables, the article and on the canvas', async () => {
      const answer = await fetch(`${served().address}/api/articles`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(hostileReport()),
      });
      expect(answer.ok, await answer.clone().text()).toBe(true);

      const page = await openReady('/', { scripts: [listen] });
      const panel = panelOf(page);
      await panel.getByRole('heading', { level: 2, name: of('plan') }).waitFor();
      await expectOnlyText(page);
      // Labels are drawn once the view is at rest.
      const drawn = () => page.evaluate(() => [...(window as unknown as { drawn: Set<string> }).drawn].join(' '));
      await expect.poll(drawn, { timeout: 10_000 }).toContain('<img');

      await page.keyboard.press('/');
      await page.keyboard.type('onerror country');
      await page
        .getByRole('option', { name: of('country') })
        .first()
        .waitFor();
      await expectOnlyText(page);
      await page.keyboard.press('Enter');
      await panel.getByRole('heading', { level: 2, name: of('country') }).waitFor();
      await expect.poll(() => panel.textContent()).toContain(of('description'));
      await expectOnlyText(page);

      await panel.getByRole('button', { name: `Evidence for ${of('plan')}: opposes` }).click();
      const card = panel.locator('article.assertion').first();
      await card.waitFor();
      for (const part of ['opposes it', 'wording', 'hedge', 'source', 'outlet'])
        await expect.poll(() => panel.locator('.origin').first().textContent()).toContain(of(part));
      await expectOnlyText(page);

      await card.getByRole('button', { name: 'Open the article' }).click();
      await panel.getByRole('heading', { level: 2, name: of('title') }).waitFor();
      await expect.poll(() => headingOf(page).textContent()).toBe(of('title'));
      await expectOnlyText(page);

      for (const [tab, role, name] of [
        ['Table', 'grid', of('country')],
        ['Articles', 'table', of('title')],
      ] as const) {
        await page.getByRole('navigation', { name: 'Views' }).first().getByRole('button', { name: tab }).click();
        await page.getByRole(role).getByText(name).first().waitFor();
        await expectOnlyText(page);
      }
    });

    it('can be hidden, pathed and addressed by, and stays text in every message', async () => {
      const page = await openReady('/?node=country:hostile');
      await panelOf(page).getByRole('button', { name: 'Hide' }).click();
      await page.getByText(`${of('country')} is hidden.`).waitFor();
      await expectOnlyText(page);
      await page.goto(`${served().address}/?path=country:hostile,outlet:hostile,4`);
      await panelOf(page)
        .getByText(/hops? apart|No path within/)
        .waitFor();
      await expectOnlyText(page);
      const name = encodeURIComponent(markup);
      await page.goto(`${served().address}/?tab=${name}&${name}=1&as-of=${name}`);
      await page.getByText('Part of the address could not be read').waitFor();
      await expect.poll(() => page.getByRole('alert').first().textContent()).toContain(markup);
      await expectOnlyText(page);
    });
  },
  () => startServer({ args: ['--empty'] }),
);
