// A person exploring a loaded graph: they search, open, expand, filter and look at the other views; what each step takes.
import type { Browser, Page } from 'playwright-core';
import { time } from '../measure.ts';
import { longestTasks } from './layout.ts';
import { medianOf, percentile } from './measure.ts';

interface Taken {
  /** ms on the clock from the key or click until what was asked for is on the page. */
  clock: number[];
  /** ms of processor time of the longest task of the page's main thread meanwhile. */
  task: number[];
}
type Step = (what: string, work: () => Promise<void>) => Promise<void>;

const stageOf = (page: Page) => page.getByRole('region', { name: /^Graph of / });

/** Finds each of the names, opens and expands it. */
async function explore(page: Page, names: readonly string[], step: Step): Promise<void> {
  const panel = page.getByRole('complementary', { name: 'Details and evidence' });
  for (const name of names) {
    await stageOf(page).focus();
    await page.keyboard.press('/');
    const named = page.getByRole('option').filter({ has: page.getByText(name, { exact: true }) });
    await step('search: a name is typed, until it is offered', async () => {
      await page.keyboard.insertText(name);
      await named.first().waitFor();
    });
    await step('open: Enter, until the panel tells of it', async () => {
      await page.keyboard.press('Enter');
      await panel.getByRole('heading', { level: 2, name, exact: true }).waitFor();
    });
    await stageOf(page).focus();
    await step('expand: e, until its neighbours are drawn', async () => {
      await page.keyboard.press('e');
      await page.getByText(`around ${name}.`).first().waitFor();
    });
  }
}

/** Puts everybody on the canvas and takes them off again. */
async function filter(page: Page, times: number, step: Step): Promise<void> {
  const everybody = page.getByRole('checkbox', { name: /^Without a position/ });
  const words = ['filter: all that is loaded comes on the canvas', 'filter: it goes again'];
  for (const what of Array.from({ length: times }, () => words).flat()) {
    const before = await stageOf(page).getAttribute('aria-label');
    const isOther = (label: string | null) => document.querySelector('.stage')?.getAttribute('aria-label') !== label;
    await step(what, async () => {
      await everybody.click();
      await page.waitForFunction(isOther, before);
    });
  }
}

const tabs = [
  ['Table', 'main tbody tr, main [role=row]'],
  ['Ledger', '.contradiction'],
  ['Articles', '.articles-tab tbody tr, .articles-tab [role=row]'],
] as const;

/** Opens the views beside the graph. */
async function look(page: Page, times: number, step: Step): Promise<void> {
  const views = page.getByRole('navigation', { name: 'Views' });
  for (const [name, row] of Array.from({ length: times }, () => tabs).flat()) {
    await step(`${name}: a click on the tab, until its rows are there`, async () => {
      await views.getByRole('button', { name: new RegExp(`^${name}`) }).click();
      await page.locator(row).first().waitFor();
    });
    await views.getByRole('button', { name: 'Graph', exact: true }).click();
    await stageOf(page).locator('canvas').first().waitFor();
  }
}

export const journeyHeader = [
  '| step | times | on the clock, ms (median / p95) | longest task of the page, ms (median / most) |',
  '|---|---|---|---|',
];

const ms = (value: number): string => value.toFixed(0);

/** A line for each kind of step, from a page that shows the graph; `names` are of what has neighbours that it does not show. */
export async function measureJourney(
  browser: Browser,
  page: Page,
  names: readonly string[],
  times: number,
): Promise<string[]> {
  page.setDefaultTimeout(30_000);
  const steps = new Map<string, Taken>();
  const step: Step = async (what, work) => {
    let clock = 0;
    const tasks = await longestTasks(browser, page, async () => {
      clock = await time(work);
    });
    const taken = steps.get(what) ?? { clock: [], task: [] };
    steps.set(what, taken);
    taken.clock.push(clock);
    taken.task.push(tasks[0] ?? Number.NaN);
  };
  await explore(page, names, step);
  await filter(page, times, step);
  await look(page, times, step);
  return [...steps].map(([what, { clock, task }]) => {
    const cells = [
      `${ms(medianOf(clock))} / ${ms(percentile(clock, 0.95))}`,
      `${ms(medianOf(task))} / ${ms(Math.max(...task))}`,
    ];
    return `| ${[what, clock.length, ...cells].join(' | ')} |`;
  });
}
