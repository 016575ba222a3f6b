// Reads everything that the documents of some held articles put into the graph, as rows to make the documents of again.
import { relationsOf } from '../ingest/owned.ts';
import type { Properties, RelationRow } from '../ingest/rows.ts';
import { articleLinks } from '../schema/curation.ts';
import { type AssertedRelation, entityRelations } from '../schema/kinds.ts';
import { addTo, compare, distinct, inBatches } from '../schema/lists.ts';
import type { Reader } from '../store/port.ts';

/** Records by key, and relations by where they start; those into articles and assertions by where they end, too. */
export interface Stored {
  nodes: ReadonlyMap<string, Properties>;
  /** Of held articles whose texts were asked for. */
  texts: ReadonlyMap<string, string>;
  /** Named sources on whose word nothing rests: a document has them for the utterances of their actors. */
  alone: ReadonlySet<string>;
  /** Whether the database holds the article's text. */
  hasText(article: string): boolean;
  /** Sorted by their ends, so that the same graph gives the same document. */
  from(key: string, ...types: AssertedRelation[]): RelationRow[];
  into(key: string, type: AssertedRelation): RelationRow[];
}

const assertionRelations = [
  'ABOUT',
  'ATTRIBUTED_TO',
  'RELAYS',
  'KNOWN_FROM',
  'ON_BEHALF_OF',
  'HAS_QUOTE',
  'DISPUTES',
] as const;

class Rows {
  readonly #reader: Reader;
  readonly #asked = new Map<AssertedRelation, Set<string>>();
  readonly outgoing = new Map<string, RelationRow[]>();
  readonly incoming = new Map<string, RelationRow[]>();

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** The relations from the keys that were not asked for before; gives their ends. */
  async follow(keys: Iterable<string>, types: readonly AssertedRelation[]): Promise<string[]> {
    const [first] = types;
    if (first === undefined) return [];
    const asked = this.#asked.get(first) ?? new Set();
    this.#asked.set(first, asked);
    const open = distinct(keys).filter((key) => !asked.has(key));
    for (const key of open) asked.add(key);
    const rows = await relationsOf(this.#reader, 'outgoing', open, types);
    for (const row of rows) addTo(this.outgoing, row.source, row);
    return rows.map(({ target }) => target);
  }

  /** All that is reached by following one type again and again. */
  async followAll(keys: Iterable<string>, types: readonly AssertedRelation[], on: AssertedRelation): Promise<string[]> {
    const reached = new Set(keys);
    for (let open = [...reached]; open.length > 0; ) {
      await this.follow(open, types);
      const ends = open.flatMap((key) => this.ends(key, on));
      open = distinct(ends).filter((key) => !reached.has(key));
      for (const key of open) reached.add(key);
    }
    return [...reached];
  }

  async followBack(keys: Iterable<string>, type: AssertedRelation): Promise<string[]> {
    const rows = await relationsOf(this.#reader, 'incoming', distinct(keys), [type]);
    for (const row of rows) addTo(this.incoming, `${type} ${row.target}`, row);
    return rows.map(({ source }) => source);
  }

  ends(key: string, ...types: AssertedRelation[]): string[] {
    return (this.outgoing.get(key) ?? []).filter(({ type }) => types.includes(type)).map(({ target }) => target);
  }
}

const starting = (keys: readonly string[], prefix: string): string[] => keys.filter((key) => key.startsWith(prefix));
const known = (properties: Readonly<Record<string, unknown>>): Properties =>
  // What an engine gives of stored properties are scalars and lists of them; what was left out of the answer is null.
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null)) as Properties;

async function nodesOf(reader: Reader, keys: readonly string[]): Promise<[string, Properties][]> {
  const rows = await inBatches(keys, (batch) => reader.read('write/find/records', { keys: batch }));
  return rows.map(({ key, properties }) => [key, properties]);
}

async function speakingAlone(reader: Reader, speakers: readonly string[]): Promise<Set<string>> {
  const named = distinct(speakers.filter((key) => !key.startsWith('source:')).map((key) => `source:${key}`));
  const there = await inBatches(named, (keys) => reader.read('read/filter/known', { keys }));
  const keys = there.map(({ key }) => key);
  const rested = await relationsOf(reader, 'incoming', keys, ['ATTRIBUTED_TO', 'MEMBER_OF']);
  const onWord = new Set(rested.map(({ target }) => target));
  return new Set(keys.filter((key) => !onWord.has(key)));
}

/** The rows of held articles, a few at a time: they are in memory together. */
export async function storedOf(reader: Reader, articles: readonly string[], withTexts: boolean): Promise<Stored> {
  const rows = new Rows(reader);
  await rows.follow(articles, ['CONTAINS', 'MENTIONS', ...articleLinks]);
  const mentioned = articles.flatMap((key) => rows.ends(key, 'MENTIONS'));
  const contained = articles.flatMap((key) => rows.ends(key, 'CONTAINS'));
  const shown = await rows.followBack(contained, 'KNOWN_FROM');
  await rows.followBack(shown, 'CONTAINS');
  await rows.followBack([...articles, ...starting(mentioned, 'article:')], 'PUBLISHED');
  const assertions = distinct([...contained, ...shown]);
  const linked = await rows.follow(assertions, assertionRelations);

  const claims = await rows.followAll(
    starting(linked, 'claim:'),
    ['HOLDER', 'TARGET', 'INCLUDES', 'SHIELDED_BY'],
    'INCLUDES',
  );
  const quotes = await rows.followAll(starting(linked, 'quote:'), ['TRANSLATION_OF', 'RENDERS'], 'TRANSLATION_OF');
  const utterances = distinct(quotes.flatMap((key) => rows.ends(key, 'RENDERS')));
  const speakers = await rows.follow(utterances, ['SPOKEN_BY']);
  const told = [...starting(linked, 'source:'), ...starting(speakers, 'source:')];
  const alone = await speakingAlone(reader, speakers);
  const sources = await rows.followAll(told, ['MEMBER_OF'], 'MEMBER_OF');
  await rows.follow(
    mentioned.filter((key) => !key.startsWith('article:')),
    // MEMBER_OF of sources was followed above: keys of the two never meet.
    ['HOLDS_OFFICE', ...entityRelations.filter((type) => type !== 'HOLDS_OFFICE')],
  );

  const own = await inBatches(articles, (keys) => reader.read('read/export/articles', { keys }));
  const texts = withTexts ? await inBatches(articles, (keys) => reader.read('read/reprints/texts', { keys })) : [];
  const withText = new Set(own.filter(({ hasText }) => hasText).map(({ key }) => key));
  const nodes = new Map([
    ...(await nodesOf(reader, distinct([...assertions, ...claims, ...quotes, ...utterances, ...sources, ...alone]))),
    ...own.map(({ key, properties }) => [key, known(properties)] as const),
  ]);
  for (const list of [...rows.outgoing.values(), ...rows.incoming.values()])
    list.sort((a, b) => compare(a.target, b.target) || compare(a.source, b.source));
  return {
    nodes,
    texts: new Map(texts.map(({ key, text }) => [key, text])),
    alone,
    hasText: (article) => withText.has(article),
    from: (key, ...types) => (rows.outgoing.get(key) ?? []).filter(({ type }) => types.includes(type)),
    into: (key, type) => rows.incoming.get(`${type} ${key}`) ?? [],
  };
}
