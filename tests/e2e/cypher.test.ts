// Writing and running Cypher in the browser: the editor, its keys, faults, parameters, the library, history and links.
import { expect, it } from 'vitest';
import { editorOf, gridOf, openWorkspace, outcomeOf, rowsOf, run, write, writtenIn } from './cypher-page.ts';
import { describeInBrowser, openReady, served } from './pages.ts';

const stances = 'MATCH (a:Country)-[r:OPPOSES]->(p:Plan {key: $plan}) RETURN a.name AS who ORDER BY who LIMIT $most';

describeInBrowser('the Cypher editor', () => {
  it('is fetched only when its tab is opened', async () => {
    const page = await openReady('/');
    const fetched = () =>
      page.evaluate(
        () => performance.getEntriesByType('resource').filter(({ name }) => /Workspace|worker/.test(name)).length,
      );
    expect(await fetched()).toBe(0);
    await page.keyboard.press('7');
    await editorOf(page).waitFor();
    await expect.poll(fetched).toBeGreaterThan(1);
  });

  it('runs by Ctrl+Enter, colours by the grammar, and keeps its keys to itself', async () => {
    const page = await openWorkspace();
    await editorOf(page).click();
    await page.keyboard.type('RETURN 1 AS h, "ee" AS e');
    await page.keyboard.press('Control+Enter');
    await gridOf(page).waitFor();
    expect(await rowsOf(page)).toEqual([['1', 'ee']]);
    await page.locator('.cy-keyword', { hasText: 'RETURN' }).waitFor();
    await expect.poll(() => page.locator('.cy-string').textContent()).toBe('"ee"');
    await expect.poll(() => page.locator('.notice').count()).toBe(0);
    expect(new URL(page.url()).searchParams.get('tab')).toBe('cypher');
  });

  it('lets Tab go after Escape, and says so', async () => {
    const page = await openWorkspace();
    await write(page, 'RETURN 1');
    const inside = () => editorOf(page).evaluate((element) => element.matches(':focus'));
    await page.keyboard.press('Tab');
    expect(await inside()).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await inside()).toBe(false);
    await page.getByText('Escape, then Tab leaves the editor').first().waitFor();
    // And there is a short way in, past the library.
    await page.reload();
    await editorOf(page).waitFor();
    await page.getByRole('button', { name: 'Skip to the statement' }).waitFor({ state: 'attached' });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(inside).toBe(true);
  });

  it('proposes what the database holds', async () => {
    const page = await openWorkspace();
    await editorOf(page).click();
    const proposals = page.locator('.cm-tooltip-autocomplete li');
    await page.keyboard.type('MATCH (a:Outl');
    await expect.poll(() => proposals.allTextContents()).toContain('Outlet');
    await page.keyboard.press('Escape');
    await write(page, '');
    await page.keyboard.type('MATCH (a:Outlet)-[:CIT');
    await expect.poll(() => proposals.first().textContent()).toContain('CITES');
    // Of a name with a label, the properties that this label has.
    await page.keyboard.press('Escape');
    await write(page, '');
    await page.keyboard.type('MATCH (c:Country) WHERE c.');
    await expect.poll(() => proposals.allTextContents()).toContain('name');
    await expect.poll(() => proposals.allTextContents()).not.toContain('publishedAt');
  });

  it('takes Enter for a line break where the word is finished, and lets the list go when it runs', async () => {
    const page = await openWorkspace();
    await editorOf(page).click();
    const list = page.locator('.cm-tooltip-autocomplete');
    await page.keyboard.type('MATCH (p:Plan) RETURN p.name AS n, p', { delay: 20 });
    await list.waitFor();
    // Completion takes no key in its first moments.
    await page.waitForTimeout(150);
    await page.keyboard.press('Enter');
    await page.keyboard.type('ORDER BY n LIMIT 1');
    expect(await writtenIn(page)).toBe('MATCH (p:Plan) RETURN p.name AS n, p\nORDER BY n LIMIT 1');
    await write(page, '');
    await page.keyboard.type('MATCH (p:Plan) RETURN p', { delay: 20 });
    await list.waitFor();
    await page.keyboard.press('Control+Enter');
    await gridOf(page).waitFor();
    await expect.poll(() => list.count()).toBe(0);
  });

  it('underlines a fault where it is, says what it is, and leads there', async () => {
    const page = await openWorkspace();
    await write(page, 'MATCH (n:Plan)\nRETURN m');
    await page.locator('.cm-lintRange-error', { hasText: 'm' }).waitFor();
    const faults = page.getByRole('list', { name: 'What is wrong with the statement' });
    await expect.poll(() => faults.textContent()).toContain('`m` not defined');
    await faults.getByRole('button', { name: 'Line 2, column 8' }).click();
    await page.keyboard.press('Shift+End');
    await page.keyboard.insertText('n.name AS name');
    await expect.poll(() => faults.getByRole('button').count()).toBe(0);
  });

  it('underlines a name that the database does not have, as a warning, and runs the statement all the same', async () => {
    const page = await openWorkspace();
    await write(page, 'MATCH (c:Contry)\nRETURN c.name AS name');
    await page.locator('.cm-lintRange-warning', { hasText: 'Contry' }).waitFor();
    await expect.poll(() => page.locator('.cm-lintRange-error').count()).toBe(0);
    const notes = page.getByRole('list', { name: 'What is wrong with the statement' });
    await expect.poll(() => notes.textContent()).toContain('No node has the label Contry. Did you mean Country?');
    await page.keyboard.press('Control+Enter');
    await outcomeOf(page)
      .getByText(/0 rows/)
      .waitFor();
    await page.getByRole('button', { name: /^Statistics/ }).click();
    await page.getByText('The provided label is not in the database.').waitFor();
    await write(page, 'MATCH (c:Country) RETURN c.name AS name');
    await page.locator('.cm-lintRange-warning').waitFor({ state: 'detached' });
  });

  it('refuses what writes, with the reason, and goes on working', async () => {
    const page = await openWorkspace('/?tab=cypher', { allowed: /status of 4\d\d/ });
    await write(page, 'CREATE (n:Plan) RETURN n');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => page.getByRole('alert').textContent()).toMatch(/writ|read/i);
    await expect.poll(() => page.getByText('Let the next run write').count()).toBe(0);
    await run(page, 'RETURN 2 AS two');
    expect(await rowsOf(page)).toEqual([['2']]);
  });

  it('formats, and undo brings back what was written', async () => {
    const page = await openWorkspace();
    await write(page, 'match (n:Plan) return n.name as name');
    await page.getByRole('button', { name: 'Format' }).click();
    await expect.poll(() => writtenIn(page)).toMatch(/MATCH \(n:Plan\)\s+RETURN n\.name AS name/);
    await editorOf(page).click();
    await page.keyboard.press('Control+z');
    expect(await writtenIn(page)).toContain('match (n:Plan)');
    await write(page, 'match (n:Plan retrun n');
    await page.getByRole('button', { name: 'Format' }).click();
    await page.getByText(/could not be formatted: it has a syntax error/).waitFor();
    expect(await writtenIn(page)).toBe('match (n:Plan retrun n');
  });
});

describeInBrowser('statements', () => {
  it('have a typed field for each parameter', async () => {
    const page = await openWorkspace();
    await write(page, stances);
    const fields = page.getByRole('group', { name: 'Parameters' });
    await fields.getByLabel('Type of plan').selectOption('key');
    await fields.getByRole('combobox', { name: 'plan', exact: true }).fill('NATO invitation');
    await page
      .getByRole('option', { name: /NATO invitation for Ukraine/ })
      .first()
      .click();
    await expect
      .poll(() => fields.getByRole('textbox', { name: 'Key of plan' }).inputValue())
      .toBe('plan:nato-invitation');
    // The list of names hangs over what is below the fields, wherever they scroll.
    await fields.getByRole('combobox', { name: 'plan', exact: true }).fill('NATO');
    const list = fields.getByRole('listbox');
    await list.getByRole('option').nth(2).waitFor();
    const at = async (place: typeof list) => (await place.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const [box, field] = [await at(list), await at(fields.getByRole('combobox', { name: 'plan', exact: true }))];
    expect(Math.abs(box.x - field.x)).toBeLessThan(10);
    await expect
      .poll(() =>
        page.evaluate(
          ([x, y]) => document.elementFromPoint(x as number, y as number)?.closest('[role="option"]') !== null,
          [box.x + 60, box.y + box.height - 12],
        ),
      )
      .toBe(true);
    await fields.getByRole('combobox', { name: 'plan', exact: true }).fill('');
    const most = fields.getByRole('textbox', { name: 'most', exact: true });
    await most.fill('three');
    await editorOf(page).click();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Write a number').waitFor();
    await most.fill('3');
    await editorOf(page).click();
    await page.keyboard.press('Control+Enter');
    await outcomeOf(page).getByText('3 rows').waitFor();
    expect((await rowsOf(page)).flat().sort()).toEqual((await rowsOf(page)).flat());
  });

  it('come from a library that is searched, opened and run', async () => {
    const page = await openWorkspace();
    const side = page.getByRole('complementary', { name: 'Statements to choose from' });
    await side.getByRole('listitem').first().waitFor();
    const all = await side.getByRole('listitem').count();
    expect(all).toBeGreaterThanOrEqual(20);
    await side.getByRole('textbox', { name: 'Search the library' }).fill('denied whom');
    await expect.poll(() => side.getByRole('listitem').count()).toBeLessThan(all);
    await side.getByRole('button', { name: /^Open and run What was denied/ }).click();
    await outcomeOf(page)
      .getByText(/ in [\d,]+ ms/)
      .waitFor();
    expect((await rowsOf(page)).length).toBeGreaterThan(0);
  });

  it('are saved, kept, searched in the history, and there again after a reload', async () => {
    const page = await openWorkspace();
    await run(page, "RETURN 'kept' AS text");
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Save the statement' });
    await dialog.getByLabel('Title').fill('My own');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'My own', exact: true }).waitFor();
    expect(await writtenIn(page)).toContain("'kept'");
    await page.getByRole('button', { name: 'History' }).click();
    await page.getByRole('textbox', { name: 'Search the history' }).fill('KEPT');
    await page.getByText('1 row in').first().waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('button', { name: 'Library', exact: true })
        .click()
        .then(() => page.getByRole('button', { name: 'Export saved' }).click()),
    ]);
    expect(file.suggestedFilename()).toBe('statements.json');
  });

  it('are shared by a link that opens them without running them', async () => {
    const page = await openWorkspace('/?tab=cypher', { permissions: ['clipboard-read', 'clipboard-write'] });
    await write(page, 'RETURN $x AS x');
    await page.getByRole('textbox', { name: 'x', exact: true }).fill('ü & co');
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByText('The link is copied').waitFor();
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    expect(link.origin).toBe(served().address);
    const other = await openWorkspace(link.pathname + link.search);
    await expect.poll(() => writtenIn(other)).toContain('RETURN $x AS x');
    await expect.poll(() => other.getByRole('textbox', { name: 'x', exact: true }).inputValue()).toBe('ü & co');
    await expect.poll(() => other.getByText('Nothing was run yet').count()).toBe(1);
    expect(new URL(other.url()).searchParams.has('statement')).toBe(false);
  });

  it('stand in tabs, each with its own text and result', async () => {
    const page = await openWorkspace();
    await run(page, 'RETURN 1 AS one');
    await page.getByRole('button', { name: 'New statement' }).click();
    await run(page, 'RETURN 2 AS two');
    await page
      .getByRole('navigation', { name: 'Statements' })
      .getByRole('button', { name: 'RETURN 1 AS one', exact: true })
      .click();
    await expect.poll(() => rowsOf(page)).toEqual([['1']]);
    expect(await writtenIn(page)).toContain('one');
  });
});
