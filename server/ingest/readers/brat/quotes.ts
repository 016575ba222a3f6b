// The stretches of an attribution's content that stand between quotation marks.
import type { CodePoints, Range } from '../text/code-points.ts';
import { quotable, trimmed } from '../text/shorten.ts';

/** A curly mark that is never closed, or opened anew by the next paragraph, ends with its paragraph. */
const quoted = /“([^“”\n]+)(?=[“”\n]|$)|"([^"\n]+)(?="|\n|$)"?/gu;
/** Fewer words between marks are a term or an irony, and no speech. */
const leastWords = 3;

/** Without the marks, of three words or more; of a longer one than a quotation may be its first sentences. */
export function quotesIn(points: CodePoints, content: readonly Range[]): Range[] {
  return content.flatMap((range) => {
    const from = points.unit(range.start);
    return [...points.slice(range).matchAll(quoted)].flatMap((match) => {
      const words = match[1] ?? match[2] ?? '';
      if ((words.match(/[^\s]*[\p{L}\p{N}][^\s]*/gu) ?? []).length < leastWords) return [];
      const start = from + match.index + 1;
      const whole = trimmed(points, { start: points.at(start), end: points.at(start + words.length) });
      return whole === null ? [] : [quotable(points, whole)];
    });
  });
}
