// `npm run bench -- --browser`: the explorer in Chromium against a bare page of the same sigma and graphology, and against
// vis-network and cytoscape, on the same graphs in one run. Throws at the end with what of docs/benchmarks.md did not hold.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launch, reason } from '../../tests/e2e/chromium.ts';
import { startServer } from '../../tests/e2e/server.ts';
import { compareHeader, compareOn, type Size } from './compare.ts';
import { hasSigmaGraph, madeUp, pageGraph, sigmaGraph } from './graphs.ts';
import { longestTasks, runForces } from './layout.ts';
import { open } from './measure.ts';
import { measureOpening } from './opening.ts';
import { buildPages, renderers } from './pages.ts';
import { serveGraph } from './product.ts';
import { measureWire, wireHeader } from './wire.ts';

/** The most that may be: kB of the first view as packed, ms of processor time of a task while forces are at work. */
const most = { weight: 250, task: 100 };

function sizes(smoke: boolean): Size[] {
  if (smoke) return [{ graph: madeUp(200, 400), visits: 1, frames: 3, hovers: 3 }];
  const large = { graph: madeUp(50_000, 200_000), visits: 1, frames: 3, hovers: 0 };
  // Where sigma's graph is not at hand, one of the same size stands in; its name says so.
  const [small, middle] = hasSigmaGraph()
    ? [sigmaGraph(1500), sigmaGraph()]
    : [madeUp(1500, 1000), madeUp(10_000, 20_000)];
  return [
    { graph: small, visits: 5, frames: 40, hovers: 40 },
    { graph: middle, visits: 3, frames: 10, hovers: 40 },
    large,
  ];
}

async function whileForcesWork(browser: Browser, address: string): Promise<number[]> {
  const { page, close } = await open(browser, address);
  const tasks = await longestTasks(browser, page, () => runForces(page, 20_000));
  await close();
  return tasks;
}

/**
 * Prints tables in Markdown; `smoke` only shows that it works, `only` are the numbers of nodes to be measured, all where
 * it is empty. Errors: what is not at hand, and what did not hold.
 */
export async function measureBrowser(smoke: boolean, only: readonly number[] = []): Promise<void> {
  if (reason !== '') throw new Error(`Chromium is not at hand${reason}.`);
  const broken: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-pages-'));
  const weights = await buildPages(folder);
  const browser = await launch();
  const print = (lines: readonly string[]) => console.log(`${lines.join('\n')}\n`);
  try {
    const bundled = await startServer();
    const { files, answers, picture } = await measureOpening(browser, bundled.address, smoke ? 1 : 5).finally(
      bundled.stop,
    );
    if (files + answers > most.weight)
      broken.push(`the first view weighs ${(files + answers).toFixed(0)} kB, at most ${most.weight}`);
    print([
      `The bundled graph from an empty cache: first whole picture after ${picture.toFixed(0)} ms.`,
      `As packed: files ${files.toFixed(0)} kB, answers of the API ${answers.toFixed(0)} kB.`,
      `Scripts of the bare pages by gzip: ${renderers.map((name) => `${name} ${weights[name].toFixed(0)} kB`).join(', ')}.`,
    ]);
    for (const size of sizes(smoke).filter(({ graph }) => only.length === 0 || only.includes(graph.order))) {
      const product = await serveGraph(size.graph);
      try {
        const { line, graph } = await measureWire(size.graph.name, product.address);
        print([...wireHeader, line]);
        const page = { folder, graph: pageGraph(graph) };
        print([
          ...compareHeader,
          ...(await compareOn(browser, size, product.page, page, (words) => broken.push(words))),
        ]);
        if (smoke || size.graph.order !== 10_000) continue;
        const tasks = (await whileForcesWork(browser, product.page)).slice(0, 5).map(Math.round);
        print([`Longest tasks of the page while forces are at work: ${tasks.join(', ')} ms of processor time.`]);
        if (!((tasks[0] ?? most.task) < most.task))
          broken.push(`a task of ${tasks[0]} ms while forces are at work, at most ${most.task}`);
      } finally {
        await product.stop();
      }
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
  if (broken.length > 0 && !smoke) throw new Error(`Not as it should be:\n- ${broken.join('\n- ')}`);
}
