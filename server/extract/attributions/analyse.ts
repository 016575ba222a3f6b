// A text made ready for the tagger: tokens, parts of speech, columns.
import { type IndexedText, indexText } from '../text/indexed.ts';
import { tagWords } from '../text/tagger.ts';
import type { Lexicon } from './lexicon.ts';
import { type View, viewOf } from './view.ts';

export interface Analysed {
  indexed: IndexedText;
  view: View;
}

export function analyse(indexed: IndexedText, lexicon: Lexicon): Analysed {
  return { indexed, view: viewOf(indexed, tagWords(indexed), lexicon) };
}

export const analyseText = (text: string, lexicon: Lexicon): Analysed => analyse(indexText(text), lexicon);
