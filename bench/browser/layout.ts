// The longest task of the page's main thread while a layout runs in its worker, from Chromium's own trace.
import type { Browser, Page } from 'playwright-core';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Processor time, in µs. */
  tdur?: number;
  args: { name?: string };
}

/** ms of processor time of the main thread's longest tasks while `work` goes on, longest first. */
export async function longestTasks(browser: Browser, page: Page, work: () => Promise<void>): Promise<number[]> {
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  await work();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const mains = new Set(
    trace.traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = trace.traceEvents.filter(
    ({ name, ph, pid, tid }) => ph === 'X' && name === 'ThreadControllerImpl::RunTask' && mains.has(`${pid} ${tid}`),
  );
  if (tasks.length === 0) throw new Error('The trace has no task of the page’s main thread.');
  return tasks.map(({ tdur = 0 }) => tdur / 1000).sort((a, b) => b - a);
}

/** Lets forces work on what is shown, until they rest or the time is over, in ms. */
export async function runForces(page: Page, atMost: number): Promise<void> {
  await page.getByRole('button', { name: /^Layout: / }).click();
  await page.getByRole('button', { name: 'Let forces work on' }).click();
  await page.keyboard.press('Escape');
  const working = page.getByText(/^Arranging: /);
  await working.waitFor();
  await working.waitFor({ state: 'detached', timeout: atMost }).catch(() => undefined);
}
