// Reads the fact-checks in a file of schema.org data into claims documents, one for each page that has any.
import { addTo } from '../../../schema/lists.ts';
import type { NamedDocument } from '../../many.ts';
import type { Faults } from '../faults.ts';
import type { Tally } from '../tally.ts';
import { type PlacedReview, pageOf, reviewDocument } from './document.ts';
import { reviewsIn } from './find.ts';

/** A JSON value of a file; with its line where the file has one a line. */
export interface PlacedJson {
  json: unknown;
  line?: number | undefined;
}

/** Faults are gathered in `faults`; a file without any ClaimReview is one. */
export function* claimReviewDocuments(
  file: string,
  values: Iterable<PlacedJson>,
  faults: Faults,
  tally: Tally,
): Generator<NamedDocument> {
  const pages = new Map<string, PlacedReview[]>();
  let others = 0;
  for (const { json, line } of values) {
    let any = false;
    for (const found of reviewsIn(json)) {
      any = true;
      addTo(pages, pageOf(found), { ...found, file, line });
    }
    if (!any) others += 1;
  }
  if (pages.size === 0) {
    faults.add({ file, reason: 'is schema.org data without any ClaimReview' });
    return;
  }
  tally.add('pieces of schema.org data without a ClaimReview, left aside', others);
  for (const reviews of pages.values()) {
    const json = reviewDocument(reviews, faults, tally);
    if (json !== null) yield { file, json };
  }
}
