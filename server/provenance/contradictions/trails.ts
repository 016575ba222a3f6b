// On what an assertion rests: every article and source on its trail, and the article at which the relays end.
import type { EvidenceAssertion } from '../../schema/evidence.ts';
import type { EvidenceIndex } from '../evidence-index.ts';
import { currentOf, isLinked, linksOf, nextOf, type Says } from '../says.ts';
import type { Rest } from './meeting.ts';

interface Next {
  readonly articles: readonly string[];
  readonly sources: readonly string[];
}

export class Trails {
  readonly #index: EvidenceIndex;
  readonly #rests = new Map<string, Rest>();

  constructor(index: EvidenceIndex) {
    this.#index = index;
  }

  /** The article whose words these are: of a republication the one it prints; null where it prints several, or itself. */
  printed(article: string): string | null {
    const around = this.#index.counting;
    const seen = new Set<string>();
    for (let at = article; !seen.has(at); ) {
      seen.add(at);
      const originals = currentOf(around.articles.get(at)?.republishes ?? [], at, around);
      const original = originals[0];
      if (original === undefined) return at;
      if (originals.length > 1) return null;
      at = original;
    }
    return null;
  }

  #says({ claim, mode }: EvidenceAssertion): Says {
    return this.#index.counting.says(claim, mode);
  }

  /** The next links of what an article says, as the origins of a claim are counted. */
  #under(article: string, says: Says): Next {
    const around = this.#index.counting;
    const links = linksOf(article, says, around);
    if (links.kind === 'republishes') return { articles: links.articles, sources: [] };
    const next = links.assertions.map((one) => nextOf(one, around));
    return { articles: next.flatMap(({ relays }) => relays), sources: next.flatMap(({ sources }) => sources) };
  }

  #from(one: EvidenceAssertion): Next {
    const around = this.#index.counting;
    const isPrint = (around.articles.get(one.article)?.republishes ?? []).length > 0;
    // Beside a sourced assertion of the same claim in the same article an unsourced one adds nothing.
    if (isPrint || !isLinked(one, around.sources)) return this.#under(one.article, this.#says(one));
    const { relays, sources } = nextOf(one, around);
    return { articles: relays, sources };
  }

  /** Every article and class of sources under the assertion; an article of its own where its trail ends there. */
  restOf(one: EvidenceAssertion): Rest {
    const known = this.#rests.get(one.assertion);
    if (known) return known;
    const { classes } = this.#index;
    const on = new Set<string>();
    const open: [article: string, next: Next][] = [[one.article, this.#from(one)]];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const [article, { articles, sources }] = at;
      const somebody = sources.map((key) => classes.of(key)).filter((name) => !classes.isNobody(name));
      for (const name of somebody) on.add(name);
      if (articles.length === 0 && somebody.length === 0) on.add(article);
      for (const next of articles) {
        if (on.has(next)) continue;
        on.add(next);
        open.push([next, this.#under(next, this.#says(one))]);
      }
    }
    const rest = { article: this.printed(one.article) ?? one.article, on };
    this.#rests.set(one.assertion, rest);
    return rest;
  }

  /** Of the articles on its trail those that are sought, and from each way there only the nearest; sorted. */
  nearest(one: EvidenceAssertion, isSought: (article: string) => boolean): string[] {
    const found = new Set<string>();
    const seen = new Set([one.article]);
    const open = [...this.#from(one).articles];
    for (let article = open.pop(); article !== undefined; article = open.pop()) {
      if (seen.has(article)) continue;
      seen.add(article);
      if (isSought(article)) found.add(article);
      else open.push(...this.#under(article, this.#says(one)).articles);
    }
    return [...found].sort();
  }

  /**
   * The articles at which its relays end: those on its trail that have the claim from no further article; none where it
   * relays nothing but the article that its own prints.
   */
  lastRelayed(one: EvidenceAssertion, printed: string): string[] {
    const last = new Set<string>();
    const seen = new Set<string>();
    const open = nextOf(one, this.#index.counting).relays.filter((key) => key !== printed);
    for (let article = open.pop(); article !== undefined; article = open.pop()) {
      if (seen.has(article)) continue;
      seen.add(article);
      const { articles } = this.#under(article, this.#says(one));
      if (articles.length === 0) last.add(article);
      open.push(...articles);
    }
    // Articles that relay only each other have no last one: then the first by key stands for them.
    return last.size > 0 ? [...last].sort() : [...seen].sort().slice(0, 1);
  }

  /** The classes of the sources it names itself. */
  classesOf(one: EvidenceAssertion): string[] {
    const { classes } = this.#index;
    return [...new Set(one.sources.map((key) => classes.of(key)))].filter((name) => !classes.isNobody(name)).sort();
  }
}
