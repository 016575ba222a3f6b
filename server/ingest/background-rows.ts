// Rows of what stands around the claims: entities, the articles relayed, and the lasting relations between entities.
import type { ClaimsDocument } from '../schema/article.ts';
import type { EntitiesDocument, Entity, Relation } from '../schema/entity.ts';
import { foldWords } from '../schema/fold.ts';
import type { Span } from '../schema/span.ts';
import { entityReferences } from './references.ts';
import { type DocumentRows, defined, type Properties, RowSet, type Scalar } from './rows.ts';

/** The folded words of the texts, for full-text search; nothing where they have none. */
export function textIndex(...texts: (string | undefined)[]): string | undefined {
  const words = texts.flatMap((text) => (text === undefined ? [] : foldWords(text)));
  return words.length === 0 ? undefined : words.join(' ');
}

/** What a document says of an entity itself: its node's properties, but for the key. */
export function entityContribution(entity: Entity): Properties {
  const { type: _, key: __, mentions: ___, ...properties } = entity;
  return defined(properties);
}

/** What a document says of an article. A stated date given once is its first and its last; an inferred one is an open end. */
export function articleContribution(
  article: Omit<ClaimsDocument['articles'][number], 'lang'> & { lang?: string | undefined },
): Properties {
  const { title, url, archivedUrl, author, lang, publishedFrom, publishedTo, dateBasis, dateNote } = article;
  const isStated = dateBasis === 'stated';
  const dates = {
    publishedFrom: publishedFrom ?? (isStated ? publishedTo : undefined),
    publishedTo: publishedTo ?? (isStated ? publishedFrom : undefined),
    dateBasis,
  };
  return defined({ title, url, archivedUrl, author, lang, dateNote, ...(dateBasis === 'unknown' ? {} : dates) });
}

/** Where an article names somebody, as MENTIONS holds it. */
export function places(spans: readonly Span[] | undefined): Record<'starts' | 'ends' | 'names', Scalar> {
  const sorted = [...(spans ?? [])].sort((a, b) => a.start - b.start || a.end - b.end);
  const distinct = sorted.filter(
    (span, at) => span.start !== sorted[at - 1]?.start || span.end !== sorted[at - 1]?.end,
  );
  return {
    starts: distinct.map(({ start }) => start),
    ends: distinct.map(({ end }) => end),
    names: distinct.map(({ quote }) => quote),
  };
}

/** `origin` says where the relations come from: their `articles` and `evidence`, or that they are curated. */
function relationRows(rows: RowSet, relations: readonly Relation[], origin: (span?: Span) => Properties): void {
  const dated = relations.map((relation) => {
    const { type, start, end, span, ...properties } = relation;
    return { type, start, end, properties: { ...properties, ...origin(span) } };
  });
  for (const { type, start, end, properties } of dated) rows.relate(type, start, end, properties);
}

/** Adds entities, stubs, mentions and relations. Keys are final; `own` is the key of the document's article. */
export function addBackground(rows: RowSet, document: ClaimsDocument, own: string): void {
  const { article, articles, entities, relations } = document;
  const defining = new Set(entities.map(({ key }) => key));
  for (const entity of entities) {
    const contribution = entityContribution(entity);
    rows.node(entity.type, entity.key, contribution);
    rows.relate('MENTIONS', own, entity.key, { ...contribution, ...places(entity.mentions) });
  }
  const elsewhere = new Set(entityReferences(document).map(({ key }) => key));
  // An article speaks of whatever its document points to, but not of its own outlet by being published there.
  if (article.outlet !== undefined) elsewhere.delete(article.outlet);
  for (const key of elsewhere) if (!defining.has(key)) rows.relate('MENTIONS', own, key, places(undefined));
  for (const stub of articles) {
    const contribution = articleContribution(stub);
    rows.node('Article', stub.key, contribution);
    rows.relate('MENTIONS', own, stub.key, { ...contribution, ...places(stub.mentions) });
    if (stub.outlet !== undefined) rows.relate('PUBLISHED', stub.outlet, stub.key, { articles: [own] });
  }
  relationRows(rows, relations, (span) => ({
    articles: [own],
    ...(span === undefined ? {} : { evidence: [`${own}#${span.start}-${span.end} ${span.quote}`] }),
  }));
}

/** The rows of an entities document: nodes as given, relations curated. Keys are final. */
export function entitiesRows({ entities, relations = [] }: EntitiesDocument): DocumentRows {
  const rows = new RowSet();
  for (const entity of entities) rows.node(entity.type, entity.key, entityContribution(entity));
  relationRows(rows, relations, () => ({ curated: true }));
  return rows.rows();
}
