// What is measured on a page: the first whole frame, scripting while it is panned and while the pointer goes over nodes.
import type { Browser, CDPSession, Page } from 'playwright-core';

/** How long a renderer has until its first frame, in ms. */
export const patience = 60_000;

export const medianOf = (numbers: readonly number[]): number => percentile(numbers, 0.5);
export const percentile = (numbers: readonly number[], share: number): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

interface Opened {
  page: Page;
  client: CDPSession;
  /** ms from the data being there to the first frame with all of it; undefined where it did not come in time. */
  firstFrame: number | undefined;
  /** ms from the start of the page. */
  sinceStart: number;
  close(): Promise<void>;
}

/** Opens a page in a fresh profile and waits until it has drawn everything. */
export async function open(browser: Browser, address: string): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  // Processor time of the thread, so that neither a neighbour on the machine nor the software renderer's pace counts.
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(address, { waitUntil: 'commit' });
  const there = () => performance.getEntriesByName('hearsay:frame').length > 0;
  const came = await page.waitForFunction(there, undefined, { timeout: patience, polling: 100 }).then(
    () => true,
    () => false,
  );
  const [data, frame] = await page.evaluate(() =>
    ['hearsay:data', 'hearsay:frame'].map((name) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN),
  );
  return {
    page,
    client,
    firstFrame: came ? (frame as number) - (data as number) : undefined,
    sinceStart: frame as number,
    close: () => context.close(),
  };
}

/** ms of scripting and of all tasks on the page's main thread so far, in processor time. */
async function spent({ client }: Opened): Promise<{ script: number; task: number }> {
  const { metrics } = await client.send('Performance.getMetrics');
  const of = (name: string) => (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN) * 1000;
  return { script: of('ScriptDuration'), task: of('TaskDuration') };
}

/** Resolves after the next frame is drawn. */
const frame = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));

/** The part of the window where the graph is, in CSS pixels. */
async function room(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await page.locator('#stage, .stage-canvas').first().boundingBox();
  if (!box) throw new Error('The page has no canvas.');
  return box;
}

export interface PerFrame {
  script: number;
  task: number;
  /** On the clock, the software renderer's work included. */
  clock: number;
}

/** Drags the canvas by its corner, a move a frame; ms for each frame. */
export async function pan(opened: Opened, frames: number): Promise<PerFrame> {
  const { page } = opened;
  const { x, y, width, height } = await room(page);
  // Near the lower right corner there are no nodes, and nothing of the page's own lies over the canvas.
  const at = { x: x + width - 30, y: y + height - 60 };
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x - 6, at.y - 6);
  await frame(page);
  const before = await spent(opened);
  const start = performance.now();
  for (let step = 1; step <= frames; step++) {
    await page.mouse.move(at.x - 6 - step * 3, at.y - 6 - step * 2);
    await frame(page);
  }
  const clock = performance.now() - start;
  const after = await spent(opened);
  await page.mouse.up();
  await frame(page);
  return {
    script: (after.script - before.script) / frames,
    task: (after.task - before.task) / frames,
    clock: clock / frames,
  };
}

/** Goes over the canvas; ms of scripting for each time that the pointer came upon something. */
export async function hover(opened: Opened, times: number): Promise<number[]> {
  const { page } = opened;
  const { x, y, width, height } = await room(page);
  const isOver = () =>
    (document.querySelector('#stage, .stage-canvas') as HTMLElement | null)?.style.cursor === 'pointer';
  const found: number[] = [];
  for (let step = 0; step < times * 4 && found.length < times; step++) {
    // A spiral from the middle, where nodes are dense.
    const radius = (Math.min(width, height) / 2 - 40) * Math.sqrt((step % 97) / 97);
    const before = await spent(opened);
    await page.mouse.move(
      x + width / 2 + radius * Math.cos(step * 2.4),
      y + height / 2 + radius * Math.sin(step * 2.4),
    );
    await frame(page);
    await frame(page);
    const after = await spent(opened);
    if (await page.evaluate(isOver)) found.push(after.script - before.script);
  }
  return found;
}
