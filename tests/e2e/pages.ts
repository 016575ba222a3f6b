// Pages of the built server in Chromium: a test opens its own, and fails on any error that its page reports.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContextOptions, Locator, Page, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { desk } from './browser.ts';
import { launch, reason } from './chromium.ts';
import { type RunningServer, startServer } from './server.ts';

export interface Opened {
  page: Page;
  /** What the page complained of: exceptions, console errors (violations of the content policy too), dialogs. */
  complaints: string[];
}
export interface OpenOptions extends BrowserContextOptions {
  /** Scripts that run before the page's own. */
  scripts?: readonly string[];
  /** Another server's address, without a slash at the end. */
  origin?: string;
  /** Complaints that belong to what the test does, such as the browser's line on a request that fails. */
  allowed?: RegExp;
}

/** How long each answer of the API is held back at most, in milliseconds: finds tests that win a race by luck. */
const latency = Number(process.env.E2E_LATENCY ?? 0);

let browser: Browser;
let server: RunningServer | undefined;
let open: { close: () => Promise<void>; opened: Opened; allowed: RegExp | undefined }[] = [];

/** Tests that need Chromium, with a server of their own over the bundled case unless they bring one (`serve`). */
export function describeInBrowser(
  title: string,
  tests: () => void,
  serve: () => Promise<RunningServer> = () => startServer(),
): void {
  describe.skipIf(reason !== '')(title + reason, () => {
    beforeAll(async () => {
      [browser, server] = await Promise.all([launch(), serve()]);
    });
    afterEach(closePages);
    afterAll(async () => {
      await browser?.close();
      await server?.stop();
    });
    tests();
  });
}

async function closePages(): Promise<void> {
  const done = open;
  open = [];
  for (const { close } of done) await close();
  for (const { opened, allowed } of done)
    expect(opened.complaints.filter((complaint) => !allowed?.test(complaint))).toEqual([]);
}

/** Works with one more server, which ends after its pages: a page may still be fetching its other views. */
export async function withServer<S extends { stop(): Promise<void> }>(
  start: () => Promise<S>,
  work: (server: S) => Promise<void>,
): Promise<void> {
  const further = await start();
  try {
    await work(further);
    await closePages();
  } finally {
    await further.stop();
  }
}

/** The server of the tests under way. */
export function served(): RunningServer {
  if (!server) throw new Error('There is no server yet: ask in a test.');
  return server;
}

/** Opens an address in a fresh context, at desk size unless told; `path` begins with a slash. */
export async function openPage(path = '/', options: OpenOptions = {}): Promise<Opened> {
  const { scripts = [], allowed, origin = served().address, ...rest } = options;
  const context = await browser.newContext({ viewport: desk, reducedMotion: 'reduce', ...rest });
  context.setDefaultTimeout(15_000);
  if (latency > 0) {
    await context.route('**/api/**', async (route) => {
      await sleep(Math.random() * latency);
      await route.continue().catch(() => undefined);
    });
  }
  for (const content of scripts) await context.addInitScript({ content });
  const page = await context.newPage();
  const opened: Opened = { page, complaints: [] };
  countRequests(page);
  page.on('pageerror', (error) => opened.complaints.push(`exception: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') opened.complaints.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('dialog', (dialog) => {
    opened.complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  open.push({ close: () => context.close(), opened, allowed });
  await page.goto(origin + path);
  return opened;
}

/** The same, once the graph, the table or the list of articles is there and nothing more is on its way. */
export async function openReady(path = '/', options: OpenOptions = {}): Promise<Page> {
  const { page } = await openPage(path, options);
  await ready(page);
  await settled(page);
  return page;
}

const underWay = new WeakMap<Page, Set<Request>>();

function countRequests(page: Page): void {
  const requests = new Set<Request>();
  underWay.set(page, requests);
  page.on('request', (request) => {
    // Chromium does not always say that a worker's script has come; what a worker does shows in the page.
    if (!/\/worker-[\w-]+\.js$/.test(request.url())) requests.add(request);
  });
  page.on('requestfinished', (request) => requests.delete(request));
  page.on('requestfailed', (request) => requests.delete(request));
}

/** Waits until every answer that the page asked for is there and drawn: a part that comes late moves the others. */
export async function settled(page: Page): Promise<void> {
  const requests = underWay.get(page);
  if (!requests) throw new Error('Only a page of openPage is known to be settled.');
  const until = Date.now() + 15_000;
  for (let calm = 0; calm < 3; calm = requests.size === 0 ? calm + 1 : 0) {
    if (Date.now() > until)
      throw new Error(`Still under way after 15 s: ${[...requests].map((request) => request.url()).join(', ')}`);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 20))));
  }
}

export async function ready(page: Page): Promise<void> {
  await page.getByText(/^(Loading the graph|Arranging)/).waitFor({ state: 'detached' });
  await page.locator('main').locator('.stage canvas, table, .cm-content').first().waitFor();
}

/** The panel on the right. */
export const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Details and evidence' });
export const headingOf = (page: Page) => panelOf(page).getByRole('heading', { level: 2 });
export const railOf = (page: Page) => page.getByRole('complementary', { name: 'Filters and legend' });
/** Shows the legend in the rail. */
export const openLegend = (page: Page) => railOf(page).getByRole('button', { name: 'Legend', exact: true }).click();
export const stageOf = (page: Page) => page.getByRole('region', { name: /^Graph of / });

/** How many nodes and relations the canvas says it draws. */
export async function drawnCounts(page: Page): Promise<{ nodes: number; edges: number }> {
  const text = (await stageOf(page).getAttribute('aria-label')) ?? '';
  const [, nodes, edges] = /Graph of ([\d,]+) nodes? and ([\d,]+) relations?/.exec(text) ?? [];
  return { nodes: Number(nodes?.replaceAll(',', '')), edges: Number(edges?.replaceAll(',', '')) };
}

/** Asks the API to write something; throws with its answer where it refuses. */
export async function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(served().address + path, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** The parsed answer of a route, asked outside of the page. */
export async function ask<T>(path: string): Promise<T> {
  const response = await fetch(served().address + path);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** What the facets count, as "name shown/total" in the order of the page. */
export const facetsOf = (page: Page, group: string): Promise<string[]> =>
  railOf(page)
    .getByRole('group', { name: group, exact: true })
    .locator('label.facet')
    .evaluateAll((labels) =>
      labels.map((label) => {
        const name = label.querySelector('.facet-name')?.textContent ?? '';
        return `${name.replace(/^\P{L}+/u, '')} ${label.querySelector('.facet-count')?.textContent}`;
      }),
    );

/** Presses Tab until the element has the focus; throws when `most` presses do not reach it. */
export async function tabTo(page: Page, target: Locator, most = 150): Promise<void> {
  for (let pressed = 0; pressed < most; pressed++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${most} presses of Tab do not reach ${target}`);
}
