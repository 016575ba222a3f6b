// The as-of date and the filters: what is counted is what the server says for that day.
import { expect, it } from 'vitest';
import type { GraphView } from '../../server/schema/view.ts';
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
    expect(await evidence.textContent()).toMatch(new RegExp(`^${articles} articles?$`));
    await page.getByRole('button', { name: 'As of 24 Oct 2024' }).waitFor();
    const late = await ask<GraphView>('/api/graph?view=explorer');
    expect(late.edges.length).toBeGreaterThan(then.edges.length);
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
    expect(await railOf(page).getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
  });
});
