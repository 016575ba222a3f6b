// Who stands at the end of a trail, in the words of the data alone: no judgement is added to what articles and grades say.
import { supposedly } from '../../../provenance/chains.ts';
import type { NamedOrigin } from '../../../schema/origins.ts';
import type { AssertionView, ChainLink, Evidence } from '../../../schema/view.ts';
import { compare } from '../../order.ts';
import { circleWords } from '../named-origins.ts';
import { sourceWords } from '../source-words.ts';
import { articleName, capital, listWords } from './words.ts';

/** A link of a chain; an untitled report of an outlet that is not named has nothing but its key for a name. */
export function linkWords(link: ChainLink): string {
  if (link.label === 'Source' || link.sourceKind !== null) return sourceWords(link.sourceKind, link.name);
  return link.name === link.key ? 'an outlet that is not named' : link.name;
}

const isOpen = ({ label, sourceKind }: ChainLink): boolean =>
  label !== 'Source' && label !== 'Actor' && sourceKind === null;

/** Whom a source is taken to be is no report's word: "supposed to be Jane Doe". */
const stepWords = (link: ChainLink): string =>
  link.how === supposedly ? `${supposedly} ${linkWords(link)}` : linkWords(link);

/** "Kyiv Post → Politico → four anonymous officials"; what ends without a source says so. */
export function chainWords(chain: readonly ChainLink[]): string {
  const last = chain.at(-1);
  return [...chain.map(stepWords), ...(last !== undefined && isOpen(last) ? ['no source named'] : [])].join(' → ');
}

/** Where the chains of an assertion end, each once; an article that names no source is its own end. */
export function endsOf({ article, chains }: AssertionView): string[] {
  const own = articleName(article);
  const ends = chains.flatMap((chain) => {
    const link = chain.at(-1);
    if (link === undefined) return [];
    const supposed = chain.at(-2);
    if (link.how === supposedly && supposed) return `${linkWords(supposed)}, ${stepWords(link)}`;
    const name = link.key === article.key ? own : linkWords(link);
    return isOpen(link) ? `${name}, which names no source` : name;
  });
  return [...new Set(ends.length === 0 ? [`${own}, which names no source`] : ends)].sort(compare);
}

/** An article as the assertions name it, with its date; one that says nothing itself as the derivation does. */
export function nameOf(key: string, { assertions, derivation }: Evidence): string {
  const article = assertions.find((one) => one.article.key === key)?.article;
  return article === undefined
    ? (derivation?.nodes.find((node) => node.key === key)?.name ?? key)
    : articleName(article);
}

const isSource = ({ cut }: NamedOrigin, { derivation }: Evidence): boolean =>
  derivation?.nodes.some((node) => cut.includes(node.key) && node.label !== 'Article') === true;

/** The articles by which an origin is called. */
const articlesIn = ({ cut, members, circular }: NamedOrigin, evidence: Evidence): string[] =>
  (circular ? members : cut).map((key) => nameOf(key, evidence));

function wordsOf(origin: NamedOrigin, evidence: Evidence): string {
  if (isSource(origin, evidence)) return origin.name;
  const names = articlesIn(origin, evidence);
  if (origin.circular) return circleWords(names);
  if (origin.onWordOf.length === 0) return `${listWords(names)}, which names no source`;
  return `${listWords(names)}, on the word of ${listWords(origin.onWordOf)}`;
}

/** What each origin is: what it hangs on, an article with the sources behind it. */
export const originWords = (evidence: Evidence): string[] =>
  (evidence.derivation?.origins ?? []).map((origin) => wordsOf(origin, evidence)).sort(compare);

/** "On the word of four unnamed officials, through Politico alone": for what has one origin. */
export function aloneWords(evidence: Evidence): string {
  const [origin, ...more] = evidence.derivation?.origins ?? [];
  if (origin === undefined || more.length > 0) return 'On one origin';
  if (isSource(origin, evidence)) return capital(`on the word of ${origin.name} alone`);
  const names = articlesIn(origin, evidence);
  if (origin.circular) return `Through ${circleWords(names)}, alone`;
  return origin.onWordOf.length === 0
    ? `Through ${listWords(names)} alone, which names no source`
    : `On the word of ${listWords(origin.onWordOf)}, through ${listWords(names)} alone`;
}
