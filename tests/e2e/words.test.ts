// Questions in plain words in the browser: the proposal is shown in a tab and not run, asking is cancelled, failures are told.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Meta } from '../../server/schema/view.ts';
import { type ModelEndpoint, openModel, proposed } from '../model-endpoint.ts';
import { serious } from './axe.ts';
import { phone } from './browser.ts';
import { editorOf, openWorkspace, outcomeOf, rowsOf, write, writtenIn } from './cypher-page.ts';
import { ask, describeInBrowser, tabTo } from './pages.ts';
import { startServer } from './server.ts';

const model = 'small-coder:7b';
const key = 'sk-secret-4711';
const words = 'Which countries oppose the invitation?';
const statement =
  'MATCH (c:Country)-[r:OPPOSES]->(p:Plan {key: $planKey}) RETURN c.name AS country ORDER BY country LIMIT $most';
const good = proposed(
  statement,
  { planKey: 'plan:nato-invitation', most: 3 },
  'The first three countries with an opposing stance. <b>Not</b> those that only hesitate.',
);

let endpoint: ModelEndpoint;
beforeAll(async () => {
  endpoint = await openModel(model, key);
});
afterAll(() => endpoint?.close());
afterEach(() => {
  expect(endpoint.violations).toEqual([]);
});

const fieldOf = (page: Awaited<ReturnType<typeof openWorkspace>>) =>
  page.getByRole('textbox', { name: 'Ask in plain words' });
const noteOf = (page: Awaited<ReturnType<typeof openWorkspace>>) =>
  page.getByRole('region', { name: 'Proposed statement' });

/** Notes every statement that the page runs. */
const runsOf = (page: Awaited<ReturnType<typeof openWorkspace>>): string[] => {
  const runs: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/query')) runs.push(request.postData() ?? '');
  });
  return runs;
};

describeInBrowser(
  'a question in plain words',
  () => {
    it('brings a statement in a tab of its own, which runs only by Run', async () => {
      const page = await openWorkspace();
      const runs = runsOf(page);
      await write(page, 'RETURN 1 AS mine');
      endpoint.replies(good);
      await fieldOf(page).fill(words);
      await page.keyboard.press('Enter');
      await noteOf(page).waitFor();
      expect(await writtenIn(page)).toBe(statement);
      const note = (await noteOf(page).textContent()) ?? '';
      expect(note).toContain(`Proposed by ${model} for “${words}”`);
      expect(note).toContain('<b>Not</b> those that only hesitate');
      expect(note).toContain('The gate lets it through: it only reads. It was not run.');
      await page.getByText('A statement was proposed').waitFor({ state: 'attached' });
      const tabs = page.getByRole('navigation', { name: 'Statements' }).locator('.statement-title');
      await expect.poll(() => tabs.allTextContents()).toEqual(['RETURN 1 AS mine', words]);
      const fields = page.getByRole('group', { name: 'Parameters' });
      await expect
        .poll(() => fields.getByRole('textbox', { name: 'Key of planKey' }).inputValue())
        .toBe('plan:nato-invitation');
      await expect.poll(() => fields.getByRole('textbox', { name: 'most', exact: true }).inputValue()).toBe('3');
      expect(runs).toEqual([]);
      expect(await serious(page)).toEqual([]);

      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await outcomeOf(page).getByText('3 rows').waitFor();
      expect((await rowsOf(page)).flat()).toEqual(['Belgium', 'Germany', 'Hungary']);
      expect(runs).toHaveLength(1);
      await expect.poll(() => noteOf(page).textContent()).not.toContain('not run');

      await page.reload();
      await noteOf(page).waitFor();
      await tabs.first().click();
      await expect.poll(() => writtenIn(page)).toBe('RETURN 1 AS mine');
      await expect.poll(() => noteOf(page).count()).toBe(0);
    });

    it('tells of a statement that the gate refuses, and of one that was changed', async () => {
      const page = await openWorkspace();
      const runs = runsOf(page);
      const write3 = proposed('MATCH (c:Country)\nSET c.seen = true\nRETURN c');
      endpoint.replies(write3, write3, write3);
      await fieldOf(page).fill('Mark all countries');
      await page.getByRole('button', { name: 'Propose a statement' }).click();
      await noteOf(page).getByText('The gate refuses it.').waitFor();
      await page.locator('.cm-lintRange-error').first().waitFor();
      expect(await serious(page)).toEqual([]);
      expect(endpoint.asked).toHaveLength(3);
      await editorOf(page).click();
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText('MATCH (c:Country) RETURN c.name AS name');
      await noteOf(page).getByText('Changed since it was proposed.').waitFor();
      await page.getByRole('button', { name: 'Close the note on the proposal' }).click();
      await expect.poll(() => noteOf(page).count()).toBe(0);
      expect(await writtenIn(page)).toContain('c.name AS name');
      expect(runs).toEqual([]);
    });

    it('is cancelled by the button and by Escape, at the model too', async () => {
      const page = await openWorkspace();
      endpoint.replies({ content: good, afterMs: 60_000 }, { content: good, afterMs: 60_000 }, good);
      await fieldOf(page).fill(words);
      await page.keyboard.press('Enter');
      await page.getByRole('status').getByText(`Asking ${model}…`).waitFor();
      await expect.poll(() => endpoint.asked.length).toBe(1);
      expect(await serious(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Propose a statement' }).waitFor();
      await expect.poll(() => endpoint.leftAlone).toBe(1);
      await expect.poll(() => fieldOf(page).inputValue()).toBe(words);
      await page.keyboard.press('Enter');
      await page.locator('.ask-words').getByRole('button', { name: 'Cancel' }).click();
      await expect.poll(() => endpoint.leftAlone).toBe(2);
      expect(await writtenIn(page)).not.toContain('MATCH (c');
      // The places are free again.
      await fieldOf(page).press('Enter');
      await noteOf(page).waitFor();
    });

    it('says what is wrong with the endpoint and how to go on, and never the key', async () => {
      const page = await openWorkspace('/?tab=cypher', { allowed: /status of 502/ });
      endpoint.replies({ status: 401, text: `{"error":{"message":"Incorrect API key ${key}"}}` }, good);
      await fieldOf(page).fill(words);
      await page.keyboard.press('Enter');
      const alert = page.locator('.ask-words').getByRole('alert');
      await alert.waitFor();
      await expect.poll(() => alert.textContent()).toMatch(/does not accept the key \(401\).*HEARSAY_LLM_KEY/);
      expect(await page.content()).not.toContain(key);
      expect(await serious(page)).toEqual([]);
      await alert.getByRole('button', { name: 'Try again' }).click();
      await noteOf(page).waitFor();
      await expect.poll(() => alert.count()).toBe(0);
    });

    it('is reached, asked and answered by the keyboard', async () => {
      const page = await openWorkspace();
      endpoint.replies(good);
      await page.getByRole('button', { name: 'New statement' }).focus();
      await tabTo(page, fieldOf(page), 5);
      await page.keyboard.type('Who? e h p');
      await tabTo(page, page.getByRole('button', { name: 'Propose a statement' }), 1);
      await page.keyboard.press('Enter');
      await noteOf(page).waitFor();
      // Asking took the button away for a while: the focus is not lost with it.
      await expect.poll(() => fieldOf(page).evaluate((field) => field === document.activeElement)).toBe(true);
    });

    it('fits a phone', async () => {
      const page = await openWorkspace('/?tab=cypher', { viewport: phone, hasTouch: true, isMobile: true });
      endpoint.replies(good);
      await fieldOf(page).fill(words);
      await page.getByRole('button', { name: 'Propose a statement' }).tap();
      await noteOf(page).waitFor();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
      expect(await serious(page)).toEqual([]);
    });
  },
  async () => {
    // The server is started before the file's own hooks have run.
    endpoint ??= await openModel(model, key);
    return startServer({
      env: { HEARSAY_LLM_URL: endpoint.url, HEARSAY_LLM_MODEL: model, HEARSAY_LLM_KEY: key },
    });
  },
);

describeInBrowser('without a language model', () => {
  it('no question can be asked', async () => {
    const page = await openWorkspace();
    await page.getByRole('button', { name: 'Run', exact: true }).waitFor();
    await expect.poll(() => page.getByText('Ask in plain words').count()).toBe(0);
    expect((await ask<Meta>('/api/meta')).languageModel).toBeNull();
  });
});
