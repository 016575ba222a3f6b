// The renderings of one act of speech side by side: whose words differ, where, and which article took over whose.
import type { Evidence, EvidenceQuote } from '../schema/evidence.ts';
import { compare, distinct, groupBy, groupByEach } from '../schema/lists.ts';
import { dayOf } from './article-day.ts';
import { Trails } from './contradictions/trails.ts';
import { indexEvidence } from './evidence-index.ts';
import { type WordRun, wordDifferences } from './word-diff.ts';
import { sameWords } from './words.ts';

export interface Rendering {
  /** The quote that stands for it: the earliest article's. */
  readonly key: string;
  readonly text: string;
  readonly lang: string;
  /** Keys of the renderings that it translates. */
  readonly translationOf: readonly string[];
  /** Against the first rendering in its language, the first against the second; all the same where it is the only one. */
  readonly words: readonly WordRun[];
  /** Earliest first, undated last; `from` is the nearest article on its trail with the same words. */
  readonly articles: readonly { readonly article: string; readonly quote: string; readonly from: string | null }[];
}

/** Quotes in one language with the same words, the earliest article's first. */
interface Group {
  readonly lang: string;
  readonly quotes: readonly [EvidenceQuote, ...EvidenceQuote[]];
}

const languageOf = ({ lang }: { readonly lang: string }): string => lang.split('-')[0] ?? lang;

/**
 * The renderings of an utterance, the earliest article's first; none where nothing that counts quotes it. Of a quote
 * only its words are compared: case, accents and marks make no other rendering. Places and names are the view's to add.
 */
export function renderingsOf(evidence: Evidence, utterance: string): Rendering[] {
  const index = indexEvidence(evidence);
  const trails = new Trails(index);
  const renders = (key: string): boolean => evidence.quotes.get(key)?.utterance === utterance;
  const counting = evidence.assertions.filter((one) => one.quotes.some(renders) && index.counts(one));
  const saying = groupByEach(counting, (one) => one.quotes.filter(renders));
  const day = ({ article }: EvidenceQuote): string => dayOf(evidence.articles.get(article)) ?? '~';
  const quotes = distinct(saying.keys())
    .flatMap((key) => evidence.quotes.get(key) ?? [])
    .sort((a, b) => compare(day(a), day(b)) || compare(a.quote, b.quote));
  const groups: Group[] = [];
  for (const [first, ...more] of groupBy(quotes, (one) => `${languageOf(one)} ${sameWords(one.text)}`).values()) {
    if (first !== undefined) groups.push({ lang: languageOf(first), quotes: [first, ...more] });
  }
  const groupOf = new Map(groups.flatMap((group) => group.quotes.map(({ quote }) => [quote, group] as const)));
  /** The articles in which an assertion that counts has the words of the group. */
  const having = ({ quotes }: Group): Set<string> =>
    new Set(quotes.flatMap(({ quote, article }) => [article, ...(saying.get(quote) ?? []).map((one) => one.article)]));

  return groups.map((group): Rendering => {
    const [first] = group.quotes;
    const other = groups.find((one) => one !== group && one.lang === group.lang);
    const has = having(group);
    const from = ({ quote, article }: EvidenceQuote): string | null => {
      const own = (saying.get(quote) ?? []).filter((one) => one.article === article);
      return distinct(own.flatMap((one) => trails.nearest(one, (key) => has.has(key))))[0] ?? null;
    };
    const translated = group.quotes.flatMap(({ translationOf }) =>
      translationOf.flatMap((key) => groupOf.get(key) ?? []),
    );
    return {
      key: first.quote,
      text: first.text,
      lang: first.lang,
      translationOf: distinct(translated.filter((one) => one !== group).map((one) => one.quotes[0].quote)),
      words:
        other === undefined
          ? [{ text: first.text, same: true }]
          : wordDifferences(first.text, other.quotes[0].text).one,
      articles: group.quotes.map((one) => ({ article: one.article, quote: one.quote, from: from(one) })),
    };
  });
}
