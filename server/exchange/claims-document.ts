// Makes the claims document of a held article again from what is stored: the inverse of server/ingest/claims.ts.
import { statedBy } from '../ingest/owned.ts';
import type { Properties, RelationRow } from '../ingest/rows.ts';
import { ClaimsDocument } from '../schema/article.ts';
import { slugOf } from '../schema/key.ts';
import { compare, distinct } from '../schema/lists.ts';
import type { Span } from '../schema/span.ts';
import { articlePart, backgroundParts } from './background-parts.ts';
import { SourceIds } from './source-ids.ts';
import type { Stored } from './stored.ts';
import { listed, type Plain, pick, spanOf } from './values.ts';

/** What follows the last # of the key of a source or a quotation. */
const localId = (key: string): string => key.slice(key.lastIndexOf('#') + 1);
const ends = (rows: readonly RelationRow[]): string[] => rows.map(({ target }) => target);

/** Whether words stand at their place in the article's text, as far as the text goes with the document. */
function placer(text: string | undefined): (span: Span | undefined) => Span | undefined {
  const letters = text === undefined ? undefined : Array.from(text);
  return (span) => {
    if (span === undefined || letters === undefined) return span;
    return letters.slice(span.start, span.end).join('') === span.quote ? span : undefined;
  };
}

/** One article's items by key, gathered from its assertions on. */
class Items {
  readonly article: string;
  readonly stored: Stored;
  readonly own: string[];
  readonly assertions: string[];
  readonly claims: string[];
  readonly quotes: string[];
  readonly utterances: string[];
  readonly sources: string[];

  constructor(article: string, stored: Stored) {
    this.article = article;
    this.stored = stored;
    const contained = ends(stored.from(article, 'CONTAINS'));
    this.own = contained.filter((key) => stored.nodes.get(key)?.reconstructed !== true).sort(this.#byPlace);
    const shown = this.own.flatMap((key) => stored.into(key, 'KNOWN_FROM').map(({ source }) => source));
    this.assertions = [...this.own, ...distinct(shown)];
    const linked = this.assertions.flatMap((key) => [
      ...stored.from(key, 'ABOUT'),
      ...this.stated(key, 'ATTRIBUTED_TO', 'HAS_QUOTE', 'DISPUTES'),
    ]);
    const of = (prefix: string): string[] => distinct(ends(linked).filter((key) => key.startsWith(prefix)));
    this.claims = this.#closed(of('claim:'), (key) => this.stated(key, 'INCLUDES'));
    this.quotes = this.#closed(of('quote:'), (key) => stored.from(key, 'TRANSLATION_OF'));
    this.utterances = distinct(this.quotes.flatMap((key) => ends(stored.from(key, 'RENDERS'))));
    const speakers = this.utterances.flatMap((key) => ends(this.stated(key, 'SPOKEN_BY')));
    const told = [...of('source:'), ...speakers.map(this.sourceOf).filter((key) => key.startsWith('source:'))];
    this.sources = this.#closed(distinct(told), (key) => this.stated(key, 'MEMBER_OF'));
  }

  readonly #byPlace = (a: string, b: string): number => {
    const [first, second] = [this.node(a).start, this.node(b).start];
    return Number(first ?? 0) - Number(second ?? 0) || compare(a, b);
  };

  /** By which source a document names the speaker of an utterance; the actor itself where it need not be one. */
  readonly sourceOf = (speaker: string): string =>
    this.stored.alone.has(`source:${speaker}`) ? `source:${speaker}` : speaker;

  /** The relations that this article's document states. */
  stated(key: string, ...types: Parameters<Stored['from']>[1][]): RelationRow[] {
    return this.stored.from(key, ...types).filter(({ properties }) => statedBy(this.article, properties));
  }

  node(key: string): Properties {
    const node = this.stored.nodes.get(key);
    if (node === undefined) throw new Error(`"${key}", which the document of ${this.article} states, is not there.`);
    return node;
  }

  #closed(start: readonly string[], next: (key: string) => readonly RelationRow[]): string[] {
    const reached = new Set(start);
    for (const key of reached) for (const { target } of next(key)) reached.add(target);
    return [...reached].sort(compare);
  }
}

function claimPart(items: Items, key: string): Plain {
  const node = items.node(key);
  const target = items.stored.from(key, 'TARGET')[0]?.target;
  return {
    id: slugOf(key),
    ...pick(node, ['kind', 'stance', 'quantifier', 'number', 'of']),
    holder: items.stored.from(key, 'HOLDER')[0]?.target,
    ...(target === undefined ? {} : { target }),
    ...listed('shieldedBy', ends(items.stated(key, 'SHIELDED_BY'))),
    ...listed('includes', ends(items.stated(key, 'INCLUDES')).map(slugOf)),
    text: node.text,
  };
}

function quotePart(items: Items, key: string): Plain {
  const node = items.node(key);
  const utterance = items.stored.from(key, 'RENDERS')[0]?.target;
  const original = items.stored.from(key, 'TRANSLATION_OF')[0]?.target;
  return {
    id: localId(key),
    span: spanOf(node),
    lang: node.lang,
    ...(utterance === undefined ? {} : { utterance }),
    ...(original === undefined ? {} : { translationOf: localId(original) }),
  };
}

function utterancePart(items: Items, ids: SourceIds, key: string): Plain {
  const [speaker] = ends(items.stated(key, 'SPOKEN_BY')).map(items.sourceOf);
  const spoken = speaker?.startsWith('source:') ? { speakerSource: ids.use(speaker) } : { speaker };
  return { key, ...pick(items.node(key), ['saidOn', 'occasion']), ...(speaker === undefined ? {} : spoken) };
}

function disputedPart(key: string): Plain {
  if (key.startsWith('article:')) return { article: key };
  if (key.startsWith('quote:')) return { quote: localId(key) };
  return key.startsWith('claim:') ? { claim: slugOf(key) } : { assertion: slugOf(key) };
}

const said = [
  'mode',
  'modality',
  'condition',
  'hedge',
  'channel',
  'wording',
  'from',
  'to',
  'inferred',
  'alternativeReading',
  'extractor',
  'review',
];

function assertionPart(items: Items, ids: SourceIds, key: string, place: ReturnType<typeof placer>): Plain {
  const { stored, article } = items;
  const node = items.node(key);
  const isReconstructed = node.reconstructed === true;
  const shown = ends(stored.from(key, 'KNOWN_FROM')).filter((other) => items.own.includes(other));
  // A place beside what another article says is in whichever document gave it: perhaps not in this.
  const placed = (properties: Properties) => {
    const span = isReconstructed ? place(spanOf(properties)) : spanOf(properties);
    return span === undefined ? {} : { span };
  };
  const attributed = items.stated(key, 'ATTRIBUTED_TO').map(({ target, properties }) => ({
    source: ids.use(target),
    ...pick(properties, ['descriptor']),
    ...placed(properties),
  }));
  const relays = stored
    .from(key, 'RELAYS')
    .map(({ target, properties }) => ({ article: target, ...pick(properties, ['how']), ...placed(properties) }));
  const behalf = items.stated(key, 'ON_BEHALF_OF')[0]?.target;
  return {
    id: slugOf(key),
    ...(isReconstructed
      ? { article: stored.into(key, 'CONTAINS')[0]?.source ?? article, reconstructed: true }
      : { span: spanOf(node) }),
    claim: stored.from(key, 'ABOUT').map(({ target }) => slugOf(target))[0],
    ...pick(node, said),
    ...listed('attributedTo', attributed),
    ...listed('relays', relays),
    ...(behalf === undefined ? {} : { onBehalfOf: behalf }),
    ...listed('quotes', ends(items.stated(key, 'HAS_QUOTE')).map(localId)),
    ...listed('disputes', ends(items.stated(key, 'DISPUTES')).map(disputedPart)),
    ...listed('knownFrom', shown.map(slugOf)),
  };
}

/**
 * The document of a held article. Claims and assertions go by what follows the colon of their keys, so that keys outside
 * the document are found in it. What it says in common with others it says in their words, where these came first.
 */
export function claimsDocumentOf(article: string, stored: Stored): ClaimsDocument {
  const items = new Items(article, stored);
  const ids = new SourceIds(items.sources, (key) => ends(items.stated(key, 'MEMBER_OF')));
  const place = placer(stored.texts.get(article));
  const assertions = items.assertions.map((key) => assertionPart(items, ids, key, place));
  const utterances = items.utterances.map((key) => utterancePart(items, ids, key));
  return ClaimsDocument.parse({
    format: 'hearsay-claims/1',
    article: articlePart(article, stored),
    ...backgroundParts(article, stored),
    sources: ids.parts((key) => items.node(key), article),
    utterances,
    quotes: items.quotes.map((key) => quotePart(items, key)),
    claims: items.claims.map((key) => claimPart(items, key)),
    assertions,
  });
}
