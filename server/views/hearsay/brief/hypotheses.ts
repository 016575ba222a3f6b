// What of a brief rests on a hypothesis about its sources: a person's guess, which must not read as what a report states.
import type { HypothesisView } from '../../../schema/curation.ts';
import { distinct, sortedBy } from '../../order.ts';
import { unnamed } from '../source-words.ts';
import { assertionsIn, type BriefData } from './data.ts';
import { linkWords } from './sources.ts';
import { listWords } from './words.ts';

interface Told {
  readonly words: string;
  /** Whom it spoke to. */
  readonly to: Set<string>;
}

/** The sources on the chains of the brief by key; a named one is on them as its actor, and is its actor's source. */
function sourcesOn(data: BriefData): Map<string, Told> {
  const found = new Map<string, Told>();
  for (const chain of [...assertionsIn(data).values()].flatMap(({ chains }) => chains)) {
    for (const [index, link] of chain.entries()) {
      if (link.sourceKind === null) continue;
      const key = link.label === 'Actor' ? `source:${link.key}` : link.key;
      const told = found.get(key) ?? { words: linkWords(link), to: new Set<string>() };
      const before = chain[index - 1];
      if (before !== undefined && link.sourceKind === 'anonymous') told.to.add(linkWords(before));
      found.set(key, told);
    }
  }
  return found;
}

/** Those that bear on the sources of the brief, on sources taken to be the same as these, and so on; by key. */
function bearing(data: BriefData, hypotheses: readonly HypothesisView[], on: Iterable<string>): HypothesisView[] {
  const derived = data.positions.flatMap(({ evidence }) => evidence.derivation?.nodes ?? []);
  const reached = new Set([...on, ...derived.map(({ key }) => key)]);
  // A set gives what is added to it during the walk as well; an actor's other sources are no part of the brief.
  for (const key of reached) {
    for (const { type, source, other } of hypotheses) {
      if (type !== 'SAME_AS') continue;
      if (source.key === key) reached.add(other.key);
      if (other.key === key) reached.add(source.key);
    }
  }
  return sortedBy(
    hypotheses.filter(({ source }) => reached.has(source.key)),
    ({ key }) => [key],
  );
}

/** A sentence for each hypothesis behind the brief: what is supposed, by whom, how surely. */
export function hypothesisWords(data: BriefData, hypotheses: readonly HypothesisView[]): string[] {
  const sources = sourcesOn(data);
  const who = ({ key, name }: HypothesisView['source']): string => {
    const told = sources.get(key);
    // A source beyond the brief goes by its article's words; only an unnamed one has a mark in its key.
    if (told === undefined) return key.includes('#') ? unnamed(name) : name;
    return told.to.size === 0 ? told.words : `${told.words} who spoke to ${listWords(distinct(told.to))}`;
  };
  return bearing(data, hypotheses, sources.keys()).map(({ type, source, other, by, confidence }) => {
    const supposed =
      type === 'SAME_AS' ? `${who(source)} and ${who(other)} are the same` : `${who(source)} is ${other.name}`;
    const whose = by === '' ? '' : ` of ${by}`;
    return `That ${supposed} is a hypothesis${whose} (confidence ${confidence}), not stated by any report.`;
  });
}
