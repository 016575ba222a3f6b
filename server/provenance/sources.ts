// Which sources count as one, and how many people stand behind them.
import type { EvidenceSource } from '../schema/evidence.ts';
import { each, type Steps } from '../schema/steps.ts';

/** Disjoint sets of keys; a key that was never joined is a set of its own. The least key of a set names it. */
class Sets {
  readonly #parent = new Map<string, string>();

  find(key: string): string {
    let root = key;
    for (let up = this.#parent.get(root); up !== undefined; up = this.#parent.get(root)) root = up;
    for (let at = key; at !== root; ) {
      const up = this.#parent.get(at) ?? root;
      this.#parent.set(at, root);
      at = up;
    }
    return root;
  }

  join(a: string, b: string): void {
    const [one, other] = [this.find(a), this.find(b)];
    if (one < other) this.#parent.set(other, one);
    else if (other < one) this.#parent.set(one, other);
  }
}

export interface SourceClasses {
  /** The name of the class that a source, or an actor that sources are, belongs to. */
  of(key: string): string;
  /** Whether one of the class is named, a document, own reporting, or identified. */
  isIdentified(name: string): boolean;
  /** Whether all of the class are unresolved: nobody is named there, and nobody was found since. */
  isNobody(name: string): boolean;
  /** How many people, documents and own reporting these sources of one class are at least. */
  people(sources: Iterable<string>): number;
}

const known: ReadonlySet<string> = new Set(['named', 'document', 'ownReporting']);
/** A named source's key is this and its actor's key. */
const sourcePrefix = 'source:';

/**
 * The classes of sources by MEMBER_OF, SAME_AS and IDENTIFIED_AS, where an actor joins all that are he. Of one class
 * the people are the most that any source in it stands for, or the different persons in it where these are more: "one
 * NATO official" of "four officials" adds nobody to the four.
 */
export function* sourceClasses(sources: ReadonlyMap<string, EvidenceSource>): Steps<SourceClasses> {
  const classes = new Sets();
  /** Without MEMBER_OF: the same person, or the same group. */
  const persons = new Sets();
  yield* each(sources.values(), ({ source, kind, memberOf, sameAs, identifiedAs }) => {
    const ownActor = kind === 'named' && source.startsWith(sourcePrefix) ? [source.slice(sourcePrefix.length)] : [];
    for (const same of [...sameAs, ...identifiedAs, ...ownActor]) {
      persons.join(source, same);
      classes.join(source, same);
    }
    for (const group of memberOf) classes.join(source, group);
  });
  const identified = new Set<string>();
  const somebody = new Set<string>();
  const groups = new Set<string>();
  yield* each(sources.values(), ({ source, kind, minCount, memberOf, identifiedAs }) => {
    if (known.has(kind) || identifiedAs.length > 0) identified.add(classes.find(source));
    if (kind !== 'unresolved' || identifiedAs.length > 0) somebody.add(classes.find(source));
    if (minCount > 1) groups.add(persons.find(source));
    for (const group of memberOf) groups.add(persons.find(group));
  });
  // A source without a row was somebody when it was written.
  const isNobody = (name: string): boolean => !somebody.has(name) && sources.has(name);
  return {
    of: (key) => classes.find(key),
    isIdentified: (name) => identified.has(name),
    isNobody,
    people(reached) {
      let most = 0;
      const single = new Set<string>();
      for (const key of reached) {
        const row = sources.get(key);
        if (isNobody(classes.find(key))) continue;
        most = Math.max(most, row?.minCount ?? 1);
        const person = persons.find(key);
        if (!groups.has(person)) single.add(person);
      }
      return Math.max(most, single.size);
    },
  };
}
