// Finds everything that a held article's document may have put into the graph.
import { articleLinks } from '../schema/curation.ts';
import { slugOf } from '../schema/key.ts';
import { type AssertedRelation, assertedRelations, entityRelations } from '../schema/kinds.ts';
import { inBatches } from '../schema/lists.ts';
import type { Reader } from '../store/port.ts';
import type { Properties, RelationRow } from './rows.ts';

/** Keys by kind; what other documents state too is among them and stays. */
export interface Owned {
  /** Assertions in the article itself. */
  assertions: string[];
  /** Assertions of stubs that are known from these. */
  reconstructed: string[];
  claims: string[];
  sources: string[];
  utterances: string[];
  /** The article's own quotations. */
  quotes: string[];
  stubs: string[];
  entities: string[];
  /** Relations among them that name the articles they come from. */
  stated: RelationRow[];
}

const startsWith =
  (prefix: string) =>
  (key: string): boolean =>
    key.startsWith(prefix);
const isType = (type: string): type is AssertedRelation => assertedRelations.some((known) => known === type);

/** Relations with these types from (or to) the keys. */
export async function relationsOf(
  tx: Reader,
  direction: 'outgoing' | 'incoming',
  keys: readonly string[],
  types: readonly AssertedRelation[],
): Promise<RelationRow[]> {
  const rows = await inBatches(keys, (batch) => tx.read(`write/find/${direction}`, { keys: batch, types: [...types] }));
  return rows.flatMap(({ type, ...row }) => (isType(type) ? [{ type, ...row }] : []));
}

/** Whether the article's document is among those that state a relation. */
export const statedBy = (article: string, { articles }: Properties): boolean =>
  Array.isArray(articles) && articles.some((key) => key === article);

export async function findOwned(tx: Reader, article: string): Promise<Owned> {
  const stated: RelationRow[] = [];
  const out = async (keys: readonly string[], types: readonly AssertedRelation[]): Promise<RelationRow[]> => {
    const rows = await relationsOf(tx, 'outgoing', keys, types);
    stated.push(...rows.filter(({ properties }) => statedBy(article, properties)));
    return rows;
  };
  const targets = (rows: readonly RelationRow[], ...types: AssertedRelation[]): string[] => [
    ...new Set(rows.filter(({ type }) => types.includes(type)).map(({ target }) => target)),
  ];
  /** The keys and what they lead to by relations that this document states. */
  const closure = async (
    start: readonly string[],
    types: readonly AssertedRelation[],
    step: AssertedRelation,
  ): Promise<string[]> => {
    const seen = new Set(start);
    for (let open = [...seen]; open.length > 0; ) {
      const rows = (await out(open, types)).filter(
        ({ properties }) => step === 'TRANSLATION_OF' || statedBy(article, properties),
      );
      open = targets(rows, step).filter((key) => !seen.has(key));
      for (const key of open) seen.add(key);
    }
    return [...seen];
  };

  const ownLinks = await out([article], ['CONTAINS', 'MENTIONS', ...articleLinks]);
  const contained = targets(ownLinks, 'CONTAINS');
  // An article that was a stub before it was held contains reconstructed assertions too, which others show.
  const shown = new Set((await relationsOf(tx, 'outgoing', contained, ['KNOWN_FROM'])).map(({ source }) => source));
  const assertions = contained.filter((key) => !shown.has(key));
  const reconstructed = [
    ...new Set((await relationsOf(tx, 'incoming', assertions, ['KNOWN_FROM'])).map(({ source }) => source)),
  ];
  const links = await out(
    [...assertions, ...reconstructed],
    ['ABOUT', 'ATTRIBUTED_TO', 'ON_BEHALF_OF', 'HAS_QUOTE', 'DISPUTES'],
  );

  const disputed = targets(links, 'DISPUTES');
  const claims = await closure(
    [...targets(links, 'ABOUT'), ...disputed.filter(startsWith('claim:'))],
    ['INCLUDES', 'SHIELDED_BY'],
    'INCLUDES',
  );
  const isOwnQuote = startsWith(`quote:${slugOf(article)}#`);
  const quoted = [...targets(links, 'HAS_QUOTE'), ...disputed].filter(isOwnQuote);
  const quotes = await closure(quoted, ['TRANSLATION_OF'], 'TRANSLATION_OF');
  const utterances = targets(await out(quotes, ['RENDERS']), 'RENDERS');
  const speakers = targets(await out(utterances, ['SPOKEN_BY']), 'SPOKEN_BY').filter(startsWith('source:'));
  const sources = await closure([...targets(links, 'ATTRIBUTED_TO'), ...speakers], ['MEMBER_OF'], 'MEMBER_OF');

  const mentioned = targets(ownLinks, 'MENTIONS');
  const stubs = mentioned.filter(startsWith('article:'));
  const published = await relationsOf(tx, 'incoming', [article, ...stubs], ['PUBLISHED']);
  stated.push(...published.filter(({ properties }) => statedBy(article, properties)));
  const outlets = published.map(({ source }) => source);
  const entities = [...new Set([...mentioned.filter((key) => !key.startsWith('article:')), ...outlets])];
  await out(entities, entityRelations);
  return { assertions, reconstructed, claims, sources, utterances, quotes, stubs, entities, stated };
}
