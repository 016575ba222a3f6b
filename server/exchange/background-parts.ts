// The parts of a claims document that stand around its claims: the article itself, stubs, entities and lasting relations.
import { statedBy } from '../ingest/owned.ts';
import { linkMembers } from '../ingest/references.ts';
import type { Properties, RelationRow } from '../ingest/rows.ts';
import { Entity } from '../schema/entity.ts';
import type { EntityType } from '../schema/key.ts';
import { entityRelations } from '../schema/kinds.ts';
import type { Stored } from './stored.ts';
import { evidenceSpans, listed, mentionSpans, type Plain, pick } from './values.ts';

export const articleMembers = [
  'title',
  'url',
  'archivedUrl',
  'author',
  'lang',
  'publishedFrom',
  'publishedTo',
  'dateBasis',
  'dateNote',
];
const ownOfNone = ['type', 'key', 'aliases', 'mentions'];
/** What a document says of an entity beside its key, its other names and its places, in the order of the schema. */
export const entityMembers: readonly string[] = [
  ...new Set(Entity.options.flatMap(({ shape }) => Object.keys(shape))),
].filter((member) => !ownOfNone.includes(member));

const types: Readonly<Record<string, EntityType>> = {
  person: 'Person',
  country: 'Country',
  organization: 'Organization',
  group: 'Group',
  outlet: 'Outlet',
  plan: 'Plan',
  event: 'Event',
};
export const typeOf = (key: string): EntityType | undefined => types[key.slice(0, key.indexOf(':'))];

/** The outlet that the document of `by` gives an article. */
function outletOf(article: string, by: string, stored: Stored): Plain {
  const outlet = stored.into(article, 'PUBLISHED').find(({ properties }) => statedBy(by, properties))?.source;
  return outlet === undefined ? {} : { outlet };
}

export function articlePart(article: string, stored: Stored): Plain {
  const node = stored.nodes.get(article) ?? {};
  const text = stored.texts.get(article);
  const links = linkMembers.map(([member, type]) => {
    const rows = stored.from(article, type).filter(({ properties }) => statedBy(article, properties));
    return listed(
      member,
      rows.map(({ target }) => target),
    );
  });
  return {
    key: article,
    ...pick(node, [...articleMembers, 'fetchedAt', 'textHash']),
    ...outletOf(article, article, stored),
    ...Object.assign({}, ...links),
    ...(text === undefined ? {} : { text }),
  };
}

const mentions = (properties: Properties) => listed('mentions', mentionSpans(properties));

/** A document that defines an entity gives its name; one that only points to it gives nothing. */
const entityPart = ({ target, properties }: RelationRow): Plain[] =>
  properties.name === undefined
    ? []
    : [
        {
          type: typeOf(target),
          key: target,
          ...pick(properties, [...entityMembers, 'aliases']),
          ...mentions(properties),
        },
      ];

/** A document that declares an article says in which language it is, if by default. */
const stubPart = (article: string, { target, properties }: RelationRow, stored: Stored): Plain[] =>
  properties.lang === undefined
    ? []
    : [
        {
          key: target,
          ...pick(properties, articleMembers),
          ...outletOf(target, article, stored),
          ...mentions(properties),
        },
      ];

export const relationMembers = ['title', 'role', 'from', 'to'];

/** A relation once for each place that says so. */
function relationParts(article: string, { type, source, target, properties }: RelationRow): Plain[] {
  const relation = { type, start: source, end: target, ...pick(properties, relationMembers) };
  const spans = evidenceSpans(properties, article);
  return spans.length === 0 ? [relation] : spans.map((span) => ({ ...relation, span }));
}

/** The members `articles`, `entities` and `relations` of the article's document. */
export function backgroundParts(article: string, stored: Stored): Plain {
  const mentioned = stored.from(article, 'MENTIONS');
  const [stubs, entities] = [
    mentioned.filter(({ target }) => target.startsWith('article:')),
    mentioned.filter(({ target }) => !target.startsWith('article:')),
  ];
  const stated = entities
    .flatMap(({ target }) => stored.from(target, ...entityRelations))
    .filter(({ properties }) => statedBy(article, properties));
  return {
    articles: stubs.flatMap((row) => stubPart(article, row, stored)),
    entities: entities.flatMap(entityPart),
    relations: stated.flatMap((row) => relationParts(article, row)),
  };
}
