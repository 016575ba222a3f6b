// The scorer's format of predictions: one JSON object a line for each article.
import type { Attribution } from '../../server/extract/attributions/attribution.ts';
import type { Range } from '../../server/extract/text/code-points.ts';

const pairs = (ranges: readonly Range[]) => ranges.map(({ start, end }) => [start, end]);

export type Predicted = Pick<Attribution, 'source' | 'cue' | 'content'>;

export function predictionLine(article: string, attributions: readonly Predicted[]): string {
  const found = attributions.map(({ source, cue, content }) => ({
    source: pairs(source),
    cue: pairs(cue),
    content: pairs(content),
  }));
  return `${JSON.stringify({ article, attributions: found })}\n`;
}
