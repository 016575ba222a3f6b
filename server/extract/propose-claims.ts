// Proposals for positions and for quotations, with the sources and relays on whose word they stand.
import type { ProposalOf } from '../schema/draft.ts';
import type { Linker, Links } from './claims/links.ts';
import type { QuoteFound } from './claims/quotes.ts';
import type { RelayFound } from './claims/relays.ts';
import { claimText } from './claims/sentences-of-claims.ts';
import type { StanceFound } from './claims/stance.ts';
import type { Mention } from './mentions/mention.ts';
import { idOf, reasonOf } from './propose-names.ts';
import type { ArticleProposal, Sources } from './propose-sources.ts';
import { placeOf, type Reading } from './reading/reading.ts';
import { lineOf, spanOf, spanOfWords, wordsText } from './spans.ts';

type ClaimProposal = ProposalOf<'claim'>;
type QuoteProposal = ProposalOf<'quote'>;

export interface Ground {
  reading: Reading;
  linker: Linker;
  articles: ReadonlyMap<RelayFound, ArticleProposal>;
  sources: Sources;
}

/** The links as proposals: the stubs relayed, and the sources, those behind a stub having spoken to it. */
function linked(
  { reading, articles, sources }: Ground,
  links: Links,
): Pick<ClaimProposal, 'relays' | 'sources' | 'inferred'> {
  const relays = new Map<string, ClaimProposal['relays'][0]>();
  let stub: ArticleProposal | undefined;
  for (const relay of links.relays) {
    const article = articles.get(relay);
    const span = spanOfWords(reading, relay.how);
    const how = lineOf(wordsText(reading, relay.how));
    if (article === undefined || span === undefined || how === undefined) continue;
    stub ??= article;
    if (!relays.has(article.id)) relays.set(article.id, { article: article.id, how, span });
  }
  const list = new Map<string, ClaimProposal['sources'][0]>();
  for (const found of links.sources) {
    const source = sources.of(found, stub);
    const span = spanOfWords(reading, found.words);
    if (source !== undefined && span !== undefined) list.set(source.id, { source: source.id, span });
  }
  return {
    relays: [...relays.values()].slice(0, 20),
    sources: [...list.values()].slice(0, 20),
    ...(links.inferred === undefined ? {} : { inferred: links.inferred }),
  };
}

export function quoteProposals(
  ground: Ground,
  quotes: readonly QuoteFound[],
): { quote: QuoteFound; proposal: QuoteProposal }[] {
  const { reading, linker, articles, sources } = ground;
  return quotes.flatMap((quote) => {
    const span = spanOf(reading, quote.quotation);
    if (span === undefined) return [];
    const links = linker.of(quote.quotation, quote.sentence);
    const stub = links.relays.map((relay) => articles.get(relay)).find((one) => one !== undefined);
    const { actor, reason } = quote.speaker;
    const source = actor === undefined ? sources.of(quote.speaker, stub) : undefined;
    if (actor === undefined && source === undefined) return [];
    const proposal: QuoteProposal = {
      kind: 'quote',
      id: idOf('quote', span.start, span.end),
      span,
      score: quote.quotation.closed ? 0.8 : 0.6,
      reason: reasonOf(
        `words between quotation marks${quote.quotation.closed ? '' : ', of which the last is missing'}`,
        `spoken by: ${reason}`,
      ),
      ...(actor === undefined ? {} : { speaker: actor.key }),
      ...(source === undefined ? {} : { speakerSource: source.id }),
    };
    return [{ quote, proposal }];
  });
}

export function stanceProposals(
  ground: Ground,
  stances: readonly StanceFound[],
  quotes: readonly { quote: QuoteFound; proposal: QuoteProposal }[],
): ClaimProposal[] {
  const { reading, linker } = ground;
  const quotesAt = new Map<number, { quote: QuoteFound; proposal: QuoteProposal }[]>();
  for (const one of quotes) quotesAt.set(one.quote.sentence, [...(quotesAt.get(one.quote.sentence) ?? []), one]);
  const made = stances.flatMap((stance) => {
    const place = placeOf(reading, stance);
    const span = spanOf(reading, place);
    if (span === undefined) return [];
    const cue = placeOf(reading, stance.cue);
    const goesOn = stance.reasons.some((reason) => / is read as /.test(reason));
    const links = goesOn ? linker.continued(cue, stance.sentence) : linker.of(cue, stance.sentence);
    const { holder, target, count, mode, modality, hedge, shieldedBy, score, reasons } = stance;
    const wording = lineOf(wordsText(reading, stance.wording));
    const inside = (quotesAt.get(stance.sentence) ?? []).filter(
      ({ quote: { quotation } }) => quotation.start < place.end && quotation.end > place.start,
    );
    const claim: ClaimProposal['claim'] = {
      kind: count === undefined ? 'stance' : 'count',
      holder: holder.key,
      target: target.plan.key,
      stance: stance.stance,
      ...(stance.stance === 'defers' && shieldedBy.length > 0 ? { shieldedBy: shieldedBy.map(({ key }) => key) } : {}),
      ...(count === undefined
        ? {}
        : {
            quantifier: count.quantifier,
            ...(count.number === undefined ? {} : { number: count.number }),
            ...(count.of === undefined || count.of < 1 ? {} : { of: count.of }),
          }),
      text: claimText(stance),
    };
    const proposal: ClaimProposal = {
      kind: 'claim',
      id: idOf(
        'claim',
        span.start,
        span.end,
        claim.kind,
        claim.holder,
        claim.target,
        claim.stance,
        count ?? null,
        mode,
        modality,
      ),
      span,
      score: Math.max(0, Math.min(1, score)),
      reason: reasonOf(...reasons, ...links.reasons),
      claim,
      mode,
      modality,
      ...(hedge === undefined ? {} : { hedge }),
      ...(wording === undefined ? {} : { wording }),
      ...linked(ground, links),
      quotes: inside.map(({ proposal: { id } }) => id).slice(0, 20),
      includes: [],
      ...(target.otherwise === undefined
        ? {}
        : { alternativeReading: lineOf(`Another plan: ${target.otherwise}.`) ?? '' }),
    };
    return [{ stance, proposal }];
  });
  return made.map(({ stance, proposal }) => {
    const includes = made.filter(
      ({ stance: other }) =>
        stance.count !== undefined &&
        other.count === undefined &&
        other.sentence === stance.sentence &&
        other.stance === stance.stance &&
        other.target.plan.key === stance.target.plan.key &&
        stance.includes.includes(other.holder.key),
    );
    return { ...proposal, includes: includes.map(({ proposal: { id } }) => id) };
  });
}

/** What holds a quotation that states no position: its speaker's words as a statement, of the speaker or of whom they name. */
export function statementProposals(
  ground: Ground,
  quotes: readonly { quote: QuoteFound; proposal: QuoteProposal }[],
  taken: ReadonlySet<string>,
  actors: readonly Mention[],
): ClaimProposal[] {
  const { linker } = ground;
  return quotes.flatMap(({ quote, proposal }) => {
    if (taken.has(proposal.id)) return [];
    const { quotation, speaker, sentence } = quote;
    const named = actors.find(
      ({ from, to, type, adjective }) =>
        from >= quotation.from && to <= quotation.to && type !== 'Outlet' && !adjective,
    );
    const holder = speaker.actor?.key ?? named?.key;
    const text = lineOf(`“${proposal.span.quote}”`);
    if (holder === undefined || text === undefined) return [];
    const links = linker.of(quotation, sentence);
    const whose =
      speaker.actor === undefined ? `about ${named?.name ?? ''}, whom it names first` : `of ${speaker.actor.name}`;
    return [
      {
        kind: 'claim' as const,
        id: idOf('claim', proposal.span.start, proposal.span.end, 'statement', holder),
        span: proposal.span,
        score: 0.5,
        reason: reasonOf(`the words quoted, as a statement ${whose}`, ...links.reasons),
        claim: { kind: 'statement' as const, holder, text },
        mode: 'asserts' as const,
        modality: 'now' as const,
        ...linked(ground, links),
        quotes: [proposal.id],
        includes: [],
      },
    ];
  });
}
