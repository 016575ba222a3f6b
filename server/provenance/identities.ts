// Finds that hypotheses together would make one person of two.
import type { EvidenceSource } from '../schema/evidence.ts';
import { addTo, compare } from '../schema/lists.ts';

/** A person and the source that is that person: named in an article, or taken to be. */
export interface Identity {
  readonly source: string;
  readonly person: string;
}

const isPerson = (key: string): boolean => key.startsWith('person:');

/**
 * Two persons that one and the same source would be, over SAME_AS and IDENTIFIED_AS from the source with the key, or
 * null. A source that stands for several people may be several; and whoever speaks for a country or an organization is
 * a person beside it. `sources` has the whole class of the source.
 */
export function twoPersonsOf(
  start: string,
  sources: ReadonlyMap<string, EvidenceSource>,
): readonly [Identity, Identity] | null {
  const isOne = (key: string): boolean => (sources.get(key)?.minCount ?? 1) === 1;
  const same = new Map<string, string[]>();
  for (const { source, sameAs } of sources.values()) {
    for (const other of sameAs) {
      addTo(same, source, other);
      addTo(same, other, source);
    }
  }
  const reached = new Set([start]);
  const found = new Map<string, string>();
  // A set gives what is added to it during the walk as well.
  for (const key of reached) {
    if (!isOne(key)) continue;
    for (const other of same.get(key) ?? []) reached.add(other);
    for (const person of (sources.get(key)?.identifiedAs ?? []).filter(isPerson)) {
      if (!found.has(person)) found.set(person, key);
    }
  }
  const [first, second] = [...found].sort(([a], [b]) => compare(a, b));
  if (first === undefined || second === undefined) return null;
  return [
    { person: first[0], source: first[1] },
    { person: second[0], source: second[1] },
  ];
}
