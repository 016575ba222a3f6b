// What if it were not there: an outlet, an article and a source left out, what that changes, and putting them back.
import { expect, it } from 'vitest';
import type { GraphView } from '../../server/schema/view.ts';
import { serious } from './axe.ts';
import { phone } from './browser.ts';
import { ask, describeInBrowser, drawnCounts, headingOf, openReady, panelOf, tabTo } from './pages.ts';

const derived = (graph: GraphView) =>
  new Map(graph.edges.filter((edge) => edge.derived).map((edge) => [edge.key, edge.properties.originsMax]));
const bar = (page: Parameters<typeof panelOf>[0]) => page.getByRole('region', { name: 'What is left out or compared' });

describeInBrowser('what if', () => {
  it('leaves an outlet out: lists and counts what loses its support, as the server says, and puts it back', async () => {
    const page = await openReady('/?node=outlet:politico');
    const before = await drawnCounts(page);
    await panelOf(page).getByRole('button', { name: 'What if this were not there?' }).click();
    await headingOf(page).filter({ hasText: 'Without Politico' }).waitFor();
    const [whole, left] = await Promise.all([
      ask<GraphView>('/api/graph?view=explorer'),
      ask<GraphView>('/api/graph?view=explorer&without=outlet:politico'),
    ]);
    const [was, is] = [derived(whole), derived(left)];
    const lost = [...was].filter(([key, most]) => most !== 0 && (is.get(key) ?? 0) === 0).map(([key]) => key);
    expect(lost.length).toBeGreaterThan(3);
    const section = panelOf(page).locator('section.relations', { hasText: 'Lose their support' });
    await expect.poll(() => section.locator('.change').count()).toBe(lost.length);
    await expect.poll(() => section.locator('h3').textContent()).toContain(String(lost.length));
    await expect.poll(() => bar(page).textContent()).toContain(`${lost.length} relations lose support`);
    expect(new URL(page.url()).searchParams.get('without')).toBe('outlet:politico');
    await bar(page).getByRole('button', { name: 'Put back Politico' }).click();
    await expect.poll(() => bar(page).count()).toBe(0);
    await expect.poll(() => drawnCounts(page)).toEqual(before);
  });

  it('shows the counts before and after, and leads from each to its evidence', async () => {
    const page = await openReady('/?without=outlet:politico');
    const row = panelOf(page).locator('.change', { hasText: 'Hungary opposes NATO invitation' });
    await row.waitFor();
    await expect.poll(() => row.locator('.change-counts').textContent()).toMatch(/^1–2→becomes1–1$/);
    await row.getByRole('button').click();
    await page.waitForURL(/edge=OPPOSES/);
    await panelOf(page).getByRole('button', { name: '← Back to what changed' }).click();
    await headingOf(page).filter({ hasText: 'Without Politico' }).waitFor();
  });

  it('moves nothing that is placed, and takes back by undo', async () => {
    const page = await openReady('/?article=article:kyiv-post-2024-10-24');
    const camera = new URL(page.url()).searchParams.get('camera');
    await panelOf(page).getByRole('button', { name: 'What if this were not there?' }).click();
    await headingOf(page).filter({ hasText: 'Without' }).waitFor();
    expect(new URL(page.url()).searchParams.get('camera')).toBe(camera);
    await page.locator('.stage').focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => new URL(page.url()).searchParams.get('without')).toBeNull();
  });

  it('leaves out the word of an actor who is a source, who stays in the graph, and has it count again', async () => {
    const page = await openReady('/?node=person:serhii-nykyforov');
    await panelOf(page).getByRole('button', { name: 'What if its word did not count?' }).click();
    await headingOf(page).filter({ hasText: 'Without Serhii Nykyforov' }).waitFor();
    const [whole, left] = await Promise.all([
      ask<GraphView>('/api/graph?view=explorer'),
      ask<GraphView>('/api/graph?view=explorer&without=person:serhii-nykyforov'),
    ]);
    const [was, is] = [derived(whole), derived(left)];
    const lost = [...was].filter(([key, most]) => most !== 0 && (is.get(key) ?? 0) === 0).length;
    expect(lost).toBeGreaterThan(0);
    await expect.poll(() => bar(page).textContent()).toContain(`${lost} relation`);
    await page.goto(`${new URL(page.url()).origin}/?node=person:serhii-nykyforov&without=person:serhii-nykyforov`);
    await panelOf(page).getByRole('button', { name: 'Let its word count again' }).click();
    await expect.poll(() => bar(page).count()).toBe(0);
    // Nothing is attributed to a country that only others speak of.
    await page.goto(`${new URL(page.url()).origin}/?node=country:si`);
    await panelOf(page).getByRole('heading', { level: 2, name: 'Slovenia' }).waitFor();
    await panelOf(page).getByText('Expand:').waitFor();
    await expect
      .poll(() =>
        panelOf(page)
          .getByRole('button', { name: /What if/ })
          .count(),
      )
      .toBe(0);
  });

  it('names from an address what it leaves out, a source too, and says what of it is gone', async () => {
    const source = 'source:politico-2024-10-23-at-least-seven-oppose#four-officials';
    const page = await openReady(`/?without=${encodeURIComponent(source)}`);
    await bar(page).getByText('four U.S. and NATO officials and diplomats').waitFor();
    const gone = await openReady('/?without=outlet:nowhere', { allowed: /404/ });
    await gone.getByText(/Everything counts instead/).waitFor();
    expect(new URL(gone.url()).search).toBe('');
  });

  it('can be done with the keyboard alone, and without fault for who cannot see it', async () => {
    const page = await openReady('/?node=outlet:politico');
    const button = panelOf(page).getByRole('button', { name: 'What if this were not there?' });
    await tabTo(page, button);
    await page.keyboard.press('Enter');
    await headingOf(page).filter({ hasText: 'Without Politico' }).waitFor();
    await panelOf(page).locator('.change').first().waitFor();
    expect(await serious(page)).toEqual([]);
    await tabTo(page, bar(page).getByRole('button', { name: 'Put back Politico' }));
    await page.keyboard.press('Enter');
    await expect.poll(() => bar(page).count()).toBe(0);
  });

  it('fits a phone', async () => {
    const page = await openReady('/?without=outlet:politico', { viewport: phone, isMobile: true, hasTouch: true });
    await panelOf(page).locator('.change').first().waitFor();
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth))
      .toBe(0);
    await expect.poll(() => bar(page).getByRole('button', { name: 'Put back Politico' }).isVisible()).toBe(true);
    expect(await serious(page)).toEqual([]);
  });
});
