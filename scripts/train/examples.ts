// From gold attributions to what is learned: the heart of each cue and the label of each word in its window.
import { labels } from '../../server/extract/attributions/states.ts';
import { pad } from '../../server/extract/attributions/view.ts';
import { windowOf } from '../../server/extract/attributions/window.ts';
import type { Article, Gold } from './corpus.ts';

/** One gold attribution in rows. */
export interface Example {
  heart: number;
  first: number;
  labels: Uint8Array;
  gold: Gold;
}

/** Rows of the tokens that the spans touch. */
function rowsOf({ analysed: { indexed } }: Article, spans: readonly [number, number][]): number[] {
  const rows: number[] = [];
  const { tokens, points } = indexed;
  for (const [start, end] of spans) {
    const [from, to] = [points.toUnits(start), points.toUnits(end)];
    let [low, high] = [0, tokens.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tokens[middle]?.end as number) <= from) low = middle + 1;
      else high = middle;
    }
    for (; low < tokens.length && (tokens[low]?.start as number) < to; low++) rows.push(low + pad);
  }
  return rows;
}

/** How often a stem is in a cue, of all its occurrences. */
export type CueRates = Map<number, { in: number; all: number }>;

export function cueRates(articles: readonly Article[]): CueRates {
  const rates: CueRates = new Map();
  const entry = (stem: number) => {
    const found = rates.get(stem) ?? { in: 0, all: 0 };
    rates.set(stem, found);
    return found;
  };
  for (const article of articles) {
    const { view } = article.analysed;
    for (let row = pad; row < pad + view.count; row++) entry(view.stem[row] as number).all++;
    for (const gold of article.gold) for (const row of rowsOf(article, gold.cue)) entry(view.stem[row] as number).in++;
  }
  return rates;
}

/** The heart of a cue: the word of it that is oftenest in cues, the last of equals. */
function heartOf(article: Article, rows: readonly number[], rates: CueRates): number {
  let [best, most] = [-1, -1];
  for (const row of rows) {
    const rate = rates.get(article.analysed.view.stem[row] as number);
    const share = rate ? rate.in / (rate.all + 8) : 0;
    if (share >= most) [best, most] = [row, share];
  }
  return best;
}

/** Keeps of a label only the piece that holds a row, or else the longest. */
function keepOne(found: Uint8Array, label: number, at: number): void {
  let [kept, length] = [-1, 0];
  for (let start = 0; start < found.length; start++) {
    if (found[start] !== label || found[start - 1] === label) continue;
    let end = start;
    while (found[end] === label) end++;
    const holds = at >= start && at < end;
    if (holds || end - start > length) [kept, length] = [start, holds ? Number.POSITIVE_INFINITY : end - start];
  }
  for (let start = 0; start < found.length; start++) {
    if (found[start] !== label || found[start - 1] === label) continue;
    let end = start;
    while (found[end] === label) end++;
    if (start !== kept) found.fill(labels.other, start, end);
    start = end;
  }
}

/** The examples of an article. An attribution without a cue, or whose content lies beyond the window, teaches nothing. */
export function examplesOf(article: Article, rates: CueRates): Example[] {
  const { view } = article.analysed;
  return article.gold.flatMap((gold) => {
    const heart = heartOf(article, rowsOf(article, gold.cue), rates);
    if (heart < 0) return [];
    const { first, last } = windowOf(view, heart);
    const found = new Uint8Array(last - first + 1);
    const mark = (spans: readonly [number, number][], label: number) => {
      for (const row of rowsOf(article, spans)) if (row >= first && row <= last) found[row - first] = label;
    };
    mark(gold.content, labels.content);
    mark(gold.source, labels.source);
    mark(gold.cue, labels.cue);
    keepOne(found, labels.source, -1);
    keepOne(found, labels.cue, heart - first);
    return found.includes(labels.content) ? [{ heart, first, labels: found, gold }] : [];
  });
}
