// Follows claims from the articles that make them, link by link, to where the trails end.
import type { EvidenceAssertion } from '../schema/evidence.ts';
import type { Mode } from '../schema/stance.ts';
import type { Layer } from './layer.ts';
import { isLinked, linksOf, nextOf, type Says } from './says.ts';

/** What is asked to rest on something: a claim in one mode, by all assertions of it or by some. */
export interface Support {
  readonly claim: string;
  readonly mode: Mode;
  /** Which assertions are entries: those of today's position, or with null those of any modality. */
  readonly modality: 'now' | null;
  /** Keys of the assertions that are entries; absent: all. */
  readonly assertions?: ReadonlySet<string> | undefined;
}

export interface Entry {
  readonly claim: string;
  readonly article: string;
  readonly assertion: string;
}
export interface Link {
  readonly from: string;
  /** An article, or with `attributed` a source. */
  readonly to: string;
  readonly kind: 'relays' | 'republishes' | 'attributed';
  readonly assertion: string | null;
}
export interface Trail {
  readonly entries: Entry[];
  readonly links: Link[];
  /** Articles at which a trail ends, because they say nothing of where they have it. */
  readonly ends: Set<string>;
}

class Walk {
  readonly #trail: Trail;
  readonly #layer: Layer;
  readonly #claim: string;
  readonly #says: Says;
  readonly #queue: string[] = [];
  readonly #seen = new Set<string>();

  constructor(layer: Layer, { claim, mode, modality }: Support, trail: Trail) {
    this.#layer = layer;
    this.#claim = claim;
    this.#says = layer.says(claim, mode, modality);
    this.#trail = trail;
  }

  /** From the entries, by article: those in its own text, and those of others that it shows. */
  run({ modality, assertions }: Support): void {
    const shown: { of: string; by: EvidenceAssertion }[] = [];
    const entered: { article: string; entries: EvidenceAssertion[]; isWhole: boolean }[] = [];
    for (const article of this.#entered(assertions)) {
      const all = this.#says.get(article)?.all ?? [];
      const said = modality === null ? all : all.filter((one) => one.modality === modality);
      const chosen = assertions === undefined ? said : said.filter((one) => assertions.has(one.assertion));
      const own = chosen.filter((one) => !one.reconstructed);
      for (const one of chosen) {
        if (one.reconstructed) for (const by of this.#layer.showing(one)) shown.push({ of: article, by });
      }
      if (own.length === 0) continue;
      const isWhole = own.length === said.filter((one) => !one.reconstructed).length;
      entered.push({ article, entries: own, isWhole });
      this.#seen.add(article);
    }
    for (const { article, entries, isWhole } of entered) this.#enter(article, entries, isWhole);
    for (const { of, by } of shown) {
      if (by.article === of) continue;
      this.#addEntry(by.article, by.assertion);
      // What an article prints of another is all that it leads to.
      if (this.#prints(by.article)) this.#leave(by.article);
      else this.#link({ from: by.article, to: of, kind: 'relays', assertion: by.assertion });
    }
    for (let head = 0; head < this.#queue.length; head++) this.#leave(this.#queue[head] ?? '');
  }

  /** The articles where entries may stand: only these are looked at, however many others say the claim. */
  #entered(assertions: Support['assertions']): Iterable<string> {
    if (assertions === undefined) return this.#says.keys();
    return new Set([...assertions].flatMap((key) => this.#layer.placeOf(key) ?? []));
  }

  #addEntry(article: string, assertion: string): void {
    this.#trail.entries.push({ claim: this.#claim, article, assertion });
  }

  /**
   * Where only some of what the article says are entries, it speaks with these alone; one of them that does not say
   * where it is from rests on all that the article has.
   */
  #enter(article: string, entries: readonly EvidenceAssertion[], isWhole: boolean): void {
    for (const one of entries) this.#addEntry(article, one.assertion);
    const { sources } = this.#layer;
    if (isWhole || this.#prints(article) || !entries.every((one) => isLinked(one, sources))) this.#leave(article);
    else for (const one of entries) this.#follow(one);
  }

  #prints(article: string): boolean {
    return linksOf(article, this.#says, this.#layer).kind === 'republishes';
  }

  #leave(article: string): void {
    const links = linksOf(article, this.#says, this.#layer);
    if (links.kind === 'republishes') {
      for (const to of links.articles) this.#link({ from: article, to, kind: 'republishes', assertion: null });
    } else if (links.assertions.length === 0) this.#trail.ends.add(article);
    else for (const one of links.assertions) this.#follow(one);
  }

  #follow(one: EvidenceAssertion): void {
    const { relays, sources } = nextOf(one, this.#layer);
    const { article: from, assertion } = one;
    for (const to of relays) this.#link({ from, to, kind: 'relays', assertion });
    for (const to of sources) this.#trail.links.push({ from, to, kind: 'attributed', assertion });
    if (relays.length + sources.length === 0) this.#trail.ends.add(from);
  }

  #link(link: Link): void {
    this.#trail.links.push(link);
    if (this.#seen.has(link.to)) return;
    this.#seen.add(link.to);
    this.#queue.push(link.to);
  }
}

/**
 * The trails of the supports together; every article is one, whatever it says. Touches the assertions of these claims
 * alone. A link may be listed twice, once for each claim or entry that brings it up.
 */
export function trailOf(layer: Layer, supports: readonly Support[]): Trail {
  const trail: Trail = { entries: [], links: [], ends: new Set() };
  for (const support of supports) new Walk(layer, support, trail).run(support);
  return trail;
}
