// Reads a split of PolNeAR: texts with gold attributions in brat standoff.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Analysed, analyseText } from '../../server/extract/attributions/analyse.ts';
import { hashOf } from '../../server/extract/attributions/hash.ts';
import type { Lexicon } from '../../server/extract/attributions/lexicon.ts';
import { stemOf } from '../../server/extract/text/stem.ts';
import { tokensOf } from '../../server/extract/text/tokens.ts';

type Spans = [number, number][];

export interface Gold {
  source: Spans;
  cue: Spans;
  content: Spans;
}

export interface Article {
  name: string;
  gold: Gold[];
  analysed: Analysed;
}

/** The attributions of one .ann file, as the scorer reads them. */
function readGold(path: string): Gold[] {
  const spans = new Map<string, Spans>();
  const events: string[][] = [];
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const span = /^(T\d+)\t\S+ (\d+ \d+(?:;\d+ \d+)*)(?:\t|\s*$)/.exec(line);
    const event = /^E\d+\t(.+)/.exec(line);
    if (span) {
      const ranges = (span[2] as string).split(';').map((range) => range.split(' ').map(Number) as [number, number]);
      spans.set(span[1] as string, ranges);
    } else if (event) events.push((event[1] as string).trim().split(/\s+/));
  }
  const read = events.map((event) => {
    const gold: Gold = { source: [], cue: [], content: [] };
    for (const part of event) {
      const [name, id] = part.split(':') as [string, string];
      const role = name.replace(/\d+$/, '').toLowerCase();
      if (role === 'source' || role === 'cue' || role === 'content') gold[role].push(...(spans.get(id) ?? []));
    }
    return gold;
  });
  return read.filter(({ content }) => content.length > 0);
}

/** All articles of a split that have gold, by name; of several annotators the first. */
export function readSplit(folder: string, lexicon: Lexicon): Article[] {
  const files = new Map<string, string>();
  for (const file of readdirSync(join(folder, 'attributions')).sort()) {
    const name = /^(.+)_[0-9a-f]{4}\.ann$/.exec(file)?.[1];
    if (name && !files.has(name)) files.set(name, file);
  }
  return [...files].map(([name, file]) => ({
    name,
    gold: readGold(join(folder, 'attributions', file)),
    analysed: analyseText(readText(folder, name), lexicon),
  }));
}

const readText = (folder: string, name: string) => readFileSync(join(folder, 'text', `${name}.txt`), 'utf8');

/** Hashes of the stems of all words of a split. */
export function vocabularyOf(folder: string): Set<number> {
  const stems = new Set<number>();
  for (const file of readdirSync(join(folder, 'text'))) {
    for (const { text } of tokensOf(readText(folder, file.replace(/\.txt$/, ''))))
      stems.add(hashOf(stemOf(text.toLowerCase())));
  }
  return stems;
}
