// `npm run bench -- --browser --load FOLDER`: the whole files of real data in one embedded database, and the page over it: what
// it shows first, beside the bare pages, how a person explores it, and how long the server takes to answer.
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GraphView } from '../../server/schema/view.ts';
import { openStore } from '../../server/store/open.ts';
import { launch, reason } from '../../tests/e2e/chromium.ts';
import { startServer } from '../../tests/e2e/server.ts';
import { loadsIn } from '../load.ts';
import { memoryMb } from '../memory.ts';
import type { BenchTypes } from '../statements.ts';
import { benchStatements } from '../statements.ts';
import { answersHeader, measureAnswers } from './answers.ts';
import { compareHeader, compareOn } from './compare.ts';
import type { Plain } from './graphs.ts';
import { pageGraph } from './graphs.ts';
import { journeyHeader, measureJourney } from './journey.ts';
import { longestTasks, runForces } from './layout.ts';
import { open } from './measure.ts';
import { buildPages } from './pages.ts';
import { measureWire, wireHeader } from './wire.ts';

const task = 100;

/** Fills a database with all loads; throws where there are none. */
async function fillFrom(folder: string, data: string): Promise<void> {
  const loads = loadsIn(folder);
  if (loads.length === 0) throw new Error(`There is nothing to load in ${folder}.`);
  const store = await openStore<BenchTypes>({ kind: 'embedded', folder: data, memoryMb }, { extra: benchStatements });
  try {
    for (const load of loads) await load.import(store);
  } finally {
    await store.close();
  }
}

const busy = (): string => `load of the machine ${loadavg()[0]?.toFixed(1)}`;

/** Prints tables in Markdown. Errors: what is not at hand, and what did not hold. */
export async function measureLoaded(folder: string): Promise<void> {
  if (reason !== '') throw new Error(`Chromium is not at hand${reason}.`);
  const place = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
  const broken: string[] = [];
  const print = (lines: readonly string[]) => console.log(`${lines.join('\n')}\n`);
  const browser = await launch();
  try {
    print([busy()]);
    await fillFrom(folder, join(place, 'data'));
    await buildPages(join(place, 'pages'));
    const env = { HEARSAY_DATA: join(place, 'data'), HEARSAY_QUERY_SECONDS: '120' };
    const { address, stop } = await startServer({ args: ['--empty'], env });
    try {
      const { line, graph } = await measureWire('PolNeAR and trumpworld', address);
      print([...wireHeader, line]);
      print([busy(), '', ...answersHeader, ...(await measureAnswers(address, graph, 40))]);

      const at = new Map(graph.nodes.map(({ key }, index) => [key, index]));
      const ends = ({ source, target }: { source: string; target: string }): [number, number] => [
        at.get(source) ?? -1,
        at.get(target) ?? -1,
      ];
      const plain: Plain = { name: 'loaded, all that is drawn', order: at.size, edges: graph.edges.map(ends) };
      const whole = `${address}/?all=1&relations-off=&layout=force`;
      const size = { graph: plain, visits: 3, frames: 20, hovers: 40 };
      const pages = { folder: join(place, 'pages'), graph: pageGraph(graph) };
      const lines = await compareOn(browser, size, whole, pages, (words) => broken.push(words));
      print([busy(), '', ...compareHeader, ...lines]);

      const forced = await open(browser, whole);
      const tasks = await longestTasks(browser, forced.page, () => runForces(forced.page, 20_000));
      await forced.close();
      print([`Longest tasks while forces are at work: ${tasks.slice(0, 5).map(Math.round).join(', ')} ms.`]);
      if (!((tasks[0] ?? task) < task))
        broken.push(`a task of ${tasks[0]} ms while forces are at work, at most ${task}`);

      const first = await open(browser, `${address}/`);
      const label = await first.page.locator('.stage').getAttribute('aria-label');
      print([`First picture after ${first.sinceStart.toFixed(0)} ms: ${label?.split('.')[0]}.`]);
      const names = notOutlets(graph);
      const journey = await measureJourney(browser, first.page, names.slice(0, 12), 5);
      await first.close();
      print([busy(), '', ...journeyHeader, ...journey]);
    } finally {
      await stop();
    }
  } finally {
    await browser.close();
    rmSync(place, { recursive: true, force: true });
  }
  if (broken.length > 0) throw new Error(`Not as it should be:\n- ${broken.join('\n- ')}`);
}

/** Names that one node alone has, of those whose relations the first view leaves out, the most connected first. */
export function notOutlets({ nodes, edges }: GraphView): string[] {
  const degree = new Map<string, number>();
  for (const { source, target } of edges)
    for (const key of [source, target]) degree.set(key, (degree.get(key) ?? 0) + 1);
  const named = new Map<string, number>();
  for (const { name } of nodes) named.set(name, (named.get(name) ?? 0) + 1);
  return nodes
    .filter(({ labels, name }) => !labels.includes('Outlet') && named.get(name) === 1)
    .sort((a, b) => (degree.get(b.key) ?? 0) - (degree.get(a.key) ?? 0))
    .map(({ name }) => name);
}
