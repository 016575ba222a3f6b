// The measures of the drawings in the panels, in the interface's typefaces.
import type { Measures } from '../graph/chain-layout.ts';
import type { Measure } from '../graph/wrap.ts';
import { textWidth } from '../text/width.ts';

const sans = '"Inter Variable", Inter, system-ui, sans-serif';

/** The measure of a CSS font; a little more than measured, since text is rounded where it is drawn. */
const measure =
  (font: string): Measure =>
  (text) =>
    textWidth(text, font) * 1.02 + 0.5;

/** The measures of a chain's box: names, notes, and words of the article. */
export function measures(): Measures {
  const words = getComputedStyle(document.documentElement).getPropertyValue('--words');
  return {
    name: measure(`500 12px ${sans}`),
    note: measure(`400 12px ${sans}`),
    how: measure(`italic 400 12px ${words}`),
  };
}
