// By which properties nodes of a label are called: decided once for each label, from what its nodes have.
import { compare } from '../order.ts';

/** What a sample of a label's nodes says of one of its properties. */
export interface PropertyProfile {
  property: string;
  /** Nodes whose value is text that is not blank, and nodes whose value is a number. */
  texts: number;
  numbers: number;
  /** Different ones among these values. */
  different: number;
  /** Characters of the texts on average. */
  length: number;
}

export interface LabelProfile {
  label: string;
  /** Nodes with the label, and how many of them were looked at. */
  nodes: number;
  sampled: number;
  properties: readonly PropertyProfile[];
}

/** Properties whose values, with a blank between them, make a caption: one, or a first and a last name. */
export type CaptionSource = readonly string[];

/** Names of a thing, the likeliest first; compared in lower case, without borders: displayName, display_name. */
const names = ['name', 'displayname', 'fullname', 'title', 'label', 'caption', 'headline', 'username'];
const nameWords = ['name', 'title', 'label', 'caption'];
/** Names of what tells a thing from others of its kind. */
const ids = ['id', 'key', 'code', 'slug', 'number', 'uuid', 'email', 'uri'];
const firstNames = ['firstname', 'givenname', 'forename'];
const lastNames = ['lastname', 'surname', 'familyname'];

/** Text of more characters than these on average is no caption. */
const longest = 160;
/** The share of nodes from which a name counts as what they are called, and from which nearly all have a property. */
const most = 0.5;
const nearlyAll = 0.9;
/** Below this share of different values a property is a kind or a reference, where this many were looked at. */
const repeated = 0.2;
const telling = 20;
/** Text that is neither a name nor an id must tell at least so many of its nodes apart. */
const distinctive = 0.5;

/** "bioguideID" → bioguide, id; "movie_title" → movie, title; "HTTPCode" → http, code. */
export function wordsOf(property: string): string[] {
  const words = property.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{M}]+|\p{N}+/gu) ?? [];
  return words.map((word) => word.toLowerCase());
}

interface Candidate {
  source: CaptionSource;
  /** 0 what most are called by, 1 what nearly all have, 2 what is taken where a node lacks these. */
  tier: number;
  /** 0 a known name, 1 ends as a name, 2 an id, 3 other text. */
  kind: number;
  thin: boolean;
  /** The thing's own, `id` or `billID` of a Bill, rather than one that may be that of another. */
  own: boolean;
  order: number;
  distinct: number;
  coverage: number;
  length: number;
}

const kindOf = (words: readonly string[]): { kind: number; order: number } => {
  const whole = words.join('');
  const last = words.at(-1) ?? '';
  if (names.includes(whole)) return { kind: 0, order: names.indexOf(whole) };
  if (nameWords.includes(last)) return { kind: 1, order: nameWords.indexOf(last) };
  if (ids.includes(last)) return { kind: 2, order: ids.indexOf(last) };
  return { kind: 3, order: 0 };
};

function candidateOf({ label, sampled }: LabelProfile, of: PropertyProfile): Candidate | undefined {
  const words = wordsOf(of.property);
  const { kind, order } = kindOf(words);
  // A number is a name only where it is called one: a film of the title 1984.
  const having = of.texts + (kind === 0 || kind === 2 ? of.numbers : 0);
  if (having === 0 || sampled === 0) return undefined;
  const coverage = having / sampled;
  const distinct = of.different / (of.texts + of.numbers);
  if (of.texts > 0 && of.length > longest) return undefined;
  if (kind === 3 && distinct < distinctive) return undefined;
  const dull = distinct < repeated && sampled >= telling;
  const enough = kind < 2 ? most : nearlyAll;
  const own = words.length === 1 || words.slice(0, -1).join('') === wordsOf(label).join('');
  return {
    source: [of.property],
    tier: dull || coverage < enough ? 2 : kind < 2 ? 0 : 1,
    kind,
    thin: kind < 2 && coverage < nearlyAll,
    own: own && (kind === 1 || kind === 2),
    order,
    distinct,
    coverage,
    length: of.length,
  };
}

/** A first and a last name, which stand for one after `fullName`. */
function personName(profile: LabelProfile, candidates: readonly Candidate[]): Candidate | undefined {
  const find = (known: readonly string[]) =>
    candidates.find(({ source: [property = ''] }) => known.includes(wordsOf(property).join('')));
  const first = find(firstNames);
  const last = find(lastNames);
  if (!first || !last || profile.sampled === 0) return undefined;
  const coverage = Math.min(first.coverage, last.coverage);
  return {
    ...last,
    source: [...first.source, ...last.source],
    tier: coverage < most ? 2 : 0,
    kind: 0,
    thin: coverage < nearlyAll,
    order: names.indexOf('title') - 0.5,
    coverage,
  };
}

/** Least first; the property's name settles what is otherwise alike, so that the choice is always the same. */
function byRank(a: Candidate, b: Candidate): number {
  const apart = (of: Candidate): number => (of.kind < 2 ? 0 : -Math.round(of.distinct * 20));
  return (
    a.tier - b.tier ||
    Number(a.thin) - Number(b.thin) ||
    a.kind - b.kind ||
    Number(b.own) - Number(a.own) ||
    apart(a) - apart(b) ||
    a.order - b.order ||
    b.coverage - a.coverage ||
    a.length - b.length ||
    compare(a.source.join(), b.source.join())
  );
}

/** What nodes of the label are called by, the likeliest first; empty where nothing serves. */
export function captionSources(profile: LabelProfile): CaptionSource[] {
  const candidates = profile.properties.flatMap((of) => candidateOf(profile, of) ?? []);
  const person = personName(profile, candidates);
  return [...candidates, ...(person ? [person] : [])].sort(byRank).map(({ source }) => source);
}

/** Counts what a sample of a label's nodes have, where the database does not. */
export function profileOf(label: string, sample: readonly Readonly<Record<string, unknown>>[]): LabelProfile {
  const found = new Map<string, { texts: string[]; numbers: string[] }>();
  for (const properties of sample) {
    for (const [property, value] of Object.entries(properties)) {
      const text = captionText(value);
      const of = found.get(property) ?? { texts: [], numbers: [] };
      found.set(property, of);
      if (text !== undefined) (typeof value === 'string' ? of.texts : of.numbers).push(text);
    }
  }
  const properties = [...found].map(([property, { texts, numbers }]) => ({
    property,
    texts: texts.length,
    numbers: numbers.length,
    different: new Set([...texts, ...numbers]).size,
    length: texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length),
  }));
  return { label, nodes: sample.length, sampled: sample.length, properties };
}

/** A value as a part of a caption; undefined where it is none. */
export function captionText(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' ? undefined : text;
}

/** Characters of a caption; what is longer ends in an ellipsis. */
const longestCaption = 120;

function cut(text: string): string {
  const letters = [...text.replace(/\s+/gu, ' ')];
  if (letters.length <= longestCaption) return letters.join('');
  const kept = letters.slice(0, longestCaption - 1).join('');
  return `${kept.trimEnd()}…`;
}

const firstOf = (sources: readonly CaptionSource[], properties: Readonly<Record<string, unknown>>) => {
  for (const source of sources) {
    const parts = source.map((property) => captionText(properties[property]));
    if (parts.every((part) => part !== undefined)) return cut(parts.join(' '));
  }
  return undefined;
};

export interface Labelled {
  id: string;
  labels: readonly string[];
  properties: Readonly<Record<string, unknown>>;
}

/** How nodes are called and in what order their labels stand, by the profiles of all labels. */
export class Captions {
  readonly #nodes: ReadonlyMap<string, number>;
  readonly #sources: ReadonlyMap<string, readonly CaptionSource[]>;

  constructor(profiles: readonly LabelProfile[]) {
    this.#nodes = new Map(profiles.map(({ label, nodes }) => [label, nodes]));
    this.#sources = new Map(profiles.map((profile) => [profile.label, captionSources(profile)]));
  }

  /** Whether nodes carry the label, as far as was looked. */
  knows(label: string): boolean {
    return this.#nodes.has(label);
  }

  /** By what nodes of a label are called, the likeliest first. */
  sourcesOf(label: string): readonly CaptionSource[] {
    return this.#sources.get(label) ?? [];
  }

  /** The most specific label first: the one that fewest nodes carry, then by name. */
  inOrder(labels: readonly string[]): string[] {
    const nodes = (label: string): number => this.#nodes.get(label) ?? 0;
    return [...labels].sort((a, b) => nodes(a) - nodes(b) || compare(a, b));
  }

  /** By the first of its labels that has an answer; else by its own names and ids; else its label and its id. */
  captionOf({ id, labels, properties }: Labelled): string {
    const ordered = this.inOrder(labels);
    for (const label of ordered) {
      const caption = firstOf(this.sourcesOf(label), properties);
      if (caption !== undefined) return caption;
    }
    const own = profileOf(ordered[0] ?? '', [properties]);
    const named = own.properties.filter(({ property }) => kindOf(wordsOf(property)).kind < 3);
    return firstOf(captionSources({ ...own, properties: named }), properties) ?? [ordered[0] ?? 'node', id].join(' ');
  }
}
