// The Cypher workspace in the browser tests: opening it, writing into its editor, reading its rows.
import type { Locator, Page } from 'playwright-core';
import { type OpenOptions, openPage } from './pages.ts';

/** The workspace, once its editor is there. */
export async function openWorkspace(path = '/?tab=cypher', options: OpenOptions = {}): Promise<Page> {
  const { page } = await openPage(path, options);
  await editorOf(page).waitFor();
  return page;
}

export const editorOf = (page: Page): Locator => page.getByRole('textbox', { name: /^Cypher statement/ });
export const gridOf = (page: Page): Locator => page.getByRole('treegrid', { name: 'Rows of the answer' });
export const outcomeOf = (page: Page): Locator => page.locator('.result-line');

/** The statement as it stands in the editor. */
export const writtenIn = async (page: Page): Promise<string> =>
  (await editorOf(page).locator('.cm-line').allTextContents()).join('\n');

/** Puts a statement in the place of what is written. */
export async function write(page: Page, statement: string): Promise<void> {
  await editorOf(page).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(statement);
}

/** Writes a statement, runs it by the keyboard and waits for its end. */
export async function run(page: Page, statement: string, timeout = 15_000): Promise<void> {
  await write(page, statement);
  await page.keyboard.press('Control+Enter');
  await outcomeOf(page)
    .getByText(/ in [\d,]+ ms/)
    .waitFor({ timeout });
}

/** The texts of the rows that are drawn, their numbers left out. */
export const rowsOf = (page: Page): Promise<string[][]> =>
  gridOf(page)
    .locator('.result-cells')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('[role="gridcell"]')].map((cell) => cell.textContent?.trim() ?? '')),
    );

export const viewResult = (page: Page, name: string): Promise<void> =>
  page.locator('.result-bar').getByRole('button', { name, exact: true }).click();
