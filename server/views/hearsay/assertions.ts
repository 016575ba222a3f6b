// The assertions of some claims, each with its article, its quotes, the chains of who relays whom, and whether it counts.
import { type ChainAssertion, chainFinder } from '../../provenance/chains.ts';
import { Channel, Modality, Mode, Review, SourceKind, Stance } from '../../schema/stance.ts';
import type { Rows } from '../../schema/statements.ts';
import type { ArticleRef, AssertionView } from '../../schema/view.ts';
import type { Store } from '../../store/port.ts';
import { ascending, distinct, groupBy, sortedBy } from '../order.ts';
import { numberOf, textOf } from '../properties.ts';
import { articleRef, articleRefs, asKnown, newestFirst, sayer } from './article-ref.ts';
import { type AssertionRow, readAssertions } from './assertion-rows.ts';
import type { Filtered } from './evidence-filter.ts';
import { standingOf } from './standing.ts';

type Row = AssertionRow;
interface Links {
  /** The articles that its own prints; then these are its only links. */
  prints: ArticleRef[];
  sources: Rows<'read/evidence/sources'>;
  relays: Rows<'read/evidence/relays'>;
  quotes: Rows<'read/evidence/quotes'>;
}

const named = (key: string | null, name: string | null) => (key === null ? null : { key, name: name ?? key });

function chainAssertion(row: Row, links: Links, article: ArticleRef): ChainAssertion {
  return {
    key: row.key,
    claim: row.claim,
    mode: String(row.properties.mode),
    article: sayer({ ...article, outlet: article.outlet?.name ?? null }),
    relays: [
      ...links.prints.map((article) => ({
        article: sayer({ ...article, outlet: article.outlet?.name ?? null }),
        how: 'republishes',
      })),
      ...sortedBy(links.relays, (relay) => [relay.article, relay.how ?? '']).map((relay) => ({
        article: sayer({ key: relay.article, title: relay.title, outlet: relay.outlet }),
        how: relay.how,
      })),
    ],
    sources: sortedBy(links.sources, (source) => [source.source, source.actor ?? '']).map((source) => ({
      key: source.source,
      kind: SourceKind.parse(source.kind),
      descriptor: source.descriptor,
      actor: named(source.actor, source.actorName),
      supposed: source.hypothesis === true,
    })),
  };
}

function view(
  row: Row,
  links: Links,
  article: ArticleRef,
  counts: boolean,
  chains: AssertionView['chains'],
): AssertionView {
  const { properties } = row;
  return {
    key: row.key,
    claim: {
      key: row.claim,
      kind: row.kind,
      text: row.text,
      stance: row.stance === null ? null : Stance.parse(row.stance),
      holder: named(row.holder, row.holderName) ?? { key: '', name: '' },
      target: named(row.target, row.targetName),
    },
    mode: Mode.parse(properties.mode),
    modality: Modality.parse(properties.modality),
    channel: Channel.parse(properties.channel ?? 'unknown'),
    review: Review.parse(properties.review ?? 'accepted'),
    hedge: textOf(properties.hedge),
    condition: textOf(properties.condition),
    wording: textOf(properties.wording),
    quote: textOf(properties.quote),
    start: numberOf(properties.start),
    end: numberOf(properties.end),
    reconstructed: properties.reconstructed === true,
    inferred: textOf(properties.inferred),
    alternativeReading: textOf(properties.alternativeReading),
    article,
    quotes: sortedBy(links.quotes, (quote) => [quote.quote, quote.speaker ?? '']).map((quote) => ({
      key: quote.quote,
      text: quote.text,
      speaker: named(quote.speaker, quote.speakerName),
    })),
    credibility: numberOf(properties.credibility),
    counts,
    chain: chains[0] ?? [],
    chains,
  };
}

/** Whether a held article itself puts the claim forward as standing now: what a reader looks for first. */
function isDirect(assertion: AssertionView): boolean {
  return (
    assertion.review === 'accepted' &&
    assertion.mode === 'asserts' &&
    assertion.modality === 'now' &&
    assertion.article.held
  );
}

/** Those that count first; of these the direct ones, the newest article first, undated last; then by place in the article. */
export function inOrder(assertions: readonly AssertionView[]): AssertionView[] {
  return sortedBy(assertions, (one) => [
    one.counts ? '0' : '1',
    isDirect(one) ? '0' : '1',
    newestFirst(one.article),
    one.article.key,
    ascending(one.start ?? Number.MAX_SAFE_INTEGER),
    one.key,
  ]);
}

/**
 * The assertions of the claims that the filter leaves, in order; those of articles that were retracted, revised or
 * corrected are among them, as not counting. Chains lead only over what the filter leaves.
 */
export async function assertionsOf(
  store: Store,
  claims: Iterable<string>,
  filtered: Filtered | null,
): Promise<AssertionView[]> {
  const wanted = { claims: distinct(claims) };
  if (wanted.claims.length === 0) return [];
  const [standing, rows, sources, relays, quotes] = await Promise.all([
    standingOf(store, wanted.claims, filtered),
    readAssertions(store, wanted.claims),
    store.read('read/evidence/sources', wanted),
    store.read('read/evidence/relays', wanted),
    store.read('read/evidence/quotes', wanted),
  ]);
  const by = { sources: groupBy(sources, of), relays: groupBy(relays, of), quotes: groupBy(quotes, of) };
  const printed = await articleRefs(
    store,
    rows.flatMap((row) => standing.prints(row.article)),
    filtered,
  );
  const refOf = ({ article: key, articleProperties: properties, outlet, outletName }: Row): ArticleRef =>
    asKnown(articleRef({ key, properties, outlet, outletName }), filtered);
  const outletOf = (link: Links['relays'][number]): string | null =>
    filtered?.known(link.article)?.outlet === null ? null : link.outlet;
  const linksOf = ({ key, article }: Row): Links => {
    const prints = standing.prints(article).flatMap((other) => printed.get(other) ?? []);
    const own = prints.length === 0;
    return {
      prints,
      sources: own ? (by.sources.get(key) ?? []).filter((link) => standing.leadsTo(key, link.source)) : [],
      relays: (own ? (by.relays.get(key) ?? []) : [])
        .filter((link) => standing.leadsTo(key, link.article))
        .map((link) => ({ ...link, outlet: outletOf(link) })),
      quotes: by.quotes.get(key) ?? [],
    };
  };
  const shown = sortedBy(rows, (row) => [row.key]).filter((row) => standing.isShown(row.key));
  const chained = shown.map((row) => chainAssertion(row, linksOf(row), refOf(row)));
  const finders = new Map([...groupBy(chained, (one) => one.claim)].map(([claim, all]) => [claim, chainFinder(all)]));
  return inOrder(
    shown.map((row, index) => {
      const one = chained[index];
      const chains = one === undefined ? [] : (finders.get(row.claim)?.(one) ?? []);
      return view(row, linksOf(row), refOf(row), standing.counts(row.key), chains);
    }),
  );
}

const of = (link: { assertion: string }): string => link.assertion;
