// Cases, grades and hypotheses: made, seen to change the counts, and taken back.
import { expect, it } from 'vitest';
import type { CaseView } from '../../server/schema/curation.ts';
import type { GraphView } from '../../server/schema/view.ts';
import { serious } from './axe.ts';
import { ask, describeInBrowser, drawnCounts, openReady, panelOf, railOf } from './pages.ts';

const source = 'source:suspilne-nato-source-not-ready#nato-source';
const hungary = 'OPPOSES~country:hu~plan:nato-invitation';
const originsOf = async (key: string): Promise<unknown[]> => {
  const { edges } = await ask<GraphView>('/api/graph?view=explorer');
  const edge = edges.find((one) => one.key === key);
  return [edge?.properties.originsMin, edge?.properties.originsMax];
};

describeInBrowser('cases and decisions', () => {
  it('makes a case of some articles, counts from these alone, changes it and removes it', async () => {
    const page = await openReady();
    const all = await drawnCounts(page);
    await page.getByRole('button', { name: 'Case: all articles' }).click();
    await page.getByRole('button', { name: 'Make and change cases' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'New case' }).click();
    await dialog.getByRole('button', { name: 'Keep the case' }).click();
    await dialog.getByText('Give it a name.').waitFor();
    await dialog.getByLabel('Name', { exact: true }).fill('Talks in October');
    await dialog.getByRole('checkbox', { name: /Kyiv Post/ }).check();
    expect(await serious(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Keep the case' }).click();
    await page.waitForURL(/case=case%3Atalks-in-october/);
    await page.getByRole('button', { name: 'Case: Talks in October' }).waitFor();
    const { cases } = await ask<{ cases: CaseView[] }>('/api/cases');
    expect(cases.map(({ key, articles }) => [key, articles])).toEqual([
      ['case:talks-in-october', ['article:kyiv-post-2024-10-24']],
    ]);
    const graph = await ask<GraphView>('/api/graph?view=explorer&case=case:talks-in-october');
    const opposing = graph.edges.filter(({ type }) => type === 'OPPOSES').length;
    await expect
      .poll(() => railOf(page).locator('label.facet', { hasText: 'Opposes' }).locator('.facet-count').textContent())
      .toMatch(new RegExp(`(?:^|/)${opposing}$`));
    expect((await drawnCounts(page)).edges).toBeLessThan(all.edges);

    await page.getByRole('button', { name: 'Case: Talks in October' }).click();
    await page.getByRole('button', { name: 'Make and change cases' }).click();
    await dialog.getByRole('button', { name: 'Change Talks in October' }).click();
    await dialog.getByRole('checkbox', { name: /Kyiv Independent/ }).check();
    await dialog.getByRole('button', { name: 'Keep the case' }).click();
    await expect.poll(async () => (await ask<{ cases: CaseView[] }>('/api/cases')).cases[0]?.articles.length).toBe(2);

    await page.getByRole('button', { name: 'Case: Talks in October' }).click();
    await page.getByRole('button', { name: 'Make and change cases' }).click();
    await dialog.getByRole('button', { name: 'Remove Talks in October' }).click();
    await dialog.getByRole('button', { name: 'Remove for good' }).click();
    await dialog.getByText('There are no cases yet').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => drawnCounts(page)).toEqual(all);
  });

  it('supposes that two unnamed sources are one: the counts fall, and rise again when it is taken back', async () => {
    const before = await originsOf(hungary);
    expect(before).toEqual([1, 2]);
    const page = await openReady(`/?node=${encodeURIComponent(source)}`);
    const panel = panelOf(page);
    await panel.getByRole('button', { name: 'Suppose who it is' }).click();
    await panel.getByRole('button', { name: 'Suppose it' }).click();
    await panel.getByText('Choose who it is.').waitFor();
    await panel.getByRole('combobox', { name: 'The other source' }).fill('one nato');
    await panel.getByRole('option', { name: /one NATO official/ }).click();
    await panel.getByRole('button', { name: 'Suppose it' }).click();
    await panel.getByText('Say who decides.').waitFor();
    await panel.getByLabel('Decided by').fill('A. Editor');
    expect(await serious(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Suppose it' }).click();
    const row = panel.locator('.report .change', { hasText: 'Hungary opposes NATO invitation' });
    await row.waitFor();
    await expect.poll(() => row.locator('.change-counts').textContent()).toBe('1–2→becomes1–1');
    expect(await originsOf(hungary)).toEqual([1, 1]);
    await panel.getByRole('button', { name: 'Take back' }).click();
    await panel.getByText('Nobody has supposed who it is.').waitFor();
    expect(await originsOf(hungary)).toEqual(before);
  });

  it('grades an outlet in the words of the scale, filters by the least grade, and takes the grade away', async () => {
    const page = await openReady('/?node=outlet:kyiv-post');
    const panel = panelOf(page);
    await panel.getByRole('button', { name: 'Grade it' }).click();
    await panel.getByLabel('Reliability').selectOption('D');
    await panel.getByLabel('Decided by').fill('A. Editor');
    await panel.getByRole('button', { name: 'Keep the grade' }).click();
    await panel.locator('strong', { hasText: 'D · Not usually reliable' }).waitFor();
    // The form goes once all that the grade changes is there.
    await panel.getByRole('button', { name: 'Change', exact: true }).waitFor();
    await panel.getByText('by A. Editor').waitFor();
    await railOf(page).getByText('Least grade').click();
    await railOf(page).getByLabel('Reliability').selectOption('B');
    await page.waitForURL(/grade=B/);
    const graph = await ask<GraphView>('/api/graph?view=explorer&grade=B');
    expect(graph.edges.length).toBeLessThan((await ask<GraphView>('/api/graph?view=explorer')).edges.length);
    await page.getByRole('button', { name: 'Take every grade' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('grade')).toBeNull();
    // Who decided is remembered.
    await panel.getByRole('button', { name: 'Change', exact: true }).click();
    await expect.poll(() => panel.getByLabel('Decided by').inputValue()).toBe('A. Editor');
    await panel.getByLabel('Reliability').selectOption('');
    await panel.getByRole('button', { name: 'Keep the grade' }).click();
    await panel.locator('.grade-now').getByText('not graded').waitFor();
  });

  it('shows the renderings of an utterance side by side, the words that differ marked, and who said it first', async () => {
    const page = await openReady(`/?node=${encodeURIComponent('quote:kyiv-post-2024-10-24#q-more-than-horrifying')}`);
    const panel = panelOf(page);
    await panel.locator('.rendering').first().waitFor();
    await expect.poll(() => panel.locator('.rendering ins').allTextContents()).toEqual(['horrifying', 'terrifying']);
    await panel.getByText('Who said it first, who followed').click();
    await panel.locator('.spread-steps li').first().waitFor();
    await expect.poll(() => panel.locator('.spread-steps li').first().textContent()).toContain('first');
    expect(await serious(page)).toEqual([]);
  });

  it('takes an article out by a retraction that somebody decides, marks it, and puts it back', async () => {
    const page = await openReady('/?tab=articles&article=article:us-germany-not-ready');
    const panel = panelOf(page);
    await panel.getByRole('button', { name: /It prints, corrects or retracts/ }).click();
    await panel.getByLabel('This article').selectOption('RETRACTS');
    await panel.getByLabel('The article').selectOption('article:kyiv-post-2024-10-24');
    await panel.getByLabel('Decided by').fill('A. Editor');
    await panel.getByRole('button', { name: 'Keep it' }).click();
    await panel.locator('.article-link', { hasText: 'Retracts' }).waitFor();
    await page.locator('.article-mark', { hasText: 'Retracted by' }).waitFor();
    await page.locator('tr[data-key="article:kyiv-post-2024-10-24"]').click();
    await panel.locator('.article-link', { hasText: 'Retracted by' }).waitFor();
    await expect.poll(() => panel.getByText('It does not count at the moment').isVisible()).toBe(true);
    await panel.getByRole('button', { name: 'Take back' }).click();
    await panel.locator('.article-link').waitFor({ state: 'detached' });
    await page.locator('.article-mark').waitFor({ state: 'detached' });
  });
});
