// Suggests which held articles print another one's text: by credit lines, and by passages that two texts share.
import { compare } from '../schema/lists.ts';
import { atOnce, type Steps, sortSteps } from '../schema/steps.ts';
import { type Credit, type CreditOutlet, creditFinder } from './reprints/credits.ts';
import { type Run, sharedRuns, type Text } from './reprints/passages.ts';
import { candidates, type Sketch, shingleLength, shinglesOf, similarityOf, sketchOf } from './reprints/shingles.ts';
import { readWords, Vocabulary } from './reprints/words.ts';

export interface ReprintArticle {
  readonly key: string;
  /** Its outlet's key. */
  readonly outlet: string | null;
  readonly text: string;
  readonly publishedTo: string | null;
}
interface Place {
  /** Code points, half-open. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
export interface ReprintSuggestion {
  readonly article: string;
  /** The article that it seems to print; null where a credit line names an outlet of which no such article is held. */
  readonly original: string | null;
  /** The outlet that the credit line names. */
  readonly outlet: string | null;
  readonly kind: 'credit' | 'passages';
  /** Estimated Jaccard index of the two sets of shingles, 0 to 1; quoted words are not in them. */
  readonly similarity: number;
  readonly credit: string | null;
  /** Longest first, at most 20. */
  readonly passages: readonly { readonly article: Place; readonly original: Place }[];
}

/**
 * How many shared words, neither quoted nor printed again and again, make a suggestion: so many in any article, fewer
 * where they are a fifth of the shorter one, fewest where the article credits the other's outlet. Shorter runs than
 * `leastRun` are how people write of one matter. Measured in docs/reprints.md.
 */
const [leastShared, leastInShort, leastCredited] = [150, 40, 14];
const leastShare = 0.2;
const leastRun = 10;
/** An outlet's own words: a shingle in so many of its articles. */
const oftenPrinted = 4;
const mostPassages = 20;

interface Read extends Text {
  readonly article: ReprintArticle;
  readonly sketch: Sketch | null;
  /** Other outlets that it credits. */
  readonly credits: readonly Credit[];
}

/** Reads the texts; what an outlet prints again and again (its slogans, its authors' lines) does not count. */
function* readAll(articles: readonly ReprintArticle[], creditsIn: (text: string) => Credit[]): Steps<Read[]> {
  const vocabulary = new Vocabulary();
  const printed = new Map<string | null, Map<number, number>>();
  const texts = [];
  for (const article of articles) {
    const words = readWords(article.text, vocabulary);
    const own = shinglesOf(words, vocabulary, true);
    const times = printed.get(article.outlet) ?? new Map<number, number>();
    // Articles of unknown outlets have no outlet in common.
    if (article.outlet !== null) printed.set(article.outlet, times);
    for (const one of new Set(own)) if (one !== null) times.set(one, (times.get(one) ?? 0) + 1);
    texts.push({ article, words, own });
    yield;
  }
  const read: Read[] = [];
  for (const { article, words, own } of texts) {
    const times = printed.get(article.outlet);
    const counts = words.quoted.map((quoted) => !quoted);
    const kept = new Set<number>();
    for (const [place, shingle] of own.entries()) {
      if (shingle === null) continue;
      if ((times?.get(shingle) ?? 0) >= oftenPrinted) counts.fill(false, place, place + shingleLength);
      else kept.add(shingle);
    }
    const shingles = shinglesOf(words, vocabulary, false);
    const credits = creditsIn(article.text).filter(({ outlet }) => outlet !== article.outlet);
    read.push({ article, words, shingles, counts, sketch: sketchOf(kept), credits });
    yield;
  }
  return read;
}

const countedIn = (runs: readonly Run[]): number =>
  runs.reduce((sum, { counted }) => sum + (counted < leastRun ? 0 : counted), 0);
const creditOf = (one: Read, other: Read): Credit | undefined =>
  one.credits.find(({ outlet }) => outlet === other.article.outlet);

function isEnough({ copy, original, runs }: Pair): boolean {
  const shared = countedIn(runs);
  if (creditOf(copy, original) !== undefined) return shared >= leastCredited;
  const shorter = Math.min(copy.words.numbers.length, original.words.numbers.length);
  return shared >= leastShared || (shared >= leastInShort && shared >= leastShare * shorter);
}

/** Whether the first of two is the one that prints the other: it says so, is the later, or has less of its own. */
function isReprint(a: Read, b: Read): boolean {
  const [says, isSaid] = [creditOf(a, b) !== undefined, creditOf(b, a) !== undefined];
  if (says !== isSaid) return says;
  const [one, other] = [a.article.publishedTo?.slice(0, 10), b.article.publishedTo?.slice(0, 10)];
  if (one !== undefined && other !== undefined && one !== other) return one > other;
  const length = a.words.numbers.length - b.words.numbers.length;
  return length === 0 ? a.article.key > b.article.key : length < 0;
}

interface Pair {
  readonly copy: Read;
  readonly original: Read;
  readonly runs: readonly Run[];
}

/** Of all that an article seems to print, the fullest, and further ones only for passages that these do not have. */
function choose(pairs: readonly Pair[]): Pair[] {
  const taken = new Set<number>();
  const left = ({ runs }: Pair): number =>
    countedIn(runs.filter(({ a, length }) => !taken.has(a) && !taken.has(a + length - 1)));
  const chosen: Pair[] = [];
  const dayOf = ({ original }: Pair): string => original.article.publishedTo ?? '~';
  const sorted = [...pairs].sort(
    (a, b) =>
      countedIn(b.runs) - countedIn(a.runs) ||
      compare(dayOf(a), dayOf(b)) ||
      compare(a.original.article.key, b.original.article.key),
  );
  for (const pair of sorted) {
    if (chosen.length > 0 && left(pair) < leastInShort) continue;
    chosen.push(pair);
    for (const { a, length } of pair.runs) for (let word = a; word < a + length; word++) taken.add(word);
  }
  return chosen;
}

function describe({ copy, original, runs }: Pair): ReprintSuggestion {
  const credited = creditOf(copy, original);
  const credit = credited ?? copy.credits[0];
  const [letters, others] = [[...copy.article.text], [...original.article.text]];
  const place = ({ words }: Read, text: readonly string[], from: number, length: number): Place => {
    const [start, end] = [words.starts[from] ?? 0, words.ends[from + length - 1] ?? 0];
    return { start, end, text: text.slice(start, end).join('') };
  };
  const passages = [...runs].sort((x, y) => y.length - x.length || x.a - y.a).slice(0, mostPassages);
  const [one, other] = [copy.sketch, original.sketch];
  return {
    article: copy.article.key,
    original: original.article.key,
    outlet: credit?.outlet ?? null,
    kind: credited === undefined ? 'passages' : 'credit',
    similarity: one === null || other === null ? 0 : similarityOf(one, other),
    credit: credit?.line ?? null,
    passages: passages.map(({ a, b, length }) => ({
      article: place(copy, letters, a, length),
      original: place(original, others, b, length),
    })),
  };
}

/**
 * The suggestions, by article, original and credited outlet, whatever the order of the input; in steps, so that a
 * server can answer others in between. Time near-linear in the length of the texts: MinHash and banding find the pairs
 * to compare, and with many copies of one text not every copy is compared with every other.
 */
export function* reprintSteps(
  articles: readonly ReprintArticle[],
  outlets: readonly CreditOutlet[],
): Steps<ReprintSuggestion[]> {
  const dayOf = ({ publishedTo }: ReprintArticle): string => publishedTo ?? '~';
  const sorted = [...articles].sort((a, b) => compare(dayOf(a), dayOf(b)) || compare(a.key, b.key));
  const read = yield* readAll(sorted, creditFinder(outlets));
  const pairs = new Map<Read, Pair[]>();
  for (const [at, to] of yield* candidates(read.map(({ sketch }) => sketch))) {
    const [a, b] = [read[at], read[to]];
    if (a === undefined || b === undefined) continue;
    const [copy, original] = isReprint(a, b) ? [a, b] : [b, a];
    const pair = { copy, original, runs: sharedRuns(copy, original) };
    if (isEnough(pair)) {
      const known = pairs.get(copy);
      if (known === undefined) pairs.set(copy, [pair]);
      else known.push(pair);
    }
    yield;
  }
  const suggestions: ReprintSuggestion[] = [];
  for (const copy of read) {
    const chosen = choose(pairs.get(copy) ?? []);
    suggestions.push(...chosen.map(describe));
    for (const { outlet, line } of copy.credits) {
      if (chosen.some(({ original }) => original.article.outlet === outlet)) continue;
      const article = copy.article.key;
      suggestions.push({ article, original: null, outlet, kind: 'credit', similarity: 0, credit: line, passages: [] });
    }
    yield;
  }
  const order = (a: ReprintSuggestion, b: ReprintSuggestion): number =>
    compare(a.article, b.article) ||
    compare(a.original ?? '~', b.original ?? '~') ||
    compare(a.outlet ?? '', b.outlet ?? '');
  return yield* sortSteps(suggestions, order);
}

/** All of `reprintSteps` at once. */
export const suggestReprints = (
  articles: readonly ReprintArticle[],
  outlets: readonly CreditOutlet[],
): ReprintSuggestion[] => atOnce(reprintSteps(articles, outlets));
