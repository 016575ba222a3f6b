// The main path through the graph: find, select, read the evidence, filter, expand, hide, connect.
import { describe, expect, it } from 'vitest';
import { reason, stand } from './browser.ts';

const hungary = 'country:hu';
const plan = 'plan:nato-invitation';

describe.skipIf(reason !== '')(`exploring${reason}`, () => {
  const { visit } = stand();

  it('opens on the plan: the graph drawn, a sentence on who holds what, no error', async () => {
    const { page, trouble, close } = await visit();
    await expect.poll(() => page.locator('.panel h2').textContent()).toBe('NATO invitation for Ukraine');
    await expect
      .poll(() => page.locator('.panel .sentence').textContent())
      .toMatch(/oppose it, on one to two origins each; .*support/);
    await expect
      .poll(() => page.locator('.stage').getAttribute('aria-label'))
      .toMatch(/^Graph of \d+ nodes and \d+ relations/);
    const painted = () =>
      page.locator('canvas.sigma-annotations').evaluate((canvas: HTMLCanvasElement) => {
        const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        let pixels = 0;
        for (let index = 3; index < data.length; index += 4) if ((data[index] ?? 0) > 0) pixels++;
        return pixels;
      });
    await expect.poll(painted).toBeGreaterThan(5000);
    expect(trouble).toEqual([]);
    await close();
  });

  it('finds a country by keyboard alone and shows its evidence: words, outlet, date and chain', async () => {
    const { page, trouble, close } = await visit();
    await page.keyboard.press('/');
    await page.keyboard.type('hunga');
    await page.getByRole('option', { name: /Hungary/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/node=country%3Ahu/);
    await expect.poll(() => page.locator('.panel h2').textContent()).toBe('Hungary');
    await expect
      .poll(() => page.locator('.panel .sentence').textContent())
      .toMatch(/^Hungary opposes NATO invitation for Ukraine, according to \w+ articles?/);
    await page.getByRole('button', { name: 'Evidence for NATO invitation for Ukraine: opposes' }).click();
    const card = page.locator('.assertion').first();
    await card.waitFor();
    await expect
      .poll(() => card.locator('blockquote.words').evaluate((words) => getComputedStyle(words).fontStyle))
      .toBe('italic');
    await expect
      .poll(async () => (await page.locator('.assertion blockquote').allTextContents()).join(' '))
      .toMatch(/Hungary/);
    await expect.poll(() => card.locator('.when').textContent()).toMatch(/\d{1,2} [A-Z][a-z]{2} 20\d\d/);
    const chains = await page
      .locator('.chain-graph')
      .evaluateAll((graphs) =>
        graphs.map((graph) => [...graph.querySelectorAll('.chain-name')].map((name) => name.textContent)),
      );
    expect(chains.some((chain) => chain.length >= 3 && chain.includes('Politico'))).toBe(true);
    expect(trouble).toEqual([]);
    await close();
  });

  it('selects on a click where the node is drawn, and clears the selection with Escape', async () => {
    const { page, close } = await visit(`?node=${hungary}`);
    await page.getByRole('button', { name: 'Centre on it' }).click();
    await page.waitForURL(/camera=/);
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => !url.search.includes('node='));
    const box = await page.locator('.stage').boundingBox();
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
    await page.waitForURL(/node=country%3Ahu/);
    await close();
  });

  it('goes from node to node with the arrow keys', async () => {
    const { page, close } = await visit();
    await page.locator('.stage').focus();
    await page.keyboard.press('ArrowUp');
    await page.waitForURL(/node=/);
    const first = new URL(page.url()).searchParams.get('node');
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction((key) => new URL(location.href).searchParams.get('node') !== key, first);
    await close();
  });

  it('takes a stance away with its filter, counts again, and brings it back by undo', async () => {
    const { page, close } = await visit();
    const opposes = page.getByRole('checkbox', { name: /Opposes/ });
    const before = await page.locator('.canvas-count').textContent();
    await opposes.uncheck();
    await expect
      .poll(() => page.locator('label.facet', { has: opposes }).locator('.facet-count').textContent())
      .toMatch(/^0\//);
    await expect.poll(() => page.locator('.canvas-count').textContent()).not.toBe(before);
    expect(page.url()).toContain('stances-off=opposes');
    await page.locator('.stage').focus();
    await page.keyboard.press('Control+z');
    await page.waitForFunction((text) => document.querySelector('.canvas-count')?.textContent === text, before);
    await expect.poll(() => opposes.isChecked()).toBe(true);
    await close();
  });

  it('shows one plan’s positions only', async () => {
    const { page, close } = await visit();
    await page.getByRole('radio', { name: /NATO membership of Ukr/ }).check();
    await page.waitForURL(/plan=plan%3Anato-membership/);
    await page.keyboard.press('4');
    const names = page.locator('tbody .cell-name');
    await names.first().waitFor();
    await expect
      .poll(async () => (await names.allTextContents()).map((name) => name.trim()))
      .not.toContain('NATO invitation for Ukraine');
    await close();
  });

  it('expands with e, says how many came, hides with h, and undoes both', async () => {
    const { page, trouble, close } = await visit(`?node=${hungary}`);
    const total = async () => Number.parseInt((await page.locator('.canvas-count').textContent()) ?? '', 10);
    const before = await total();
    await expect
      .poll(() => page.locator('.expand summary').textContent())
      .toMatch(/^Expand: [\d,]+ relations? not on the canvas/);
    await page.locator('.stage').focus();
    await page.keyboard.press('e');
    await page.getByText(/^Added \d+ nodes? around Hungary/).waitFor();
    const grown = await total();
    expect(grown).toBeGreaterThan(before);
    await page.keyboard.press('h');
    await page.getByText('Hungary is hidden. Ctrl+Z brings it back.').waitFor();
    await expect.poll(total).toBe(grown - 1);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(total).toBe(before);
    expect(trouble).toEqual([]);
    await close();
  });

  it('adds the neighbours of one kind only, switching their relation on', async () => {
    const { page, close } = await visit(`?node=${hungary}`);
    await page.locator('.expand summary').click();
    await page.getByRole('button', { name: 'Add member of' }).click();
    await page.waitForURL((url) => url.searchParams.has('relations-off'));
    expect(new URL(page.url()).searchParams.get('relations-off')).toBe('');
    await close();
  });

  it('finds the shortest path between two nodes and lights it up', async () => {
    const { page, trouble, close } = await visit();
    await page.locator('.stage').focus();
    await page.keyboard.press('p');
    await page.getByRole('combobox', { name: 'From' }).fill('Orbán');
    await page.getByRole('option', { name: 'Viktor Orbán Person' }).click();
    await page.getByRole('combobox', { name: 'To', exact: true }).fill('Politico');
    await page
      .getByRole('option', { name: /^Politico/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Find' }).click();
    await page.locator('.path-steps li').first().waitFor();
    await expect
      .poll(() => page.locator('.panel .sentence').textContent())
      .toMatch(/^Viktor Orbán and Politico are \w+ hops? apart/);
    const steps = await page.locator('.path-steps').first().locator('.node-link').allTextContents();
    expect(steps[0]).toBe('Viktor Orbán');
    expect(steps.at(-1)).toBe('Politico');
    expect(page.url()).toContain('path=');
    expect(trouble).toEqual([]);
    await close();
  });

  it('asks for a path from the selected node with p, and takes what is typed next as a name', async () => {
    const { page, trouble, close } = await visit(`?node=${hungary}`);
    const before = await page.locator('.canvas-count').textContent();
    const from = page.getByRole('combobox', { name: 'From' });
    const to = page.getByRole('combobox', { name: 'To', exact: true });
    await page.keyboard.press('p');
    await page.waitForURL((url) => !url.search.includes('node='));
    await expect.poll(() => from.inputValue()).toBe('Hungary');
    await expect.poll(() => to.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('pheef');
    await expect.poll(() => to.inputValue()).toBe('pheef');
    await expect.poll(() => page.locator('.canvas-count').textContent()).toBe(before);
    await to.fill('Politico');
    await page.getByRole('option', { name: /^Politico/ }).waitFor();
    await page.keyboard.press('Enter');
    // The focus is on the button now, so that one more Enter asks.
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Find');
    await page.keyboard.press('Enter');
    await page.locator('.path-steps li').first().waitFor();
    expect(page.url()).toContain('path=country%3Ahu');
    expect(trouble).toEqual([]);
    await close();
  });

  it('takes a click on the canvas as the end that the path still lacks', async () => {
    const first = await visit('?node=country:de');
    await first.page.getByRole('button', { name: 'Centre on it' }).click();
    await first.page.waitForURL(/camera=/);
    const camera = new URL(first.page.url()).searchParams.get('camera') as string;
    await first.close();
    const { page, close } = await visit(`?node=${hungary}&camera=${camera}`);
    await page.locator('.stage').focus();
    await page.keyboard.press('p');
    await page.getByRole('heading', { name: 'Path between two nodes' }).waitFor();
    const box = await page.locator('.stage').boundingBox();
    if (!box) throw new Error('There is no stage.');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForURL(/path=country%3Ahu%2Ccountry%3Ade/);
    await page.getByText(/Hungary and Germany are \w+ hops? apart/).waitFor();
    await close();
  });

  it('takes the focus into the empty path form, from one end to the other', async () => {
    const { page, close } = await visit();
    await page.locator('.stage').focus();
    await page.keyboard.press('p');
    await page.keyboard.type('Hungary');
    await page
      .getByRole('option', { name: /^Hungary/ })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await expect.poll(focused).toBe('To');
    await expect.poll(() => page.getByRole('combobox', { name: 'From' }).inputValue()).toBe('Hungary');
    await close();
  });

  it('shows an assertion found by its words as a quotation, without what only the store needs', async () => {
    const { page, close } = await visit('?node=assertion:bfa356f1d500298b0675');
    const title = page.locator('.panel h2.words');
    await title.waitFor();
    await expect.poll(() => title.evaluate((words) => getComputedStyle(words).fontStyle)).toBe('italic');
    const text = (await page.locator('.panel').textContent()) ?? '';
    expect(text).toMatch(/Characters \d+–\d+/);
    expect(text).not.toMatch(/Extractor|Reconstructed|Channel|Modality|hand/);
    await close();
  });

  it('says of a denied claim that it is denied, before the claim', async () => {
    const { page, close } = await visit('?article=article:kyiv-post-2024-10-24');
    const denied = page.locator('.assertion .claim', { hasText: /^Denies:/ }).first();
    await denied.waitFor();
    await expect.poll(() => page.locator('.assertion .claim .struck .stance-mark').count()).toBeGreaterThan(0);
    await close();
  });

  it('follows one kind of relation only where that is chosen, and keeps it in the address', async () => {
    const { page, close } = await visit(`?path=${hungary},country:us,4`);
    await page.locator('.path-steps li').first().waitFor();
    await page.getByLabel('Along').selectOption('OPPOSES');
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.getByText('along “opposes” only').waitFor();
    expect(new URL(page.url()).searchParams.get('path')).toBe('country:hu,country:us,4,OPPOSES');
    const words = await page.locator('.path-edge').allTextContents();
    expect(new Set(words)).toEqual(new Set(['opposes', 'opposed by']));
    // Of several one alone can be lit up.
    const alone = page.getByRole('button', { name: 'Light up this one only' });
    const paths = await alone.count();
    expect(paths).toBeGreaterThan(1);
    await alone.first().click();
    await page.getByRole('button', { name: 'Light up all' }).waitFor();
    await expect.poll(() => alone.count()).toBe(paths - 1);
    await page.reload();
    await page.getByText('along “opposes” only').waitFor();
    await expect.poll(() => page.getByLabel('Along').inputValue()).toBe('OPPOSES');
    await page.getByLabel('Along').selectOption('CITES');
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.getByText('No path within 4 hops').waitFor();
    await expect.poll(() => page.locator('.empty').textContent()).toContain('another kind of relation');
    await close();
  });

  it('says when there is no path so short', async () => {
    const { page, close } = await visit(`?path=${hungary},outlet:politico,1`);
    await page.getByText('No path within 1 hop').waitFor();
    await expect.poll(() => page.locator('.empty').textContent()).toContain('Hungary and Politico are not joined');
    await close();
  });

  it('restores from its address what was selected, filtered, added and hidden', async () => {
    const first = await visit(
      `?edge=OPPOSES~${hungary}~${plan}&stances-off=supports&hide=country:sk&add=event:vilnius-summit`,
    );
    await first.page.locator('.assertion').first().waitFor();
    const seen = await first.page.locator('.canvas-count').textContent();
    await first.close();
    const again = await visit(new URL(first.page.url()).search);
    await expect.poll(() => again.page.locator('.canvas-count').textContent()).toBe(seen);
    await expect.poll(() => again.page.getByRole('checkbox', { name: /Supports/ }).isChecked()).toBe(false);
    await again.page.getByText('1 node hidden by hand').waitFor();
    await again.page.getByRole('link', { name: 'Hungary' }).first().click();
    await again.page.waitForURL(/node=/);
    await again.page.goBack();
    await again.page.waitForURL(/edge=/);
    await again.close();
  });
});
