// Between a draft's proposals and the form: a claim as it stands, as it was changed, and what is added with it.
import type { Proposal, ProposalOf } from '../../../server/schema/draft.ts';
import type { DraftView } from '../../../server/schema/drafts.ts';
import { articleWords, draftNames, sourceWords } from '../../text/proposal.ts';
import { type Chosen, type ClaimForm, claimContent, emptyForm, filled } from './claim-form.ts';

type Claim = ProposalOf<'claim'>;
type Span = Claim['span'];

/** How far from the claim a quote may stand to be offered, in code points; those that it has are in any case. */
const reach = 600;
/** What the server names anew. */
export const noId = `p${'0'.repeat(20)}`;

const kindsOf = <K extends Proposal['kind']>({ proposals }: DraftView, kind: K): ProposalOf<K>[] =>
  proposals.flatMap(({ proposal, state }) =>
    proposal.kind === kind && state !== 'rejected' ? [proposal as ProposalOf<K>] : [],
  );

/** What can be chosen from: the sources, relayed articles and quotes near a place; `claim` has those it rests on chosen. */
export function choicesAt(view: DraftView, at: Pick<Span, 'start' | 'end'>, claim?: Claim): Partial<ClaimForm> {
  const nameOf = draftNames(view);
  const has = (ids: readonly string[] | undefined, id: string): boolean => ids?.includes(id) ?? false;
  const sourcesOn = claim?.sources.map(({ source }) => source);
  const isNear = ({ start, end }: Span): boolean => start <= at.end + reach && end >= at.start - reach;
  return {
    sources: kindsOf(view, 'source').map((one) => ({
      id: one.id,
      words: sourceWords(one, nameOf),
      on: has(sourcesOn, one.id),
    })),
    relays: kindsOf(view, 'article').map((one) => {
      const relay = claim?.relays.find(({ article }) => article === one.id);
      return { id: one.id, words: articleWords(one, nameOf), on: relay !== undefined, how: relay?.how ?? 'reported' };
    }),
    quotes: kindsOf(view, 'quote')
      .filter((one) => has(claim?.quotes, one.id) || isNear(one.span))
      .map((one) => ({ id: one.id, words: one.span.quote, on: has(claim?.quotes, one.id) })),
  };
}

export function formOfProposal(view: DraftView, proposal: Claim): ClaimForm {
  const nameOf = draftNames(view);
  const chosen = (key: string): Chosen => ({ key, name: nameOf(key) });
  const { claim } = proposal;
  return {
    ...emptyForm,
    kind: claim.kind,
    holder: chosen(claim.holder),
    target: claim.target === undefined ? null : chosen(claim.target),
    stance: claim.stance ?? 'opposes',
    shieldedBy: (claim.shieldedBy ?? []).map(chosen),
    quantifier: claim.quantifier ?? 'atLeast',
    number: claim.number === undefined ? '' : String(claim.number),
    of: claim.of === undefined ? '' : String(claim.of),
    text: claim.text,
    mode: proposal.mode,
    modality: proposal.modality,
    hedge: proposal.hedge ?? '',
    wording: proposal.wording ?? '',
    inferred: proposal.inferred ?? '',
    alternativeReading: proposal.alternativeReading ?? '',
    ...choicesAt(view, proposal.span, proposal),
    words: proposal.span.quote,
    at: String(proposal.span.start),
  };
}

/** A form for a claim that a person adds at a place. */
export const formAt = (view: DraftView, span: Span): ClaimForm => ({
  ...emptyForm,
  ...choicesAt(view, span),
  words: span.quote,
  at: String(span.start),
});

/**
 * The proposal as the form has it. `ids` are those of the sources and articles that were added for it, by what the form
 * calls them; what the form does not show stays as in `before`.
 */
export function proposalOfForm(
  form: ClaimForm,
  span: Span,
  before: Claim | undefined,
  ids: ReadonlyMap<string, string> = new Map(),
): Claim {
  const idOf = (id: string): string => ids.get(id) ?? id;
  const spanOf = (links: readonly { span: Span }[] | undefined, at: number | undefined): Span =>
    (at === undefined || at < 0 ? undefined : links?.[at]?.span) ?? span;
  const base: Claim = before ?? {
    kind: 'claim',
    id: noId,
    span,
    score: 1,
    reason: 'added by hand',
    claim: { kind: 'stance', holder: '', text: '' },
    mode: 'asserts',
    modality: 'now',
    relays: [],
    sources: [],
    quotes: [],
    includes: [],
  };
  const { hedge: _h, wording: _w, inferred: _i, alternativeReading: _r, ...rest } = base;
  return {
    ...rest,
    span,
    claim: claimContent(form) as Claim['claim'],
    mode: form.mode,
    modality: form.modality,
    ...filled(form, ['hedge', 'wording', 'inferred', 'alternativeReading']),
    relays: form.relays
      .filter(({ on }) => on)
      .map(({ id, how }) => ({
        article: idOf(id),
        how: how.trim(),
        span: spanOf(
          before?.relays,
          before?.relays.findIndex(({ article }) => article === id),
        ),
      })),
    sources: form.sources
      .filter(({ on }) => on)
      .map(({ id }) => ({
        source: idOf(id),
        span: spanOf(
          before?.sources,
          before?.sources.findIndex(({ source }) => source === id),
        ),
      })),
    quotes: form.quotes.filter(({ on }) => on).map(({ id }) => id),
  };
}

const common = (span: Span) => ({ id: noId, span, score: 1, reason: 'added by hand' });

/** The proposal of an entity that is made at a place. */
export const entityProposal = ({ key, name, type }: Chosen, span: Span): ProposalOf<'entity'> => ({
  kind: 'entity',
  ...common(span),
  entity: key,
  type: type ?? 'Organization',
  name,
  aliases: [],
});

export function mentionProposal({ key, name, type }: Chosen, span: Span): ProposalOf<'mention'> {
  const candidate = { key, name, type: type ?? 'Organization', score: 1, reason: 'chosen by hand' };
  return { kind: 'mention', ...common(span), entity: key, candidates: [candidate] };
}

/** The sources and relayed articles that the form adds, each with what the form calls it. */
export function addedLinks(form: ClaimForm, span: Span, article: string): { called: string; proposal: Proposal }[] {
  const short = article.slice(article.indexOf(':') + 1).slice(0, 80);
  const sources = form.sources.flatMap(({ id, on, made }) => {
    if (!on || made === undefined) return [];
    const { kind: sourceKind, descriptor, actor, minCount } = made;
    const proposal: Proposal = {
      kind: 'source',
      ...common(span),
      source: id,
      sourceKind,
      ...(sourceKind === 'named' && actor ? { actor: actor.key } : {}),
      descriptor: descriptor.trim(),
      minCount: Number(minCount) || 1,
    };
    return [{ called: id, proposal }];
  });
  const articles = form.relays.flatMap(({ id, on, made }) => {
    if (!on || made === undefined) return [];
    const outlet = made.outlet.key.slice(made.outlet.key.indexOf(':') + 1);
    const on_ = made.publishedTo.trim();
    const proposal: Proposal = {
      kind: 'article',
      ...common(span),
      article: `article:${outlet}-in-${short}`,
      outlet: made.outlet.key,
      ...(on_ === '' ? {} : { publishedTo: on_ }),
      dateBasis: on_ === '' ? 'unknown' : 'stated',
      candidates: [],
    };
    return [{ called: id, proposal }];
  });
  return [...sources, ...articles];
}
