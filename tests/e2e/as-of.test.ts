// The as-of date and the filters: what is counted is what the server says for that day.
import { expect, it } from 'vitest';
import type { ArticleList, Evidence, GraphView } from '../../server/schema/view.ts';
import { ask, describeInBrowser, drawnCounts, facetsOf, openReady, panelOf, railOf } from './pages.ts';

const stanceTypes = { Opposes: 'OPPOSES', Supports: 'SUPPORTS', Noncommittal: 'NONCOMMITTAL_ON', Defers: 'DEFERS_ON' };

async function expectStances(page: Parameters<typeof facetsOf>[0], graph: GraphView): Promise<void> {
  const totals = Object.entries(stanceTypes).map(
    ([name, type]) => `${name} ${graph.edges.filter((edge) => edge.type === type).length}`,
  );
  await expect
    .poll(async () => (await facetsOf(page, 'Stance')).map((line) => line.replace(/\d+\//, '')), { timeout: 10_000 })
    .toEqual(totals);
}

describeInBrowser('what is counted', () => {
  it('is what was published by the as-of date', async () => {
    const page = await openReady();
    await expectStances(page, await ask<GraphView>('/api/graph?view=explorer'));
    await page.getByRole('button', { name: 'All dates' }).first().click();
    await page.getByLabel('As of', { exact: true }).and(page.locator('input')).fill('2024-10-24');
    const then = await ask<GraphView>('/api/graph?view=explorer&asOf=2024-10-24');
    await expectStances(page, then);
    expect(new URL(page.url()).searchParams.get('as-of')).toBe('2024-10-24');
    const evidence = panelOf(page).getByRole('button', { name: 'Evidence for Hungary: opposes' });
    const articles = then.edges.find(({ key }) => key === 'OPPOSES~country:hu~plan:nato-invitation')?.properties
      .articles;
    await expect.poll(() => evidence.textContent()).toMatch(new RegExp(`^${articles} articles?$`));
    await page.getByRole('button', { name: 'As of 24 Oct 2024' }).waitFor();
    const late = await ask<GraphView>('/api/graph?view=explorer');
    expect(late.edges.length).toBeGreaterThan(then.edges.length);

    await evidence.click();
    const panel = panelOf(page);
    await panel.getByText('Counted is what was published by 24 Oct 2024.').waitFor();
    const behind = await ask<Evidence>(
      `/api/edges/${encodeURIComponent('OPPOSES~country:hu~plan:nato-invitation')}/evidence?asOf=2024-10-24`,
    );
    expect(behind.edge.properties.articles).toBe(articles);
    await expect.poll(() => panel.locator('article.assertion').count()).toBe(behind.assertions.length);
    await expect.poll(() => panel.locator('.sentence').textContent()).toContain('according to one article');
    await expect.poll(() => panel.textContent()).not.toContain('Dec 2024');
  });

  it('leaves a relation that nothing had stated yet without evidence, and says so', async () => {
    const [then, late] = await Promise.all([
      ask<GraphView>('/api/graph?view=explorer&asOf=2024-10-24'),
      ask<GraphView>('/api/graph?view=explorer'),
    ]);
    const gone = late.edges.find((edge) => edge.type === 'OPPOSES' && !then.edges.some(({ key }) => key === edge.key));
    const page = await openReady(`/?as-of=2024-10-24&edge=${encodeURIComponent(gone?.key ?? '')}`);
    await panelOf(page)
      .getByText(/^Nothing published by 24 Oct 2024 .*supports this\.$/)
      .waitFor();
    await expect.poll(() => panelOf(page).locator('article.assertion').count()).toBe(0);
    await page.getByRole('button', { name: 'As of 24 Oct 2024' }).click();
    await page.locator('#as-of-popover').getByRole('button', { name: 'All dates' }).click();
    await panelOf(page).locator('article.assertion').first().waitFor();
    await expect.poll(() => panelOf(page).locator('.sentence').textContent()).toContain('according to');
  });

  it('marks the articles that came later', async () => {
    const page = await openReady('/?as-of=2024-10-24&tab=articles');
    const { articles } = await ask<ArticleList>('/api/articles');
    const later = articles.filter(
      ({ publishedTo, publishedFrom }) => (publishedTo ?? publishedFrom ?? '').slice(0, 10) > '2024-10-24',
    );
    expect(later.length).toBeGreaterThan(0);
    const marked = page.getByRole('row').filter({ hasText: '· later' });
    await expect
      .poll(() => marked.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-key')).sort()))
      .toEqual(later.map(({ key }) => key).sort());
  });

  it('follows the stance and type filters, and undo takes them back', async () => {
    const page = await openReady();
    const all = await drawnCounts(page);
    const count = async (group: string, name: string) =>
      (await facetsOf(page, group)).find((line) => line.startsWith(`${name} `));
    await railOf(page)
      .getByRole('checkbox', { name: /^Outlet/ })
      .uncheck();
    await expect.poll(() => count('Type', 'Outlet')).toMatch(/ 0\/\d+$/);
    const fewer = await drawnCounts(page);
    expect(fewer.nodes).toBeLessThan(all.nodes);
    await railOf(page)
      .getByRole('checkbox', { name: /Supports/ })
      .uncheck();
    await expect.poll(() => count('Stance', 'Supports')).toMatch(/ 0\/\d+$/);
    expect((await drawnCounts(page)).edges).toBeLessThan(fewer.edges);
    await railOf(page).getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => drawnCounts(page)).toEqual(fewer);
    await railOf(page).getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => drawnCounts(page)).toEqual(all);
    await expect.poll(() => railOf(page).getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
  });
});
