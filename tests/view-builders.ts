// Pieces of answers for tests: an article, and an assertion in it of Hungary's opposition to the invitation.
import type { ArticleRef, AssertionView } from '../server/schema/view.ts';

/** A held article that says nothing of itself but its outlet. */
export const articleView = (key: string, outlet: ArticleRef['outlet'], more: Partial<ArticleRef> = {}): ArticleRef => ({
  key,
  title: null,
  held: true,
  outlet,
  publishedFrom: null,
  publishedTo: null,
  dateBasis: 'unknown',
  url: null,
  ...more,
});

/** An accepted assertion of the position now, without a chain. */
export const assertionView = (key: string, article: ArticleRef, more: Partial<AssertionView> = {}): AssertionView => ({
  key,
  claim: {
    key: 'claim:hu',
    kind: 'stance',
    text: 'Hungary opposes the invitation.',
    stance: 'opposes',
    holder: { key: 'country:hu', name: 'Hungary' },
    target: { key: 'plan:invitation', name: 'Invitation' },
  },
  mode: 'asserts',
  modality: 'now',
  channel: 'unknown',
  review: 'accepted',
  hedge: null,
  condition: null,
  wording: null,
  quote: `words of ${key}`,
  start: 0,
  end: 5,
  reconstructed: false,
  inferred: null,
  alternativeReading: null,
  article,
  quotes: [],
  credibility: null,
  counts: true,
  chain: [],
  chains: [],
  ...more,
});
