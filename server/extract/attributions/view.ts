// An article as columns of small numbers and hashes, one row a token: what all features are made of.
import type { IndexedText } from '../text/indexed.ts';
import { stemOf } from '../text/stem.ts';
import { hashOf, mix } from './hash.ts';
import { type Lexicon, meaningOf, nounClass, verbClass, verbFrames } from './lexicon.ts';

/** Rows before the first token and after the last, so that neighbours can be read without asking. */
export const pad = 6;

/** Columns by token number + `pad`; rows outside the text are 0. */
export interface View {
  count: number;
  /** Hashes of the word in lower case, of its stem. */
  word: Int32Array;
  stem: Int32Array;
  /** Part of speech as the tagger numbers it. */
  tag: Int32Array;
  /** 1 lower case, 2 capital, 3 all capitals, 4 number, 5 mark, 6 mixed. */
  shape: Int32Array;
  /** The word itself where it is a function word or mark, else tag and shape. */
  kind: Int32Array;
  /** Hashes of the word's last letters. */
  suffix: Int32Array;
  /** The class and frames of the word as a verb, its class as a noun, each 0 if it is none; see `Lexicon`. */
  verbal: Int32Array;
  frames: Int32Array;
  nominal: Int32Array;
  /** 0 outside of quotations, 1 inside, 2 an opening mark, 3 a closing one. */
  quote: Int32Array;
  /** Number of the sentence and of the paragraph. */
  sentence: Int32Array;
  paragraph: Int32Array;
}

const functionWords = new Set(
  `a an the this that these those i you he she it we they me him her us them my your his its our their who whom whose which what
when where why how if whether because although though while as since until unless before after than and or but nor so yet not n't no
of in on at by for with from to into about against between among through during over under up down out off around near
is are was were be been being am has have had do does did will would can could may might must shall should 's 're 've 'll 'd 'm
there here also just only even still again then now however instead some any all both each every many much more most other another such
according told said says say one two according`.split(/\s+/),
);

function shapeOf(word: string): number {
  if (/^\p{Ll}[\p{Ll}'-]*$/u.test(word)) return 1;
  if (/^\p{Lu}[\p{Ll}'-]*$/u.test(word)) return 2;
  if (/^[\p{Lu}.-]+$/u.test(word)) return 3;
  if (/^[\p{N}.,:/]+$/u.test(word)) return 4;
  return /[\p{L}\p{N}]/u.test(word) ? 6 : 5;
}

/** The parts of a row that follow from the word alone. */
interface Word {
  word: number;
  stem: number;
  shape: number;
  suffix: number;
  meaning: number;
  fixed: boolean;
}

function wordOf(text: string, lexicon: Lexicon): Word {
  const shape = shapeOf(text);
  const plain = text
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('‘', "'")
    .replace(/^(?:[“”]|''|``)$/, '"');
  const stem = hashOf(stemOf(plain));
  return {
    word: hashOf(shape === 4 ? plain.replaceAll(/\p{N}/gu, '0') : plain),
    stem,
    meaning: shape === 5 ? 0 : meaningOf(lexicon, stem),
    shape,
    suffix: hashOf(plain.slice(-3)),
    fixed: shape === 5 || functionWords.has(plain),
  };
}

/** The columns of a text whose tokens have been tagged. */
export function viewOf(indexed: IndexedText, tags: Uint8Array, lexicon: Lexicon): View {
  const count = indexed.tokens.length;
  const column = () => new Int32Array(count + 2 * pad);
  const view: View = {
    count,
    word: column(),
    stem: column(),
    tag: column(),
    shape: column(),
    kind: column(),
    suffix: column(),
    verbal: column(),
    frames: column(),
    nominal: column(),
    quote: column(),
    sentence: column(),
    paragraph: column(),
  };
  const known = new Map<string, Word>();
  indexed.tokens.forEach((token, index) => {
    const entry = known.get(token.text) ?? wordOf(token.text, lexicon);
    known.set(token.text, entry);
    const at = index + pad;
    const tag = (tags[index] as number) + 1;
    view.word[at] = entry.word;
    view.stem[at] = entry.stem;
    view.tag[at] = tag;
    view.shape[at] = entry.shape;
    view.suffix[at] = entry.suffix;
    view.verbal[at] = verbClass(entry.meaning);
    view.frames[at] = verbFrames(entry.meaning);
    view.nominal[at] = nounClass(entry.meaning);
    view.kind[at] = entry.fixed ? entry.word : mix(tag, entry.shape);
    view.sentence[at] = indexed.sentenceOf[index] as number;
    view.paragraph[at] = indexed.paragraphOf[index] as number;
    view.quote[at] = (indexed.quotationOf[index] as number) >= 0 ? 1 : 0;
  });
  for (const { kind, first, last, closed } of indexed.quotations) {
    if (kind !== 'double') continue;
    view.quote[first + pad] = 2;
    if (closed) view.quote[last + pad] = 3;
  }
  return view;
}
