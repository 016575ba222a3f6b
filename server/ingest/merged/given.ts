// Keeps beside an article the document as it would be without merges and splits, where these make another of it.

import type { Operation } from '../../evidence/operations.ts';
import type { ClaimsDocument } from '../../schema/article.ts';
import { batches, compare, inBatches } from '../../schema/lists.ts';
import type { Reader, Transaction } from '../../store/port.ts';
import { namedIn } from './effective.ts';

const givenKey = (article: string): string => `given:${article}`;

export interface Given {
  /** With the article's own key, and without its text. */
  document: ClaimsDocument;
  /** Of what several documents say the word of the earlier holds: 0 for those that were there before any merge. */
  position: number;
}

/** By article, the earlier first; of an article without such a document nothing. */
export async function givenDocuments(reader: Reader, articles: readonly string[]): Promise<Map<string, Given>> {
  const rows = await inBatches(articles.map(givenKey), (keys) => reader.read('read/identity/given', { keys }));
  rows.sort((a, b) => a.position - b.position || compare(a.article, b.article));
  return new Map(
    rows.map(({ article, document, position }) => {
      // Written below, from a document of this form.
      return [article, { document: JSON.parse(document) as ClaimsDocument, position }];
    }),
  );
}

export async function forgetGiven(tx: Transaction, articles: readonly string[]): Promise<void> {
  for (const keys of batches(articles.map(givenKey))) await tx.write('write/delete-records', { keys });
}

export async function keepGiven(tx: Transaction, article: string, { document, position }: Given): Promise<void> {
  const { text: _, ...about } = document.article;
  const key = givenKey(article);
  const names = namedIn(document);
  const content = JSON.stringify({ ...document, article: about });
  await tx.write('write/identity/given', { key, properties: { key, article, names, position, document: content } });
}

/** Whether a document names an entity that a merge or a split bears on. */
export const bearsOn = (document: ClaimsDocument, operations: readonly Operation[]): boolean => {
  const named = new Set(namedIn(document));
  return operations.some(({ from, into }) => named.has(from) || named.has(into));
};

/**
 * Keeps the document that was imported where it stands otherwise than it was given; and where it says otherwise what
 * another said before it (`unsaid`), since that other may be there for a merge alone. Else forgets what was kept.
 */
export async function keepImported(
  tx: Transaction,
  article: string,
  { given, stands, unsaid }: { given: ClaimsDocument; stands: ClaimsDocument; unsaid: boolean },
  operations: readonly Operation[],
): Promise<void> {
  if (operations.length === 0) return;
  if (stands === given && !(unsaid && bearsOn(given, operations))) return forgetGiven(tx, [article]);
  const [marker] = await tx.read('schema/marker', {});
  await keepGiven(tx, article, { document: given, position: marker?.revision ?? 1 });
}
