// What a statement answers, in the browser: many rows, values with parts, evidence, the canvas, files, plans, the schema.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { serious } from './axe.ts';
import { phone } from './browser.ts';
import { gridOf, openWorkspace, outcomeOf, rowsOf, run, viewResult, write } from './cypher-page.ts';
import { describeInBrowser, drawnCounts, panelOf, stageOf } from './pages.ts';
import { startServer } from './server.ts';

const opposes =
  "MATCH (a:Country)-[r:OPPOSES]->(p:Plan {key: 'plan:nato-invitation'}) RETURN a, r, p, a.name AS name ORDER BY name";

/** Runs to the time limit in little memory: a list of as many rows would end at the memory limit within a second. */
const endless =
  'UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 3000) AS c WITH a WHERE a = -1 RETURN a';

describeInBrowser('an answer', () => {
  it('of 200,000 rows is walked by the keyboard with only those in sight drawn', async () => {
    const page = await openWorkspace();
    await run(page, 'UNWIND range(1, 200000) AS n RETURN n, toString(n) AS text', 60_000);
    await expect.poll(() => outcomeOf(page).textContent()).toContain('200,000 rows');
    await gridOf(page).focus();
    await page.keyboard.press('Control+End');
    await gridOf(page).getByText('200,000', { exact: true }).waitFor();
    await expect.poll(() => gridOf(page).getAttribute('aria-rowcount')).toBe('200001');
    expect((await rowsOf(page)).at(-1)).toEqual(['200000', '200000']);
    expect((await rowsOf(page)).length).toBeLessThan(100);
    await page.keyboard.press('Enter');
    await gridOf(page).locator('.row-details').waitFor();
  }, 90_000);

  it('can be cancelled, and the next statement runs', async () => {
    const page = await openWorkspace();
    await write(page, endless);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await outcomeOf(page).getByText('Cancelled').waitFor();
    await run(page, 'RETURN 1 AS one');
    expect(await rowsOf(page)).toEqual([['1']]);
  });

  it('is cancelled by Escape, which closes what is open over the page first', async () => {
    const page = await openWorkspace();
    const cancel = page.getByRole('button', { name: 'Cancel' });
    await write(page, endless);
    await page.keyboard.press('Control+Enter');
    await cancel.waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('Control+Space');
    const list = page.locator('.cm-tooltip-autocomplete');
    await list.waitFor();
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
    await expect.poll(() => cancel.count()).toBe(1);
    await page.keyboard.press('Escape');
    await outcomeOf(page).getByText('Cancelled').waitFor();
    // Outside of the editor, too, and not while a dialog is open.
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await cancel.waitFor();
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Help and keys' });
    await help.getByText('cancel the statement that runs').waitFor();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });
    await expect.poll(() => cancel.count()).toBe(1);
    await page.keyboard.press('Escape');
    await outcomeOf(page).getByText('Cancelled').waitFor();
  });

  it('shows the badge of a derived relation, which leads to its evidence', async () => {
    const page = await openWorkspace();
    await run(page, opposes);
    await gridOf(page)
      .getByRole('button', { name: /evidence for OPPOSES/ })
      .first()
      .click();
    const [first = ''] = (await rowsOf(page)).map((row) => row[3] ?? '');
    await panelOf(page)
      .getByRole('heading', { level: 2, name: new RegExp(first) })
      .waitFor();
    await panelOf(page).getByText('derived from assertions').waitFor();
    await page.getByRole('button', { name: '← Overview' }).click();
    // Relations alone name no ends: the workspace finds them.
    await run(page, 'MATCH (:Outlet)-[r:CITES]->(:Outlet) RETURN r');
    await gridOf(page)
      .getByRole('button', { name: /evidence for CITES/ })
      .first()
      .waitFor();
    await expect.poll(() => page.getByText('no evidence').count()).toBe(0);
  });

  it('opens nodes, paths and maps in their row, by keyboard', async () => {
    const page = await openWorkspace();
    await run(
      page,
      'MATCH path = (a:Outlet)-[:CITES]->(b:Outlet) RETURN path, properties(a) AS all ORDER BY a.key, b.key LIMIT 2',
    );
    await gridOf(page).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const details = gridOf(page).locator('.row-details');
    await details.getByText('Path over 1').waitFor();
    const link = details.getByRole('link').first();
    const name = (await link.textContent()) ?? '';
    await link.click();
    await panelOf(page).getByRole('heading', { level: 2, name, exact: true }).waitFor();
  });

  it('goes on a canvas of its own, and undo brings the old one back', async () => {
    const page = await openWorkspace();
    await run(page, opposes);
    const countries = (await rowsOf(page)).length;
    await viewResult(page, 'Graph');
    await page.getByRole('button', { name: 'Show on a fresh canvas' }).click();
    await stageOf(page).waitFor();
    await expect.poll(() => drawnCounts(page)).toMatchObject({ nodes: countries + 1 });
    const camera = () => new URL(page.url()).searchParams.get('camera');
    await expect.poll(camera).not.toBeNull();
    const there = camera();
    await page.getByText('Only what was put on the canvas by hand is shown.').waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await drawnCounts(page)).nodes).toBeGreaterThan(countries + 1);
    await expect.poll(camera).not.toBe(there);
  });

  it('draws the relations it returns, also where it does not hold the nodes that they join', async () => {
    const page = await openWorkspace();
    await run(page, 'MATCH (c:Country)-[r:OPPOSES]->(p:Plan) RETURN c, r, p.name ORDER BY c.key, p.key LIMIT 3');
    await viewResult(page, 'Graph');
    await page.getByText(/Its relations join \d nodes? that the answer does not hold/).waitFor();
    await page.getByRole('button', { name: 'Show on a fresh canvas' }).click();
    await stageOf(page).waitFor();
    await expect.poll(async () => (await drawnCounts(page)).edges).toBeGreaterThanOrEqual(3);
    await page.keyboard.press('7');
    await run(page, 'MATCH ()-[r:OPPOSES]->() RETURN r LIMIT 3');
    await page.getByText('0 nodes', { exact: true }).waitFor();
    await expect.poll(() => page.getByText('The answer has no nodes').count()).toBe(0);
  });

  it('that fails says what to do and offers no second try of the same, and a slip in a parameter leaves no old answer as new', async () => {
    const page = await openWorkspace('/?tab=cypher', { allowed: /status of 4\d\d/ });
    await write(page, 'RETURN 1 / $by AS x');
    await page.getByLabel('Type of by').selectOption('number');
    const by = page.getByRole('textbox', { name: 'by', exact: true });
    await page.getByText('$by is empty (sent as null)').waitFor();
    await by.fill('0');
    await by.press('Control+Enter');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    await expect.poll(() => alert.textContent()).toContain('Change the statement or its parameters');
    await expect.poll(() => page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    await by.fill('1');
    await by.press('Control+Enter');
    await outcomeOf(page).getByText('1 row in').waitFor();
    await by.fill('one');
    await by.press('Control+Enter');
    const notRun = page.getByRole('heading', { name: 'Not run' });
    await notRun.waitFor();
    await page.getByText('What is below is the answer to the run before').waitFor();
    await by.fill('2');
    await expect.poll(() => notRun.count()).toBe(0);
  });

  it('is kept as CSV, JSON and NDJSON', async () => {
    const page = await openWorkspace();
    await run(page, "RETURN 'a,b' AS text, [1, 2] AS list, null AS nothing");
    const kept = async (kind: string) => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: `Save the rows as ${kind}`, exact: true }).click(),
      ]);
      return readFileSync(await file.path(), 'utf8');
    };
    expect(await kept('CSV')).toBe('\uFEFFtext,list,nothing\r\n"a,b","[1,2]",\r\n');
    expect(JSON.parse(await kept('JSON'))).toEqual([{ text: 'a,b', list: [1, 2], nothing: null }]);
    const [head, row] = (await kept('NDJSON'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(head).toEqual({ columns: ['text', 'list', 'nothing'] });
    expect(row[0]).toEqual({ $type: 'String', _value: 'a,b' });
  });

  it('has its plan, its statistics and its JSON', async () => {
    const page = await openWorkspace();
    await write(page, opposes);
    await page.getByRole('button', { name: 'Explain' }).click();
    const plan = page.getByRole('table', { name: 'Plan' });
    await plan.waitFor();
    await expect.poll(() => plan.getByRole('row').count()).toBeGreaterThan(2);
    await outcomeOf(page)
      .getByText(/^Planned, not run, in /)
      .waitFor();
    await expect.poll(() => plan.getByRole('columnheader').allTextContents()).toEqual(['Operator', 'Details']);
    await page.getByRole('button', { name: 'Profile' }).click();
    await page.getByText('counts the rows of each operator, and no db hits').waitFor();
    await expect.poll(() => plan.getByRole('columnheader').allTextContents()).toEqual(['Operator', 'Details', 'Rows']);
    await expect
      .poll(() => plan.locator('tbody td.numeric').allTextContents())
      .toContainEqual(expect.stringMatching(/^[1-9]/));
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await outcomeOf(page)
      .getByText(/[1-9]\d* rows in/)
      .waitFor();
    await viewResult(page, 'Statistics');
    await page.getByText('read only').waitFor();
    await viewResult(page, 'JSON');
    await expect
      .poll(() => page.getByRole('region', { name: 'Rows as JSON' }).textContent())
      .toContain('"key": "plan:nato-invitation"');
  });

  it('stands beside the schema, as a graph and as tables', async () => {
    const page = await openWorkspace();
    await page.getByRole('button', { name: 'Schema' }).click();
    const schema = page.getByRole('region', { name: 'Schema' });
    await schema.getByRole('button', { name: /^Outlet \d/ }).click();
    await schema.getByRole('listitem').filter({ hasText: 'CITES' }).first().waitFor();
    await schema.getByRole('table', { name: 'Labels' }).getByRole('button', { name: 'Outlet' }).click();
    await page.locator('.cm-line', { hasText: 'MATCH (n:Outlet)' }).waitFor();
  });

  it.each([
    ['light', undefined],
    ['dark', undefined],
    ['light', phone],
    ['dark', phone],
  ] as const)(
    'is for everybody to use, %s, %o',
    async (colorScheme, viewport) => {
      const page = await openWorkspace('/?tab=cypher', { colorScheme, ...(viewport && { viewport }) });
      await run(page, `${opposes} LIMIT 3`);
      expect(await serious(page)).toEqual([]);
      await gridOf(page).locator('.result-cells').first().click();
      for (const view of ['Graph', 'JSON', 'Statistics']) {
        await viewResult(page, view);
        expect(await serious(page), view).toEqual([]);
      }
      await page.getByRole('button', { name: 'Schema' }).click();
      await page.getByRole('table', { name: 'Labels' }).waitFor();
      expect(await serious(page), 'schema').toEqual([]);
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wider).toBe(0);
    },
    90_000,
  );
});

describeInBrowser(
  'a server that lets statements write',
  () => {
    it('writes only where that is switched on for the run, and flags a derived relation that nothing supports', async () => {
      const page = await openWorkspace('/?tab=cypher', { allowed: /status of 4\d\d/ });
      const writing =
        "MATCH (a {key: 'country:hu'}), (p {key: 'plan:nato-membership'}) CREATE (a)-[r:DEFERS_ON {derived: true, originsMin: 3, originsMax: 3, articles: 9}]->(p) RETURN a, r, p";
      await write(page, writing);
      await page.keyboard.press('Control+Enter');
      await page.getByRole('alert').waitFor();
      await page.getByLabel('Let the next run write').check();
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await outcomeOf(page).getByText('1 row in').waitFor();
      await expect.poll(() => page.getByLabel('Let the next run write').isChecked()).toBe(false);
      await gridOf(page).getByText('no evidence').waitFor();
      await viewResult(page, 'Statistics');
      await page.getByText(/relationships created: 1/).waitFor();
      // The page shows what was written without being loaded again.
      await page.getByRole('button', { name: 'Schema' }).click();
      await page.getByRole('table', { name: 'Relation types' }).waitFor();
      const label = page.getByRole('table', { name: 'Labels' }).getByRole('button', { name: 'Fresh', exact: true });
      await expect.poll(() => label.count()).toBe(0);
      await page.getByRole('button', { name: 'Schema' }).click();
      await page.getByLabel('Let the next run write').check();
      await run(page, "CREATE (n:Fresh {name: 'x'}) RETURN n.name AS name");
      await page.getByRole('button', { name: 'Schema' }).click();
      await label.waitFor();
    });
  },
  () => startServer({ env: { HEARSAY_QUERY_WRITES: 'yes' } }),
);
