// On whose word a place in the text stands: the outlets it passes on and the sources behind them, from attributions and relays.
import type { Attribution } from '../attributions/attribution.ts';
import type { Mention } from '../mentions/mention.ts';
import type { Range, Reading, Words } from '../reading/reading.ts';
import type { RelayFound } from './relays.ts';
import { type Back, citedIn, type SourceFound, sourceIn, tellersIn } from './sources.ts';

export interface Links {
  relays: readonly RelayFound[];
  sources: readonly SourceFound[];
  reasons: readonly string[];
  /** Why they are taken as given although the sentence leaves them out. */
  inferred?: string;
}
export interface Linker {
  /** Of the words at a place in a sentence. */
  of(place: Range, sentence: number): Links;
  /** The same, or what the sentence before in the paragraph has. */
  continued(place: Range, sentence: number): Links;
  /** Of a quotation: only what attributes it, not what its sentence relays besides. */
  speaker(place: Range, sentence: number): SourceFound | undefined;
}
const none: Links = { relays: [], sources: [], reasons: [] };

/** The word at or after a code point. */
function wordAt(reading: Reading, point: number): number {
  let [low, high] = [0, reading.words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((reading.words[middle]?.end ?? 0) <= point) low = middle + 1;
    else high = middle;
  }
  return low;
}
const wordsOf = (reading: Reading, { start, end }: Range): Words => ({
  from: wordAt(reading, start),
  to: wordAt(reading, end - 1) + 1,
});

function bySentence<T>(items: readonly T[], sentenceOf: (item: T) => number): Map<number, T[]> {
  const map = new Map<number, T[]>();
  for (const item of items) {
    const sentence = sentenceOf(item);
    const list = map.get(sentence);
    if (list === undefined) map.set(sentence, [item]);
    else list.push(item);
  }
  return map;
}

interface Resolved {
  attribution: Attribution;
  links: Links;
}

export function linkerOf(
  reading: Reading,
  actors: readonly Mention[],
  relays: readonly RelayFound[],
  attributions: readonly Attribution[],
): Linker {
  const { words, sentences } = reading;
  const relaysAt = bySentence(relays, ({ sentence }) => sentence);
  const actorsAt = bySentence(actors, ({ from }) => words[from]?.sentence ?? 0);
  const starts = bySentence(
    attributions.filter(({ content }) => content.length > 0),
    ({ cue, content }) => words[wordAt(reading, (cue[0] ?? content[0])?.start ?? 0)]?.sentence ?? 0,
  );
  const covering = new Map<number, Resolved[]>();
  const atSentence = new Map<number, Links>();
  let last:
    | {
        source?: SourceFound;
        person?: SourceFound;
        people?: SourceFound;
        relays: readonly RelayFound[];
        paragraph: number;
      }
    | undefined;

  const resolve = (found: SourceFound | Back | undefined, paragraph: number): SourceFound | undefined => {
    if (found === undefined || 'kind' in found) return found;
    if (last === undefined || paragraph - last.paragraph > 2) return undefined;
    const meant = {
      person: last.person,
      people: last.people ?? last.source,
      source: last.people ?? last.source,
      any: undefined,
    }[found.back];
    const words_ = words
      .slice(found.words.from, found.words.to)
      .map(({ text }) => text)
      .join(' ');
    return (
      meant && {
        ...meant,
        reason: `“${words_}” is read as ${words
          .slice(meant.words.from, meant.words.to)
          .map(({ text }) => text)
          .join(' ')}`,
      }
    );
  };
  const isBack = (found: SourceFound | Back | undefined): boolean => found !== undefined && 'back' in found;

  /** What the sentence itself says: whom it relays, whom it cites, who "told". */
  const ownLinks = (index: number): { relays: RelayFound[]; sources: SourceFound[]; back: boolean } => {
    const sentence = sentences[index];
    if (sentence === undefined) return { relays: [], sources: [], back: false };
    const mine = relaysAt.get(index) ?? [];
    const who = actorsAt.get(index) ?? [];
    const phrases = [...citedIn(reading, sentence), ...(mine.length === 0 ? [] : tellersIn(reading, sentence))];
    const all = phrases.map(({ phrase }) => sourceIn(reading, phrase, who));
    const sources = all.flatMap((found) => resolve(found, sentence.paragraph) ?? []);
    const own = mine
      .filter((relay) => relay.own)
      .map(
        (relay): SourceFound => ({
          kind: 'ownReporting',
          words: relay.how,
          minCount: 1,
          noun: '',
          reason: relay.reason,
        }),
      );
    return { relays: mine.filter((relay) => !relay.own), sources: [...sources, ...own], back: all.some(isBack) };
  };

  for (const [index, sentence] of sentences.entries()) {
    const own = ownLinks(index);
    const who = actorsAt.get(index) ?? [];
    const found: SourceFound[] = [...own.sources];
    let before = own.relays.length === 0 && own.back ? (last?.relays ?? []) : own.relays;
    for (const attribution of starts.get(index) ?? []) {
      const [first, final] = [attribution.source[0], attribution.source.at(-1)];
      const phrase = first && final ? wordsOf(reading, { start: first.start, end: final.end }) : undefined;
      const isOutlet =
        phrase !== undefined &&
        own.relays.some(
          ({ name }) =>
            name.from >= phrase.from && name.to <= phrase.to && phrase.to - phrase.from <= name.to - name.from + 4,
        );
      const said =
        phrase === undefined || isOutlet
          ? undefined
          : sourceIn(reading, phrase, who.length > 0 ? who : (actorsAt.get(words[phrase.from]?.sentence ?? -1) ?? []));
      const source = resolve(said, sentence.paragraph);
      if (isBack(said) && own.relays.length === 0 && source !== undefined) before = last?.relays ?? [];
      if (
        source !== undefined &&
        !found.some((one) => one.words.from < source.words.to && source.words.from < one.words.to)
      )
        found.push(source);
      // Of an outlet's own report its cited sources are the origin; of a person's words that person is.
      const sources =
        isOutlet || source === undefined
          ? own.sources
          : [source, ...own.sources.filter(({ kind }) => kind === 'ownReporting')];
      const links: Links = {
        relays: before,
        sources,
        reasons: [...before.map(({ reason }) => reason), ...sources.map(({ reason }) => reason)],
      };
      for (const { start, end } of attribution.content) {
        const [a, b] = [words[wordAt(reading, start)]?.sentence ?? 0, words[wordAt(reading, end - 1)]?.sentence ?? 0];
        for (let at = a; at <= b && at - a < 50; at += 1)
          covering.set(at, [...(covering.get(at) ?? []), { attribution, links }]);
      }
    }
    if (own.relays.length > 0 || own.sources.length > 0)
      atSentence.set(index, {
        ...own,
        reasons: [...own.relays.map(({ reason }) => reason), ...own.sources.map(({ reason }) => reason)],
      });
    if (found.length === 0 && own.relays.length === 0) continue;
    const source = found.at(-1) ?? (own.relays.length > 0 ? undefined : last?.source);
    const person = found.findLast(({ actor }) => actor?.type === 'Person') ?? last?.person;
    const people = found.findLast(({ kind }) => kind === 'anonymous') ?? last?.people;
    last = {
      ...(source === undefined ? {} : { source }),
      ...(person === undefined ? {} : { person }),
      ...(people === undefined ? {} : { people }),
      relays: before.length > 0 ? before : found.length > 0 ? [] : (last?.relays ?? []),
      paragraph: sentence.paragraph,
    };
  }

  const attributed = (place: Range, sentence: number): Resolved | undefined =>
    (covering.get(sentence) ?? [])
      .filter(({ attribution: { content } }) =>
        content.some(({ start, end }) => place.start >= start && place.start < end),
      )
      .sort((a, b) => size(a.attribution) - size(b.attribution))[0];
  const of = (place: Range, sentence: number): Links => {
    const inner = attributed(place, sentence)?.links;
    if (inner !== undefined && (inner.relays.length > 0 || inner.sources.length > 0)) return inner;
    return atSentence.get(sentence) ?? none;
  };
  return {
    of,
    continued(place, sentence) {
      const own = of(place, sentence);
      if (own.relays.length > 0 || own.sources.length > 0) return own;
      const before = sentences[sentence - 1];
      if (before === undefined || before.paragraph !== sentences[sentence]?.paragraph) return own;
      const earlier = of({ start: before.start, end: before.end }, sentence - 1);
      const links = earlier.relays.length + earlier.sources.length > 0 ? earlier : atSentence.get(sentence - 1);
      if (links === undefined) return own;
      return { ...links, inferred: 'The sentence names no source; it goes on from the one before in its paragraph.' };
    },
    speaker: (place, sentence) => {
      const links =
        attributed(place, sentence)?.links ?? attributed({ start: place.end - 1, end: place.end }, sentence)?.links;
      return links?.sources.find(({ kind }) => kind === 'named' || kind === 'anonymous');
    },
  };
}
const size = ({ content }: Attribution): number => content.reduce((sum, { start, end }) => sum + end - start, 0);
