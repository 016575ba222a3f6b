// What a document says once entities were merged and split: a function of the document as given and of what stands.

import type { Operation } from '../../evidence/operations.ts';
import type { ClaimsDocument } from '../../schema/article.ts';
import type { Entity } from '../../schema/entity.ts';
import { compare } from '../../schema/lists.ts';
import { assertionKeys } from '../claims.ts';
import { entityReferences, renameKeys } from '../references.ts';
import { forkAssertions } from './fork.ts';
import { unite } from './unify.ts';

/** The keys of the entities that a document names, sorted. */
export const namedIn = (document: ClaimsDocument): string[] =>
  [...new Set(entityReferences(document).map(({ key }) => key))].sort(compare);

/** A document as it stands, and by which id each of its claims and assertions as given is meant there. */
export interface Effective {
  document: ClaimsDocument;
  /** Of several that an id stands for after a split, the one that is the other's comes last. */
  claims: ReadonlyMap<string, string>;
  assertions: ReadonlyMap<string, string>;
}

/** Entries of the one that stays come first: its name holds. */
const first = (entities: readonly Entity[], key: string): Entity[] => [
  ...entities.filter((entity) => entity.key === key),
  ...entities.filter((entity) => entity.key !== key),
];

function applied(document: ClaimsDocument, { kind, from, into, articles, assertions }: Operation) {
  if (!namedIn(document).includes(from)) return null;
  const rename = (key: string): string => (key === from ? into : key);
  if (kind === 'merge') return unite(renameKeys({ ...document, entities: first(document.entities, into) }, rename));
  if (articles.has(document.article.key)) return unite(renameKeys(document, rename));
  if (assertions.size === 0) return null;
  const chosen = [...assertionKeys(document)].flatMap(([id, key]) => (assertions.has(key) ? [id] : []));
  return chosen.length === 0 ? null : unite(forkAssertions(document, new Set(chosen), from, into));
}

const chained = (before: ReadonlyMap<string, string>, next: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([...before].map(([id, now]) => [id, next.get(now) ?? now]));

/** The same document where nothing that stands bears on it. */
export function effective(given: ClaimsDocument, operations: readonly Operation[]): Effective {
  let now: Effective = {
    document: given,
    claims: new Map(given.claims.map(({ id }) => [id, id])),
    assertions: new Map(given.assertions.map(({ id }) => [id, id])),
  };
  for (const operation of operations) {
    const next = applied(now.document, operation);
    if (next === null) continue;
    now = {
      document: next.document,
      claims: chained(now.claims, next.claims),
      assertions: chained(now.assertions, next.assertions),
    };
  }
  return now;
}
