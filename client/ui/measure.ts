// How wide text is in the interface's typefaces, measured by the browser.
import type { Measures } from '../graph/chain-layout.ts';
import { roughMeasure } from '../graph/wrap.ts';

const sans = '"Inter Variable", Inter, system-ui, sans-serif';
let context: CanvasRenderingContext2D | null | undefined;

/** The measure of a CSS font; a little more than measured, since text is rounded where it is drawn. */
function measure(font: string) {
  context ??= document.createElement('canvas').getContext('2d');
  const on = context;
  if (!on) return roughMeasure(12);
  return (text: string): number => {
    on.font = font;
    return on.measureText(text).width * 1.02 + 0.5;
  };
}

/** The measures of a chain's box: names, notes, and words of the article. */
export function measures(): Measures {
  const words = getComputedStyle(document.documentElement).getPropertyValue('--words');
  return {
    name: measure(`500 12px ${sans}`),
    note: measure(`400 12px ${sans}`),
    how: measure(`italic 400 12px ${words}`),
  };
}
