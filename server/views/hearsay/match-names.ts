// The entities that answer to each name of a list, all from one reading of the names.
import { fold } from '../../schema/fold.ts';
import type { NameCandidate, NamesRequest, NamesResult } from '../../schema/names.ts';
import { bare, likeness, soundOf, spelledAlike } from '../../schema/spelling.ts';
import type { Store } from '../../store/port.ts';
import { bestMatches } from '../best-matches.ts';
import { shownLabels } from '../node.ts';
import { type Spelled, spelledNames } from './spelled.ts';

/** By folded name, by sounds, and by the first letter of a word's sounds: no name of the list is compared with all others. */
interface Index {
  names: Map<string, Set<Spelled>>;
  sounds: Map<string, Set<Spelled>>;
  begins: Map<string, Set<Spelled>>;
}

function indexOf(all: readonly Spelled[]): Index {
  const index: Index = { names: new Map(), sounds: new Map(), begins: new Map() };
  const put = (map: Map<string, Set<Spelled>>, text: string, one: Spelled): void => {
    const there = map.get(text);
    if (there) there.add(one);
    else map.set(text, new Set([one]));
  };
  for (const one of all) {
    for (const name of one.named.names) put(index.names, name, one);
    for (const name of one.named.sounds) {
      put(index.sounds, name, one);
      for (const word of name.split(' ')) put(index.begins, word.slice(0, 2), one);
    }
  }
  return index;
}

function candidatesFor(asked: string, index: Index): NameCandidate[] {
  const wanted = bare(fold(asked));
  const first = soundOf(wanted.split(' ')[0] ?? '');
  // A word of one letter is the beginning of too much to be meant.
  const begins = first.length < 2 ? undefined : index.begins.get(first.slice(0, 2));
  const near = index.names.get(wanted) ?? index.sounds.get(spelledAlike(wanted)) ?? begins ?? [];
  return [...near].flatMap(({ row }) => {
    const by = answersBy(row, asked);
    return by === undefined ? [] : [{ key: row.key, labels: shownLabels(row.labels), name: row.name, by }];
  });
}

function answersBy({ name, aliases }: Spelled['row'], asked: string): NameCandidate['by'] | undefined {
  const own = likeness(name, asked);
  if (own === 'same') return 'name';
  const ways = [own, ...(aliases ?? []).map((alias) => likeness(alias, asked))];
  if (ways.includes('same')) return 'alias';
  return ways.includes('spelling') ? 'spelling' : ways.find((way) => way === 'beginning');
}

export async function matchNames(store: Store, { names }: NamesRequest): Promise<NamesResult> {
  const index = indexOf(await spelledNames(store));
  return { rows: names.map((name) => bestMatches(name, fold(name) === '' ? [] : candidatesFor(name, index))) };
}
