// The claims document of what is accepted of a draft, under the keys that the database knows its entities by.

import { type LeftOut, toClaimsDocument } from '../extract/to-document.ts';
import { unite } from '../ingest/merged/unify.ts';
import { renameKeys } from '../ingest/references.ts';
import { ClaimsDocument } from '../schema/article.ts';
import type { KeptDraft } from '../schema/drafts.ts';
import { standingOf } from './review.ts';

/** Each claim, assertion and entity once; without the text. `leftOut` says what is accepted and not in it. */
export function acceptedDocument(
  kept: Pick<KeptDraft, 'draft' | 'decisions' | 'keys'>,
  text: string,
): { document: ClaimsDocument; leftOut: LeftOut[] } {
  const { draft, accepted, byHand } = standingOf(kept, text);
  const { document, leftOut } = toClaimsDocument(draft, accepted, byHand);
  const { text: _, ...article } = document.article;
  const keys = new Map(Object.entries(kept.keys));
  const renamed = renameKeys(ClaimsDocument.parse({ ...document, article }), (key) => keys.get(key) ?? key);
  return { document: unite(renamed).document, leftOut };
}
