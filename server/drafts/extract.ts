// Reads a text into a draft by the bundled rules and the learned attributions.
import { extractAttributions } from '../extract/attributions/extract.ts';
import { extractDraft, type Prepared } from '../extract/draft.ts';
import { readText } from '../extract/reading/read.ts';
import { winkTagger } from '../extract/reading/tagger.ts';
import { attributionModel } from '../models.ts';
import type { Draft, DraftArticle } from '../schema/draft.ts';

/** Characters of the longest text that is read for its claims; reading takes as many seconds as hundreds of thousands of these. */
export const mostRead = 1_000_000;

/** The draft of a text; time grows with its length, and nothing else is done meanwhile. */
export const draftOf = (text: string, about: DraftArticle, prepared: Prepared): Draft =>
  extractDraft(readText(text, winkTagger), about, prepared, extractAttributions(text, attributionModel()));
