// Who stands at the end of a trail, in the words of the data alone: no judgement is added to what articles and grades say.
import { supposedly } from '../../../provenance/chains.ts';
import type { DerivationNode } from '../../../schema/origins.ts';
import type { SourceKind } from '../../../schema/stance.ts';
import type { AssertionView, ChainLink, Evidence } from '../../../schema/view.ts';
import { compare, distinct } from '../../order.ts';
import { sourceKinds } from './data.ts';
import { articleName, capital, listWords } from './words.ts';

/** "four anonymous officials" as it is; "alliance source" as "alliance source (unnamed)". */
export function unnamed(descriptor: string): string {
  const words = descriptor.trim().replace(/^(?:A|An|The|One)\b/, (word) => word.toLowerCase());
  if (words === '') return 'an unnamed source';
  return /\b(?:unnamed|anonymous|unidentified|undisclosed)\b/i.test(words) ? words : `${words} (unnamed)`;
}

/** A source in words, by its kind and what the article calls it. */
export function sourceWords(kind: SourceKind | null, name: string): string {
  if (kind === 'anonymous') return unnamed(name);
  if (kind === 'ownReporting') return 'the outlet’s own reporting';
  if (kind === 'document') return `a document (${name})`;
  if (kind === 'unresolved') return 'a source that is not named';
  return name;
}

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

/**
 * A source of the derivation in words: a named one as its node is, which bears its actor's name; any other as the
 * articles reached call it, at the link to it, for another article may call the same source otherwise.
 */
function calledBy(node: DerivationNode, evidence: Evidence, reached: (article: string) => boolean): string {
  const kind = sourceKinds(evidence).get(node.key) ?? null;
  if (kind === null || kind === 'named') return sourceWords(kind, node.name);
  const links = (evidence.derivation?.edges ?? []).filter((arc) => arc.target === node.key && reached(arc.source));
  const words = links.flatMap(({ how }) => how ?? []).sort(compare);
  return sourceWords(kind, words.includes(node.name) ? node.name : (words[0] ?? node.name));
}

/** The sources and open ends that lie behind a node of the derivation, in words, sorted. */
function behind(key: string, evidence: Evidence): string[] {
  const { derivation } = evidence;
  const nodes = new Map((derivation?.nodes ?? []).map((node) => [node.key, node]));
  const seen = new Set([key]);
  // A set gives what is added to it during the walk as well.
  for (const at of seen) for (const arc of derivation?.edges ?? []) if (arc.source === at) seen.add(arc.target);
  const ends = [...seen].flatMap((at) => {
    const node = nodes.get(at);
    if (node?.label === 'Source') return calledBy(node, evidence, (article) => seen.has(article));
    return node?.label === 'Unresolved' ? 'no source named' : [];
  });
  return distinct(ends);
}

/** The articles of a derivation as the assertions name them. */
function nameOf(node: DerivationNode, evidence: Evidence): string {
  const article = evidence.assertions.find((one) => one.article.key === node.key)?.article;
  return article === undefined ? node.name : articleName(article);
}

function cutWords(node: DerivationNode, evidence: Evidence): string {
  if (node.label === 'Source') return calledBy(node, evidence, () => true);
  const ends = behind(node.key, evidence);
  const named = ends.filter((end) => end !== 'no source named');
  if (named.length === 0) return `${nameOf(node, evidence)}, which names no source`;
  return `${nameOf(node, evidence)}, on the word of ${listWords(named)}`;
}

/** What each origin is: the cut, each of its articles with the sources behind it. */
export function originWords(evidence: Evidence): string[] {
  const cut = evidence.origins?.cut ?? [];
  const nodes = new Map((evidence.derivation?.nodes ?? []).map((node) => [node.key, node]));
  return cut
    .flatMap((key) => nodes.get(key) ?? [])
    .map((node) => cutWords(node, evidence))
    .sort(compare);
}

/** "On the word of four unnamed officials, through Politico alone": for what has one origin. */
export function aloneWords(evidence: Evidence): string {
  const [key, ...more] = evidence.origins?.cut ?? [];
  const node = evidence.derivation?.nodes.find((one) => one.key === key);
  if (node === undefined || more.length > 0) return 'On one origin';
  if (node.label === 'Source') return capital(`on the word of ${calledBy(node, evidence, () => true)} alone`);
  const named = behind(node.key, evidence).filter((end) => end !== 'no source named');
  return named.length === 0
    ? `Through ${nameOf(node, evidence)} alone, which names no source`
    : `On the word of ${listWords(named)}, through ${nameOf(node, evidence)} alone`;
}
