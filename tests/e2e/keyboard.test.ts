// Everything without a mouse: the whole way from a search to a place in an article, and every control by Tab.
import { expect, it } from 'vitest';
import { describeInBrowser, headingOf, openReady, panelOf, settled, stageOf, tabTo } from './pages.ts';
import { glPicture, inkOf } from './pixels.ts';

describeInBrowser('the keyboard alone', () => {
  it('is at the graph after two links past everything before it', async () => {
    const page = await openReady();
    await tabTo(page, page.getByRole('button', { name: 'Skip to the graph' }), 2);
    await page.keyboard.press('Enter');
    await expect.poll(() => stageOf(page).evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('leads from a search to the evidence, the article and the table', async () => {
    const page = await openReady();
    const panel = panelOf(page);
    await page.keyboard.press('/');
    await page.keyboard.type('Slovenia');
    await page.keyboard.press('Enter');
    await panel.getByRole('heading', { level: 2, name: 'Slovenia' }).waitFor();
    await tabTo(page, panel.getByRole('button', { name: /^Evidence for NATO invitation.*: is noncommittal on/ }), 40);
    await page.keyboard.press('Enter');
    const article = panel.getByRole('button', { name: 'Open the article' }).first();
    await article.waitFor();
    await tabTo(page, article);
    await page.keyboard.press('Enter');
    await panel.locator('article.assertion.focused').waitFor();
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => !url.searchParams.has('article'));

    await page.keyboard.press('4');
    const table = page.getByRole('grid', { name: 'Nodes' });
    const name = table.getByRole('button', { name: 'Name' });
    await name.waitFor();
    await tabTo(page, name);
    await page.keyboard.press('Enter');
    await expect
      .poll(() => table.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort'))
      .toBe('ascending');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => table.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort'))
      .toBe('descending');
    const rows = table.locator('tbody tr');
    // Down from the header to the rows, and on to the second.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const chosen = ((await rows.nth(1).locator('.cell-name').textContent()) ?? '').trim();
    await panel.getByRole('heading', { level: 2, name: chosen, exact: true }).waitFor();
    await panel.getByText('not on the canvas').waitFor();
    await settled(page);
    const inTable = await panel.textContent();
    await page.keyboard.press('1');
    await stageOf(page).waitFor();
    await settled(page);
    await expect.poll(() => headingOf(page).textContent()).toBe(chosen);
    await expect.poll(() => panel.textContent()).toBe(inTable);
    // The canvas is made anew on the way back, and has everything on it.
    expect((await inkOf(page, await glPicture(stageOf(page)))).colours).toBeGreaterThan(50);
  });

  it.each([
    '/?node=country:hu',
    '/?tab=table',
    '/?tab=articles',
    '/?path=person:viktor-orban,outlet:politico,4',
    '/?tab=cypher&node=country:hu',
  ])('reaches every control of %s with a visible focus', async (path) => {
    const page = await openReady(path);
    await panelOf(page).getByRole('heading', { level: 2 }).waitFor();
    await page.getByRole('status').filter({ hasText: '…' }).waitFor({ state: 'detached' });
    await settled(page);
    // What a person can press or write in; of a group of radio buttons and of a table's rows Tab reaches one.
    const controls = await page.evaluate(() => {
      const all = [
        ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, [tabindex="0"]'),
      ].filter(
        (element) =>
          element.tabIndex >= 0 &&
          !element.matches(':disabled, input[type="radio"]:not(:checked)') &&
          element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
          element.getClientRects().length > 0,
      );
      all.forEach((element, index) => {
        element.dataset.control = String(index);
      });
      return all.map((element) => element.outerHTML.slice(0, 160));
    });
    expect(controls.length).toBeGreaterThan(10);
    const reached = new Set<string>();
    const dim: string[] = [];
    for (let pressed = 0; pressed < controls.length + 20 && reached.size < controls.length; pressed++) {
      // In the editor, which has a root of its own, Tab indents, until Escape lets it go.
      if (await page.evaluate(() => document.activeElement?.matches('.statement-editor')))
        await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const shown = (one: Element | null) => {
          if (!one) return false;
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
          return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
        };
        const { backgroundColor } = getComputedStyle(element);
        return {
          control: element.dataset.control,
          html: element.outerHTML.slice(0, 160),
          visible: shown(element) || (element.matches('[role="separator"]') && backgroundColor !== 'rgba(0, 0, 0, 0)'),
        };
      });
      if (at.control === undefined) continue;
      reached.add(at.control);
      if (!at.visible) dim.push(at.html);
    }
    expect(controls.filter((_, index) => !reached.has(String(index)))).toEqual([]);
    expect(dim).toEqual([]);
  });
});
