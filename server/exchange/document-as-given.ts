// The document of a held article as it would be without merges and splits: as it was given, or as what is stored makes it.
import type { Operation } from '../evidence/operations.ts';
import { effective } from '../ingest/merged/effective.ts';
import type { ClaimsDocument } from '../schema/article.ts';
import { claimsDocumentOf } from './claims-document.ts';
import type { Stored } from './stored.ts';

/** `given` is what was kept of the article where a merge or a split bears on it (server/ingest/merged/given.ts). */
export function documentAsGiven(
  key: string,
  stored: Stored,
  given: ClaimsDocument | undefined,
  operations: readonly Operation[],
): ClaimsDocument {
  const stands = claimsDocumentOf(key, stored);
  if (given === undefined || effective(given, operations).document === given) return stands;
  const { text } = stands.article;
  return text === undefined ? given : { ...given, article: { ...given.article, text } };
}
