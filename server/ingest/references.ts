// Finds and renames the keys a document mentions, wherever they stand in it.
import type { ClaimsDocument } from '../schema/article.ts';
import type { Path } from './issues.ts';

/** The members whose text is a key of an entity or an article. */
const keyMembers: ReadonlySet<string> = new Set([
  'key',
  'holder',
  'target',
  'shieldedBy',
  'actor',
  'spokeTo',
  'speaker',
  'article',
  'onBehalfOf',
  'start',
  'end',
  'outlet',
  'country',
  'republishes',
  'corrects',
  'retracts',
]);

/** A copy in which every key is what `rename` makes of it; `rename` also learns where the key stands. */
export function renameKeys<T>(document: T, rename: (key: string, path: Path) => string): T {
  const walk = (value: unknown, path: Path, isKey: boolean): unknown => {
    if (typeof value === 'string') return isKey ? rename(value, path) : value;
    if (Array.isArray(value)) return value.map((item, at) => walk(item, [...path, at], isKey));
    if (value === null || typeof value !== 'object') return value;
    const members = Object.entries(value).map(([name, member]) => [
      name,
      walk(member, [...path, name], keyMembers.has(name)),
    ]);
    return Object.fromEntries(members);
  };
  // Only texts under the members listed are replaced, each by a key of the same type, so the form stays T.
  return walk(document, [], false) as T;
}

export interface Reference {
  key: string;
  path: Path;
  /** Whether the key stands here because the entity is defined here. */
  defines: boolean;
}

const entityPrefix = /^(person|country|organization|group|outlet|plan|event):/;

/** Every key of an entity in a document, in the order of the text. */
export function entityReferences(document: unknown): Reference[] {
  const found: Reference[] = [];
  const path: (string | number)[] = [];
  const walk = (value: unknown, isKey: boolean): void => {
    if (typeof value === 'string') {
      if (!isKey || !entityPrefix.test(value)) return;
      const defines = path[0] === 'entities' && path.length === 3 && path[2] === 'key';
      found.push({ key: value, path: [...path], defines });
    } else if (Array.isArray(value)) {
      for (const [at, item] of value.entries()) {
        path.push(at);
        walk(item, isKey);
        path.pop();
      }
    } else if (value !== null && typeof value === 'object') {
      for (const [name, member] of Object.entries(value)) {
        path.push(name);
        walk(member, keyMembers.has(name));
        path.pop();
      }
    }
  };
  walk(document, false);
  return found;
}

/** The members by which an article says what it does to others, with the relation that each is stored as. */
export const linkMembers = [
  ['republishes', 'REPUBLISHES'],
  ['corrects', 'CORRECTS'],
  ['retracts', 'RETRACTS'],
] as const;
/** The articles that an article prints, corrects or retracts. */
export const linkedArticles = (article: ClaimsDocument['article']) =>
  linkMembers.map(([member, type]) => ({ member, type, keys: article[member] ?? [] }));
