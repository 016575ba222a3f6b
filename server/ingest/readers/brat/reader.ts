// Reads pairs of a text and its annotations, one after the other, into claims documents.
import type { NamedDocument } from '../../many.ts';
import type { Faults } from '../faults.ts';
import type { Tally } from '../tally.ts';
import { CodePoints } from '../text/code-points.ts';
import { decode } from '../text/decode.ts';
import { readAnn } from './ann.ts';
import { keyOfArticle } from './builder.ts';
import { bratDocument } from './document.ts';
import type { ArticleFacts } from './metadata.ts';
import type { Pair } from './pairs.ts';

export interface BratInput {
  pairs: readonly Pair[];
  /** By the text file's name without its ending; undefined where no metadata were given. */
  facts: ReadonlyMap<string, ArticleFacts> | undefined;
  /** The bytes of a file. Throws InvalidDocument where it is too large. */
  read(path: string): Promise<Uint8Array>;
  encoding?: string | undefined;
}

/** Neither a database nor a reader can do with them; a blank in the place of each leaves all offsets as they are. */
const controls = /[^\P{Cc}\n\r\t]/gu;

async function readPair({ name, text: textFile, ann }: Pair, input: BratInput, faults: Faults, tally: Tally) {
  const { encoding, facts } = input;
  const whole = decode({ file: textFile, bytes: await input.read(textFile), encoding, keepMark: true });
  const text = whole.replace(controls, ' ');
  if (text !== whole) tally.add('control characters in texts, read as blanks', whole.match(controls)?.length);
  if (!/[\p{L}\p{N}]/u.test(text)) {
    faults.add({ file: textFile, reason: 'holds no words' });
    return null;
  }
  const points = new CodePoints(text);
  const before = faults.count;
  const annotated = decode({ file: ann, bytes: await input.read(ann), encoding });
  const { attributions, unused } = readAnn(ann, annotated, points, faults);
  if (faults.count > before) return null;
  for (const [what, count] of Object.entries(unused)) tally.add(`${what}, not used`, count);
  const known = facts?.get(name);
  if (facts !== undefined && known === undefined) tally.add('articles without a row in the metadata');
  const { document, merged, shortened } = bratDocument({ name, points, facts: known ?? {}, attributions });
  tally.add('attributions like another at the same place, merged', merged);
  tally.add('contents over 400 characters, of which the place is the first sentences', shortened);
  return document;
}

/**
 * The document of each pair. Faults are gathered in `faults`, which the caller stops at when all is read; what has any
 * gives no document. Two names that come out as one key are a fault: the second would revise the first.
 */
export async function* bratDocuments(input: BratInput, faults: Faults, tally: Tally): AsyncGenerator<NamedDocument> {
  const names = new Map<string, string>();
  for (const pair of input.pairs) {
    const key = keyOfArticle(pair.name);
    const before = names.get(key);
    if (before !== undefined)
      faults.add({ file: pair.text, reason: `comes out as ${key}, as ${before} does; give the two other names` });
    names.set(key, pair.text);
    const json = await faults.gather(pair.ann, () => readPair(pair, input, faults, tally));
    if (json !== null && json !== undefined) yield { file: pair.ann, json };
  }
}
