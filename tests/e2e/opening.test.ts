// The first minute: what the page opens on, before anything was done.
import { expect, it } from 'vitest';
import type { GraphView, Meta, NodeDetail } from '../../server/schema/view.ts';
import {
  ask,
  describeInBrowser,
  drawnCounts,
  facetsOf,
  headingOf,
  openLegend,
  openReady,
  panelOf,
  railOf,
  stageOf,
} from './pages.ts';
import { glPicture, inkOf } from './pixels.ts';

const tally = (values: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};

describeInBrowser('the page on the bundled case', () => {
  it('opens on the plan with a sentence on who opposes it', async () => {
    const page = await openReady();
    const plan = await ask<NodeDetail>('/api/nodes/plan:nato-invitation');
    await expect.poll(() => headingOf(page).textContent()).toBe(plan.node.name);
    const opposed = plan.degree.find(({ type, direction }) => type === 'OPPOSES' && direction === 'in')?.count;
    const tallied = panelOf(page).getByRole('heading', { level: 3, name: `Opposes ${opposed}` });
    await expect.poll(() => tallied.count()).toBe(1);
    await expect
      .poll(() =>
        panelOf(page)
          .getByText(/(countries|actors).* oppose it/)
          .count(),
      )
      .toBe(1);
    expect(await page.title()).toContain('Hearsay');
  });

  it('draws the graph', async () => {
    const page = await openReady();
    const { share, colours } = await inkOf(page, await glPicture(stageOf(page)));
    expect(share).toBeGreaterThan(0.005);
    expect(share).toBeLessThan(0.6);
    expect(colours).toBeGreaterThan(50);
  });

  it('explains its lines and counts as many of each kind as there are', async () => {
    const page = await openReady();
    const { nodes, edges } = await ask<GraphView>('/api/graph?view=explorer');
    await openLegend(page);
    const signs = railOf(page).getByRole('list', { name: 'Signs' });
    for (const line of ['Wider: on more origins', 'Contested by other reports', 'Support withdrawn'])
      await expect.poll(() => signs.getByText(line).count(), { message: line }).toBe(1);
    await railOf(page).getByRole('button', { name: 'Filters', exact: true }).click();
    const totals = async (group: string) =>
      Object.fromEntries(
        (await facetsOf(page, group)).map((line) => {
          const [, name, total] = /^(.*) (?:\d+\/)?(\d+)$/.exec(line) ?? [];
          return [name, Number(total)];
        }),
      );
    const types = tally(edges.map(({ type }) => type));
    expect(await totals('Type')).toMatchObject(tally(nodes.map(({ labels }) => labels[0] ?? '')));
    expect(await totals('Stance')).toEqual({
      Opposes: types.OPPOSES,
      Supports: types.SUPPORTS,
      Noncommittal: types.NONCOMMITTAL_ON,
      Defers: types.DEFERS_ON,
    });
    await railOf(page).getByText('Other relations', { exact: true }).first().click();
    expect(await totals('Other relations')).toMatchObject({
      Cites: types.CITES,
      Quotes: types.QUOTES,
      'Holds office in': types.HOLDS_OFFICE,
      'Member of': types.MEMBER_OF,
    });
    const drawn = await drawnCounts(page);
    expect(drawn.nodes).toBeGreaterThan(20);
    expect(drawn.nodes).toBeLessThan(nodes.length);
  });

  it('says in the list of keys what it runs on', async () => {
    const page = await openReady();
    const meta = await ask<Meta>('/api/meta');
    await page.getByRole('button', { name: 'Keys' }).click();
    const text = (await page.getByRole('dialog', { name: 'Keys' }).textContent()) ?? '';
    expect(text).toContain(`Hearsay ${meta.version} on the embedded engine ${meta.engine.version}`);
    expect(text).toContain(`${meta.counts.articles} articles, ${meta.counts.assertions} assertions`);
  });
});
