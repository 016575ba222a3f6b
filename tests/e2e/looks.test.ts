// How the main views look and whether everybody can use them: axe and a picture in both themes, at desk and phone size.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../server/root.ts';
import { serious } from './axe.ts';
import { desk, phone, reason, stand } from './browser.ts';
import { run, viewResult } from './cypher-page.ts';

const pictures = join(projectRoot, 'tests', 'e2e', 'screenshots');

interface View {
  search: string;
  /** What is there once the view is; a phone shows some views without the panel. */
  ready?: string;
  /** What is done before it is looked at. */
  act?: (page: Page) => Promise<void>;
}
const anonymous = encodeURIComponent('source:suspilne-nato-source-not-ready#nato-source');
const press = async (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

/** On a phone the rail is folded at first. */
async function showRail(page: Page): Promise<void> {
  const shown = page.getByRole('button', { name: 'Show filters and legend' });
  if (await shown.isVisible()) await shown.click();
}
async function showLegend(page: Page): Promise<void> {
  await showRail(page);
  await page.getByRole('button', { name: 'Legend', exact: true }).click();
}

/** A note on Hungary, written once and there for every picture after. */
async function writeNote(page: Page): Promise<void> {
  const notes = page.getByRole('region', { name: 'Notes' });
  await notes.getByRole('button', { name: 'Write a note' }).waitFor();
  await expect.poll(() => notes.getByText('Loading the notes').count()).toBe(0);
  if ((await notes.getByRole('article').count()) > 0) return;
  await notes.getByRole('button', { name: 'Write a note' }).click();
  await notes
    .getByRole('textbox', { name: 'New note' })
    .fill(
      'Ask the embassy whether the minister spoke for the government.\n\nSee https://example.org/a/rather/long/address/that/does/not/fit/on/one/line.html',
    );
  await notes.getByRole('textbox', { name: 'Written by' }).fill('Ada');
  await notes.getByRole('button', { name: 'Save the note' }).click();
  await notes.getByRole('article').waitFor();
}

const paths = 'MATCH p = (a:Outlet)-[c:CITES]->(:Outlet) RETURN a, c, p ORDER BY a.key LIMIT 8';

const views: Readonly<Record<string, View>> = {
  graph: { search: '' },
  node: { search: '?node=country:hu' },
  evidence: { search: '?edge=OPPOSES~country:hu~plan:nato-invitation' },
  path: { search: '?path=person:viktor-orban,outlet:politico,4' },
  table: { search: '?tab=table&node=country:de' },
  person: { search: '?node=person:serhii-nykyforov' },
  matrix: { search: '?tab=matrix&edge=OPPOSES~country:de~plan:nato-invitation' },
  ledger: { search: '?tab=ledger&node=country:de', act: (page) => press(page, 'Decide') },
  articles: { search: '?tab=articles&article=article:kyiv-post-2024-10-24' },
  brief: {
    search: '?tab=brief',
    ready: '.brief-page',
    act: (page) => page.frameLocator('.brief-page').getByRole('heading', { level: 1 }).waitFor(),
  },
  day: { search: '?as-of=2024-10-24', act: (page) => press(page, /^As of 24 Oct/) },
  difference: { search: '?as-of=2024-10-24&since=2024-10-20' },
  without: { search: '?without=outlet:politico' },
  utterance: {
    search: `?node=${encodeURIComponent('quote:kyiv-post-2024-10-24#q-more-than-horrifying')}`,
    act: async (page) => {
      await page.getByText('Who said it first, who followed').click();
      await page.locator('.spread-steps').waitFor();
    },
  },
  source: { search: `?node=${anonymous}`, act: (page) => press(page, 'Suppose who it is') },
  grade: { search: '?node=outlet:kyiv-post', act: (page) => press(page, 'Grade it') },
  cypher: {
    search: '?tab=cypher',
    ready: '.cm-content',
    act: async (page) => {
      await run(page, paths);
      await page.getByRole('treegrid').locator('.result-cells').first().click();
    },
  },
  'cypher-graph': {
    search: '?tab=cypher',
    ready: '.cm-content',
    act: async (page) => {
      await run(page, paths);
      await viewResult(page, 'Graph');
    },
  },
  'cypher-plan': {
    search: '?tab=cypher',
    ready: '.cm-content',
    act: async (page) => {
      await run(page, paths);
      await press(page, 'Explain');
      await page.getByRole('table', { name: 'Plan' }).waitFor();
    },
  },
  'cypher-library': {
    search: '?tab=cypher',
    ready: '.cm-content',
    act: (page) => press(page, 'Library'),
  },
  'cypher-schema': {
    search: '?tab=cypher',
    ready: '.cm-content',
    act: async (page) => {
      await press(page, 'Schema');
      await page.getByRole('table', { name: 'Labels' }).waitFor();
    },
  },
  circle: { search: '?layout=circle' },
  rings: { search: '?layout=rings' },
  layers: { search: '?layout=layers' },
  map: { search: '?layout=map' },
  metrics: { search: '?size=pagerank&colour=community', act: showLegend },
  selection: { search: '?select=country:hu,country:sk,person:robert-fico,plan:nato-invitation' },
  history: {
    search: '?stances-off=supports',
    act: async (page) => {
      await showRail(page);
      await press(page, /^Reset$/);
      await press(page, /^History$/);
      await page.getByRole('list', { name: 'Steps' }).waitFor();
    },
  },
  filters: { search: '?contested=1&origins=1&degree=2&stances-off=supports&days=2024-10-20..2024-12-31' },
  legend: { search: '', act: showLegend },
  style: {
    search: '?style=n~Country~gold~1.5~square~name~iso2,r~OPPOSES~wine~2~type,r~HOLDS_OFFICE~green~2~.title',
    act: async (page) => {
      await showLegend(page);
      await press(page, /^Country/);
    },
  },
  notes: {
    search: '?node=country:hu',
    act: async (page) => {
      await writeNote(page);
      await page.getByRole('region', { name: 'Notes' }).getByRole('article').scrollIntoViewIfNeeded();
    },
  },
  'all-notes': {
    search: '?node=country:hu',
    act: async (page) => {
      await writeNote(page);
      await press(page, /^(All \d+ notes|The one note)$/);
      await page.getByRole('dialog').getByRole('list', { name: 'All notes' }).getByRole('listitem').waitFor();
    },
  },
  searching: {
    search: '',
    act: async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('ukr');
      await page.getByRole('option').first().waitFor();
    },
  },
  names: {
    search: '',
    act: async (page) => {
      await press(page, 'Paste a list of names');
      await page.getByRole('dialog').getByRole('textbox').fill('Hungary\nZelenskyy\nNobody at all');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Match/ })
        .click();
      await page.getByRole('dialog').getByRole('table').waitFor();
    },
  },
  relations: { search: '?tab=table', ready: '.table-tab', act: (page) => press(page, /^Relations/) },
  'add-articles': { search: '?tab=articles', ready: '.articles-tab', act: (page) => press(page, 'Add articles…') },
  correct: {
    search: '?tab=articles&article=article:kyiv-post-2024-10-24',
    act: async (page) => {
      await press(page, 'Correct it');
      await page.getByRole('dialog').getByRole('button', { name: 'Add a claim' }).click();
    },
  },
  changes: { search: '?tab=articles', ready: '.articles-tab', act: (page) => press(page, 'Changes') },
  cases: {
    search: '',
    act: async (page) => {
      await press(page, /^Case:/);
      await press(page, 'Make and change cases');
      await press(page, 'New case');
    },
  },
};
const cases = Object.entries(views).flatMap(([name, view]) =>
  [desk, phone].map((size) => ({ name, view, size, width: size.width })),
);

describe.skipIf(reason !== '')(`looks${reason}`, () => {
  const { visit, site } = stand();

  it.each(cases)('$name, $width pixels wide', async ({ name, view, size, width }) => {
    mkdirSync(pictures, { recursive: true });
    const { page, trouble, close } = await visit(view.search, { size, ready: view.ready ?? '.panel h2' });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await expect.poll(() => page.locator('.panel .progress').count()).toBe(0);
    await view.act?.(page);
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe(theme);
      const picture = await page.screenshot({ path: join(pictures, `${name}-${theme}-${width}.png`) });
      // A blank or broken page compresses to far less than one with text and a drawing.
      expect(picture.length).toBeGreaterThan(20_000);
      // Colours are the same at any size: on a phone it is enough to look for faults once.
      if (size === desk || theme === 'dark') expect(await serious(page), theme).toEqual([]);
    }
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBe(0);
    expect(trouble).toEqual([]);
    await close();
  });

  it('reaches every part by Tab, with the focus visible, from a link past the canvas on', async () => {
    const { page, close } = await visit();
    await page.keyboard.press('Tab');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('Skip to details and evidence');
    const reached = new Set<string>();
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        const { outlineStyle, outlineWidth, backgroundColor } = getComputedStyle(element);
        const outlined = outlineStyle !== 'none' && outlineWidth !== '0px';
        return {
          area: element.closest('.top-bar, .rail, .stage, .canvas-tools, .panel')?.className.split(' ')[0] ?? '',
          visible: outlined || (element.matches('.splitter') && backgroundColor !== 'rgba(0, 0, 0, 0)'),
          html: element.outerHTML.slice(0, 120),
        };
      });
      if (!at) continue;
      expect(at.visible, at.html).toBe(true);
      reached.add(at.area);
    }
    for (const area of ['top-bar', 'rail', 'stage', 'canvas-tools', 'panel']) expect([...reached]).toContain(area);
    await close();
  });

  it('weighs at most 250 kB compressed at the first view, all of it from this server', async () => {
    const { page, close } = await visit();
    const files = await page.evaluate(() => [
      location.href,
      ...performance.getEntriesByType('resource').map((entry) => entry.name),
    ]);
    await close();
    expect(files.filter((name) => !name.startsWith(site().address))).toEqual([]);
    let bytes = 0;
    for (const name of new Set(files.filter((file) => !file.includes('/api/')))) {
      const body = Buffer.from(await (await fetch(name)).arrayBuffer());
      bytes += name.endsWith('.woff2') ? body.length : gzipSync(body).length;
    }
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThanOrEqual(250_000);
  });
});
