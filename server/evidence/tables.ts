// Gathers the evidence for some claims, closed: all their assertions, and every article, source and quote behind these.
import type {
  Evidence,
  EvidenceArticle,
  EvidenceAssertion,
  EvidenceClaim,
  EvidenceQuote,
  EvidenceSource,
} from '../schema/evidence.ts';
import { compare, distinct, groupBy, inBatches } from '../schema/lists.ts';
import type { Rows } from '../schema/statements.ts';
import { atOnce, type Steps, sortSteps } from '../schema/steps.ts';
import type { Reader } from '../store/port.ts';
import { articlesOf, type KnownArticles, knowNoArticles } from './articles.ts';
import { quotesOf } from './quotes.ts';
import { type KnownSources, knowNoSources, sourcesOf } from './sources.ts';

type SaidLink = Rows<'evidence/said-links'>[number];

/** The most articles and sources that are kept from one part of the store for the next. */
const mostKnown = 50_000;

/** What several gatherings share: articles and sources read once, within one transaction or one part of a walk. */
export class Known {
  articles: KnownArticles = knowNoArticles();
  sources: KnownSources = knowNoSources();

  /** Forgets all when it has grown large, so that a walk over the whole store needs no more memory than its parts. */
  trim(): void {
    if (this.articles.rows.size > mostKnown) this.articles = knowNoArticles();
    if (this.sources.links.size > mostKnown) this.sources = knowNoSources();
  }
}

/** Grows by claims; `evidence()` gives what it has. */
export class Tables {
  readonly #reader: Reader;
  readonly known: Known;
  readonly claims = new Map<string, EvidenceClaim>();
  /** Keys at either end of INCLUDES, where one is of a claim here. */
  readonly summed = new Set<string>();
  readonly #assertions = new Map<string, EvidenceAssertion>();
  readonly #articles = new Map<string, EvidenceArticle>();
  readonly #sources = new Map<string, EvidenceSource>();
  readonly #quotes = new Map<string, EvidenceQuote>();

  constructor(reader: Reader, known = new Known()) {
    this.#reader = reader;
    this.known = known;
  }

  /** The same evidence without these claims, to be brought up to date: what is `known` holds as it stands now. */
  without(reader: Reader, known: Known, claims: ReadonlySet<string>): Tables {
    const copy = new Tables(reader, known);
    for (const [key, claim] of this.claims) if (!claims.has(key)) copy.claims.set(key, claim);
    for (const [key, one] of this.#assertions) if (!claims.has(one.claim)) copy.#assertions.set(key, one);
    for (const [key, quote] of this.#quotes) copy.#quotes.set(key, quote);
    return copy;
  }

  get quotes(): ReadonlyMap<string, EvidenceQuote> {
    return this.#quotes;
  }

  /** Reads anew what is not known of what is behind the assertions, and forgets what is not behind them any more. */
  async renewBehind(): Promise<void> {
    const assertions = [...this.#assertions.values()];
    const quoted = new Set(assertions.flatMap(({ quotes, disputes }) => [...quotes, ...disputes]));
    // A set gives what is added to it during the walk as well.
    for (const key of quoted) for (const other of this.#quotes.get(key)?.translationOf ?? []) quoted.add(other);
    for (const key of this.#quotes.keys()) if (!quoted.has(key)) this.#quotes.delete(key);
    this.#articles.clear();
    this.#sources.clear();
    await this.#addBehind(assertions);
  }

  /** The assertions in no order. */
  get assertions(): Iterable<EvidenceAssertion> {
    return this.#assertions.values();
  }

  /** The claims among the keys that are not here yet, with all that is behind them. */
  async add(keys: Iterable<string>): Promise<void> {
    let open = distinct(keys).filter((key) => !this.claims.has(key));
    while (open.length > 0) {
      const found = await this.#addClaims(open);
      const shown = distinct(found.flatMap((one) => one.knownFrom)).filter((key) => !this.#assertions.has(key));
      // What shows a reconstructed assertion may be about another claim, which then is here as a whole.
      const claims = await inBatches(shown, (batch) => this.#reader.read('evidence/claims-at', { keys: batch }));
      open = distinct(claims.map(({ claim }) => claim)).filter((key) => !this.claims.has(key));
    }
  }

  async #addClaims(keys: readonly string[]): Promise<EvidenceAssertion[]> {
    const reader = this.#reader;
    const [claims, sums, said] = await Promise.all([
      inBatches(keys, (batch) => reader.read('evidence/claims', { keys: batch })),
      inBatches(keys, (batch) => reader.read('evidence/summed-up', { keys: batch })),
      inBatches(keys, (batch) => reader.read('evidence/assertions', { claims: batch })),
    ]);
    for (const { claim, includes } of sums) this.summed.add(claim).add(includes);
    const summed = groupBy(sums, ({ claim }) => claim);
    for (const row of claims)
      this.claims.set(row.claim, {
        ...row,
        includes: distinct((summed.get(row.claim) ?? []).map(({ includes }) => includes)),
      });
    return this.#addAssertions(said.filter(({ claim }) => this.claims.has(claim)));
  }

  async #addAssertions(rows: Rows<'evidence/assertions'>): Promise<EvidenceAssertion[]> {
    const reader = this.#reader;
    const keys = rows.map(({ assertion }) => assertion);
    const links = await inBatches(keys, (batch) => reader.read('evidence/said-links', { keys: batch }));
    const to = groupBy(links, ({ source }) => source);
    const targets = (key: string, type: SaidLink['type']): string[] =>
      distinct((to.get(key) ?? []).filter((link) => link.type === type).map(({ target }) => target));
    const disputed = links.filter(({ type, target }) => type === 'DISPUTES' && target.startsWith('quote:'));
    const quoted = links.filter(({ type }) => type === 'HAS_QUOTE');
    const quotes = await quotesOf(reader, distinct([...quoted, ...disputed].map(({ target }) => target)));
    // Two articles may name two speakers of one utterance: it is quoted from both.
    const speakers = groupBy(quotes, ({ quote }) => quote);
    const found = rows.map((row): EvidenceAssertion => {
      const own = targets(row.assertion, 'HAS_QUOTE');
      return {
        ...row,
        sources: targets(row.assertion, 'ATTRIBUTED_TO'),
        relays: targets(row.assertion, 'RELAYS'),
        knownFrom: targets(row.assertion, 'KNOWN_FROM'),
        quotes: own,
        speakers: distinct(own.flatMap((quote) => (speakers.get(quote) ?? []).flatMap(({ speaker }) => speaker ?? []))),
        disputes: targets(row.assertion, 'DISPUTES'),
      };
    });
    for (const one of found) this.#assertions.set(one.assertion, one);
    for (const { speaker: _, ...quote } of quotes) this.#quotes.set(quote.quote, quote);
    await this.#addBehind(found);
    return found;
  }

  async #addBehind(assertions: readonly EvidenceAssertion[]): Promise<void> {
    const printed = assertions.flatMap(({ article, relays, quotes }) => [
      article,
      ...relays,
      ...quotes.flatMap((quote) => this.#quotes.get(quote)?.article ?? []),
    ]);
    const articles = distinct(printed).filter((key) => !this.#articles.has(key));
    for (const one of await articlesOf(this.#reader, this.known.articles, articles))
      this.#articles.set(one.article, one);
    const sources = distinct(assertions.flatMap((one) => one.sources)).filter((key) => !this.#sources.has(key));
    for (const one of await sourcesOf(this.#reader, this.known.sources, sources)) this.#sources.set(one.source, one);
  }

  /** What is here, in steps: it may be all there is. */
  *evidenceSteps(): Steps<Evidence> {
    return {
      articles: this.#articles,
      sources: this.#sources,
      claims: this.claims,
      quotes: this.#quotes,
      assertions: yield* sortSteps([...this.#assertions.values()], (a, b) => compare(a.assertion, b.assertion)),
    };
  }

  evidence(): Evidence {
    return atOnce(this.evidenceSteps());
  }
}
