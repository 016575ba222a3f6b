// What articles and other records are called where they stand in a list or a heading.
import type { ArticleRef } from '../../server/schema/view.ts';

/**
 * A name without the signs that turn the direction of what follows (embeddings, overrides and isolates of Unicode's
 * bidirectional algorithm, UAX 9): in a line with other words it would have these read backwards.
 */
export const withoutTurns = (text: string): string => text.replace(/[\u202a-\u202e\u2066-\u2069]/gu, '');

/** The title, or whose report it is where it has none. */
export const articleTitle = ({ title, outlet }: Pick<ArticleRef, 'title' | 'outlet'>): string =>
  withoutTurns(title ?? (outlet ? `Report by ${outlet.name}` : 'Report of an outlet that is not named'));

/** What a record that cannot be named is called, by the kind that its key begins with; undefined for other kinds. */
const nameless: Readonly<Record<string, string>> = {
  claim: 'a claim',
  assertion: 'an assertion',
  source: 'a source',
  quote: 'a quote',
  utterance: 'an utterance',
};
export const namelessWords = (key: string): string | undefined => {
  const kind = /^([a-z]+):/.exec(key)?.[1] ?? '';
  return Object.hasOwn(nameless, kind) ? nameless[kind] : undefined;
};
