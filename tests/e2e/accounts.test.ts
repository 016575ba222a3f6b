// Accounts in the page: signing in, what each role is offered, a session that ends in the middle of work, tokens, people.
import { mkdirSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountsFile } from '../../server/accounts/file.ts';
import { addAccount, endAll } from '../../server/accounts/people.ts';
import { projectRoot } from '../../server/root.ts';
import { serious } from './axe.ts';
import { desk, phone, reason } from './browser.ts';
import { launch } from './chromium.ts';
import { type RunningServer, startServer } from './server.ts';

const pictures = join(projectRoot, 'tests', 'e2e', 'screenshots');
const passwordOf = (name: string): string => `${name} of the harbour 7`;
const people = { Rea: 'reader', Edda: 'editor', Ada: 'admin' } as const;

describe.skipIf(reason !== '')(`accounts${reason}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-accounts-'));
  const file = new AccountsFile(join(folder, 'accounts.json'));
  let server: RunningServer;
  let browser: Browser;
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    for (const [name, role] of Object.entries(people))
      await addAccount(file, { name, role, password: passwordOf(name) });
    const env = { HEARSAY_ACCOUNTS: 'on', HEARSAY_ACCOUNTS_FILE: file.path, HEARSAY_QUERY_WRITES: 'yes' };
    [server, browser] = await Promise.all([startServer({ env }), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function visit(search = '', size = desk) {
    const small = size.width < 500;
    const look = { viewport: size, reducedMotion: 'reduce', hasTouch: small, isMobile: small } as const;
    const context = await browser.newContext({ ...look, colorScheme: 'light' });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const trouble: string[] = [];
    page.on('pageerror', (error) => trouble.push(error.message));
    await page.goto(`${server.address}/${search}`);
    await page.getByRole('dialog', { name: 'Sign in to Hearsay' }).waitFor();
    return { page, trouble, close: () => context.close() };
  }
  async function signIn(page: Page, name: string, password = passwordOf(name)) {
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
  }
  async function visitAs(name: string, search = '?node=country:hu', size = desk) {
    const visited = await visit(search, size);
    await signIn(visited.page, name);
    await visited.page.locator('.panel h2').first().waitFor();
    return visited;
  }
  /** A picture in both themes, without what axe finds serious. */
  async function look(page: Page, name: string, size = desk) {
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe(theme);
      await page.screenshot({ path: join(pictures, `${name}-${theme}-${size.width}.png`) });
      expect(await serious(page), `${name}, ${theme}`).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBe(0);
  }

  it.each([desk, phone])('nothing of the data is there before somebody signs in, at $width pixels', async (size) => {
    const { page, trouble, close } = await visit('?node=country:hu', size);
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('autocomplete'))).toBe('username');
    await page.keyboard.press('Escape');
    await look(page, 'sign-in', size);
    await signIn(page, 'Edda', 'a wrong password');
    await page.getByRole('alert').getByText('The name or the password is wrong').waitFor();
    await look(page, 'sign-in-wrong', size);
    await expect.poll(() => page.getByText('Hungary').count()).toBe(0);
    await page.getByLabel('Password', { exact: true }).fill(passwordOf('Edda'));
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.locator('.panel h2').first().waitFor();
    await page.getByRole('dialog', { name: 'Sign in to Hearsay' }).waitFor({ state: 'hidden' });
    expect(trouble).toEqual([]);
    await close();
  });

  it('keeps what was typed where a session ends, and does it once somebody has signed in again', async () => {
    const { page, trouble, close } = await visitAs('Edda');
    const notes = page.getByRole('region', { name: 'Notes' });
    await notes.getByRole('button', { name: 'Write a note' }).click();
    await notes.getByRole('textbox', { name: 'New note' }).fill('Ask the harbour of Norland.');
    await expect.poll(() => notes.getByRole('textbox', { name: 'Written by' }).count()).toBe(0);
    await notes.getByText('Signed Edda.').waitFor();
    // What the page asks for by itself would ask to sign in, too.
    await page.waitForLoadState('networkidle');
    await file.change((document) => endAll(document, 'Edda'));
    await notes.getByRole('button', { name: 'Save the note' }).click();
    const again = page.getByRole('dialog', { name: 'Sign in again' });
    await again.getByText('The session of Edda has ended').waitFor();
    await look(page, 'sign-in-again');
    await again.getByRole('button', { name: 'Not now' }).click();
    await notes.getByText('Nobody is signed in').waitFor();
    await expect
      .poll(() => notes.getByRole('textbox', { name: 'New note' }).inputValue())
      .toBe('Ask the harbour of Norland.');
    // What the page asks for by itself does not ask again.
    await page.getByRole('button', { name: 'Sign in again, Edda' }).waitFor();
    await notes.getByRole('button', { name: 'Save the note' }).click();
    await again.getByLabel('Password', { exact: true }).fill(passwordOf('Edda'));
    await again.getByRole('button', { name: 'Sign in', exact: true }).click();
    const written = notes.getByRole('article');
    await written.getByText('Ask the harbour of Norland.').waitFor();
    await written.getByText('Edda').waitFor();
    expect(trouble).toEqual([]);
    await close();
  });

  it('offers a reader nothing that is not for readers, and says why', async () => {
    const { page, trouble, close } = await visitAs('Rea');
    await page.getByRole('region', { name: 'Notes' }).waitFor();
    for (const name of ['Write a note', 'Grade it', 'Decide', 'Edit'])
      await expect.poll(() => page.getByRole('button', { name, exact: true }).count(), { message: name }).toBe(0);
    await page.getByRole('button', { name: 'Saved views' }).click();
    await page.getByText('You are a reader here: editors save views').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Articles' }).first().click();
    await page.getByRole('region', { name: 'Articles' }).getByText('Kyiv Post').first().waitFor();
    for (const name of ['Add articles…', 'Audit log'])
      await expect.poll(() => page.getByRole('button', { name }).count()).toBe(0);
    const meta = await page.evaluate(async () => (await fetch('/api/meta')).json());
    expect(meta.limits.query.writes).toBe(false);
    expect(trouble).toEqual([]);
    await close();
  });

  it.each([desk, phone])(
    'has an account’s password, tokens and people in one place, at $width pixels',
    async (size) => {
      const { page, trouble, close } = await visitAs('Ada', '?node=country:hu', size);
      await page.getByRole('button', { name: 'Account: Ada, admin' }).click();
      const dialog = page.getByRole('dialog', { name: 'Account' });
      const person = `Bo ${size.width}`;
      await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(person);
      await dialog.getByLabel('Password', { exact: true }).fill(passwordOf('Bo'));
      await dialog.getByRole('button', { name: 'Add', exact: true }).click();
      await dialog.getByRole('combobox', { name: `Role of ${person}` }).selectOption('editor');
      await expect
        .poll(async () => (await file.read()).accounts.find(({ name }) => name === person)?.role)
        .toBe('editor');
      await dialog.getByRole('textbox', { name: 'What for' }).fill('A feed');
      await dialog.getByRole('button', { name: 'Make a token' }).click();
      const token = await dialog.locator('.made-token code').textContent();
      const asked = await fetch(`${server.address}/api/meta`, { headers: { authorization: `Bearer ${token}` } });
      expect(((await asked.json()) as { account: object }).account).toEqual({
        name: 'Ada',
        role: 'reader',
        via: 'token',
      });
      await look(page, 'account', size);
      await dialog.getByRole('button', { name: 'End the token A feed' }).click();
      await dialog.getByRole('button', { name: 'End it: End the token A feed' }).click();
      await expect.poll(async () => (await file.read()).tokens.length).toBe(0);
      await dialog.getByRole('button', { name: `Remove ${person}` }).click();
      await dialog.getByRole('button', { name: `Remove for good: Remove ${person}` }).click();
      await expect.poll(() => dialog.getByText(person).count()).toBe(0);
      expect(trouble).toEqual([]);
      await close();
    },
  );

  it.each([desk, phone])('shows admins who changed what, by the keyboard alone, at $width pixels', async (size) => {
    const { page, trouble, close } = await visitAs('Ada', '?node=country:hu', size);
    const title = `A view of ${size.width} pixels`;
    await page.evaluate(async (name) => {
      const headers = { 'content-type': 'application/json', 'x-hearsay': '1' };
      const body = JSON.stringify({ name, view: { query: 'tab=ledger', added: [] } });
      await fetch('/api/views', { method: 'POST', headers, body });
    }, title);
    await page.getByRole('button', { name: 'Account: Ada, admin' }).press('Enter');
    await page.getByRole('button', { name: 'Who changed what' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Audit log' });
    const first = dialog.getByRole('list', { name: 'Entries' }).getByRole('listitem').first();
    await first.getByText('Ada, in the page').waitFor();
    await first.getByText('Details').press('Enter');
    await first.getByText('POST /api/views').waitFor();
    await look(page, 'audit', size);
    await dialog.getByRole('textbox', { name: 'What' }).fill('adds the account');
    await dialog.getByRole('textbox', { name: 'What' }).press('Enter');
    await first.getByText('Adds the account, as').waitFor();
    await dialog.getByRole('textbox', { name: 'Who' }).fill('nobody');
    await dialog.getByRole('button', { name: 'Find' }).press('Enter');
    await dialog.getByText('No entry is like that').waitFor();
    await look(page, 'audit-none', size);
    await dialog.getByRole('button', { name: 'All', exact: true }).press('Enter');
    await first.getByText('POST /api/views').waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog.isVisible()).toBe(false);
    expect(trouble).toEqual([]);
    await close();
  });

  it('changes the own password and stays signed in, then signs out', async () => {
    const { page, trouble, close } = await visitAs('Rea');
    await page.getByRole('button', { name: 'Account: Rea, reader' }).click();
    const dialog = page.getByRole('dialog', { name: 'Account' });
    await dialog.getByLabel('Present password').fill('not the present one');
    await dialog.getByLabel('New password').fill('another harbour of Rea');
    await dialog.getByRole('button', { name: 'Change', exact: true }).click();
    await dialog.getByRole('alert').getByText('password is wrong').waitFor();
    await dialog.getByLabel('Present password').fill(passwordOf('Rea'));
    await dialog.getByRole('button', { name: 'Change', exact: true }).click();
    await dialog.getByText('It is changed.').waitFor();
    await dialog.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('dialog', { name: 'Sign in to Hearsay' }).waitFor();
    await signIn(page, 'rea', 'another harbour of Rea');
    await page.locator('.panel h2').first().waitFor();
    expect(trouble).toEqual([]);
    await close();
  });
});
