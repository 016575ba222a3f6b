// What goes wrong: hostile names, an empty database, a database and a server that are gone.
import { describe, expect, it } from 'vitest';
import { entity, report } from '../builders.ts';
import { reason, stand } from './browser.ts';

const hostile = '<img src=x onerror=alert(1)>';

describe.skipIf(reason !== '')(`trouble${reason}`, () => {
  const { visit, site } = stand('empty');

  it('says of an empty database what would fill it', async () => {
    const { page, trouble, close } = await visit('', { ready: '.overlay .empty' });
    await expect.poll(() => page.locator('.overlay .empty').textContent()).toContain('import');
    await page.keyboard.press('5');
    await page.getByText('There are no articles yet').waitFor();
    expect(trouble).toEqual([]);
    await close();
  });

  it('shows a hostile name as text everywhere, and no dialog opens', async () => {
    const document = report({
      slug: 'hostile',
      day: '2024-10-24',
      title: hostile,
      outlet: 'outlet:hostile',
      entities: [
        entity('Country', hostile, { key: 'country:hostile', aliases: [`${hostile} alias`], description: hostile }),
        entity('Outlet', hostile, { key: 'outlet:hostile' }),
        entity('Plan', `${hostile} plan`, { key: 'plan:hostile' }),
      ],
      says: [{ holder: 'country:hostile', stance: 'opposes', target: 'plan:hostile' }],
    });
    const answer = await fetch(`${site().address}/api/articles`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(document),
    });
    expect(answer.status, await answer.clone().text()).toBe(200);

    const { page, trouble, close } = await visit();
    const shown = () => expect.poll(() => page.locator('body').textContent()).toContain(hostile);
    await shown();
    await page.keyboard.press('/');
    await page.keyboard.type('img src');
    await page.getByRole('option').first().waitFor();
    await shown();
    await page.keyboard.press('Enter');
    await page.locator('.panel h2').waitFor();
    await page.locator('.stage').hover({ position: { x: 300, y: 300 } });
    await shown();
    await page
      .getByRole('button', { name: /^Evidence for/ })
      .first()
      .click();
    await page.locator('.assertion').first().waitFor();
    await shown();
    for (const key of ['4', '5']) {
      await page
        .locator('.stage, .table-tab')
        .first()
        .focus()
        .catch(() => undefined);
      await page.keyboard.press(key);
      await page.locator('.table-frame tbody tr').first().waitFor();
      await shown();
      await page.locator('.table-frame tbody tr').first().click();
      await page.locator('.panel h2').waitFor();
      await shown();
    }
    await expect.poll(() => page.locator('img[src="x"]').count()).toBe(0);
    expect(trouble).toEqual([]);
    await close();
  });

  it('says that the database is gone, what to do, and goes on when it is back', async () => {
    await site().stopEngine();
    const { page, close } = await visit('', { ready: '.overlay .failure' });
    await expect.poll(async () => (await page.locator('.overlay .failure').textContent())?.length).toBeGreaterThan(40);
    await site().startEngine();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.panel h2').waitFor();
    await close();
  });

  it('says that the server does not answer when it is gone in the middle of the work', async () => {
    const { page, close } = await visit('?node=country:hostile');
    await page.context().setOffline(true);
    await page
      .getByRole('button', { name: /^Evidence for/ })
      .first()
      .click();
    await page.getByText('The server does not answer').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.assertion').first().waitFor();
    await close();
  });
});
