// Makes proposals of the claims and the quotations that a language model read out of one passage.
import { ClaimProposal, type ProposalOf } from '../../schema/draft.ts';
import type { EntityType } from '../../schema/key.ts';
import { idOf } from '../propose-names.ts';
import { lineOf } from '../spans.ts';
import type { ModelAnswer } from './answer.ts';
import { type Entities, type Ground, type ModelSources, type Relay, score } from './items.ts';

type Claim = ModelAnswer['claims'][number];
const actors: readonly EntityType[] = ['Person', 'Country', 'Organization', 'Group'];
const targets: readonly EntityType[] = ['Plan', 'Event'];

function quoteOf({ speech, speaker }: Claim, entities: Entities, ground: Ground): ProposalOf<'quote'> | undefined {
  if (speech === null) return undefined;
  const span = ground.passage.find(speech);
  const who = speaker === null ? undefined : entities.get(speaker);
  if (span === undefined) {
    ground.leave('quotation', 'its words are not in the text');
    return undefined;
  }
  if (who === undefined || !actors.includes(who.type)) {
    ground.leave('quotation', 'it names something that is not in the answer');
    return undefined;
  }
  return {
    kind: 'quote',
    id: idOf('quote', span.start, span.end),
    span,
    score,
    reason: ground.reason,
    speaker: who.key,
  };
}

/** What the claim says by itself; undefined where it lacks what its kind needs, or names what is not there. */
function contentOf(claim: Claim, entities: Entities): ProposalOf<'claim'>['claim'] | undefined {
  const { kind, holder, plan, stance, shieldedBy, quantifier, number, of } = claim;
  const who = entities.get(holder);
  const what = plan === null ? undefined : entities.get(plan);
  const text = lineOf(claim.text);
  if (who === undefined || !actors.includes(who.type) || text === undefined) return undefined;
  const target = what !== undefined && targets.includes(what.type) ? { target: what.key } : undefined;
  if (kind === 'statement') return { kind, holder: who.key, text, ...target };
  if (target === undefined || stance === null) return undefined;
  const shields = shieldedBy.flatMap((id) => {
    const one = entities.get(id);
    return one !== undefined && actors.includes(one.type) ? [one.key] : [];
  });
  if (kind === 'stance') {
    const behind = stance === 'defers' && shields.length > 0 ? { shieldedBy: [...new Set(shields)] } : {};
    return { kind, holder: who.key, ...target, stance, text, ...behind };
  }
  if (quantifier === null) return undefined;
  const counted = { ...(number === null ? {} : { number }), ...(of === null ? {} : { of }) };
  return { kind, holder: who.key, ...target, stance, quantifier, ...counted, text };
}

export function claimsOf(
  answer: ModelAnswer,
  entities: Entities,
  relays: ReadonlyMap<string, Relay>,
  sources: ModelSources,
  ground: Ground,
): (ProposalOf<'claim'> | ProposalOf<'quote'>)[] {
  const { passage, reason, leave } = ground;
  const told = new Map(answer.sources.map((source) => [source.id, source]));
  return answer.claims.flatMap((claim) => {
    const span = passage.find(claim.quote);
    if (span === undefined) {
      leave('claim', 'its words are not in the text');
      return [];
    }
    const content = contentOf(claim, entities);
    if (content === undefined) {
      leave('claim', 'it names something that is not in the answer');
      return [];
    }
    const { mode, modality } = claim;
    const quote = quoteOf(claim, entities, ground);
    const relayed = claim.relays.flatMap((id) => relays.get(id) ?? []);
    const from = [...new Set(claim.sources)].flatMap((id) => {
      const source = told.get(id);
      return (source && sources.of(source, entities, relays, ground)) ?? [];
    });
    const [hedge, wording] = [claim.hedge, claim.wording].map((words) => (words === null ? undefined : lineOf(words)));
    const { kind, holder, target, stance, number } = content;
    const proposal = ClaimProposal.safeParse({
      kind: 'claim',
      id: idOf(
        'claim',
        span.start,
        span.end,
        kind,
        holder,
        target ?? null,
        stance ?? null,
        number ?? null,
        mode,
        modality,
      ),
      ...{ span, score, reason, claim: content, mode, modality },
      ...(hedge === undefined ? {} : { hedge }),
      ...(wording === undefined ? {} : { wording }),
      relays: [...new Map(relayed.map((one) => [one.proposal.id, one])).values()].map(
        ({ proposal: { id }, how, span: at }) => ({
          article: id,
          how,
          span: at,
        }),
      ),
      sources: [...new Map(from.map((one) => [one.proposal.id, one])).values()].map(
        ({ proposal: { id }, span: at }) => ({
          source: id,
          span: at,
        }),
      ),
      quotes: quote === undefined ? [] : [quote.id],
      includes: [],
    });
    if (!proposal.success) {
      leave('claim', 'it has no name');
      return [];
    }
    return quote === undefined ? [proposal.data] : [proposal.data, quote];
  });
}
