// One graph in all renderers by turns: the first frame, scripting while panning and hovering, and what of it must hold.
import type { Browser } from 'playwright-core';
import type { PageGraph, Plain } from './graphs.ts';
import { hover, medianOf, open, type PerFrame, pan, patience, percentile } from './measure.ts';
import { type Renderer, renderers, servePages } from './pages.ts';
import { expectWhole } from './product.ts';

export interface Size {
  graph: Plain;
  /** How often each is opened; the middle one of the first frames, and of panning, counts. */
  visits: number;
  /** How many frames are panned on each visit. */
  frames: number;
  /** How often the pointer comes upon something. */
  hovers: number;
}
type Who = 'Hearsay' | Renderer;
interface Figures {
  /** ms; undefined where it was not there in time. */
  first: number | undefined;
  frame: PerFrame | undefined;
  hover: number[];
}

const ms = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value) ? '' : value >= 100 ? value.toFixed(0) : value.toFixed(1);
const ratio = (a: number | undefined, b: number | undefined): string =>
  a === undefined || b === undefined ? '' : (a / b).toFixed(2);

/** Of each figure the middle one. */
const middle = (all: readonly PerFrame[]): PerFrame => {
  const of = (name: keyof PerFrame) => medianOf(all.map((one) => one[name]));
  return { script: of('script'), task: of('task'), clock: of('clock') };
};

/** Opens a renderer so often, pans each time, and hovers on the last visit. */
async function measureAll(
  browser: Browser,
  addressOf: (who: Who) => string,
  { graph, visits, frames, hovers }: Size,
): Promise<Map<Who, Figures>> {
  const first = new Map<Who, number[]>();
  const panned = new Map<Who, PerFrame[]>();
  const figures = new Map<Who, Figures>();
  for (let turn = 1; turn <= visits; turn++)
    for (const who of ['Hearsay', ...renderers] as const) {
      // Who did not finish is not waited for again.
      if (figures.has(who)) continue;
      const opened = await open(browser, addressOf(who));
      if (opened.firstFrame === undefined) figures.set(who, { first: undefined, frame: undefined, hover: [] });
      else {
        if (who === 'Hearsay') await expectWhole(opened.page, graph);
        first.set(who, [...(first.get(who) ?? []), opened.firstFrame]);
        panned.set(who, [...(panned.get(who) ?? []), await pan(opened, frames)]);
        if (turn === visits) {
          const frame = middle(panned.get(who) ?? []);
          const over = who === 'Hearsay' || who === 'sigma' ? await hover(opened, hovers) : [];
          figures.set(who, { first: medianOf(first.get(who) ?? []), frame, hover: over });
        }
      }
      await opened.close();
    }
  return figures;
}

export const compareHeader = [
  '| graph | page | first frame, ms | Hearsay’s is so many times it | panning: scripting a frame, ms | Hearsay’s is so many times it | all tasks a frame, ms | on the clock, ms | hover: scripting, ms (median / p95) |',
  '|---|---|---|---|---|---|---|---|---|',
];

/** Lines of the table; tells `broken` of what does not hold. */
export async function compareOn(
  browser: Browser,
  size: Size,
  product: string,
  page: { folder: string; graph: PageGraph },
  broken: (words: string) => void,
): Promise<string[]> {
  const pages = await servePages(page.folder, page.graph);
  const all = await measureAll(
    browser,
    (who) => (who === 'Hearsay' ? product : `${pages.address}/${who}`),
    size,
  ).finally(pages.stop);
  const ours = all.get('Hearsay') as Figures;
  const { name } = size.graph;
  const [p50, p95] = [0.5, 0.95].map((share) => percentile(ours.hover, share)) as [number, number];
  for (const [who, theirs] of all) {
    if (who === 'Hearsay' || theirs.first === undefined) continue;
    const [first, script] = who === 'sigma' ? [1.2, 1.15] : [1, 1];
    if (!((ours.first ?? Number.POSITIVE_INFINITY) <= theirs.first * first))
      broken(
        `${name}: the first frame takes ${ratio(ours.first, theirs.first)} times that of ${who}, at most ${first}`,
      );
    if (!((ours.frame?.script ?? Number.POSITIVE_INFINITY) <= (theirs.frame?.script ?? 0) * script))
      broken(
        `${name}: panning takes ${ratio(ours.frame?.script, theirs.frame?.script)} times the scripting of ${who}, at most ${script}`,
      );
  }
  if (size.graph.order === 10_000 && !(p95 <= 50))
    broken(`${name}: hovering takes ${ms(p95)} ms of scripting, at most 50`);
  return [...all].map(([who, { first, frame, hover: over }]) => {
    const own = who === 'Hearsay';
    const hovered =
      over.length === 0
        ? ''
        : own
          ? `${ms(p50)} / ${ms(p95)}`
          : `${ms(medianOf(over))} / ${ms(percentile(over, 0.95))}`;
    const cells = [
      name,
      who,
      first === undefined ? `none in ${patience / 1000} s` : ms(first),
      own ? '' : ratio(ours.first, first),
      ms(frame?.script),
      own ? '' : ratio(ours.frame?.script, frame?.script),
      ms(frame?.task),
      ms(frame?.clock),
      hovered,
    ];
    return `| ${cells.join(' | ')} |`;
  });
}
