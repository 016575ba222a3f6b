// Breaks a text into lines of a given width, for drawings that cannot do that themselves.

/** The width of a text in pixels. */
export type Measure = (text: string) => number;

/** The longest beginning of a text that fits with an ellipsis; cut between code points, never to nothing. */
function cut(text: string, width: number, measure: Measure): string {
  const letters = [...text];
  while (letters.length > 1 && measure(`${letters.join('').trimEnd()}…`) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** At most `most` lines; a word longer than a line is broken, and what does not fit ends in an ellipsis. */
export function wrapText(text: string, width: number, measure: Measure, most: number): string[] {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const lines: string[] = [];
  let line = '';
  while (words.length > 0) {
    const word = words[0] as string;
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      words.shift();
    } else if (line !== '') {
      lines.push(line);
      line = '';
    } else {
      const letters = [...word];
      let fits = letters.length;
      while (fits > 1 && measure(letters.slice(0, fits).join('')) > width) fits--;
      lines.push(letters.slice(0, fits).join(''));
      words[0] = letters.slice(fits).join('');
      if (words[0] === '') words.shift();
    }
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), cut(lines.slice(most - 1).join(' '), width, measure)];
}

/** The text parted between two words so that the wider line is as narrow as can be; undefined for a single word. */
export function inTwoLines(text: string, measure: Measure): { of: [string, string]; width: number } | undefined {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const ways = words.slice(1).map((_, index) => {
    const of: [string, string] = [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')];
    return { of, width: Math.max(...of.map(measure)) };
  });
  return ways.sort((a, b) => a.width - b.width)[0];
}

/** A text's width in a proportional typeface of this size, near enough where nothing can be measured. */
export const roughMeasure =
  (size: number): Measure =>
  (text) =>
    [...text].reduce(
      (sum, letter) => sum + (/[iljtfr.,:;'’| ]/.test(letter) ? 0.32 : /[mwMW]/.test(letter) ? 0.88 : 0.58),
      0,
    ) * size;
