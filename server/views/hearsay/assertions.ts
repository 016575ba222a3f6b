// The assertions of some claims, each with its article, its quotes and the chains of who relays whom.
import { type ChainAssertion, chainsOf } from '../../provenance/chains.ts';
import { Channel, Modality, Mode, Review, SourceKind, Stance } from '../../schema/stance.ts';
import type { Rows } from '../../schema/statements.ts';
import type { AssertionView } from '../../schema/view.ts';
import type { Reader } from '../../store/port.ts';
import { ascending, compare, groupBy, sortedBy } from '../order.ts';
import { numberOf, textOf } from '../properties.ts';
import { articleRef, newestFirst, sayer } from './article-ref.ts';

type Row = Rows<'read/evidence/assertions'>[number];
interface Links {
  sources: Rows<'read/evidence/sources'>;
  relays: Rows<'read/evidence/relays'>;
  quotes: Rows<'read/evidence/quotes'>;
}

const named = (key: string | null, name: string | null) => (key === null ? null : { key, name: name ?? key });

function chainAssertion(row: Row, links: Links): ChainAssertion {
  return {
    key: row.key,
    claim: row.claim,
    mode: String(row.properties.mode),
    article: sayer({ key: row.article, title: textOf(row.articleProperties.title), outlet: row.outletName }),
    relays: sortedBy(links.relays, (relay) => [relay.article, relay.how ?? '']).map((relay) => ({
      article: sayer({ key: relay.article, title: relay.title, outlet: relay.outlet }),
      how: relay.how,
    })),
    sources: sortedBy(links.sources, (source) => [source.source, source.actor ?? '']).map((source) => ({
      key: source.source,
      kind: SourceKind.parse(source.kind),
      descriptor: source.descriptor,
      actor: named(source.actor, source.actorName),
    })),
  };
}

function view(row: Row, links: Links, chains: AssertionView['chains']): AssertionView {
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
    article: articleRef({
      key: row.article,
      properties: row.articleProperties,
      outlet: row.outlet,
      outletName: row.outletName,
    }),
    quotes: sortedBy(links.quotes, (quote) => [quote.quote, quote.speaker ?? '']).map((quote) => ({
      key: quote.quote,
      text: quote.text,
      speaker: named(quote.speaker, quote.speakerName),
    })),
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

/** The direct ones first; of these the newest article first, undated last; then by place in the article. */
export function inOrder(assertions: readonly AssertionView[]): AssertionView[] {
  return sortedBy(assertions, (one) => [
    isDirect(one) ? '0' : '1',
    newestFirst(one.article),
    one.article.key,
    ascending(one.start ?? Number.MAX_SAFE_INTEGER),
    one.key,
  ]);
}

/** All assertions of the claims, in order. */
export async function assertionsOf(store: Reader, claims: Iterable<string>): Promise<AssertionView[]> {
  const wanted = { claims: [...new Set(claims)].sort(compare) };
  if (wanted.claims.length === 0) return [];
  const [rows, sources, relays, quotes] = await Promise.all([
    store.read('read/evidence/assertions', wanted),
    store.read('read/evidence/sources', wanted),
    store.read('read/evidence/relays', wanted),
    store.read('read/evidence/quotes', wanted),
  ]);
  const by = { sources: groupBy(sources, of), relays: groupBy(relays, of), quotes: groupBy(quotes, of) };
  const linksOf = (key: string): Links => ({
    sources: by.sources.get(key) ?? [],
    relays: by.relays.get(key) ?? [],
    quotes: by.quotes.get(key) ?? [],
  });
  const sorted = sortedBy(rows, (row) => [row.key]);
  const chained = sorted.map((row) => chainAssertion(row, linksOf(row.key)));
  const ofClaim = groupBy(chained, (one) => one.claim);
  return inOrder(
    sorted.map((row, index) => {
      const one = chained[index];
      return view(row, linksOf(row.key), one === undefined ? [] : chainsOf(one, ofClaim.get(row.claim) ?? []));
    }),
  );
}

const of = (link: { assertion: string }): string => link.assertion;
