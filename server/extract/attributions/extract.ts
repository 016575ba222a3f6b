// The attributions of a text: who says what, by which words.
import type { Range } from '../text/code-points.ts';
import { type IndexedText, indexText } from '../text/indexed.ts';
import { analyse } from './analyse.ts';
import type { Attribution } from './attribution.ts';
import { chosen } from './candidates.ts';
import { isDirect } from './direct.ts';
import type { Labelled } from './find-spans.ts';
import type { AttributionModel } from './model.ts';
import { rowsOf } from './rank-features.ts';
import { withSpeakers } from './speakers.ts';
import { labels } from './states.ts';
import { pad } from './view.ts';

/** Runs of tokens with a label, as ranges. */
function piecesOf(indexed: IndexedText, labelled: Labelled, label: number): Range[] {
  const pieces: Range[] = [];
  let last = -2;
  for (const row of rowsOf(labelled, label)) {
    const range = indexed.rangeOf(row - pad, row - pad);
    const piece = pieces[pieces.length - 1];
    if (piece && row === last + 1) piece.end = range.end;
    else pieces.push(range);
    last = row;
  }
  return pieces;
}

/** The attributions of a text that has been cut up, in the order of their cues. The same text gives the same answer. */
export function attributionsOf(indexed: IndexedText, model: AttributionModel): Attribution[] {
  const { view } = analyse(indexed, model.lexicon);
  const found = chosen(view, model).map(({ labelled, score }): Attribution => {
    const content = piecesOf(indexed, labelled, labels.content);
    return {
      source: piecesOf(indexed, labelled, labels.source),
      cue: piecesOf(indexed, labelled, labels.cue),
      content,
      direct: isDirect(content.map((range) => indexed.points.slice(range)).join(' ')),
      score: Math.round(score * 1e4) / 1e4,
    };
  });
  return withSpeakers(indexed, found);
}

/** The attributions of any text. Takes time linear in its length. */
export const extractAttributions = (text: string, model: AttributionModel): Attribution[] =>
  attributionsOf(indexText(text), model);
