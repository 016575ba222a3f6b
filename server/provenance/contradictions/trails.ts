// On what an assertion rests: every article and source on its trail, and the article at which the relays end.
import type { EvidenceAssertion } from '../../schema/evidence.ts';
import type { EvidenceIndex } from '../evidence-index.ts';
import { currentOf, isLinked, linksOf, nextOf, type Says } from '../says.ts';
import type { Rest } from './apart.ts';
import { type Next, Web } from './web.ts';

export class Trails {
  readonly #index: EvidenceIndex;
  readonly #webs = new Map<string, Web>();

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

  /** With classes in the place of sources, without those that are nobody. */
  #somebody({ articles, sources }: Next): Next {
    const { classes } = this.#index;
    return { articles, sources: sources.map((key) => classes.of(key)).filter((name) => !classes.isNobody(name)) };
  }

  /** All that is under the assertions of the claim in the mode of this one. */
  #web(one: EvidenceAssertion): Web {
    const name = `${one.mode} ${one.claim}`;
    const known = this.#webs.get(name);
    if (known !== undefined) return known;
    const says = this.#says(one);
    const web = new Web((article) => this.#somebody(this.#under(article, says)));
    // All at once: what is added later makes it begin anew.
    for (const [article, { all }] of says) {
      const relays = all.flatMap((said) => nextOf(said, this.#index.counting).relays);
      web.numbersOf({ articles: [article, ...relays], sources: [] });
    }
    this.#webs.set(name, web);
    return web;
  }

  /** On which articles and classes of sources the assertion rests: on its own article where its trail ends there. */
  restOf(one: EvidenceAssertion): Rest {
    const web = this.#web(one);
    const starts = web.numbersOf(this.#somebody(this.#from(one)));
    const alone = starts.length === 0 ? one.article : null;
    return { article: this.printed(one.article) ?? one.article, web, starts, alone };
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
  lastRelayed(one: EvidenceAssertion, printed: string): readonly string[] {
    const relays = nextOf(one, this.#index.counting).relays.filter((key) => key !== printed);
    return relays.length === 0 ? [] : this.#web(one).lastFrom(relays);
  }

  /** The classes of the sources it names itself. */
  classesOf(one: EvidenceAssertion): string[] {
    const { classes } = this.#index;
    return [...new Set(one.sources.map((key) => classes.of(key)))].filter((name) => !classes.isNobody(name)).sort();
  }
}
