// What a reader must know of the data behind a brief: its sources, its gaps, and how it was counted.
import type { HypothesisView } from '../../../schema/curation.ts';
import type { ArticleRef, ChainLink, NodeView } from '../../../schema/view.ts';
import { compare, distinct, sortedBy } from '../../order.ts';
import { sourceWords } from '../source-words.ts';
import { articlesOf, assertionsIn, type BriefData, onePerArticle } from './data.ts';
import { hypothesisWords } from './hypotheses.ts';
import { type Block, heading, type Inline, list, type Notes, paragraph } from './model.ts';
import { articleName, capital, countWords, listWords } from './words.ts';

function graded(node: NodeView | undefined): string {
  const letter = node?.properties.reliability;
  return typeof letter === 'string' ? `reliability graded ${letter}` : 'reliability not graded';
}

/** Unnamed sources as the articles describe them: how many, to whom they spoke, who has it from there, as whom graded. */
export function unnamedSources(data: BriefData, notes: Notes): Block[] {
  const known = assertionsIn(data);
  const assertions = [...known.values()].filter(({ counts, reconstructed }) => counts && !reconstructed);
  const ends = new Map<string, { link: ChainLink; keys: string[]; through: Set<string> }>();
  for (const assertion of assertions) {
    for (const chain of assertion.chains) {
      const link = chain.at(-1);
      if (link?.sourceKind !== 'anonymous') continue;
      const found = ends.get(link.key) ?? { link, keys: [], through: new Set<string>() };
      found.keys.push(assertion.key);
      const before = chain.at(-2);
      if (before) found.through.add(before.name);
      ends.set(link.key, found);
    }
  }
  const items = sortedBy([...ends.values()], ({ link }) => [link.name, link.key]).map(
    ({ link, keys, through }): Inline[] => {
      const node = data.sources.get(link.key);
      const least = node?.properties.minCount;
      const parts = [
        `spoke to ${listWords(distinct(through))}`,
        typeof least === 'number' && least > 1 ? `at least ${least} people` : '',
        graded(node),
      ].filter((part) => part !== '');
      return [
        `${capital(sourceWords('anonymous', link.name))}: ${parts.join('; ')}.`,
        ...notes.cite(onePerArticle(keys, known)),
      ];
    },
  );
  return items.length === 0 ? [] : [heading(2, 'Unnamed sources'), ...list(items)];
}

const named = (keys: Iterable<string>, name: (key: string) => string): string =>
  listWords(distinct([...keys].map(name)));

/** Dates that are inferred or unknown, articles nobody has seen, circles, conflicts of dates, retractions, guesses. */
export function limits(data: BriefData, hypotheses: readonly HypothesisView[]): Block[] {
  const assertions = [...assertionsIn(data).values()];
  const articles = articlesOf(assertions.filter(({ counts }) => counts));
  const origins = data.positions.flatMap(({ evidence }) => evidence.origins ?? []);
  const nodes = new Map(
    data.positions.flatMap(({ evidence }) => (evidence.derivation?.nodes ?? []).map((node) => [node.key, node])),
  );
  const refs = new Map(assertions.map(({ article }) => [article.key, article]));
  const name = (key: string) => {
    const article = refs.get(key);
    return article === undefined ? (nodes.get(key)?.name ?? key) : articleName(article);
  };
  const unseen = [...nodes.values()]
    .filter((node) => node.label === 'Article' && node.held === false)
    .map(({ key }) => key);
  const circles = distinct(
    origins.flatMap(({ circular }) => circular.map((group) => [...group].sort(compare).map(name).join(', '))),
  );
  const conflicts = distinct(
    origins.flatMap(({ dateConflicts }) =>
      dateConflicts.map(({ article, relays }) => `${name(article)} relays ${name(relays)}`),
    ),
  );
  const those = (basis: ArticleRef['dateBasis']) => articles.filter(({ dateBasis }) => dateBasis === basis);
  const dates = (list: readonly ArticleRef[]) => listWords(distinct(list.map(articleName)));
  const unresolved = new Set(origins.flatMap((one) => one.unresolved));
  const retracted = new Set(origins.flatMap((one) => one.retracted));
  const corrected = distinct(
    origins.flatMap((one) => one.corrected.map(({ article, by }) => `${name(article)}, by ${named(by, name)}`)),
  );
  const waiting = assertions.filter(({ review }) => review === 'proposed').length;
  const lines = [
    those('unknown').length > 0 ? `Undated, so always counted: ${dates(those('unknown'))}.` : '',
    those('inferred').length > 0 ? `The date is inferred, not stated: ${dates(those('inferred'))}.` : '',
    unseen.length > 0 ? `Never seen, known only from the articles that relay them: ${named(unseen, name)}.` : '',
    unresolved.size > 0
      ? `The trail ends without a source, which counts in the larger number only: ${named(unresolved, name)}.`
      : '',
    ...circles.map((group) => `Circular reporting, counted as one origin: ${group} relay only each other.`),
    ...conflicts.map((words) => `A conflict of dates, counted all the same: ${words}, which is dated later.`),
    retracted.size > 0 ? `Retracted, so what rested on it no longer counts: ${named(retracted, name)}.` : '',
    ...corrected.map((words) => `Corrected, so what it said of this no longer counts: ${words}.`),
    ...hypothesisWords(data, hypotheses),
    waiting > 0
      ? `${capital(countWords(waiting, 'assertion'))} ${waiting === 1 ? 'waits' : 'wait'} for review and ${waiting === 1 ? 'is' : 'are'} not counted.`
      : '',
  ].filter((line) => line !== '');
  return [
    heading(2, 'Limits'),
    ...(lines.length === 0 ? [paragraph('None that the data shows.')] : list(lines.map((line) => [line]))),
  ];
}

/** How it was counted, in the fewest words that an editor needs. */
export const method = (): Block[] => [
  heading(2, 'Method'),
  paragraph(
    'Every statement above was put together by program from what articles are recorded to say; a note names the article, ',
    'its words, where they stand, and the chain from the article to where its trail ends. ',
    'An independent origin is counted as the fewest articles and sources whose loss would take the support away ',
    '(a maximum flow over who relays whom): ten articles that relay one report have one origin. ',
    'The smaller number counts only sources that are named, a document or an outlet’s own reporting, but at least one; ',
    'the larger also takes unnamed sources of different articles for different people. ',
    '“Sources” is the plain number of people and papers, however many origins these are.',
  ),
  paragraph(
    'The brief weighs nothing: it says neither what is likely nor whom to believe. Grades of reliability (A to F) and ',
    'credibility (1 to 6) are shown only where a person gave them. “Contested” means that another report denies it, ',
    'gives the opposite, or disputes who said it, and that nobody has settled that.',
  ),
];
