// The articles and sources under a claim in one mode, as a graph by numbers: what leads to what, circles taken together.
import { compare, distinct } from '../../schema/lists.ts';
import { componentsOf } from '../components.ts';

/** Where an article has the claim from: further articles, and classes of sources that are somebody. */
export interface Next {
  readonly articles: readonly string[];
  readonly sources: readonly string[];
}

/** The graph with its circles as one vertex each: an arc between two leads to the lower number. */
interface Folded {
  readonly of: readonly number[];
  readonly members: readonly (readonly number[])[];
}

/** Grows by what is asked of it; every vertex has all that it leads to. Whatever is asked of all takes linear time. */
export class Web {
  readonly #next: (article: string) => Next;
  readonly #numbers = new Map<string, number>();
  readonly #keys: string[] = [];
  readonly #isArticle: boolean[] = [];
  readonly #arcs: number[][] = [];
  #folded: Folded | null = null;
  #last: (readonly string[])[] = [];
  #first: string[] = [];

  constructor(next: (article: string) => Next) {
    this.#next = next;
  }

  /** The vertices of the articles and sources. */
  numbersOf({ articles, sources }: Next): number[] {
    const open: number[] = [];
    const add = (key: string, isArticle: boolean): number => {
      const known = this.#numbers.get(key);
      if (known !== undefined) return known;
      const number = this.#keys.push(key) - 1;
      this.#numbers.set(key, number);
      this.#isArticle.push(isArticle);
      this.#arcs.push([]);
      this.#folded = null;
      if (isArticle) open.push(number);
      return number;
    };
    const all = ({ articles, sources }: Next): number[] => [
      ...articles.map((key) => add(key, true)),
      ...sources.map((key) => add(key, false)),
    ];
    const numbers = all({ articles, sources });
    for (let at = open.pop(); at !== undefined; at = open.pop()) this.#arcs[at] = all(this.#next(this.#keys[at] ?? ''));
    return numbers;
  }

  number(key: string): number | undefined {
    return this.#numbers.get(key);
  }

  get #groups(): Folded {
    if (this.#folded !== null) return this.#folded;
    const { of, count } = componentsOf(this.#arcs);
    const members: number[][] = Array.from({ length: count }, () => []);
    of.forEach((group, vertex) => {
      members[group]?.push(vertex);
    });
    this.#folded = { of, members };
    [this.#last, this.#first] = [[], []];
    return this.#folded;
  }

  /** By key: the bits of all that lead to it, where each of the given vertices has its bits. */
  bitsBelow(bits: ReadonlyMap<number, number>): Map<string, number> {
    const { of, members } = this.#groups;
    const found = new Int32Array(members.length);
    for (const [vertex, own] of bits) found[of[vertex] ?? 0] = (found[of[vertex] ?? 0] ?? 0) | own;
    const byKey = new Map<string, number>();
    for (let group = members.length - 1; group >= 0; group--) {
      const own = found[group] ?? 0;
      if (own === 0) continue;
      for (const vertex of members[group] ?? []) {
        byKey.set(this.#keys[vertex] ?? '', own);
        for (const to of this.#arcs[vertex] ?? []) found[of[to] ?? 0] = (found[of[to] ?? 0] ?? 0) | own;
      }
    }
    return byKey;
  }

  /** By vertex: the bits of all that it leads to, itself included, where each key has its bits. */
  bitsAbove(bits: ReadonlyMap<string, number>): (vertex: number) => number {
    const { of, members } = this.#groups;
    const found = new Int32Array(members.length);
    members.forEach((list, group) => {
      let all = 0;
      for (const vertex of list) {
        all |= bits.get(this.#keys[vertex] ?? '') ?? 0;
        for (const to of this.#arcs[vertex] ?? []) all |= found[of[to] ?? 0] ?? 0;
      }
      found[group] = all;
    });
    return (vertex) => found[of[vertex] ?? 0] ?? 0;
  }

  /** The keys at which everything ends, where that is one place, be it a circle; else none. */
  onlyEnd(): string[] {
    const { of, members } = this.#groups;
    const leadsOn = (vertex: number): boolean => (this.#arcs[vertex] ?? []).some((to) => of[to] !== of[vertex]);
    const ends = members.filter((list) => !list.some(leadsOn));
    return ends.length === 1 ? (ends[0] ?? []).map((vertex) => this.#keys[vertex] ?? '') : [];
  }

  /** The articles that have it from no further article, sorted, and the first by key of all articles there: of each circle. */
  #findLast(): void {
    const { of, members } = this.#groups;
    members.forEach((list, group) => {
      const articles = list.filter((vertex) => this.#isArticle[vertex]);
      const next = articles.flatMap((vertex) => (this.#arcs[vertex] ?? []).filter((to) => this.#isArticle[to]));
      const below = [...new Set(next.map((to) => of[to] ?? 0))].filter((other) => other !== group);
      const [only, ...others] = new Set(below.map((other) => this.#last[other] ?? []));
      const ends = next.length === 0 ? articles.map((vertex) => this.#keys[vertex] ?? '') : [];
      // Where there is one way on, the list is shared: a long chain has one.
      this.#last[group] =
        only !== undefined && others.length === 0 ? only : distinct([only ?? [], ...others, ends].flat());
      const keys = [
        ...articles.map((vertex) => this.#keys[vertex] ?? ''),
        ...below.flatMap((other) => this.#first[other] ?? []),
      ];
      this.#first[group] = keys.reduce((a, b) => (compare(a, b) <= 0 ? a : b), keys[0] ?? '');
    });
  }

  /** Where the relays that begin at the articles end, sorted; of those that only lead in circles the first by key. */
  lastFrom(articles: readonly string[]): readonly string[] {
    const numbers = this.numbersOf({ articles, sources: [] });
    const { of, members } = this.#groups;
    if (this.#last.length < members.length) this.#findLast();
    const groups = numbers.map((vertex) => of[vertex] ?? 0);
    const lists = new Set(groups.map((group) => this.#last[group] ?? []));
    const [only] = lists;
    const last = lists.size === 1 && only !== undefined ? only : distinct([...lists].flat());
    return last.length > 0 ? last : distinct(groups.map((group) => this.#first[group] ?? '')).slice(0, 1);
  }
}
