// The typeface of a brief's page, within the page itself: a file on somebody's disk has nobody to ask for it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const kept = '@fontsource-variable/inter';
/** Its files by subset of Unicode, in the order in which a sign is looked for; the page of the explorer has the same. */
const subsets = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese'] as const;
type Subset = (typeof subsets)[number];

/** Of each subset the code points, as in "U+0000-00FF,U+0131". */
const ranges = require(`${kept}/unicode.json`) as Readonly<Record<Subset, string>>;
const spans = subsets.map((subset) => ({
  subset,
  spans: ranges[subset].split(',').map((range) => {
    const [from = '', to = from] = range.replace('U+', '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  }),
}));

/** The subsets that the text needs, each once; signs that the typeface lacks are left to the reader's own. */
export function subsetsOf(text: string): Subset[] {
  const points = [...new Set(text)].map((sign) => sign.codePointAt(0) as number);
  const found = points.map((point) =>
    spans.findIndex((one) => one.spans.some(([from, to]) => point >= from && point <= to)),
  );
  return subsets.filter((_, index) => found.includes(index));
}

const faces = new Map<Subset, string>();

function faceOf(subset: Subset): string {
  const known = faces.get(subset);
  if (known !== undefined) return known;
  const file = readFileSync(require.resolve(`${kept}/files/inter-${subset}-wght-normal.woff2`));
  const face = `@font-face { font-family: "Inter Variable"; font-style: normal; font-weight: 100 900; src: url(data:font/woff2;base64,${file.toString('base64')}) format("woff2"); unicode-range: ${ranges[subset]}; }`;
  faces.set(subset, face);
  return face;
}

/** The rules of a style that bring the typeface for the text with them: 65 to 300 kB. */
export const typefaceFor = (text: string): string => subsetsOf(text).map(faceOf).join('\n');
