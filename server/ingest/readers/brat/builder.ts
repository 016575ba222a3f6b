// Gathers the lists of a claims document from the attributions of one annotated article.
import type { ClaimsDocumentInput } from '../../../schema/article.ts';
import { fold } from '../../../schema/fold.ts';
import { maxQuoteLength, type Span } from '../../../schema/span.ts';
import { shortHash } from '../../canonical.ts';
import { claimKey } from '../../keys.ts';
import { slug } from '../csv/names.ts';
import type { CodePoints, Range } from '../text/code-points.ts';
import { distinctLine, line, quotable, trimmed } from '../text/shorten.ts';
import type { BratAttribution } from './ann.ts';
import { FullNames } from './full-names.ts';
import type { ArticleFacts } from './metadata.ts';
import { quotesIn } from './quotes.ts';
import { type Relayed, relayedByAll, relayedFrom } from './relayed.ts';
import { type NamedActor, outletOf, type Speaker, speakerOf } from './speakers.ts';

type Items<L extends 'entities' | 'sources' | 'utterances' | 'quotes' | 'claims' | 'assertions' | 'articles'> =
  NonNullable<ClaimsDocumentInput[L]>[number];

export interface Annotated {
  /** The text file's name without its ending. */
  name: string;
  points: CodePoints;
  facts: ArticleFacts;
  attributions: readonly BratAttribution[];
}

const mostText = 300;

export const keyOfArticle = (name: string): string => `article:${slug(name)}`;

/** Gathers what the attributions of one article say; whoever makes the document takes the lists. */
export class Builder {
  readonly #points: CodePoints;
  readonly #facts: ArticleFacts;
  readonly #own: string;
  readonly #people: FullNames;
  readonly #outlets: ReadonlySet<string>;
  readonly #forAll: readonly Relayed[];
  readonly entities = new Map<string, Items<'entities'>>();
  readonly articles = new Map<string, Items<'articles'>>();
  readonly sources = new Map<string, Items<'sources'>>();
  readonly utterances = new Map<string, Items<'utterances'>>();
  readonly quotes = new Map<string, Items<'quotes'>>();
  readonly claims = new Map<string, Items<'claims'>>();
  readonly assertions: Items<'assertions'>[] = [];
  readonly #seen = new Set<string>();
  /** What stubs say, by what makes one of it the same as another. */
  readonly #reconstructed = new Map<string, Items<'assertions'>>();
  readonly #title: string;
  merged = 0;
  shortened = 0;

  constructor({ name, points, facts }: Annotated, title: string) {
    this.#points = points;
    this.#facts = facts;
    this.#title = title;
    this.#own = keyOfArticle(name);
    this.#people = new FullNames(points);
    this.#forAll = relayedByAll(facts, this.#own);
    const named = [facts.publisher, ...this.#forAll.map(({ outlet }) => outlet.name)];
    this.#outlets = new Set(named.flatMap((one) => (one === undefined ? [] : [fold(one).replace(/^the /, '')])));
    for (const relayed of this.#forAll) this.#addStub(relayed);
    if (facts.publisher !== undefined) this.addOutlet(outletOf(facts.publisher));
  }

  addOutlet({ key, name }: { key: string; name: string }): void {
    if (!this.entities.has(key)) this.entities.set(key, { type: 'Outlet', key, name });
  }

  #span(range: Range): Span {
    return { ...range, quote: this.#points.slice(range) };
  }

  /** From the first to the last of the parts where a quotation can hold that, else of the first part what it can hold. */
  #place(ranges: readonly Range[]): Range {
    const [first = { start: 0, end: 0 }] = ranges;
    const whole = { start: first.start, end: ranges.at(-1)?.end ?? first.end };
    if (this.#points.slice(whole).length <= maxQuoteLength) return whole;
    const part = trimmed(this.#points, first) ?? first;
    return quotable(this.#points, part);
  }

  #words(ranges: readonly Range[]): string {
    return ranges.map((range) => this.#points.slice(range)).join(' ');
  }

  #addStub({ article, outlet }: Relayed): void {
    this.addOutlet(outlet);
    const { date } = this.#facts;
    if (this.articles.has(article)) return;
    this.articles.set(article, {
      key: article,
      outlet: outlet.key,
      ...(date === undefined
        ? {}
        : { publishedTo: date, dateBasis: 'inferred', dateNote: 'Relayed by an article of that day.' }),
    });
  }

  #addActor({ type, key, name }: NamedActor): void {
    if (this.entities.has(key)) return;
    const at = type === 'Person' ? this.#people.place(name) : undefined;
    const mentions = at === undefined ? {} : { mentions: [this.#span(at)] };
    const iso2 = type === 'Country' ? { iso2: key.slice('country:'.length).toUpperCase() } : {};
    this.entities.set(key, { type, key, name, ...iso2, ...mentions } as Items<'entities'>);
  }

  /** Who holds what nobody is named for: the speakers of this article that it does not name, and of no other. */
  #unnamed(): string {
    const key = `group:${this.#own.slice('article:'.length)}.unnamed`;
    const name = line(`Speakers not named in “${line(this.#title, 150)}”`, 200);
    if (!this.entities.has(key)) this.entities.set(key, { type: 'Group', key, name });
    return key;
  }

  /** The source's local id; null where the attribution has none, or where it is an outlet, which is relayed. */
  #source(speaker: Speaker, ranges: readonly Range[], at: number, spokeTo: string): string | null {
    if (ranges.length === 0 || speaker.is === 'outlet') return null;
    const descriptor = line(this.#words(ranges), mostText);
    const span = this.#span(this.#place(ranges));
    if (speaker.is === 'actor') {
      const { key } = speaker.actor;
      const id = `s-${shortHash([key]).slice(0, 12)}`;
      if (!this.sources.has(id)) this.sources.set(id, { id, kind: 'named', actor: key, descriptor, span });
      return id;
    }
    const id = `s${at}`;
    const { kind, minCount } = speaker;
    const to = spokeTo === this.#own ? {} : { spokeTo };
    this.sources.set(id, { id, kind, descriptor, minCount, span, ...to });
    return id;
  }

  /** The quotations of the content, each in the document once; who spoke them is who says so first. */
  #addQuotes(content: readonly Range[], speaker: Speaker, source: string | null): string[] {
    const ranges = quotesIn(this.#points, content);
    if (ranges.length === 0) return [];
    const words = fold(this.#words(ranges));
    const by = speaker.is === 'actor' ? speaker.actor.key : `${this.#own} ${source ?? ''}`;
    const key = `utterance:${shortHash([by, words])}`;
    return ranges.map((range) => {
      const id = `q-${range.start}-${range.end}`;
      if (this.quotes.has(id)) return id;
      if (speaker.is === 'actor' || source !== null) {
        const spoken = speaker.is === 'actor' ? { speaker: speaker.actor.key } : { speakerSource: source ?? '' };
        if (!this.utterances.has(key)) this.utterances.set(key, { key, ...spoken });
      }
      this.quotes.set(id, { id, span: this.#span(range), ...(this.utterances.has(key) ? { utterance: key } : {}) });
      return id;
    });
  }

  add({ source, cue, content }: BratAttribution, at: number): void {
    const speaker = speakerOf(this.#words(source), this.#people, this.#outlets);
    if (speaker.is === 'actor') this.#addActor(speaker.actor);
    const holder = speaker.is === 'actor' ? speaker.actor.key : this.#unnamed();
    const text = distinctLine(this.#words(content), mostText);
    const claim = { kind: 'statement' as const, holder, text };
    const key = claimKey({ ...claim, id: '' });
    const place = this.#place(content);
    const how = line(this.#words(cue), mostText);
    const chain = this.#chain(speaker, how);
    // As the key of the assertion is made: by whom it relays, else by its source.
    const [first] = chain;
    const who = speaker.is === 'actor' ? speaker.actor.key : speaker.is === 'outlet' ? '' : this.#words(source);
    const identity = JSON.stringify([key, place, first === undefined ? who : first.map(({ article }) => article)]);
    if (this.#seen.has(identity)) {
      this.merged += 1;
      return;
    }
    this.#seen.add(identity);
    if (place.end < (content.at(-1)?.end ?? 0)) this.shortened += 1;
    if (!this.claims.has(key)) this.claims.set(key, { id: `c${this.claims.size + 1}`, ...claim });
    const from = this.#source(speaker, source, at, chain.at(-1)?.at(-1)?.article ?? this.#own);
    const quotes = this.#addQuotes(content, speaker, from);
    this.#addAssertions(this.claims.get(key)?.id ?? '', { at, place, how, chain, from, source, quotes });
  }

  /** The articles on the way from this one to the source: first what all of it relays, then the outlet that is the source. */
  #chain(speaker: Speaker, how: string): Relayed[][] {
    const chain = this.#forAll.length === 0 ? [] : [[...this.#forAll]];
    const own = this.#facts.publisher === undefined ? undefined : outletOf(this.#facts.publisher).key;
    if (speaker.is !== 'outlet' || speaker.outlet.key === own) return chain;
    const relayed = relayedFrom(speaker.outlet, this.#facts.date, this.#own, how === '' ? 'reported' : how);
    if (relayed.article === this.#own || this.#forAll.some(({ article }) => article === relayed.article)) return chain;
    this.#addStub(relayed);
    return [...chain, [relayed]];
  }

  #addAssertions(
    claim: string,
    said: {
      at: number;
      place: Range;
      how: string;
      chain: Relayed[][];
      from: string | null;
      source: readonly Range[];
      quotes: string[];
    },
  ): void {
    const { at, chain, from, how, quotes, source } = said;
    const relays = (links: readonly Relayed[] | undefined) =>
      links === undefined ? {} : { relays: links.map(({ article, how: word }) => ({ article, how: word })) };
    const descriptor = line(this.#words(said.source), mostText);
    const attributed = (place: object) =>
      from === null ? {} : { attributedTo: [{ source: from, descriptor, ...place }] };
    const here = source.length === 0 ? {} : { span: this.#span(this.#place(said.source)) };
    this.assertions.push({
      id: `a${at}`,
      claim,
      span: this.#span(said.place),
      extractor: 'brat',
      ...(how === '' ? {} : { wording: how }),
      ...(quotes.length === 0 ? {} : { quotes }),
      ...(chain.length === 0 ? attributed(here) : relays(chain[0])),
    });
    chain.forEach((links, step) => {
      const further = step === chain.length - 1 ? attributed({}) : relays(chain[step + 1]);
      for (const [index, { article }] of links.entries())
        this.#reconstruct(`a${at}`, `a${at}-${step + 1}-${index + 1}`, JSON.stringify([article, claim, from, step]), {
          article,
          claim,
          ...further,
        });
    });
  }

  /** What a stub says, known from one place of this article or from several. */
  #reconstruct(
    shown: string,
    id: string,
    identity: string,
    said: Pick<Items<'assertions'>, 'article' | 'claim' | 'attributedTo' | 'relays'>,
  ): void {
    const before = this.#reconstructed.get(identity);
    // The format takes fifty places for one of these; more would not make it better known.
    if (before !== undefined) {
      if ((before.knownFrom?.length ?? 0) < 50) before.knownFrom?.push(shown);
      return;
    }
    const made = { id, ...said, reconstructed: true, knownFrom: [shown], extractor: 'brat' };
    this.#reconstructed.set(identity, made);
    this.assertions.push(made);
  }
}
