// A text made ready for the tagger: tokens, parts of speech, columns.
import { type IndexedText, indexText } from '../text/indexed.ts';
import { tagWords } from '../text/tagger.ts';
import { type View, viewOf } from './view.ts';

export interface Analysed {
  indexed: IndexedText;
  view: View;
}

export function analyse(text: string): Analysed {
  const indexed = indexText(text);
  return { indexed, view: viewOf(indexed, tagWords(indexed)) };
}
