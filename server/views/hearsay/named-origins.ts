// What each origin is called, for the panel, the badge and the brief alike: what it hangs on, and on whose word that is.
import type { Origin } from '../../provenance/each-origin.ts';
import type { EvidenceSource } from '../../schema/evidence.ts';
import type { NamedOrigin } from '../../schema/origins.ts';
import { distinct } from '../order.ts';
import { listWords, sourceWords } from './source-words.ts';

export interface Naming {
  /** An article by its outlet, or by what else is known of it. */
  article(key: string): string;
  /** A source as these articles call it. */
  source(key: string, articles: readonly string[]): string;
  readonly sources: ReadonlyMap<string, Pick<EvidenceSource, 'kind' | 'minCount'>>;
}

/** "A and B, each on the other": articles that have it from nobody else. */
export const circleWords = (names: readonly string[]): string =>
  `${listWords(names)}, ${names.length === 2 ? 'each on the other' : 'each on another of them'}`;

/** In brackets already: what a source's words have in brackets needs none of its own. */
const inBrackets = (words: string): string => words.replace(/ \(unnamed\)$/, ', unnamed').replace(/ \((.*)\)$/, ': $1');

/** A source named by several articles goes by itself; an article, with the sources from which it has it. */
export function namedOrigin({ cut, members, circular, articles, sources }: Origin, naming: Naming): NamedOrigin {
  const wordsOf = (key: string): string =>
    sourceWords(naming.sources.get(key)?.kind ?? null, naming.source(key, articles));
  /** With how many people they are, as "the officials" does not say. */
  const counted = (key: string): string => {
    const people = naming.sources.get(key)?.minCount ?? 1;
    return `${inBrackets(wordsOf(key))}${people > 1 ? `, at least ${people} people` : ''}`;
  };
  const same = { cut: [...cut], members: [...members], circular };
  if (!cut.some((key) => articles.includes(key))) {
    const name = listWords(distinct(members.map(wordsOf)));
    return { ...same, name, onWordOf: [], title: name };
  }
  const names = (circular ? members : cut).map(naming.article);
  if (circular) return { ...same, name: circleWords(names), onWordOf: [], title: circleWords(names) };
  const name = listWords(names);
  const behind = sources.length === 0 ? 'no source named' : distinct(sources.map(counted)).join('; ');
  return { ...same, name, onWordOf: distinct(sources.map(wordsOf)), title: `${name} (${behind})` };
}
